package org.monazite.app.cli.shock;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.monazite.app.Plays;
import org.monazite.app.Workbench;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Task;
import org.monazite.app.cli.paper.Words;
import org.monazite.brief.Numbers;
import org.monazite.shock.Comparison;
import org.monazite.shock.EnsembleSettings;
import org.monazite.shock.Quantiles;
import org.monazite.shock.Scenario;
import org.monazite.shock.Spread;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What one scenario costs more than another, with common random numbers.
@Command(name = "compare")
final class CompareCommand extends Task {

    private static final int EVERY_WEEKS = 4;

    @Parameters(index = "0", paramLabel = "A", descriptionKey = "arg.scenario.first")
    private String first = "";

    @Parameters(index = "1", paramLabel = "B", descriptionKey = "arg.scenario.second")
    private String second = "";

    @Option(names = "--for", paramLabel = "PLACES", descriptionKey = "opt.for", split = ",", defaultValue = "JPN,USA")
    private List<String> partners = List.of("JPN", "USA");

    @Option(names = "--members", paramLabel = "N", descriptionKey = "opt.members", defaultValue = "500")
    private int members = 500;

    @Option(names = "--weeks", paramLabel = "N", descriptionKey = "opt.weeks", defaultValue = "52")
    private int weeks = 52;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "opt.seed", defaultValue = "20251028")
    private long seed = 20251028L;

    @Option(names = "--chain", paramLabel = "CHAIN", descriptionKey = "opt.chain", defaultValue = "magnets")
    private String chain = "magnets";

    @Override
    protected Report report() throws IOException {
        Workbench workbench = session().workbench();
        EnsembleSettings settings =
                ShockCommand.settings(weeks, members, seed, session().threads());
        TreeSet<String> places = new TreeSet<>(workbench.words(chain).places(partners, "--for"));
        Plays plays = workbench.plays(chain);
        Scenario one = plays.scenario(first);
        Scenario two = plays.scenario(second);
        Comparison comparison = plays.compare(one, two, settings, places);
        Report report = new Report(Json.object());
        ObjectNode cards = report.json().putObject("runCards");
        cards.set("first", Json.card(plays.card(one, settings)));
        cards.set("second", Json.card(plays.card(two, settings)));
        json(report.json(), comparison);
        Played played = new Played(session(), chain);
        show(report, comparison, played);
        played.closed(report);
        closed(report, chain);
        return report.line(text("compare.next", first, second));
    }

    private void show(Report report, Comparison comparison, Played played) throws IOException {
        Words words = new Words(session());
        report.line(text(
                "compare.title",
                comparison.first(),
                comparison.second(),
                numbers().weeks(weeks),
                numbers().count(members)));
        Table table = columns(new Table().text("place", text("column.place"))).text("worse", text("column.worse"));
        for (Comparison.PlaceLoss loss : comparison.places()) {
            Spread.Point more = loss.more().median();
            table.row(
                    new Table.Cell(words.place(loss.place()), loss.place()),
                    usd(played, loss.first().median().value()),
                    usd(played, loss.second().median().value()),
                    usd(played, more.value()),
                    interval(more, this::money),
                    Table.Cell.of(numbers().outOfTen(loss.worse()), loss.worse()));
        }
        report.table(table).line("").line(text("compare.products"));
        Table products =
                columns(new Table().text("product", text("column.product")).text("place", text("column.place")));
        for (Comparison.Line line : comparison.lines()) {
            Spread.Point more = line.more().median();
            products.row(
                    new Table.Cell(words.product(line.productId()), line.productId()),
                    new Table.Cell(words.place(line.place()), line.place()),
                    weeks(played, line.first().median().value()),
                    weeks(played, line.second().median().value()),
                    weeks(played, more.value()),
                    interval(more, CompareCommand::tenths));
        }
        report.table(products);
        for (Comparison.PlaceLoss loss : comparison.places()) {
            report.line("")
                    .line(text("compare.weeks", words.place(loss.place())))
                    .table(byWeek(loss, played));
        }
        report.line("").line(text("compare.note"));
    }

    private Table columns(Table table) {
        return table.number("first", "A")
                .number("second", "B")
                .number("more", text("column.more"))
                .text("interval", text("column.interval"));
    }

    private Table byWeek(Comparison.PlaceLoss loss, Played played) {
        Table table = new Table()
                .text("week", text("column.weeks"))
                .number("p50", text("column.more"))
                .text("band", text("column.band"));
        for (int week = EVERY_WEEKS; week <= weeks; week += EVERY_WEEKS) {
            Quantiles more = loss.moreByWeek().get(week - 1);
            table.row(
                    Table.Cell.of(numbers().week(week), week),
                    usd(played, more.p50()),
                    new Table.Cell(money(more.p10()) + to() + money(more.p90()), more.p10() + ".." + more.p90()));
        }
        return table;
    }

    private Table.Cell usd(Played played, double value) {
        return Table.Cell.of(played.marked(value, money(value)), value);
    }

    /// Between the ends of a range.
    private String to() {
        return texts().pick(" – ", "〜");
    }

    private String money(double value) {
        Numbers numbers = numbers();
        return value < 0 ? "−" + numbers.usd(-value) : numbers.usd(value);
    }

    private static Table.Cell weeks(Played played, double value) {
        return Table.Cell.of(played.marked(Math.abs(value) < 0.05 ? 0 : value, tenths(value)), value);
    }

    private static String tenths(double value) {
        return String.format(Locale.ROOT, "%.1f", Math.abs(value) < 0.05 ? 0 : value);
    }

    private Table.Cell interval(Spread.Point point, java.util.function.DoubleFunction<String> words) {
        return Double.isNaN(point.low()) || Double.isNaN(point.high())
                ? Table.Cell.of("-")
                : new Table.Cell(
                        words.apply(point.low()) + to() + words.apply(point.high()), point.low() + ".." + point.high());
    }

    private static void json(ObjectNode json, Comparison comparison) {
        json.put("first", comparison.first());
        json.put("second", comparison.second());
        json.put("weeks", comparison.weeks());
        json.put("members", comparison.members());
        json.put("seed", comparison.seed());
        ArrayNode places = json.putArray("places");
        for (Comparison.PlaceLoss loss : comparison.places()) {
            ObjectNode node = places.addObject();
            node.put("place", loss.place());
            node.set("firstUsd", Json.spread(loss.first()));
            node.set("secondUsd", Json.spread(loss.second()));
            node.set("moreUsd", Json.spread(loss.more()));
            node.put("secondWorseShare", loss.worse());
            ArrayNode weekly = node.putArray("moreUsdByWeek");
            loss.moreByWeek().forEach(week -> weekly.add(Json.quantiles(week)));
        }
        ArrayNode lines = json.putArray("lines");
        for (Comparison.Line line : comparison.lines()) {
            ObjectNode node = lines.addObject();
            node.put("product", line.productId());
            node.put("place", line.place());
            node.set("firstWeeks", Json.spread(line.first()));
            node.set("secondWeeks", Json.spread(line.second()));
            node.set("moreWeeks", Json.spread(line.more()));
        }
    }
}
