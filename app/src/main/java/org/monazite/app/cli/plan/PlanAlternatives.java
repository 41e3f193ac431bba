package org.monazite.app.cli.plan;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.monazite.app.Workbench;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.plan.Alternatives;
import org.monazite.plan.PlanSpec;
import org.monazite.plan.Planner;
import org.monazite.supply.Flag;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What all good plans have in common.
@Command(name = "alternatives")
final class PlanAlternatives extends PlanCommand.OfPlan {

    private static final double DEFAULT = 3;

    @Option(names = "--tolerance", paramLabel = "PERCENT", descriptionKey = "opt.tolerance")
    private double percent = DEFAULT;

    @Option(names = "--all", descriptionKey = "opt.all.items")
    private boolean all;

    @Override
    protected Report report() throws IOException {
        if (!(percent > 0 && percent <= 100)) {
            throw Problem.of(ExitCode.USAGE, "problem.option.range", "--tolerance", percent, "0", "100");
        }
        Workbench workbench = session().workbench();
        PlanSpec spec = spec(workbench);
        Planner planner = planner(workbench, spec);
        Alternatives found = refused(() -> planner.alternatives(spec, percent / 100));
        Report report = begin(workbench);
        report.json().set("alternatives", json(found));
        report.line(text(
                "alternatives.title",
                spec.name(),
                numbers().share(percent / 100),
                PlanWords.estimate(numbers().usd(found.bestUsd()))));
        section(report, found, Alternatives.State.ALWAYS);
        section(report, found, Alternatives.State.OPTIONAL);
        section(report, found, Alternatives.State.OPEN);
        never(report, found);
        other(report, found);
        return within(report, found.verified() && found.otherVerified() ? ExitCode.DONE : ExitCode.CHECK_FAILED);
    }

    private static List<Alternatives.Item> of(Alternatives found, Alternatives.State state) {
        return found.items().stream().filter(item -> item.state() == state).toList();
    }

    /// Contracts that the plan does not close are counted, not listed, unless all are asked for.
    private void section(Report report, Alternatives found, Alternatives.State state) {
        List<Alternatives.Item> items = of(found, state);
        List<Alternatives.Item> shown = items.stream()
                .filter(item -> all || item.inPlan() || !item.id().startsWith("offtake."))
                .toList();
        if (items.isEmpty()) {
            return;
        }
        Table table = new Table()
                .text("id", text("column.decision"))
                .text("name", text("column.name"))
                .text("in_plan", text("column.inplan"))
                .number("least", text("column.least"))
                .number("most", text("column.most"));
        for (Alternatives.Item item : shown) {
            table.row(
                    Table.Cell.of(item.id()),
                    Table.Cell.of(texts().pick(item.nameEn(), item.nameJa())),
                    new Table.Cell(
                            text(item.inPlan() ? "alternatives.in" : "alternatives.out"),
                            Boolean.toString(item.inPlan())),
                    Table.Cell.of(amount(item, item.leastTonnes()), item.leastTonnes()),
                    Table.Cell.of(amount(item, item.mostTonnes()), item.mostTonnes()));
        }
        report.line(text("alternatives." + state.name().toLowerCase(Locale.ROOT), items.size()));
        if (!table.isEmpty()) {
            report.table(table);
        }
        if (shown.size() < items.size()) {
            report.line(text("alternatives.contracts", items.size() - shown.size()));
        }
    }

    /// Tonnes a year, or tonnes of a stock; sizes of options and contracts are estimates.
    private String amount(Alternatives.Item item, double tonnes) {
        return tonnes == 0
                ? numbers().tonnes(0)
                : Flag.ESTIMATE.mark() + numbers().tonnes(tonnes);
    }

    private void never(Report report, Alternatives found) throws IOException {
        List<Alternatives.Item> items = of(found, Alternatives.State.NEVER);
        if (!items.isEmpty()) {
            report.line(text(
                    "alternatives.never",
                    items.size(),
                    new DecisionNames(session())
                            .all(items.stream().map(Alternatives.Item::id).toList())));
        }
    }

    private void other(Report report, Alternatives found) throws IOException {
        report.line(text(
                "alternatives.other",
                PlanWords.estimate(numbers().usd(found.otherUsd())),
                PlanWords.estimate(numbers().share(found.otherWorst())),
                text(found.otherVerified() ? "plan.verified" : "plan.notverified"),
                new DecisionNames(session()).all(found.other())));
        if (!found.otherMissed().isEmpty()) {
            report.line(text("alternatives.misses", new PlanWords(session()).targets(found.otherMissed())));
        }
        report.line(text("alternatives.method"));
        new Words(session()).legend(List.of(Flag.UNVERIFIED)).forEach(report::line);
    }

    private static ObjectNode json(Alternatives found) {
        ObjectNode node = Json.object();
        node.set("tolerance", Json.number(found.tolerance()));
        node.set("bestUsd", Json.number(found.bestUsd()));
        node.put("verified", found.verified());
        ArrayNode items = node.putArray("items");
        for (Alternatives.Item item : found.items()) {
            ObjectNode each = items.addObject();
            each.put("id", item.id());
            each.put("nameEn", item.nameEn());
            each.put("nameJa", item.nameJa());
            each.put("state", item.state().id());
            each.put("inPlan", item.inPlan());
            each.set("least", Json.number(item.least()));
            each.set("most", Json.number(item.most()));
            each.put("unit", item.id().startsWith("offtake.") ? "t/yr" : "modules");
            each.set("leastTonnes", Json.number(item.leastTonnes()));
            each.set("mostTonnes", Json.number(item.mostTonnes()));
        }
        ObjectNode other = node.putObject("mostDifferent");
        other.set("decisions", Json.strings(found.other()));
        other.set("usd", Json.number(found.otherUsd()));
        other.set("worstUnmet", Json.number(found.otherWorst()));
        other.set("missedTargets", Json.strings(found.otherMissed()));
        other.put("verified", found.otherVerified());
        return node;
    }
}
