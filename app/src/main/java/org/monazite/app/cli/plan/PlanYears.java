package org.monazite.app.cli.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Texts;
import org.monazite.plan.PlanSpec;
import org.monazite.plan.Planner;
import org.monazite.plan.YearFrontier;
import org.monazite.supply.Flag;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What waiting saves: cost against target year.
final class PlanYears {

    private static final double DEARER = 1.05; // more than this times the knee's cost is worth a word
    private static final int WIDEST = 24; // blocks of the longest bar

    private final PlanCommand.OfPlan task;
    private final YearFrontier frontier;

    private PlanYears(PlanCommand.OfPlan task, YearFrontier frontier) {
        this.task = task;
        this.frontier = frontier;
    }

    static Report report(PlanCommand.OfPlan task, Planner planner, PlanSpec spec, Report report) throws IOException {
        YearFrontier frontier = task.refused(() -> planner.frontierByYear(spec));
        PlanYears view = new PlanYears(task, frontier);
        report.json().set("frontier", view.json());
        if (!frontier.points().isEmpty()) {
            report.line(task.text("years.title", spec.name())).table(view.table());
            report.line(new PlanChecks(task.texts())
                    .plans(frontier.points().stream()
                            .map(YearFrontier.Point::second)
                            .toList()));
        }
        view.knee(report);
        boolean verified = frontier.points().stream()
                .allMatch(point -> point.verified() && !point.second().disputes());
        boolean any = frontier.points().isEmpty() || frontier.knee() >= 0;
        ExitCode code = any ? ExitCode.DONE : ExitCode.INFEASIBLE;
        return task.within(report, verified ? code : ExitCode.CHECK_FAILED);
    }

    private Table table() {
        Table table = new Table()
                .number("target_year", task.text("column.year"))
                .number("cost_usd", task.text("column.yearlycost"))
                .text("chart", "")
                .number("spent_usd", task.text("column.spent"))
                .number("worst_unmet", task.text("column.worstban"))
                .number("decisions", task.text("column.decisions"))
                .text("targets_missed", task.text("column.kept.targets"))
                .text("verified", task.text("column.verified"));
        double most = 0;
        for (YearFrontier.Point point : frontier.points()) {
            most = Math.max(most, point.costUsd());
        }
        for (int k = 0; k < frontier.points().size(); k++) {
            YearFrontier.Point point = frontier.points().get(k);
            int blocks = most > 0 ? (int) Math.rint(WIDEST * point.costUsd() / most) : 0;
            table.row(
                    Table.Cell.of(Integer.toString(point.year()), point.year()),
                    Table.Cell.of(PlanWords.estimate(task.numbers().usd(point.costUsd())), point.costUsd()),
                    new Table.Cell((point.keepsAll() ? "#" : ".").repeat(blocks), ""),
                    Table.Cell.of(PlanWords.estimate(task.numbers().usd(point.spentUsd())), point.spentUsd()),
                    Table.Cell.of(PlanWords.estimate(task.numbers().share(point.worstUnmet())), point.worstUnmet()),
                    Table.Cell.of(
                            Integer.toString(point.decisions().size()),
                            point.decisions().size()),
                    new Table.Cell(
                            point.keepsAll()
                                    ? task.text("frontier.all")
                                    : task.text(
                                            "frontier.missed", point.missed().size()),
                            String.join(";", point.missed())),
                    new Table.Cell(
                            task.text(point.verified() ? "word.yes" : "word.no")
                                    + (k == frontier.knee() ? "  " + task.text("plan.knee") : ""),
                            Boolean.toString(point.verified())));
        }
        return table;
    }

    /// What the knee is, and which works, stocks and contracts change there.
    private void knee(Report report) throws IOException {
        List<YearFrontier.Point> points = frontier.points();
        if (points.isEmpty()) {
            return;
        }
        if (frontier.knee() < 0) {
            report.line(task.text("years.never", points.getLast().year()));
            return;
        }
        YearFrontier.Point knee = points.get(frontier.knee());
        YearFrontier.Point first =
                points.stream().filter(YearFrontier.Point::keepsAll).findFirst().orElse(knee);
        if (knee.year() == first.year()) {
            report.line(task.text(
                    "years.first",
                    knee.year(),
                    PlanWords.estimate(task.numbers().usd(knee.costUsd()))));
        } else {
            report.line(task.text(
                    "years.knee",
                    first.year(),
                    PlanWords.estimate(task.numbers().usd(first.costUsd())),
                    knee.year(),
                    PlanWords.estimate(task.numbers().usd(knee.costUsd()))));
        }
        if (frontier.knee() > 0) {
            changes(report, points.get(frontier.knee() - 1), knee);
        }
        if (frontier.knee() < points.size() - 1) {
            changes(report, knee, points.get(frontier.knee() + 1));
        }
        dearer(report, knee);
        if (points.stream().anyMatch(point -> !point.keepsAll())) {
            report.line(task.text("years.chart"));
        }
        report.line(task.text("years.method"));
        new Words(task.session()).legend(List.of(Flag.UNVERIFIED)).forEach(report::line);
    }

    /// Why targets cost more again if they are to hold from a later year on, where they do: a later year leaves
    /// more time to build and differs in nothing else but what decided works make and what is needed.
    private void dearer(Report report, YearFrontier.Point knee) {
        frontier.points().stream()
                .filter(point -> point.keepsAll() && point.year() > knee.year())
                .filter(point -> point.costUsd() > DEARER * knee.costUsd())
                .max(java.util.Comparator.comparingDouble(YearFrontier.Point::costUsd)
                        .thenComparing(YearFrontier.Point::year, java.util.Comparator.reverseOrder()))
                .ifPresent(most -> report.line(task.text(
                        "years.dearer",
                        knee.year(),
                        PlanWords.estimate(task.numbers().usd(most.costUsd())),
                        most.year())));
    }

    private void changes(Report report, YearFrontier.Point from, YearFrontier.Point to) throws IOException {
        report.line(changes(
                task.texts(),
                new DecisionNames(task.session()),
                task.numbers().year(from.year()),
                from.decisions(),
                task.numbers().year(to.year()),
                to.decisions()));
    }

    /// What comes in and what goes out between two plans, in words.
    static String changes(
            Texts texts, DecisionNames names, String from, List<String> before, String to, List<String> after)
            throws IOException {
        List<String> in = minus(after, before);
        List<String> out = minus(before, after);
        if (in.isEmpty() && out.isEmpty()) {
            return texts.get("knee.same", from, to);
        }
        if (out.isEmpty()) {
            return texts.get("knee.in", from, to, names.all(in));
        }
        if (in.isEmpty()) {
            return texts.get("knee.out", from, to, names.all(out));
        }
        return texts.get("knee.both", from, to, names.all(in), names.all(out));
    }

    private static List<String> minus(List<String> from, List<String> what) {
        List<String> rest = new ArrayList<>(new TreeSet<>(from));
        rest.removeAll(what);
        return rest;
    }

    private ObjectNode json() {
        ObjectNode node = Json.object();
        node.put("by", "year");
        node.put("knee", frontier.knee());
        ArrayNode points = node.putArray("points");
        for (YearFrontier.Point point : frontier.points()) {
            ObjectNode each = points.addObject();
            each.put("year", point.year());
            each.set("cost", Json.number(point.costUsd()));
            each.set("spent", Json.number(point.spentUsd()));
            each.set("worstUnmet", Json.number(point.worstUnmet()));
            each.set("missedTargets", Json.strings(point.missed()));
            each.set("decisions", Json.strings(point.decisions()));
            each.put("proved", point.proved());
            each.put("verified", point.verified());
            PlansJson.second(each, point.second());
        }
        return node;
    }
}
