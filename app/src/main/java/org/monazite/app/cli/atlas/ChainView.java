package org.monazite.app.cli.atlas;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.monazite.app.cli.paper.ClosedFigures;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Session;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Words;
import org.monazite.brief.Numbers;
import org.monazite.exposure.Concentration;
import org.monazite.exposure.Exposure;
import org.monazite.supply.Flag;
import org.monazite.supply.NodeKind;
import org.monazite.supply.Product;
import org.monazite.supply.SupplyNetwork;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A chain: who makes each product of it, and how few hands that is.
final class ChainView {

    private static final int TOP = 3;

    private final Session session;
    private final Words words;
    private final Numbers numbers;

    ChainView(Session session) throws IOException {
        this.session = session;
        this.words = new Words(session);
        this.numbers = session.numbers();
    }

    Report of(String chain) throws IOException {
        SupplyNetwork network = session.workbench().network(chain);
        Report report = new Report(Json.object());
        report.json().set("runCard", Json.card(session.workbench().card(chain)));
        report.json().put("chain", chain);
        report.json().put("year", network.id().year());
        report.json().put("nodes", network.nodes().size());
        report.json().put("arcs", network.arcs().size());
        report.line(session.texts()
                .get(
                        "chain.title",
                        chain,
                        network.id().year(),
                        network.nodes().size(),
                        network.arcs().size(),
                        network.id().atlas()));
        List<Flag> flags = new ArrayList<>();
        Table table = makers(network, network.products(), report.json().putArray("products"), flags);
        report.table(table);
        words.legend(flags).forEach(report::line);
        ClosedFigures.say(session, report, chain);
        return report;
    }

    /// A row for each product that somebody makes.
    Table makers(SupplyNetwork network, List<Product> products, ArrayNode array, List<Flag> flags) throws IOException {
        Map<String, Map<String, Double>> production = Exposure.of(network).production();
        Table table = new Table()
                .text("product", session.texts().get("column.product"))
                .number("world_t_per_year", session.texts().get("column.made"))
                .text("makers", session.texts().get("column.makers"))
                .number("hhi", session.texts().get("column.hhi"));
        for (Product product : products) {
            Map<String, Double> byPlace = production.getOrDefault(product.id(), Map.of());
            double total = sum(byPlace);
            if (total > 0) {
                Flag flag = flag(network, product.id());
                flags.add(flag);
                double hhi = Concentration.hhi(byPlace.values());
                table.row(
                        new Table.Cell(words.product(product.id()), product.id()),
                        Table.Cell.of(flag.mark() + numbers.tonnes(total), total),
                        top(byPlace, total),
                        Table.Cell.of(flag.mark() + numbers.hhi(hhi), hhi));
                json(array.addObject(), product.id(), byPlace, total, hhi, flag);
            }
        }
        return table;
    }

    private static double sum(Map<String, Double> byPlace) {
        double sum = 0;
        for (double tonnes : byPlace.values()) {
            sum += tonnes;
        }
        return sum;
    }

    private static Flag flag(SupplyNetwork network, String product) {
        Flag flag = Flag.NONE;
        for (int node = 0; node < network.nodes().size(); node++) {
            if (network.nodes().kind(node) == NodeKind.MAKER
                    && network.productOf(node).id().equals(product)) {
                flag = flag.and(network.nodes().flag(node));
            }
        }
        return flag;
    }

    /// The largest makers with their shares: names for people, codes for CSV.
    Table.Cell top(Map<String, Double> byPlace, double total) throws IOException {
        List<String> parts = new ArrayList<>();
        List<String> exact = new ArrayList<>();
        List<Map.Entry<String, Double>> largest = byPlace.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .filter(entry -> entry.getValue() > 0)
                .limit(TOP)
                .toList();
        for (Map.Entry<String, Double> entry : largest) {
            parts.add(words.place(entry.getKey()) + " " + numbers.share(entry.getValue() / total));
            exact.add(entry.getKey() + " " + entry.getValue() / total);
        }
        return new Table.Cell(String.join(session.texts().isJapanese() ? "、" : ", ", parts), String.join("; ", exact));
    }

    private static void json(
            ObjectNode node, String product, Map<String, Double> byPlace, double total, double hhi, Flag flag) {
        node.put("product", product);
        node.put("worldTonnesPerYear", total);
        node.set("hhi", Json.number(hhi));
        node.put("flag", Json.flag(flag));
        ObjectNode makers = node.putObject("makers");
        byPlace.forEach(makers::put);
    }
}
