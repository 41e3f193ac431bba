package org.monazite.app.cli.atlas;

import java.io.IOException;
import java.util.List;
import org.monazite.app.Influences;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Session;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Task;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.app.workspace.Vocabulary;
import org.monazite.atlas.pack.FigureRecord;
import org.monazite.brief.Numbers;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What the headline numbers hang on among figures without a document.
final class InfluenceView {

    private final Session session;
    private final Words words;
    private final Numbers numbers;

    InfluenceView(Session session) throws IOException {
        this.session = session;
        this.words = new Words(session);
        this.numbers = session.numbers();
    }

    /// @param top how many figures are shown; all are in the JSON
    Report of(String chain, List<String> partners, String against, int top) throws IOException {
        Vocabulary known = session.workbench().words(chain);
        List<String> places = known.places(partners, "--for");
        String supplier = known.place(against, ExitCode.NOT_FOUND, "--against");
        if (places.contains(supplier)) {
            throw Problem.of(ExitCode.USAGE, "problem.option.self", supplier);
        }
        Task.shown(top, 1); // refused before a minute of work
        Influences influences = session.workbench().exposure(chain).influences(places, supplier);
        Report report = new Report(Json.object());
        report.json().set("runCard", Json.card(session.workbench().card(chain)));
        report.json().put("supplier", supplier);
        report.json().put("tried", influences.tried());
        headlines(report.json().putArray("headlines"), influences);
        lines(report.json().putArray("figures"), influences);
        report.json()
                .set(
                        "notBalanced",
                        Json.strings(influences.failed().stream()
                                .map(FigureRecord::id)
                                .toList()));
        int shown = Task.shown(top, influences.lines().size());
        report.line(text(
                "influence.title",
                words.place(supplier),
                influences.tried(),
                influences.lines().size(),
                influences.tried()
                        - influences.lines().size()
                        - influences.failed().size()));
        report.table(table(influences, shown));
        report.line(text("influence.note"));
        if (!influences.failed().isEmpty()) {
            report.line(text(
                    "influence.failed",
                    numbers.list(
                            influences.failed().stream().map(FigureRecord::id).toList())));
        }
        return report;
    }

    private Table table(Influences influences, int shown) {
        Table table = new Table()
                .text("figure", text("column.figure"))
                .text("what", text("column.influence.what"))
                .number("value", text("column.influence.value"))
                .text("range", text("column.range"))
                .text("headline", text("column.influence.headline"))
                .number("as_it_is", text("column.influence.asitis"))
                .number("at_low", text("column.influence.low"))
                .number("at_high", text("column.influence.high"));
        for (Influences.Line line : influences.lines().subList(0, shown)) {
            FigureRecord figure = line.figure();
            Influences.Headline headline = influences.headlines().get(line.most());
            table.row(
                    Table.Cell.of(figure.id()),
                    Table.Cell.of(what(figure)),
                    Table.Cell.of("~" + amount(figure, figure.value()), figure.value()),
                    new Table.Cell(
                            amount(figure, figure.low()) + "–" + amount(figure, figure.high()),
                            figure.low() + ".." + figure.high()),
                    new Table.Cell(name(headline), key(headline)),
                    number(headline, headline.value()),
                    number(headline, line.low().get(line.most())),
                    number(headline, line.high().get(line.most())));
        }
        return table;
    }

    private Table.Cell number(Influences.Headline headline, double value) {
        String shown = switch (headline.kind()) {
            case TRACED, UNMET -> numbers.share(value);
            case VALUE -> numbers.usd(value);
        };
        return Table.Cell.of(Double.isNaN(value) ? numbers.notAvailable() : "~" + shown, value);
    }

    /// Who ships what to whom, or who makes or uses it.
    private String what(FigureRecord figure) {
        String place = words.place(figure.place());
        String way = figure.partner().isEmpty() ? place : place + " → " + words.place(figure.partner());
        boolean use = figure.locator().startsWith("demand.csv:"); // then the measure is the sector
        String sector = use ? " (" + words.said(figure.measure()) + ")" : "";
        return way + session.texts().pick(": ", "：") + words.product(figure.subject()) + sector;
    }

    private String amount(FigureRecord figure, double value) {
        return figure.unit().contains("day") ? numbers.days(value) : numbers.tonnes(value);
    }

    private String name(Influences.Headline headline) {
        String place = words.place(headline.place());
        return switch (headline.kind()) {
            case TRACED -> text("influence.traced", place, words.product(headline.productId()));
            case UNMET -> text("influence.unmet", place);
            case VALUE -> text("influence.value", place);
        };
    }

    private static String key(Influences.Headline headline) {
        return switch (headline.kind()) {
            case TRACED -> headline.place() + "/" + headline.productId() + "/tracedShare";
            case UNMET -> headline.place() + "/unmet";
            case VALUE -> headline.place() + "/valueAtRisk";
        };
    }

    private static void headlines(ArrayNode array, Influences influences) {
        for (Influences.Headline headline : influences.headlines()) {
            ObjectNode node = array.addObject();
            node.put("headline", key(headline));
            node.set("value", Json.number(headline.value()));
        }
    }

    private static void lines(ArrayNode array, Influences influences) {
        for (Influences.Line line : influences.lines()) {
            ObjectNode node = array.addObject();
            node.put("figure", line.figure().id());
            node.put("locator", line.figure().locator());
            node.put("flag", Json.flag(line.figure().flag()));
            node.set("value", Json.number(line.figure().value()));
            node.set("low", Json.number(line.figure().low()));
            node.set("high", Json.number(line.figure().high()));
            node.put("headline", key(influences.headlines().get(line.most())));
            node.put("points", line.points());
            ArrayNode moved = node.putArray("moves");
            for (int i = 0; i < line.low().size(); i++) {
                Influences.Headline headline = influences.headlines().get(i);
                double low = line.low().get(i);
                double high = line.high().get(i);
                if (headline.distance(low) >= Influences.LEAST || headline.distance(high) >= Influences.LEAST) {
                    ObjectNode move = moved.addObject();
                    move.put("headline", key(headline));
                    move.set("atLow", Json.number(low));
                    move.set("atHigh", Json.number(high));
                }
            }
        }
    }

    private String text(String key, Object... values) {
        return session.texts().get(key, values);
    }
}
