package org.monazite.app.cli.shock;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Task;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.app.verify.BacktestCases;
import org.monazite.shock.backtest.Knob;
import org.monazite.shock.backtest.Observation;
import org.monazite.shock.backtest.Score;
import org.monazite.shock.backtest.Scorecard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// How well the engine would have told past events: fitted on their first months, scored on the months after.
@Command(name = "backtest")
final class BacktestCommand extends Task {

    @Parameters(index = "0", arity = "0..1", paramLabel = "EVENT", descriptionKey = "arg.event")
    private @Nullable String event;

    @Override
    protected Report report() {
        List<String> events = event == null ? BacktestCases.EVENTS : List.of(known(event));
        Report report = new Report(Json.object());
        ArrayNode array = report.json().putArray("backtests");
        for (int i = 0; i < events.size(); i++) {
            Scorecard card = BacktestCases.inside(events.get(i));
            array.add(json(card));
            show(report, card);
            session().progress().count(i + 1, events.size());
        }
        return report.line(text("backtest.note"));
    }

    private static String known(String name) {
        return BacktestCases.find(name)
                .orElseThrow(() -> Problem.unknown(ExitCode.NOT_FOUND, "kind.event", name, "", BacktestCases.EVENTS));
    }

    private void show(Report report, Scorecard card) {
        report.line("").line(text("backtest.title." + card.event())).line(fitted(card));
        Table scores = new Table()
                .text("series", text("column.series"))
                .number("months", text("column.blind"))
                .number("wmape", text("column.wmape"))
                .number("naive_last", text("column.naive.last"))
                .number("naive_before", text("column.naive.before"))
                .number("naive_previous", text("column.naive.previous"))
                .number("cover", text("column.cover"))
                .number("extreme", text("column.extreme"))
                .number("back", text("column.back"));
        for (Scorecard.Row row : card.rows()) {
            if (row.first().isPresent() && row.whole().isPresent()) {
                if (row.first().get().months() < row.whole().get().months()) {
                    scores.row(cells(row, row.first().get(), false));
                }
                scores.row(cells(row, row.whole().get(), true));
            } else {
                report.line(text("backtest.unscored", series(row)));
            }
        }
        report.table(scores);
        if (event != null) {
            card.rows().forEach(row -> report.table(months(row)));
        }
    }

    private String fitted(Scorecard card) {
        StringBuilder values = new StringBuilder();
        card.fit()
                .values()
                .forEach((what, value) -> values.append(values.isEmpty() ? "" : ", ")
                        .append(text("knob." + what.key(), words(what, value))));
        return text("backtest.fitted", values, numbers().count(card.fit().tried()), card.members());
    }

    private String words(Knob.What what, double value) {
        return switch (what) {
            case APPROVAL, LATER_APPROVAL, CONTROLLED, SPILL, ALLOWED ->
                numbers().share(value);
            case DELAY_DAYS, START_DAYS, SPILL_DELAY_DAYS, STOCK_DAYS -> Long.toString(Math.round(value));
            case PRICE_SPEED -> two(value);
        };
    }

    private String series(Scorecard.Row row) {
        return text("series." + row.series().id().toLowerCase(Locale.ROOT));
    }

    private Table.Cell[] cells(Scorecard.Row row, Score score, boolean timed) {
        Optional<Integer> extreme = timed ? row.timing().map(each -> each.extremeError()) : Optional.empty();
        OptionalInt back =
                timed && row.timing().isPresent() ? row.timing().get().backError() : OptionalInt.empty();
        return new Table.Cell[] {
            Table.Cell.of(series(row)),
            Table.Cell.of(Integer.toString(score.months()), score.months()),
            number(OptionalDouble.of(score.wmape())),
            number(OptionalDouble.of(score.naive().lastFitted())),
            number(OptionalDouble.of(score.naive().before())),
            number(score.naive().previous()),
            Table.Cell.of(numbers().share(score.cover()), score.cover()),
            extreme.isPresent() ? signed(extreme.get()) : Table.Cell.of("-", Double.NaN),
            back.isPresent() ? signed(back.getAsInt()) : Table.Cell.of("-", Double.NaN)
        };
    }

    private static Table.Cell signed(int months) {
        return Table.Cell.of("%+d".formatted(months), months);
    }

    private static Table.Cell number(OptionalDouble value) {
        return value.isPresent()
                ? Table.Cell.of(two(value.getAsDouble()), value.getAsDouble())
                : Table.Cell.of("-", Double.NaN);
    }

    private static String two(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private Table months(Scorecard.Row row) {
        Table table = new Table()
                .text("series", series(row))
                .text("window", text("column.window"))
                .number("observed", text("column.observed"))
                .number("forecast", text("column.forecast"))
                .number("p10", "P10")
                .number("p90", "P90");
        for (Scorecard.Point point : row.points()) {
            Observation each = point.observation();
            if (each.window() != Observation.Window.CONTEXT) {
                String when =
                        each.day().map(Object::toString).orElse(each.month().toString());
                table.row(
                        Table.Cell.of(when),
                        Table.Cell.of(text("window." + each.window().name().toLowerCase(Locale.ROOT))),
                        number(OptionalDouble.of(each.multiple())),
                        number(OptionalDouble.of(point.central())),
                        number(OptionalDouble.of(point.band().p10())),
                        number(OptionalDouble.of(point.band().p90())));
            }
        }
        return table;
    }

    private static ObjectNode json(Scorecard card) {
        ObjectNode node = Json.object();
        node.put("event", card.event());
        node.put("members", card.members());
        ObjectNode fit = node.putObject("fitted");
        card.fit().values().forEach((what, value) -> fit.put(what.key(), value));
        node.set("fitError", Json.number(card.fit().error()));
        ArrayNode rows = node.putArray("series");
        card.rows().forEach(row -> {
            ObjectNode each = rows.addObject();
            each.put("id", row.series().id());
            each.put("unit", row.series().unit());
            each.put("baseline", row.series().baseline());
            row.first().ifPresent(score -> each.set("firstMonths", json(score)));
            row.whole().ifPresent(score -> each.set("allMonths", json(score)));
            row.timing().ifPresent(timing -> {
                each.put("extremeErrorMonths", timing.extremeError());
                timing.backError().ifPresent(error -> each.put("returnErrorMonths", error));
            });
            ArrayNode points = each.putArray("observations");
            row.points().forEach(point -> points.add(json(point)));
        });
        return node;
    }

    private static ObjectNode json(Score score) {
        ObjectNode node = Json.object();
        node.put("months", score.months());
        node.put("wmape", score.wmape());
        node.set("mape", Json.number(score.mape().orElse(Double.NaN)));
        node.put("crps", score.crps());
        node.put("cover", score.cover());
        node.put("naiveLastFitted", score.naive().lastFitted());
        node.put("naiveBefore", score.naive().before());
        node.put("naiveMeanFitted", score.naive().meanFitted());
        node.set("naivePrevious", Json.number(score.naive().previous().orElse(Double.NaN)));
        return node;
    }

    private static ObjectNode json(Scorecard.Point point) {
        ObjectNode node = Json.object();
        node.put("month", point.observation().month().toString());
        point.observation().day().ifPresent(day -> node.put("day", day.toString()));
        node.put("window", point.observation().window().name().toLowerCase(Locale.ROOT));
        node.put("observed", point.observation().multiple());
        node.set("forecast", Json.number(point.central()));
        node.set("p10", Json.number(point.band().p10()));
        node.set("p90", Json.number(point.band().p90()));
        return node;
    }
}
