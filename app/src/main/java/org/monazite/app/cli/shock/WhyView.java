package org.monazite.app.cli.shock;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Session;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.text.Texts;
import org.monazite.brief.Numbers;
import org.monazite.shock.Action;
import org.monazite.shock.Scenario;
import org.monazite.shock.Why;

/// An explanation for people: the story, the heaviest paths, the mechanisms, the events.
final class WhyView {

    private static final double SHOWN = 0.005;
    private static final int EVERY_WEEKS = 4;

    private final Texts texts;
    private final Numbers numbers;
    private final Words words;
    private final Scenario scenario;
    private final Why why;
    private final Played played;

    WhyView(Session session, String chain, Scenario scenario, Why why) throws IOException {
        this.texts = session.texts();
        this.numbers = session.numbers();
        this.words = new Words(session);
        this.scenario = scenario;
        this.why = why;
        this.played = new Played(session, chain);
    }

    void show(Report report) throws IOException {
        String who = numbers.list(places());
        String run = why.member() < 0 ? texts.get("why.central") : texts.get("why.member", why.member());
        if (!(why.loss() > 0)) {
            report.line(texts.get("why.nothing", scenario.name(), who, numbers.weeks(why.weeks()), run));
            return;
        }
        String what = why.product().isEmpty() ? texts.get("why.value") : words.product(why.product());
        report.line(texts.get(
                "why.title",
                scenario.name(),
                who,
                what,
                amount(why.loss()),
                numbers.weeks(why.weeks()),
                run,
                numbers.week(firstWeek())));
        report.line("");
        report.line(texts.get("why.paths"));
        int number = 0;
        for (Why.Path path : why.paths()) {
            if (path.share() >= SHOWN) {
                report.line("  (%d) %s  %s".formatted(++number, numbers.share(path.share()), story(path)));
            }
        }
        double small = why.paths().stream()
                .mapToDouble(Why.Path::share)
                .filter(share -> share < SHOWN)
                .sum();
        rest(report, "why.other", why.otherShare() + small);
        rest(report, "why.swings", why.swingShare());
        report.line("").line(texts.get("why.weekly")).table(weekly());
        report.line("").line(texts.get("why.waterfall")).table(waterfall());
        if (why.events().size() > 1) {
            report.line("").line(texts.get("why.events")).table(events());
        }
        played.closed(report.line("").line(texts.get("why.note")));
    }

    private void rest(Report report, String key, double share) {
        if (share >= 1e-6) {
            report.line("      " + numbers.share(share) + "  " + texts.get(key));
        }
    }

    private List<String> places() throws IOException {
        List<String> names = new ArrayList<>();
        for (String place : why.places()) {
            names.add(words.place(place));
        }
        return names;
    }

    private int firstWeek() {
        for (int week = 0; week < why.weeks(); week++) {
            if (why.lossByWeek().get(week) > 1e-3 * why.loss()) {
                return week + 1;
            }
        }
        return 1;
    }

    private String amount(double value) {
        return why.product().isEmpty() ? played.usd(value) : played.tonnes(value);
    }

    /// `China stops NdPr oxide (W01) -> Japan: NdPr metal short of NdPr oxide from W07 -> ...`
    private String story(Why.Path path) throws IOException {
        List<String> parts = new ArrayList<>(List.of(cause(path.root())));
        for (Why.Step step : path.steps()) {
            String week = step.firstWeek() == 0 ? "" : texts.get("why.from", numbers.week(step.firstWeek()));
            parts.add(texts.get(
                    "why.step." + step.relation().name().toLowerCase(Locale.ROOT),
                    words.place(step.place()),
                    maker(step),
                    step.input().isEmpty() ? "" : words.product(step.input()),
                    week));
        }
        return String.join(" -> ", parts.stream().map(String::strip).toList());
    }

    private String maker(Why.Step step) throws IOException {
        return step.product().endsWith(".use") ? texts.get("why.users") : words.product(step.product());
    }

    private String cause(Why.Root root) throws IOException {
        String place = root.place().isEmpty() ? "" : words.place(root.place());
        String product = root.product().isEmpty() ? "" : words.product(root.product());
        String week = root.action() < 0 ? "" : texts.get("why.from", numbers.week(root.firstWeek()));
        return texts.get(key(root), place, product, week);
    }

    private String key(Why.Root root) {
        if (root.cause() == Why.Cause.GATE) {
            Action action = scenario.actions().get(root.action());
            if (action instanceof Action.LicenceRegime) {
                return "why.cause.licence";
            }
            if (action instanceof Action.LaneClosure) {
                return "why.cause.gate.lane";
            }
            if (action instanceof Action.ExportBan ban && ban.allowed() > 0) {
                return "why.cause.cut";
            }
        }
        return "why.cause." + root.cause().name().toLowerCase(Locale.ROOT);
    }

    /// Every fourth week: the loss, and the path that weighs most in it.
    private Table weekly() {
        Table table = new Table()
                .text("weeks", texts.get("column.weeks"))
                .number("loss", texts.get("column.loss"))
                .text("paths", texts.get("column.paths"));
        for (int from = 0; from < why.weeks(); from += EVERY_WEEKS) {
            int to = Math.min(why.weeks(), from + EVERY_WEEKS);
            double loss = sum(why.lossByWeek(), from, to);
            if (loss > 0) {
                List<String> parts = new ArrayList<>();
                for (int i = 0; i < why.paths().size(); i++) {
                    double share = sum(why.paths().get(i).byWeek(), from, to) / loss;
                    if (share >= 0.05) {
                        parts.add("(%d) %s".formatted(i + 1, numbers.share(share)));
                    }
                }
                table.row(
                        Table.Cell.of(numbers.week(from + 1) + "-" + numbers.week(to)),
                        Table.Cell.of(amount(loss), loss),
                        Table.Cell.of(String.join("  ", parts)));
            }
        }
        return table;
    }

    private static double sum(List<Double> values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values.get(i);
        }
        return sum;
    }

    private Table waterfall() {
        Table table =
                new Table().text("mechanism", texts.get("column.mechanism")).number("amount", texts.get("column.loss"));
        row(table, texts.get("why.gross"), why.grossLoss());
        for (Why.Saved saved : why.waterfall()) {
            String key = "why.mechanism." + saved.mechanism().name().toLowerCase(Locale.ROOT);
            table.row(
                    new Table.Cell(texts.get(key), saved.mechanism().name().toLowerCase(Locale.ROOT)),
                    Table.Cell.of(signed(-saved.amount()), -saved.amount()));
        }
        row(table, texts.get("why.unmet"), why.loss());
        return table;
    }

    private String signed(double value) {
        String text = why.product().isEmpty() ? numbers.usd(Math.abs(value)) : numbers.tonnes(Math.abs(value));
        return value == 0 ? text : played.marked(value, (value < 0 ? "−" : "+") + text);
    }

    private void row(Table table, String text, double value) {
        table.row(Table.Cell.of(text), Table.Cell.of(amount(value), value));
    }

    private Table events() {
        Table table = new Table().text("event", texts.get("column.event")).number("amount", texts.get("column.worth"));
        for (Why.EventValue event : why.events()) {
            table.row(
                    Table.Cell.of(ActionText.of(scenario.actions().get(event.action()))),
                    Table.Cell.of(signed(event.amount()), event.amount()));
        }
        return table;
    }
}
