package org.monazite.app.cli.exposure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Session;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Words;
import org.monazite.brief.Numbers;
import org.monazite.exposure.Importer;
import org.monazite.exposure.Rerouting;
import org.monazite.exposure.WeakLink;
import org.monazite.supply.Flag;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What is lost without a place at once, and what is still lost when all that can be re-routed is.
final class ReroutingView {

    private static final int DETOURS = 10;

    private final Session session;
    private final Words words;
    private final Numbers numbers;

    ReroutingView(Session session) throws IOException {
        this.session = session;
        this.words = new Words(session);
        this.numbers = session.numbers();
    }

    void show(Report report, String chain, Importer importer, String place, List<WeakLink> links) throws IOException {
        List<String> products = new ArrayList<>(List.of(""));
        links.forEach(link -> products.add(link.productId()));
        Table table = new Table()
                .text("product", session.texts().get("column.product"))
                .number("lost_static", session.texts().get("column.lost"))
                .number("lost_adjusted", session.texts().get("column.lost.adjusted"))
                .number("rescued", session.texts().get("column.rescued"));
        ArrayNode array = report.json().putArray("rerouting");
        for (String product : products) {
            Rerouting rerouting = session.workbench().exposure(chain).without(importer, place, product);
            if (Double.isNaN(rerouting.lostStatic())) {
                return; // the importer uses nothing of this chain
            }
            table.row(
                    new Table.Cell(
                            product.isEmpty() ? session.texts().get("rerouting.all") : words.product(product), product),
                    share(rerouting.flag(), rerouting.lostStatic()),
                    share(rerouting.flag(), rerouting.lostAdjusted()),
                    share(rerouting.flag(), rerouting.rescued()));
            array.add(json(product, rerouting));
        }
        report.line(session.texts().get("rerouting.title", words.importer(importer), words.place(place)));
        report.table(table);
        report.line(session.texts().get("rerouting.note"));
    }

    private Table.Cell share(Flag flag, double value) {
        return Table.Cell.of(Words.marked(flag, numbers.share(value)), value);
    }

    private static ObjectNode json(String product, Rerouting rerouting) {
        ObjectNode node = Json.object();
        node.put("product", product);
        node.set("lostStatic", Json.number(rerouting.lostStatic()));
        node.set("lostAdjusted", Json.number(rerouting.lostAdjusted()));
        node.set("leastByProof", Json.number(rerouting.bound()));
        node.put("flag", Json.flag(rerouting.flag()));
        ArrayNode detours = node.putArray("detours");
        rerouting.detours().stream().limit(DETOURS).forEach(each -> {
            ObjectNode detour = detours.addObject();
            detour.put("from", each.from());
            detour.put("to", each.to());
            detour.set("beforeTonnes", Json.number(each.before()));
            detour.set("afterTonnes", Json.number(each.after()));
        });
        return node;
    }
}
