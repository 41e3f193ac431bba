package org.monazite.app.cli.plan;

import java.io.IOException;
import org.monazite.app.Workbench;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.shock.Played;
import org.monazite.app.text.ExitCode;
import org.monazite.plan.PlanSpec;
import org.monazite.plan.Planner;
import org.monazite.plan.Proof;
import org.monazite.plan.Value;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What knowing the future would be worth, and how much the plan may be regretted.
@Command(name = "value")
final class PlanValue extends PlanCommand.OfPlan {

    @Override
    protected Report report() throws IOException {
        Workbench workbench = session().workbench();
        PlanSpec spec = spec(workbench);
        Planner planner = planner(workbench, spec);
        Value value = refused(() -> planner.value(spec));
        Report report = begin(workbench);
        Played played = played();
        report.json().set("value", json(value, played));
        report.line(
                text("value.title", spec.name(), played.cost(value.planCostUsd()), played.usd(value.expectedUsd())));
        if (!played.isValued()) {
            report.line(text("answer.novalue"));
        }
        if (!Double.isNaN(value.evpiUsd())) {
            report.line(text("value.evpi", played.cost(Math.max(0, value.evpiUsd()))));
        }
        if (!Double.isNaN(value.mean().moneyUsd())) {
            mean(report, value, played);
        }
        report.line(text("value.table")).table(table(value, played));
        if (!Double.isNaN(value.leastRegretUsd())) {
            report.line(text(
                    "value.regret",
                    played.cost(value.mostRegretUsd()),
                    played.cost(value.leastRegretUsd()),
                    played.cost(value.leastRegretMoneyUsd()),
                    ids(value.leastRegretPlan())));
        }
        new PlanWords(session()).chances(value.chances(), spec.banQuarters()).forEach(report::line);
        report.line(text("value.method")).line(new PlanChecks(texts()).all(value.proofs()));
        played.closed(report);
        return within(report, code(value));
    }

    private static ExitCode code(Value value) {
        if (!Proof.hold(value.proofs())) {
            return ExitCode.CHECK_FAILED;
        }
        return value.finished() ? ExitCode.DONE : ExitCode.LIMIT;
    }

    private void mean(Report report, Value value, Played played) throws IOException {
        Value.Mean mean = value.mean();
        if (mean.broken().isEmpty()) {
            report.line(text("value.vss", played.cost(Math.max(0, mean.vssUsd())), ids(mean.decisions())));
        } else {
            report.line(text(
                    "value.vss.broken",
                    new PlanWords(session()).targets(mean.broken()),
                    played.cost(mean.moneyUsd()),
                    ids(mean.decisions())));
        }
    }

    private String ids(java.util.List<String> ids) throws IOException {
        return ids.isEmpty() ? text("plan.backs.nothing") : new DecisionNames(session()).all(ids);
    }

    private Table table(Value value, Played played) throws IOException {
        PlanWords planWords = new PlanWords(session());
        Table table = new Table()
                .text("ban", text("column.ban"))
                .number("year", text("column.year"))
                .number("chance", text("column.chance"))
                .number("plan_usd", text("column.planhere"))
                .number("best_usd", text("column.besthere"))
                .number("regret_usd", text("column.regret"))
                .number("decisions", text("column.bestdecisions"));
        for (Value.Line line : value.lines()) {
            table.row(
                    new Table.Cell(
                            line.banId().isEmpty() ? text("value.none") : planWords.ban(line.banId()), line.banId()),
                    Table.Cell.of(Integer.toString(line.year()), line.year()),
                    Table.Cell.of(numbers().share(line.chance()), line.chance()),
                    Table.Cell.of(played.cost(line.planUsd()), line.planUsd()),
                    money(line.bestUsd(), line.bestUsd()),
                    money(Math.max(0, line.regretUsd()), line.regretUsd()),
                    Table.Cell.of(
                            Integer.toString(line.bestPlan().size()),
                            line.bestPlan().size()));
        }
        return table;
    }

    /// A sum of money, or that the time did not suffice for it.
    private Table.Cell money(double shown, double usd) {
        return Double.isNaN(usd)
                ? new Table.Cell(text("value.notime"), "")
                : Table.Cell.of(PlanWords.estimate(numbers().usd(shown)), usd);
    }

    private static ObjectNode json(Value value, Played played) {
        ObjectNode node = Json.object();
        node.put("unit", "US dollars a year");
        node.set("planCostUsd", Json.number(value.planCostUsd()));
        node.set("expectedLossUsd", played.loss(value.expectedUsd()));
        node.set("evpiUsd", Json.number(value.evpiUsd()));
        ObjectNode mean = node.putObject("meanPlan");
        mean.set("decisions", Json.strings(value.mean().decisions()));
        mean.set("moneyUsd", Json.number(value.mean().moneyUsd()));
        mean.set("vssUsd", Json.number(value.mean().vssUsd()));
        mean.set("brokenTargets", Json.strings(value.mean().broken()));
        PlanChecks.json(mean, value.mean().proof());
        ArrayNode lines = node.putArray("states");
        for (Value.Line line : value.lines()) {
            ObjectNode each = lines.addObject();
            each.put("ban", line.banId());
            each.put("year", line.year());
            each.set("chance", Json.number(line.chance()));
            each.set("planUsd", Json.number(line.planUsd()));
            each.set("bestUsd", Json.number(line.bestUsd()));
            each.set("regretUsd", Json.number(line.regretUsd()));
            each.set("bestPlan", Json.strings(line.bestPlan()));
            PlanChecks.json(each, line.proof());
        }
        node.set("mostRegretUsd", Json.number(value.mostRegretUsd()));
        ObjectNode least = node.putObject("leastRegretPlan");
        least.set("decisions", Json.strings(value.leastRegretPlan()));
        least.set("mostRegretUsd", Json.number(value.leastRegretUsd()));
        least.set("moneyUsd", Json.number(value.leastRegretMoneyUsd()));
        PlanChecks.json(least, value.leastRegretProof());
        node.set("chances", PlanWords.json(value.chances()));
        node.put("finished", value.finished());
        PlanChecks.json(node, value.proof());
        return node;
    }
}
