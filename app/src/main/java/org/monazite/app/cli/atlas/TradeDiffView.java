package org.monazite.app.cli.atlas;

import java.io.IOException;
import java.util.List;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Session;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Words;
import org.monazite.atlas.imports.TradeDiff;
import org.monazite.atlas.imports.TradeFlow;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Imported trade that one version has beside that of another: counts of each import, the widest revisions, the
/// largest added flows.
final class TradeDiffView {

    private final Session session;
    private final int top;
    private final Words words;

    TradeDiffView(Session session, int top) throws IOException {
        this.session = session;
        this.top = top;
        this.words = new Words(session);
    }

    void add(Report report, List<TradeDiff> diffs) {
        ArrayNode array = report.json().putArray("trade");
        for (TradeDiff diff : diffs) {
            String key = diff.against().isEmpty() ? "diff.trade.new" : "diff.trade";
            report.line(session.texts()
                    .get(
                            key,
                            diff.importId(),
                            count(diff.added()),
                            diff.against(),
                            count(diff.revised()),
                            count(diff.same()),
                            count(diff.missing())));
            Table table = new Table()
                    .text("flow", text("column.about"))
                    .number("before_t", text("column.before"))
                    .number("after_t", text("column.after"))
                    .number("value_usd", text("diff.trade.value"))
                    .text("figure", text("column.figure"));
            diff.largest().stream().limit(top).forEach(each -> row(table, each));
            if (!diff.largest().isEmpty() && top > 0) {
                report.table(table);
            }
            json(array.addObject(), diff);
        }
    }

    private String text(String key) {
        return session.texts().get(key);
    }

    private String count(long number) {
        return session.numbers().count(number);
    }

    private void row(Table table, TradeDiff.Change change) {
        TradeFlow flow = change.after();
        table.row(
                new Table.Cell(words.spelled(about(flow)), about(flow)),
                change.before().isEmpty()
                        ? Table.Cell.of("")
                        : tonnes(change.before().getFirst()),
                tonnes(flow),
                Table.Cell.of(session.numbers().count(Math.round(flow.valueUsd())), flow.valueUsd()),
                Table.Cell.of(flow.weightFigure()));
    }

    private Table.Cell tonnes(TradeFlow flow) {
        double tonnes = flow.weightTonnes();
        return Double.isNaN(tonnes)
                ? Table.Cell.of("NA")
                : Table.Cell.of(session.numbers().tonnes(tonnes), tonnes);
    }

    private static String about(TradeFlow flow) {
        String period = flow.month() == 0 ? flow.year() + "" : "%d-%02d".formatted(flow.year(), flow.month());
        return "%s>%s %s %s %s (%s)"
                .formatted(flow.exporter(), flow.importer(), flow.scheme(), flow.code(), period, flow.reportedBy());
    }

    private static void json(ObjectNode node, TradeDiff diff) {
        node.put("import", diff.importId());
        node.put("vintage", diff.vintage());
        node.put("against", diff.against());
        node.put("againstVintage", diff.againstVintage());
        node.put("added", diff.added());
        node.put("revised", diff.revised());
        node.put("same", diff.same());
        node.put("missing", diff.missing());
        ArrayNode flows = node.putArray("flows");
        for (TradeDiff.Change change : diff.largest()) {
            ObjectNode each = flows.addObject();
            each.put("about", about(change.after()));
            each.put("state", change.before().isEmpty() ? "added" : "revised");
            if (!change.before().isEmpty()) {
                flow(each.putObject("before"), change.before().getFirst());
            }
            flow(each.putObject("after"), change.after());
        }
    }

    private static void flow(ObjectNode node, TradeFlow flow) {
        node.set("weight_t", Json.number(flow.weightTonnes()));
        node.set("value_usd", Json.number(flow.valueUsd()));
        node.put("weightFigure", flow.weightFigure());
        node.put("valueFigure", flow.valueFigure());
    }
}
