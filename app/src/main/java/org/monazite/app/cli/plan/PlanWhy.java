package org.monazite.app.cli.plan;

import java.io.IOException;
import java.util.List;
import org.monazite.app.Workbench;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.app.workspace.Workspace;
import org.monazite.plan.PlanSpec;
import org.monazite.plan.Planner;
import org.monazite.plan.Proof;
import org.monazite.plan.Why;
import org.monazite.supply.Flag;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Why a project or option is in the plan, or is not.
@Command(name = "why")
final class PlanWhy extends PlanCommand.OfPlan {

    @Parameters(index = "1", arity = "0..1", paramLabel = "PROJECT", descriptionKey = "arg.project")
    private String project = "";

    @Override
    protected Report report() throws IOException {
        Workbench workbench = session().workbench();
        if (project.isBlank() && !workbench.planIds().contains(name())) {
            throw Problem.of(
                    ExitCode.USAGE,
                    "problem.plan.why",
                    String.join(", ", workbench.workspace().names(Workspace.Shelf.PLANS)),
                    String.join(
                            ", ",
                            workbench.planIds().stream()
                                    .filter(id -> !id.contains("@"))
                                    .toList()));
        }
        PlanSpec spec = project.isBlank() ? spec(workbench, "default") : spec(workbench);
        project = project.isBlank() ? name() : project; // a project alone is one of the default plan
        Why why = why(workbench, spec);
        Report report = begin(workbench);
        ObjectNode node = report.json();
        node.put("id", why.id());
        node.put("inPlan", why.inPlan());
        node.set("costDeltaUsd", Json.number(why.costDeltaUsd()));
        node.set("worstUnmetDelta", Json.number(why.worstUnmetDelta()));
        node.set("planCostDeltaUsd", Json.number(why.planCostDeltaUsd()));
        node.set("expectedLossDeltaUsd", Json.number(why.expectedDeltaUsd()));
        node.set("lostTargets", Json.strings(why.lostTargets()));
        node.set("wonTargets", Json.strings(why.wonTargets()));
        node.set("yearlyCostPerUnitUsd", Json.number(why.yearlyUsd()));
        node.put("verified", why.proofs().stream().allMatch(Proof::verified));
        PlansJson.second(node, why.proofs().getFirst().second());
        PlanChecks.json(node.putObject("changedPlan"), why.proofs().getLast());
        node.set("otherIn", Json.strings(why.otherIn()));
        node.set("otherOut", Json.strings(why.otherOut()));
        node.put("sentenceEn", why.sentenceEn());
        node.put("sentenceJa", why.sentenceJa());
        Table table = worth(node, why);
        PlanWhyView view = new PlanWhyView(session());
        String sentence = view.sentence(why);
        node.put("sentence", sentence);
        report.line(texts().pick(why.nameEn(), why.nameJa())).line(sentence);
        view.change(report, why);
        if (!table.isEmpty()) {
            report.line(text("why.saves")).table(table);
        }
        view.paid(report, why);
        new Words(session()).legend(List.of(Flag.UNVERIFIED)).forEach(report::line);
        return within(report, Proof.hold(why.proofs()) ? ExitCode.DONE : ExitCode.CHECK_FAILED);
    }

    /// What it saves, ban by ban.
    private Table worth(ObjectNode node, Why why) throws IOException {
        PlanWords planWords = new PlanWords(session());
        Table table = new Table()
                .text("ban", text("column.ban"))
                .number("saved_usd", text("column.saved"))
                .number("saved_unmet", text("column.savedunmet"));
        ArrayNode worth = node.putArray("worthByBan");
        for (Why.Worth each : why.worthByBan()) {
            table.row(
                    new Table.Cell(planWords.ban(each.banId()), each.banId()),
                    Table.Cell.of(PlanWords.estimate(numbers().usd(each.savedUsd())), each.savedUsd()),
                    Table.Cell.of(PlanWords.estimate(numbers().share(each.savedUnmet())), each.savedUnmet()));
            ObjectNode row = worth.addObject();
            row.put("ban", each.banId());
            row.set("savedUsd", Json.number(each.savedUsd()));
            row.set("savedUnmet", Json.number(each.savedUnmet()));
        }
        return table;
    }

    private Why why(Workbench workbench, PlanSpec spec) throws IOException {
        List<String> known = workbench.planIds();
        Planner planner = planner(workbench, spec);
        if (!known.contains(project) && !project.startsWith("offtake.")) {
            throw Problem.unknown(ExitCode.NOT_FOUND, "kind.project", project, "", known);
        }
        return refused(() -> planner.why(spec, project));
    }
}
