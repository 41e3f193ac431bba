package org.monazite.app.cli.plan;

import java.io.IOException;
import java.util.List;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.text.ExitCode;
import org.monazite.plan.PlanSpec;
import org.monazite.plan.Planner;
import org.monazite.plan.RiskFrontier;
import org.monazite.supply.Flag;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What caution costs: cost against the mean of the worst years, for rising weights of it.
final class PlanWeights {

    private final PlanCommand.OfPlan task;
    private final RiskFrontier frontier;

    private PlanWeights(PlanCommand.OfPlan task, RiskFrontier frontier) {
        this.task = task;
        this.frontier = frontier;
    }

    static Report report(PlanCommand.OfPlan task, Planner planner, PlanSpec spec, Report report) throws IOException {
        RiskFrontier frontier = task.refused(() -> planner.frontierByWeight(spec));
        PlanWeights view = new PlanWeights(task, frontier);
        report.json().set("frontier", view.json());
        report.line(task.text("weights.title", spec.name(), task.numbers().share(frontier.part())))
                .table(view.table());
        report.line(new PlanChecks(task.texts())
                .plans(frontier.points().stream()
                        .map(RiskFrontier.Point::second)
                        .toList()));
        view.changes(report);
        new Words(task.session()).legend(List.of(Flag.UNVERIFIED)).forEach(report::line);
        boolean verified = frontier.points().stream()
                .allMatch(point -> point.verified() && !point.second().disputes());
        return task.within(report, verified ? ExitCode.DONE : ExitCode.CHECK_FAILED);
    }

    private Table table() {
        Table table = new Table()
                .text("weight", task.text("column.weight"))
                .number("cost_usd", task.text("column.yearlycost"))
                .number("spent_usd", task.text("column.spent"))
                .number("expected_usd", task.text("column.expected"))
                .number("tail_usd", task.text("column.tail", task.numbers().share(frontier.part())))
                .number("worst_usd", task.text("column.value"))
                .number("worst_unmet", task.text("column.worstban"))
                .number("decisions", task.text("column.decisions"))
                .text("targets_missed", task.text("column.kept.targets"))
                .text("verified", task.text("column.verified"));
        table.row(
                new Table.Cell(task.text("plan.late.none"), ""),
                Table.Cell.of(task.numbers().usd(0), 0),
                Table.Cell.of(task.numbers().usd(0), 0),
                usd(frontier.before().isValued(), frontier.before().expectedUsd()),
                usd(frontier.before().isValued(), frontier.before().tailUsd()),
                usd(frontier.before().isValued(), frontier.before().worstUsd()),
                share(frontier.before().worstUnmet()),
                Table.Cell.of("0", 0),
                new Table.Cell("", ""),
                new Table.Cell("", ""));
        for (RiskFrontier.Point point : frontier.points()) {
            boolean valued = point.loss().isValued();
            table.row(
                    new Table.Cell(Double.toString(point.weight()), Double.toString(point.weight())),
                    usd(true, point.costUsd()),
                    usd(true, point.spentUsd()),
                    usd(valued, point.loss().expectedUsd()),
                    usd(valued, point.loss().tailUsd()),
                    usd(valued, point.loss().worstUsd()),
                    share(point.loss().worstUnmet()),
                    Table.Cell.of(
                            Integer.toString(point.decisions().size()),
                            point.decisions().size()),
                    new Table.Cell(
                            point.missed().isEmpty()
                                    ? task.text("frontier.all")
                                    : task.text(
                                            "frontier.missed", point.missed().size()),
                            String.join(";", point.missed())),
                    new Table.Cell(
                            task.text(point.verified() ? "word.yes" : "word.no"), Boolean.toString(point.verified())));
        }
        return table;
    }

    private Table.Cell usd(boolean known, double usd) {
        return known
                ? Table.Cell.of(PlanWords.estimate(task.numbers().usd(usd)), usd)
                : new Table.Cell(task.numbers().notAvailable(), "");
    }

    private Table.Cell share(double share) {
        return Table.Cell.of(PlanWords.estimate(task.numbers().share(share)), share);
    }

    /// What comes in and goes out as the weight rises, or why nothing does.
    private void changes(Report report) throws IOException {
        List<RiskFrontier.Point> points = frontier.points();
        DecisionNames names = new DecisionNames(task.session());
        if (frontier.isOnePlan()) {
            report.line(task.text("weights.same"));
        }
        for (int k = 1; k < points.size(); k++) {
            if (!points.get(k).decisions().equals(points.get(k - 1).decisions())) {
                report.line(PlanYears.changes(
                        task.texts(),
                        names,
                        Double.toString(points.get(k - 1).weight()),
                        points.get(k - 1).decisions(),
                        Double.toString(points.get(k).weight()),
                        points.get(k).decisions()));
            }
        }
        if (frontier.tailBefore().all()) {
            report.line(task.text(
                    "weights.all",
                    task.numbers().share(frontier.tailBefore().chance()),
                    task.numbers().share(frontier.part())));
        }
        report.line(task.text("weights.method"));
    }

    private ObjectNode json() {
        ObjectNode node = Json.object();
        node.put("by", "weight");
        node.set("part", Json.number(frontier.part()));
        node.set("withoutPlan", PlansJson.json(frontier.before()));
        ArrayNode points = node.putArray("points");
        for (RiskFrontier.Point point : frontier.points()) {
            ObjectNode each = points.addObject();
            each.set("weight", Json.number(point.weight()));
            each.set("cost", Json.number(point.costUsd()));
            each.set("spent", Json.number(point.spentUsd()));
            each.set("loss", PlansJson.json(point.loss()));
            each.set("worstYears", PlanRisk.json(point.tail(), point.loss().isValued()));
            each.set("missedTargets", Json.strings(point.missed()));
            each.set("decisions", Json.strings(point.decisions()));
            each.put("verified", point.verified());
            PlansJson.second(each, point.second());
        }
        return node;
    }
}
