package org.monazite.app.cli.atlas;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.monazite.app.VersionDiff;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Session;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Words;
import org.monazite.atlas.AtlasDiff;
import org.monazite.atlas.Conflict;
import org.monazite.atlas.imports.ImportManifest;
import org.monazite.atlas.pack.FigureRecord;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What differs between two versions, for people and programs. JSON holds all of it, the text the first of
/// each kind.
final class DiffView {

    private final Session session;
    private final int top;
    private final Words words;

    DiffView(Session session, int top) throws IOException {
        this.session = session;
        this.top = top;
        this.words = new Words(session);
    }

    Report of(VersionDiff diff) throws IOException {
        AtlasDiff atlas = diff.atlas();
        Report report = new Report(Json.object());
        report.json().put("before", atlas.before());
        report.json().put("after", atlas.after());
        report.line(text("diff.title", atlas.before(), atlas.after()));
        imports(report, "imported", atlas.imported());
        imports(report, "dropped", atlas.dropped());
        figures(report, "added", atlas.added());
        figures(report, "removed", atlas.removed());
        revisions(report, "revised", atlas.revised());
        revisions(report, "restated", atlas.restated());
        new TradeDiffView(session, top).add(report, atlas.trade());
        conflicts(report, "conflictsOpened", atlas.opened());
        conflicts(report, "conflictsClosed", atlas.closed());
        moved(report, atlas.moved());
        indicators(report, diff.indicators());
        pledges(report, diff.pledges());
        if (atlas.isEmpty() && diff.indicators().isEmpty() && diff.pledges().isEmpty()) {
            report.line(text("diff.none"));
        }
        return report;
    }

    private String text(String key, Object... values) {
        return session.texts().get(key, values);
    }

    /// A heading with the number of entries, the first of them as a table, all of them as JSON.
    private <T> ArrayNode section(Report report, String key, List<T> all, Table table, Consumer<T> row) {
        if (!all.isEmpty()) {
            report.line(text("diff." + key, all.size()));
            all.subList(0, Math.min(top, all.size())).forEach(row);
            report.table(table);
            if (all.size() > top) {
                report.line(text("diff.more", all.size() - top));
            }
        }
        return report.json().putArray(key);
    }

    private void imports(Report report, String key, List<ImportManifest> imports) {
        Table table = new Table()
                .text("import", text("column.import"))
                .number("figures", text("column.figures"))
                .number("flows", text("column.flows"))
                .text("redistribution", text("column.class"));
        ArrayNode array = section(
                report,
                key,
                imports,
                table,
                each -> table.row(
                        Table.Cell.of(each.id()),
                        Table.Cell.of(session.numbers().count(each.figures()), each.figures()),
                        Table.Cell.of(session.numbers().count(each.flows()), each.flows()),
                        new Table.Cell(session.texts().said(each.redistribution()), each.redistribution())));
        for (ImportManifest each : imports) {
            ObjectNode node = array.addObject();
            node.put("import", each.id());
            node.put("figures", each.figures());
            node.put("flows", each.flows());
            node.put("redistribution", each.redistribution());
        }
    }

    private void figures(Report report, String key, List<FigureRecord> figures) {
        Table table = new Table()
                .text("figure", text("column.figure"))
                .text("about", text("column.about"))
                .number("value", text("column.content"));
        ArrayNode array = section(
                report,
                key,
                figures,
                table,
                figure -> table.row(
                        Table.Cell.of(figure.id()),
                        new Table.Cell(words.spelled(about(figure)), about(figure)),
                        value(figure)));
        figures.forEach(figure -> figure(array.addObject(), figure));
    }

    private static ObjectNode figure(ObjectNode node, FigureRecord figure) {
        node.put("figure", figure.id());
        node.put("about", about(figure));
        node.set("value", Json.number(figure.value()));
        node.put("qualifier", figure.qualifier());
        node.put("unit", figure.unit());
        node.put("flag", Json.flag(figure.flag()));
        node.put("source", figure.sourceId());
        return node;
    }

    static String about(FigureRecord figure) {
        String where = figure.partner().isEmpty() ? figure.place() : figure.place() + ">" + figure.partner();
        return String.join(" ", where, figure.subject(), figure.measure(), figure.period())
                .replaceAll(" +", " ")
                .strip();
    }

    private static Table.Cell value(FigureRecord figure) {
        return Double.isNaN(figure.value())
                ? Table.Cell.of(figure.qualifier())
                : Table.Cell.of(figure.flag().mark() + figure.value() + " " + figure.unit(), figure.value());
    }

    private void revisions(Report report, String key, List<AtlasDiff.Revision> revisions) {
        Table table = new Table()
                .text("figure", text("column.figure"))
                .text("about", text("column.about"))
                .number("before", text("column.before"))
                .number("after", text("column.after"))
                .number("change", text("column.change"));
        ArrayNode array = section(
                report,
                key,
                revisions,
                table,
                each -> table.row(
                        Table.Cell.of(each.after().id()),
                        Table.Cell.of(about(each.after())),
                        value(each.before()),
                        value(each.after()),
                        Double.isNaN(each.change())
                                ? Table.Cell.of("")
                                : Table.Cell.of(change(each.change()), each.change())));
        for (AtlasDiff.Revision each : revisions) {
            ObjectNode node = array.addObject();
            node.set("before", figure(Json.object(), each.before()));
            node.set("after", figure(Json.object(), each.after()));
            node.set("change", Json.number(each.change()));
        }
    }

    private static String change(double change) {
        return "%+.1f %%".formatted(100 * change);
    }

    private void conflicts(Report report, String key, List<Conflict> conflicts) {
        Table table = Comparisons.table(session);
        ArrayNode array =
                section(report, key, conflicts, table, conflict -> table.row(Comparisons.row(session, conflict)));
        conflicts.forEach(conflict -> array.add(Comparisons.json(conflict)));
    }

    private void moved(Report report, List<AtlasDiff.Moved> moved) {
        Table table = new Table()
                .text("chain", text("column.chain"))
                .text("quantity", text("column.about"))
                .number("before_t", text("column.before"))
                .number("after_t", text("column.after"))
                .number("sds", text("column.sds"));
        ArrayNode array = section(
                report,
                "moved",
                moved,
                table,
                each -> table.row(
                        Table.Cell.of(each.chain()),
                        Table.Cell.of(each.quantity()),
                        Table.Cell.of(session.numbers().tonnes(each.before()), each.before()),
                        Table.Cell.of(session.numbers().tonnes(each.after()), each.after()),
                        Table.Cell.of("%.1f".formatted(each.sds()), each.sds())));
        for (AtlasDiff.Moved each : moved) {
            ObjectNode node = array.addObject();
            node.put("chain", each.chain());
            node.put("quantity", each.quantity());
            node.set("before_t", Json.number(each.before()));
            node.set("after_t", Json.number(each.after()));
            node.set("sds", Json.number(each.sds()));
        }
    }

    private void indicators(Report report, List<VersionDiff.Indicator> indicators) {
        Table table = new Table()
                .text("chain", text("column.chain"))
                .text("importer", text("column.place"))
                .text("product", text("column.product"))
                .text("measure", text("column.measure"))
                .number("before", text("column.before"))
                .number("after", text("column.after"));
        ArrayNode array = section(
                report,
                "indicators",
                indicators,
                table,
                each -> table.row(
                        Table.Cell.of(each.chain()),
                        Table.Cell.of(each.importer()),
                        Table.Cell.of(each.product()),
                        Table.Cell.of(each.measure()),
                        share(each.before()),
                        share(each.after())));
        for (VersionDiff.Indicator each : indicators) {
            ObjectNode node = array.addObject();
            node.put("chain", each.chain());
            node.put("importer", each.importer());
            node.put("product", each.product());
            node.put("measure", each.measure());
            node.set("before", Json.explained(each.before()));
            node.set("after", Json.explained(each.after()));
        }
    }

    private Table.Cell share(org.monazite.supply.Explained number) {
        return Table.Cell.of(
                Words.mark(number.flag(), number.isDefined())
                        + session.numbers().share(number.value()),
                number.value());
    }

    private void pledges(Report report, List<VersionDiff.Pledged> pledges) {
        Table table = new Table()
                .text("pledge", text("column.pledge"))
                .text("before", text("column.before"))
                .text("after", text("column.after"));
        ArrayNode array = section(
                report,
                "pledges",
                pledges,
                table,
                each -> table.row(
                        Table.Cell.of(each.id()),
                        new Table.Cell(
                                session.texts()
                                        .pick(
                                                each.before().nameEn(),
                                                each.before().nameJa()),
                                each.before().nameEn()),
                        new Table.Cell(
                                session.texts()
                                        .pick(
                                                each.after().nameEn(),
                                                each.after().nameJa()),
                                each.after().nameEn())));
        for (VersionDiff.Pledged each : pledges) {
            ObjectNode node = array.addObject();
            node.put("pledge", each.id());
            node.put("before", each.before().nameEn());
            node.put("after", each.after().nameEn());
        }
    }
}
