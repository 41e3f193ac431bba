package org.monazite.app.cli.exposure;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Session;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.trail.Measures;
import org.monazite.app.trail.TrailKeys;
import org.monazite.brief.Numbers;
import org.monazite.exposure.Contributions;
import org.monazite.exposure.Importer;
import org.monazite.exposure.StageExposure;
import org.monazite.exposure.WeakLink;
import org.monazite.supply.Explained;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Exposures as tables and JSON.
public final class Exposures {

    private final Words words;
    private final Session session;
    private final Numbers numbers;

    /// @throws IOException if the names of the atlas cannot be read
    public Exposures(Session session) throws IOException {
        this.words = new Words(session);
        this.session = session;
        this.numbers = session.numbers();
    }

    Words words() {
        return words;
    }

    /// One importer: a row for each product.
    Table table(List<StageExposure> rows) throws IOException {
        Table table = new Table()
                .text("product", session.texts().get("column.product"))
                .number("direct_share", session.texts().get("column.direct"))
                .text("direct_range", session.texts().get("column.range"))
                .number("traced_share", session.texts().get("column.traced"))
                .text("traced_range", session.texts().get("column.range"))
                .number("lost_share", session.texts().get("column.lost"))
                .number("world_share", session.texts().get("column.world"))
                .number("hhi", session.texts().get("column.hhi"));
        for (StageExposure row : rows) {
            table.row(
                    new Table.Cell(words.product(row.productId()), row.productId()),
                    share(row.directShare()),
                    range(row.directShare()),
                    share(row.tracedShare()),
                    range(row.tracedShare()),
                    share(row.lostIfGone()),
                    share(row.worldShare()),
                    Table.Cell.of(
                            Words.mark(row.hhi().flag(), row.hhi().isDefined())
                                    + numbers.hhi(row.hhi().value()),
                            row.hhi().value()));
        }
        return table;
    }

    private Table.Cell share(Explained number) {
        return Table.Cell.of(words.share(number), number.value());
    }

    private Table.Cell range(Explained number) {
        return new Table.Cell(
                words.range(number),
                number.isDefined() && !Double.isNaN(number.low()) ? number.low() + ".." + number.high() : "");
    }

    /// Who inside a coalition takes what from the supplier; nothing for a single place.
    void contributions(Report report, String chain, Importer importer, String supplier) throws IOException {
        if (importer.members().size() < 2) {
            return;
        }
        Table table = new Table()
                .text("product", session.texts().get("column.product"))
                .text("member", session.texts().get("column.place"))
                .number("from_supplier_t", session.texts().get("column.taken"))
                .number("share", session.texts().get("column.share"));
        ArrayNode array = report.json().withArray("contributions");
        for (Contributions parts : session.workbench().exposure(chain).contributions(importer, supplier)) {
            for (Contributions.Member member : parts.members()) {
                if (member.fromSupplierTonnes() > 0) {
                    table.row(
                            new Table.Cell(words.product(parts.productId()), parts.productId()),
                            new Table.Cell(words.place(member.place()), member.place()),
                            Table.Cell.of(
                                    member.flag().mark() + numbers.tonnes(member.fromSupplierTonnes()),
                                    member.fromSupplierTonnes()),
                            Table.Cell.of(Words.marked(member.flag(), numbers.share(member.share())), member.share()));
                    ObjectNode node = array.addObject();
                    node.put("coalition", importer.name());
                    node.put("product", parts.productId());
                    node.put("place", member.place());
                    node.set("fromSupplierTonnes", Json.number(member.fromSupplierTonnes()));
                    node.set("share", Json.number(member.share()));
                    node.put("flag", Json.flag(member.flag()));
                }
            }
        }
        if (!table.isEmpty()) {
            report.line(session.texts().get("exposure.members", importer.name(), words.place(supplier)));
            report.table(table);
        }
    }

    /// Every number of every row in a few lines.
    void explain(Report report, List<StageExposure> rows) throws IOException {
        Explanations explanations = new Explanations(session);
        for (StageExposure row : rows) {
            report.line("");
            report.line(session.texts()
                    .pick("%s, %s", "%s、%s")
                    .formatted(words.product(row.productId()), words.place(row.importer())));
            Measures.of(row).values().stream()
                    .filter(Explained::isDefined)
                    .forEach(number -> explanations.lines(number).forEach(report::line));
        }
    }

    List<String> legend(List<StageExposure> rows) {
        return words.legend(ExposureCommand.flags(rows));
    }

    /// Weak links, worst first.
    public Table links(List<WeakLink> links) throws IOException {
        Table table = new Table()
                .text("supplier", session.texts().get("column.supplier"))
                .text("product", session.texts().get("column.product"))
                .number("supplier_share", session.texts().get("column.world"))
                .number("lost_share", session.texts().get("column.use.lost"))
                .number("value_at_risk_usd", session.texts().get("column.value"))
                .text("value_range_usd", session.texts().get("column.range"));
        for (WeakLink link : links) {
            String mark = link.flag().mark();
            table.row(
                    new Table.Cell(words.place(link.supplier()), link.supplier()),
                    new Table.Cell(words.product(link.productId()), link.productId()),
                    Table.Cell.of(Words.marked(link.flag(), numbers.share(link.supplierShare())), link.supplierShare()),
                    Table.Cell.of(Words.marked(link.flag(), numbers.share(link.lostShare())), link.lostShare()),
                    valueAtRisk(link, mark),
                    new Table.Cell(
                            hasValue(link) ? numbers.usdRange(link.valueLowUsd(), link.valueHighUsd()) : "",
                            hasValue(link) ? link.valueLowUsd() + ".." + link.valueHighUsd() : ""));
        }
        return table;
    }

    private Table.Cell valueAtRisk(WeakLink link, String mark) {
        return hasValue(link)
                ? Table.Cell.of(mark + numbers.usd(link.valueAtRiskUsd()), link.valueAtRiskUsd())
                : new Table.Cell(numbers.notAvailable(), "");
    }

    /// False where no figure says what value hangs on the product: that is not known, and not zero.
    private static boolean hasValue(WeakLink link) {
        return link.valueHighUsd() > 0 || link.lostShare() == 0;
    }

    /// The rows for programs: every measure as a number, and explained with its range and the key it is followed by.
    public static ArrayNode json(List<StageExposure> rows, TrailKeys keys) {
        ArrayNode array = Json.array();
        for (StageExposure row : rows) {
            ObjectNode node = array.addObject();
            node.put("stage", row.stage().id());
            node.put("product", row.productId());
            node.put("importer", row.importer());
            node.put("supplier", row.supplier());
            Map<String, Explained> numbers = Measures.of(row);
            numbers.forEach((key, number) -> node.set(key, Json.number(number.value())));
            ObjectNode explained = node.putObject("explained");
            numbers.forEach((key, number) -> explained.set(
                    key, Json.explained(number, keys.exposure(row.importer(), row.productId(), row.supplier(), key))));
            Json.trail(node, List.of(keys.exposure(row.importer(), row.productId(), row.supplier())));
        }
        return array;
    }

    /// A weak link for programs: shares from 0 to 1, money in US dollars; null where no figure says what value hangs
    /// on the product.
    public static ObjectNode json(WeakLink link, TrailKeys keys) {
        ObjectNode node = Json.object();
        node.put("supplier", link.supplier());
        node.put("product", link.productId());
        node.put("stage", link.stage().id());
        node.put("importer", link.importer());
        node.set("supplierShare", Json.number(link.supplierShare()));
        node.set("lostShare", Json.number(link.lostShare()));
        node.set("valueAtRiskUsd", Json.number(hasValue(link) ? link.valueAtRiskUsd() : Double.NaN));
        node.set("valueLowUsd", Json.number(link.valueLowUsd()));
        node.set("valueHighUsd", Json.number(link.valueHighUsd()));
        node.put("flag", Json.flag(link.flag()));
        return Json.trail(node, List.of(keys.exposure(link.importer(), link.productId(), link.supplier())));
    }
}
