package org.monazite.app.cli.atlas;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.monazite.app.cli.paper.ClosedFigures;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Session;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Words;
import org.monazite.brief.Numbers;
import org.monazite.supply.Coalition;
import org.monazite.supply.ExportControl;
import org.monazite.supply.Flag;
import org.monazite.supply.NodeKind;
import org.monazite.supply.Product;
import org.monazite.supply.SupplyNetwork;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A place in a chain: what it makes, takes in and from whom, and the export controls it imposes.
final class PlaceView {

    private final Session session;
    private final Words words;
    private final Numbers numbers;
    private final SupplyNetwork network;
    private final String chain;

    PlaceView(Session session, String chain) throws IOException {
        this.session = session;
        this.words = new Words(session);
        this.numbers = session.numbers();
        this.network = session.workbench().network(chain);
        this.chain = chain;
    }

    Report of(String place) throws IOException {
        Report report = new Report(Json.object());
        report.json().set("runCard", Json.card(session.workbench().card(chain)));
        report.json().put("place", place);
        List<String> coalitions = session.workbench().atlas().coalitions().stream()
                .filter(coalition -> coalition.contains(place))
                .map(Coalition::id)
                .toList();
        report.json().set("coalitions", Json.strings(coalitions));
        report.line(session.texts()
                .get(
                        "place.title",
                        words.place(place),
                        place,
                        chain,
                        network.id().year()));
        if (!coalitions.isEmpty()) {
            report.line(session.texts().get("place.coalitions", String.join(", ", coalitions)));
        }
        List<Flag> flags = new ArrayList<>();
        Table table = products(place, report.json().putArray("products"), flags);
        report.table(table);
        words.legend(flags).forEach(report::line);
        ClosedFigures.say(session, report, chain);
        controls(report, place);
        return report;
    }

    private Table products(String place, ArrayNode array, List<Flag> flags) throws IOException {
        Table table = new Table()
                .text("product", session.texts().get("column.product"))
                .number("made_t", session.texts().get("column.makes"))
                .number("imported_t", session.texts().get("column.imports"))
                .text("main_origin", session.texts().get("column.origin"))
                .number("exported_t", session.texts().get("column.exports"));
        for (Product product : network.products()) {
            Flow flow = new Flow(place, product.id());
            if (flow.made + flow.imported + flow.exported > 0) {
                flags.add(flow.flag);
                String mark = flow.flag.mark();
                table.row(
                        new Table.Cell(words.product(product.id()), product.id()),
                        Table.Cell.of(flow.made > 0 ? mark + numbers.tonnes(flow.made) : "-", flow.made),
                        Table.Cell.of(flow.imported > 0 ? mark + numbers.tonnes(flow.imported) : "-", flow.imported),
                        flow.imported > 0 ? flow.main(mark) : Table.Cell.of(""),
                        Table.Cell.of(flow.exported > 0 ? mark + numbers.tonnes(flow.exported) : "-", flow.exported));
                ObjectNode node = array.addObject();
                node.put("product", product.id());
                node.put("madeTonnes", flow.made);
                node.put("importedTonnes", flow.imported);
                node.put("exportedTonnes", flow.exported);
                node.put("flag", Json.flag(flow.flag));
                node.set("importsByOrigin", Json.byPlace(flow.origins));
            }
        }
        return table;
    }

    /// What a place makes, imports and exports of a product.
    private final class Flow {

        private double made;
        private double imported;
        private double exported;
        private Flag flag = Flag.NONE;
        private final Map<String, Double> origins = new TreeMap<>();

        Flow(String place, String product) {
            for (int node = 0; node < network.nodes().size(); node++) {
                if (is(node, place, product) && network.nodes().kind(node) == NodeKind.MAKER) {
                    made += network.nodes().output(node);
                    flag = flag.and(network.nodes().flag(node));
                }
            }
            for (int arc = 0; arc < network.arcs().size(); arc++) {
                int supplier = network.arcs().supplier(arc);
                String from = network.placeOf(supplier);
                String to = network.placeOf(network.arcs().buyer(arc));
                boolean same = network.productOf(supplier).id().equals(product);
                if (same && to.equals(place) && !from.equals(place)) {
                    imported += network.arcs().perYear(arc);
                    origins.merge(from, network.arcs().perYear(arc), Double::sum);
                    flag = flag.and(network.arcs().flag(arc));
                }
                if (same && from.equals(place) && !to.equals(place)) {
                    exported += network.arcs().perYear(arc);
                }
            }
        }

        private boolean is(int node, String place, String product) {
            return network.placeOf(node).equals(place)
                    && network.productOf(node).id().equals(product);
        }

        Table.Cell main(String mark) throws IOException {
            String largest = "";
            double most = -1;
            for (Map.Entry<String, Double> entry : origins.entrySet()) {
                if (entry.getValue() > most) {
                    most = entry.getValue();
                    largest = entry.getKey();
                }
            }
            return new Table.Cell(
                    mark + words.place(largest) + " " + numbers.share(most / imported),
                    largest + " " + most / imported);
        }
    }

    private void controls(Report report, String place) throws IOException {
        ArrayNode array = report.json().putArray("controls");
        Table table = new Table()
                .text("control", session.texts().get("column.control"))
                .text("type", session.texts().get("column.type"))
                .text("effective", session.texts().get("column.effective"))
                .text("state", session.texts().get("column.state"))
                .text("minerals", session.texts().get("column.minerals"));
        for (ExportControl control : session.workbench().atlas().exportControls()) {
            if (control.imposer().equals(place)) {
                String effective = control.effective().map(Object::toString).orElse("");
                table.row(
                        Table.Cell.of(control.id()),
                        new Table.Cell(words.said(control.type()).replace('_', ' '), control.type()),
                        Table.Cell.of(effective),
                        new Table.Cell(words.said(control.statusSeen()), control.statusSeen()),
                        new Table.Cell(minerals(session, words, control.minerals()), control.minerals()));
                ObjectNode node = array.addObject();
                node.put("id", control.id());
                node.put("type", control.type());
                node.put("effective", effective);
                node.put("status", control.statusSeen());
                node.put("minerals", control.minerals());
                node.put("source", control.citation().sourceId());
            }
        }
        if (!table.isEmpty()) {
            report.line(session.texts().get("place.controls")).table(table);
        }
    }

    /// Minerals as the record lists them: `Ga;Ge;graphite`.
    static String minerals(Session session, Words words, String list) {
        List<String> names =
                Arrays.stream(list.split(";(?! )")).map(words::said).toList();
        return String.join(session.texts().pick("; ", "、"), names);
    }
}
