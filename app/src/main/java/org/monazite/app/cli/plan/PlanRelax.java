package org.monazite.app.cli.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.monazite.app.Workbench;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.text.ExitCode;
import org.monazite.plan.PlanResult;
import org.monazite.plan.PlanSpec;
import org.monazite.plan.Planner;
import org.monazite.plan.Proof;
import org.monazite.plan.Relaxing;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Which targets must give way so that the others can be kept.
@Command(name = "relax")
final class PlanRelax extends PlanCommand.OfPlan {

    @Override
    protected Report report() throws IOException {
        Workbench workbench = session().workbench();
        PlanSpec spec = spec(workbench);
        Planner planner = planner(workbench, spec);
        Relaxing relaxing = refused(() -> planner.relax(spec));
        Report report = begin(workbench);
        report.json().set("relax", json(relaxing));
        List<PlanResult.TargetState> missed =
                relaxing.nearest().stream().filter(target -> !target.kept()).toList();
        nearest(report, spec, relaxing, missed);
        sets(report, relaxing, missed);
        report.line(new PlanChecks(texts()).all(relaxing.proofs()));
        ExitCode code = missed.isEmpty() ? ExitCode.DONE : ExitCode.INFEASIBLE;
        return within(report, Proof.hold(relaxing.proofs()) ? code : ExitCode.CHECK_FAILED);
    }

    private void nearest(Report report, PlanSpec spec, Relaxing relaxing, List<PlanResult.TargetState> missed)
            throws IOException {
        if (missed.isEmpty()) {
            report.line(text("relax.kept", spec.name(), relaxing.nearest().size()));
            return;
        }
        Words words = new Words(session());
        Table table = new Table()
                .text("target", text("column.target"))
                .text("subject", text("column.about"))
                .number("wanted", text("column.wanted"))
                .number("before", text("column.withoutplan"))
                .number("reached", text("column.reached"));
        for (PlanResult.TargetState target : missed) {
            String[] parts = target.subject().split(" ", 2);
            String name = target.subject().isEmpty()
                    ? text("target.all")
                    : words.place(parts[0]) + (parts.length > 1 ? " " + words.product(parts[1]) : "");
            table.row(
                    new Table.Cell(text("target." + target.name()), target.name()),
                    new Table.Cell(name, target.subject()),
                    Table.Cell.of(PlanWords.amount(numbers(), target, target.wanted()), target.wanted()),
                    Table.Cell.of(PlanWords.amount(numbers(), target, target.before()), target.before()),
                    Table.Cell.of(PlanWords.amount(numbers(), target, target.reached()), target.reached()));
        }
        report.line(text(
                        "relax.nearest",
                        spec.name(),
                        missed.size(),
                        relaxing.nearest().size()))
                .table(table);
    }

    private void sets(Report report, Relaxing relaxing, List<PlanResult.TargetState> missed) throws IOException {
        if (relaxing.sets().isEmpty() && !relaxing.open().isEmpty()) {
            report.line(text("relax.undecided"));
            return;
        }
        if (relaxing.size() == 0) {
            report.line(text(missed.isEmpty() ? "relax.nothing" : "relax.traced"));
            return;
        }
        if (missed.isEmpty()) {
            report.line(text("relax.later"));
        }
        report.line(text("relax.sets", relaxing.size(), relaxing.sets().size()));
        for (Relaxing.Way way : relaxing.sets()) {
            List<String> gives = new ArrayList<>();
            for (Relaxing.Gives each : way.gives()) {
                gives.add(gives(each));
            }
            report.line("  " + String.join(texts().pick("; and ", "、かつ"), gives));
        }
        long same = relaxing.open().stream()
                .filter(set -> set.size() == relaxing.size())
                .count();
        if (same > 0) {
            report.line(text("relax.open", same));
        }
        if (same < relaxing.open().size()) {
            report.line(text("relax.smaller", relaxing.open().size() - same));
        }
        report.line(text("relax.method"));
    }

    private String gives(Relaxing.Gives gives) throws IOException {
        String place = gives.partner().isEmpty() ? text("target.all") : new Words(session()).place(gives.partner());
        if (Double.isNaN(gives.needed())) {
            return text("relax.unknown", text("relax.target." + gives.name()), place);
        }
        boolean money = isMoney(gives);
        return text(
                "relax.gives",
                text("relax.target." + gives.name()),
                place,
                money ? numbers().usd(gives.wanted()) : numbers().share(gives.wanted()),
                money ? numbers().usd(gives.needed()) : numbers().share(gives.needed()));
    }

    private static boolean isMoney(Relaxing.Gives gives) {
        return gives.name().equals("budget") || gives.name().equals(PlanResult.TargetState.CVAR);
    }

    private static ObjectNode json(Relaxing relaxing) {
        ObjectNode node = Json.object();
        PlanChecks.json(node, relaxing.proof());
        node.put("size", relaxing.size());
        ArrayNode nearest = node.putArray("nearest");
        for (PlanResult.TargetState target : relaxing.nearest()) {
            ObjectNode each = nearest.addObject();
            each.put("name", target.name());
            each.put("subject", target.subject());
            each.set("wanted", Json.number(target.wanted()));
            each.set("before", Json.number(target.before()));
            each.set("reached", Json.number(target.reached()));
            each.put("kept", target.kept());
        }
        ArrayNode sets = node.putArray("sets");
        for (Relaxing.Way way : relaxing.sets()) {
            ArrayNode set = sets.addArray();
            for (Relaxing.Gives gives : way.gives()) {
                ObjectNode each = set.addObject();
                each.put("target", gives.name());
                each.put("partner", gives.partner());
                each.put("unit", isMoney(gives) ? "USD" : "share");
                each.set("wanted", Json.number(gives.wanted()));
                each.set("needed", Json.number(gives.needed()));
            }
        }
        ArrayNode proofs = node.putArray("setsChecked");
        relaxing.sets().forEach(way -> PlanChecks.json(proofs.addObject(), way.proof()));
        ArrayNode open = node.putArray("open");
        relaxing.open().forEach(set -> open.add(Json.strings(set)));
        return node;
    }
}
