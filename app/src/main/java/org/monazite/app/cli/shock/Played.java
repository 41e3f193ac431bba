package org.monazite.app.cli.shock;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Session;
import org.monazite.app.cli.paper.Words;
import org.monazite.brief.Numbers;
import org.monazite.supply.Flag;
import org.monazite.supply.NodeKind;
import org.monazite.supply.SupplyNetwork;
import tools.jackson.databind.JsonNode;

/// Numbers of what was played or planned on a chain, with the mark of the weakest figure in it. Losses and shares rest
/// on the whole chain, so all of an answer carry one mark; zero and "not available" carry none.
public final class Played {

    private final Flag flag;
    private final Numbers numbers;
    private final Words words;
    private final boolean isValued;

    /// @throws IOException if the chain cannot be read
    public Played(Session session, String chain) throws IOException {
        SupplyNetwork network = session.workbench().network(chain);
        this.flag = Grounds.played(network);
        this.isValued = isValued(network);
        this.numbers = session.numbers();
        this.words = new Words(session);
    }

    private static boolean isValued(SupplyNetwork network) {
        for (int node = 0; node < network.nodes().size(); node++) {
            if (network.nodes().kind(node) == NodeKind.USE && network.nodes().valueAddedHigh(node) > 0) {
                return true;
            }
        }
        return false;
    }

    /// Whether any figure says what value hangs on the chain; where none does, a loss in money is not known, and not
    /// zero.
    public boolean isValued() {
        return isValued;
    }

    Flag flag() {
        return flag;
    }

    /// Money, with its mark.
    public String usd(double dollars) {
        return !isValued ? numbers.notAvailable() : marked(dollars, numbers.usd(dollars));
    }

    /// What decisions cost, with its mark: known also where no value hangs on the chain.
    public String cost(double dollars) {
        return marked(dollars, numbers.usd(dollars));
    }

    /// A loss in money as a number of JSON: null where it is not known.
    public JsonNode loss(double dollars) {
        return Json.number(isValued ? dollars : Double.NaN);
    }

    /// A mass, with its mark.
    String tonnes(double tonnes) {
        return marked(tonnes, numbers.tonnes(tonnes));
    }

    /// A share, with its mark.
    public String share(double share) {
        return marked(share, numbers.share(share));
    }

    /// Any other number of such an answer, with its mark.
    String marked(double value, String text) {
        return value == 0 || Double.isNaN(value) ? text : Words.marked(flag, text);
    }

    /// The names of places, joined by a plus, such as the members of a group.
    public String places(List<String> codes) throws IOException {
        List<String> names = new ArrayList<>();
        for (String code : codes) {
            names.add(words.place(code));
        }
        return String.join("+", names);
    }

    /// Adds the line that explains the mark, and the flag to the JSON.
    public Report closed(Report report) {
        report.json().put("flag", Json.flag(flag));
        words.legend(List.of(flag)).forEach(report::line);
        return report;
    }
}
