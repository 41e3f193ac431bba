package org.monazite.app.cli.atlas;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Session;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Words;
import org.monazite.atlas.Atlas;
import org.monazite.atlas.BalanceLine;
import org.monazite.atlas.Provenance;
import org.monazite.atlas.pack.FigureRecord;
import org.monazite.supply.Source;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One figure with all that stands behind it and beside it.
final class FigureView {

    private final Session session;
    private final Table table;
    private final Words words;

    FigureView(Session session) throws IOException {
        this.session = session;
        this.words = new Words(session);
        this.table = new Table().text("field", text("column.field")).text("value", text("column.content"));
    }

    private String text(String key, Object... values) {
        return session.texts().get(key, values);
    }

    Report of(Atlas atlas, Provenance provenance) throws IOException {
        FigureRecord figure = provenance.statement().figure();
        Source source = provenance.source();
        Report report = new Report(Json.object());
        ObjectNode node = report.json();
        field(node, "id", figure.id());
        field(node, "place", figure.place(), words::place);
        field(node, "partner", figure.partner(), words::place);
        field(node, "subject", figure.subject(), words::subject);
        field(node, "measure", figure.measure(), words::said);
        field(node, "period", figure.period());
        number(node, "value", figure.value());
        number(node, "low", figure.low());
        number(node, "high", figure.high());
        field(node, "qualifier", figure.qualifier());
        field(node, "unit", figure.unit(), words::said);
        field(node, "confidence", figure.confidence(), words::said);
        field(node, "evidence", figure.evidence(), words::said);
        field(node, "flag", Json.flag(figure.flag()), words::said);
        field(node, "raw", figure.raw());
        field(node, "locator", figure.locator());
        field(node, "remark", figure.remark());
        field(node, "source", figure.sourceId());
        field(node, "vintage", provenance.statement().vintage());
        field(node, "cite", Citations.plain(source));
        field(node, "licence", source.licence(), words::said);
        field(node, "redistribution", source.redistribution(), words::said);
        field(node, "grade", source.grade());
        node.put("atlas", atlas.version());
        ObjectNode row = node.putObject("row");
        provenance.row().forEach(row::put);
        report.table(table);
        new ImportedView(session, atlas).figure(report, provenance);
        balances(report, provenance.balances());
        others(report, provenance.others());
        return report;
    }

    private void field(ObjectNode node, String key, String value) {
        field(node, key, value, UnaryOperator.identity());
    }

    /// A field with its value in words; a code stays beside its name.
    private void field(ObjectNode node, String key, String value, UnaryOperator<String> words) {
        node.put(key, value);
        if (!value.isEmpty()) {
            String said = words.apply(value);
            boolean named = !said.equals(value) && value.matches("[A-Z0-9_]+|[a-z0-9]+[.][a-z0-9.]+");
            String shown = named ? session.texts().pick("%s (%s)", "%s(%s)").formatted(said, value) : said;
            table.row(new Table.Cell(text("figure." + key), key), new Table.Cell(shown, value));
        }
    }

    private void number(ObjectNode node, String key, double value) {
        node.set(key, Json.number(value));
        String shown = Double.isNaN(value) ? session.numbers().notAvailable() : Double.toString(value);
        table.row(new Table.Cell(text("figure." + key), key), Table.Cell.of(shown, value));
    }

    /// What the balances made of it.
    private void balances(Report report, List<Provenance.Balanced> balances) throws IOException {
        ArrayNode array = report.json().putArray("balances");
        Table rows = new Table()
                .text("chain", text("column.chain"))
                .text("quantity", text("column.about"))
                .number("published_t", text("column.before"))
                .number("balanced_t", text("column.balanced"))
                .number("sd_t", text("column.sd"))
                .number("z", text("column.z"))
                .number("figure_sd_t", text("column.sd.figure"))
                .text("why", text("column.why"))
                .text("state", text("column.state"));
        SdWords why = new SdWords(session.texts(), session.numbers());
        for (Provenance.Balanced each : balances) {
            BalanceLine line = each.line();
            rows.row(
                    Table.Cell.of(each.chain()),
                    new Table.Cell(words.spelled(line.quantity()), line.quantity()),
                    Table.Cell.of(session.numbers().tonnes(line.publishedTonnes()), line.publishedTonnes()),
                    Table.Cell.of(session.numbers().tonnes(line.balancedTonnes()), line.balancedTonnes()),
                    Table.Cell.of(session.numbers().tonnes(line.sdTonnes()), line.sdTonnes()),
                    Table.Cell.of("%.2f".formatted(line.z()), line.z()),
                    Table.Cell.of(session.numbers().tonnes(line.figureSdTonnes()), line.figureSdTonnes()),
                    Table.Cell.of(why.of(line.why())),
                    Table.Cell.of(line.suspect() ? text("figure.suspect") : ""));
            ObjectNode node = array.addObject();
            node.put("chain", each.chain());
            node.put("quantity", line.quantity());
            node.set("published_t", Json.number(line.publishedTonnes()));
            node.set("balanced_t", Json.number(line.balancedTonnes()));
            node.set("sd_t", Json.number(line.sdTonnes()));
            SdWords.json(node, line.figureSdTonnes(), line.why());
            node.set("z", Json.number(line.z()));
            node.put("suspect", line.suspect());
        }
        if (!balances.isEmpty()) {
            report.line(text("figure.balances")).table(rows);
        }
    }

    private void others(Report report, List<Provenance.Other> others) {
        ArrayNode array = report.json().putArray("others");
        Table rows = new Table()
                .text("figure", text("column.figure"))
                .text("relation", text("column.relation"))
                .number("value", text("column.content"))
                .text("source", text("column.source"))
                .text("vintage", text("column.vintage"))
                .text("remark", text("column.remark"));
        for (Provenance.Other other : others) {
            FigureRecord figure = other.statement().figure();
            String relation = other.relation().name().toLowerCase(Locale.ROOT);
            rows.row(
                    Table.Cell.of(figure.id()),
                    new Table.Cell(text("relation." + relation), relation),
                    other.statement().isKnown()
                            ? Table.Cell.of(figure.flag().mark() + Comparisons.number(figure.value()), figure.value())
                            : Table.Cell.of(figure.qualifier()),
                    Table.Cell.of(figure.sourceId()),
                    Table.Cell.of(other.statement().vintage()),
                    Table.Cell.of(
                            other.statement().detail().isEmpty()
                                    ? figure.remark()
                                    : other.statement().detail()));
            ObjectNode node = Comparisons.json(other.statement());
            node.put("relation", relation);
            node.set("ratio", Json.number(other.ratio()));
            array.add(node);
        }
        if (!others.isEmpty()) {
            report.line(text("figure.others")).table(rows);
        }
    }
}
