package org.monazite.app.cli.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.text.Texts;
import org.monazite.brief.Numbers;
import org.monazite.plan.Frontier;
import org.monazite.plan.PlanSpec;
import org.monazite.plan.Steps;
import org.monazite.supply.Flag;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What each step along a frontier costs and saves, and why it bends at the knee, in words and JSON.
final class PlanSteps {

    private final Texts texts;
    private final Numbers numbers;
    private final Words words;
    private final DecisionNames names;

    PlanSteps(Texts texts, Numbers numbers, Words words, DecisionNames names) {
        this.texts = texts;
        this.numbers = numbers;
        this.words = words;
        this.names = names;
    }

    /// One row for each step, then what the knee is and why more money buys little beyond it.
    void show(Report report, Frontier frontier, PlanSpec spec, Flag flag) throws IOException {
        Steps steps = Steps.of(frontier, spec.targetYear());
        if (!steps.list().isEmpty()) {
            report.line(texts.get("steps.title"))
                    .table(table(frontier, steps, flag))
                    .table(changes(frontier, steps));
        }
        for (String line : lines(frontier, steps, spec, flag)) {
            report.line(line);
        }
        ArrayNode explained = ((ObjectNode) report.json().path("frontier").path("kneeExplained")).putArray("words");
        lines(frontier, steps, spec, flag).forEach(explained::add);
    }

    private Table table(Frontier frontier, Steps steps, Flag flag) {
        Table table = new Table()
                .number("from_usd", texts.get("column.step.from"))
                .number("to_usd", texts.get("column.step.to"))
                .number("unmet_saved", texts.get("column.step.unmet"))
                .number("usd_per_point", texts.get("column.step.perpoint"))
                .number("expected_saved_usd", texts.get("column.step.expected"))
                .number("saved_per_usd", texts.get("column.step.perdollar"))
                .text("knee", "");
        for (Steps.Step step : steps.list()) {
            Steps.Slope slope = step.slope();
            double perDollar = 1 / slope.costPerSavedUsd();
            Frontier.Point from = frontier.points().get(step.from());
            Frontier.Point to = frontier.points().get(step.to());
            boolean knee = step.to() == frontier.knee();
            table.row(
                    Table.Cell.of(numbers.usd(from.spentUsd()), from.spentUsd()),
                    Table.Cell.of(numbers.usd(to.spentUsd()), to.spentUsd()),
                    Table.Cell.of(
                            Words.marked(flag, numbers.pointsApart(Math.max(0, slope.unmetSaved()))),
                            slope.unmetSaved()),
                    number(flag, slope.usdPerPoint()),
                    number(flag, slope.expectedSavedUsd()),
                    number(flag, perDollar > 0 && Double.isFinite(perDollar) ? perDollar : Double.NaN),
                    new Table.Cell(knee ? texts.get("plan.knee") : "", knee ? "knee" : ""));
        }
        return table;
    }

    private Table changes(Frontier frontier, Steps steps) {
        Table table = new Table()
                .number("to_usd", texts.get("column.step.to"))
                .text("changes", texts.get("column.step.changes"));
        for (Steps.Step step : steps.list()) {
            Frontier.Point to = frontier.points().get(step.to());
            table.row(Table.Cell.of(numbers.usd(to.spentUsd()), to.spentUsd()), changes(step));
        }
        return table;
    }

    private Table.Cell number(Flag flag, double usd) {
        return Double.isNaN(usd) ? new Table.Cell("–", "") : Table.Cell.of(Words.marked(flag, numbers.usd(usd)), usd);
    }

    /// `+ met.module@USA 500 t; − offtake.GBR/ndpr.metal@USA`.
    private Table.Cell changes(Steps.Step step) {
        List<String> parts = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (Steps.Change each : step.changes()) {
            ids.add(each.id());
            if (each.before() == 0) {
                parts.add("+ " + each.id() + " " + numbers.tonnes(each.after()));
            } else if (each.after() == 0) {
                parts.add("− " + each.id());
            } else {
                parts.add(each.id() + " " + numbers.tonnes(each.before()) + " → " + numbers.tonnes(each.after()));
            }
        }
        return new Table.Cell(String.join(texts.pick("; ", "、"), parts), String.join(";", ids));
    }

    private List<String> lines(Frontier frontier, Steps steps, PlanSpec spec, Flag flag) throws IOException {
        List<String> lines = new ArrayList<>();
        Frontier.Point knee = frontier.points().get(frontier.knee());
        Steps.Slope before = steps.upToKnee();
        if (!Double.isNaN(before.usdPerPoint())) {
            lines.add(texts.get(
                    "steps.before",
                    numbers.usd(knee.spentUsd()),
                    Words.marked(flag, numbers.usd(before.usdPerPoint())),
                    dearest(steps, frontier.knee(), flag),
                    perDollar(before, flag)));
        }
        lines.addAll(relieved(steps, frontier.setting().overtime(), spec, flag));
        lines.add(because(frontier, steps, spec, flag));
        return lines;
    }

    /// The cheapest and the dearest step up to the knee that takes points off, where they differ.
    private String dearest(Steps steps, int knee, Flag flag) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (Steps.Step step : steps.list()) {
            double each = step.slope().usdPerPoint();
            if (step.to() <= knee && !Double.isNaN(each)) {
                least = Math.min(least, each);
                most = Math.max(most, each);
            }
        }
        return most > least ? texts.get("steps.range", Words.marked(flag, numbers.usdRange(least, most))) : "";
    }

    private String perDollar(Steps.Slope slope, Flag flag) {
        double saved = 1 / slope.costPerSavedUsd();
        return saved > 0 && Double.isFinite(saved)
                ? texts.get("steps.perdollar", Words.marked(flag, numbers.usd(saved)))
                : "";
    }

    /// The scarce stage and what the knee's plan does to it.
    private List<String> relieved(Steps steps, double overtime, PlanSpec spec, Flag flag) throws IOException {
        List<String> parts = new ArrayList<>();
        for (Steps.Relieved each : steps.relieved()) {
            parts.add(texts.get(
                    "steps.relieved.stage",
                    words.product(each.productId()),
                    Words.marked(flag, numbers.tonnes(each.addedTonnes())),
                    Words.marked(flag, numbers.roundShare(each.before())),
                    Words.marked(flag, numbers.roundShare(each.with())),
                    overtime > 1
                            ? texts.get(
                                    "steps.relieved.ban",
                                    Words.marked(flag, numbers.roundShare(each.with() / overtime)),
                                    Words.marked(flag, numbers.roundShare(each.before() / overtime)))
                            : ""));
        }
        if (parts.isEmpty()) {
            return steps.list().isEmpty() ? List.of() : List.of(texts.get("steps.relieved.none"));
        }
        boolean ample = steps.relieved().stream().allMatch(each -> each.before() < 1);
        return List.of(texts.get(
                "steps.relieved",
                spec.targetYear(),
                words.place(spec.against()),
                String.join(texts.pick("; ", "、"), parts),
                ample ? texts.get("steps.relieved.others") : ""));
    }

    /// Why more money than the knee's buys little.
    private String because(Frontier frontier, Steps steps, PlanSpec spec, Flag flag) throws IOException {
        Frontier.Point knee = frontier.points().get(frontier.knee());
        Frontier.Point last = frontier.points().getLast();
        String spent = numbers.usd(knee.spentUsd());
        String unmet = Words.marked(flag, numbers.share(knee.worstUnmet()));
        return switch (steps.beyond()) {
            case NOTHING_LEFT -> texts.get("steps.because.nothing", spent);
            case SAME_PLAN ->
                texts.get(
                        "steps.because.same", spent, numbers.usd(last.budgetUsd()), unmet, scarcest(steps, spec, flag));
            case NO_BEND ->
                texts.get("steps.because.nobend", numbers.usd(knee.budgetUsd()), unmet, scarcest(steps, spec, flag));
            case DEARER -> dearer(frontier, steps, spec, flag);
        };
    }

    private String dearer(Frontier frontier, Steps steps, PlanSpec spec, Flag flag) throws IOException {
        Steps.Step next = steps.list().stream()
                .filter(step -> step.from() >= frontier.knee())
                .findFirst()
                .orElseThrow();
        Steps.Slope after = steps.beyondKnee();
        double more = after.usdPerPoint();
        List<String> in = next.changes().stream()
                .filter(each -> each.after() > each.before())
                .map(Steps.Change::id)
                .toList();
        return texts.get(
                "steps.because.dearer",
                numbers.usd(frontier.points().get(frontier.knee()).spentUsd()),
                Double.isNaN(more)
                        ? texts.get("steps.dearer.nopoint")
                        : texts.get("steps.dearer.point", Words.marked(flag, numbers.usd(more))),
                perDollar(after, flag),
                in.isEmpty() ? "" : texts.get("steps.dearer.next", names.all(in)),
                scarcest(steps, spec, flag));
    }

    /// The stage that is tightest with the knee's plan.
    private String scarcest(Steps steps, PlanSpec spec, Flag flag) throws IOException {
        if (steps.tightest().isEmpty()) {
            return "";
        }
        Steps.Relieved stage = steps.tightest().get();
        return Double.isInfinite(stage.with())
                ? texts.get("steps.scarcest.nobody", words.product(stage.productId()), words.place(spec.against()))
                : texts.get(
                        "steps.scarcest",
                        words.product(stage.productId()),
                        Words.marked(flag, numbers.roundShare(stage.with())),
                        words.place(spec.against()));
    }

    /// The steps and the knee for programs: money in US dollars, shares from 0 to 1.
    static void json(ObjectNode node, Frontier frontier, int targetYear) {
        Steps steps = Steps.of(frontier, targetYear);
        ArrayNode array = node.putArray("steps");
        for (Steps.Step step : steps.list()) {
            ObjectNode each = slope(array.addObject(), step.slope());
            each.put("from", step.from());
            each.put("to", step.to());
            ArrayNode changes = each.putArray("changes");
            for (Steps.Change change : step.changes()) {
                ObjectNode row = changes.addObject();
                row.put("id", change.id());
                row.set("tonnesBefore", Json.number(change.before()));
                row.set("tonnesAfter", Json.number(change.after()));
            }
        }
        ObjectNode knee = node.putObject("kneeExplained");
        slope(knee.putObject("upToKnee"), steps.upToKnee());
        slope(knee.putObject("beyondKnee"), steps.beyondKnee());
        knee.put("beyond", steps.beyond().id());
        ArrayNode relieved = knee.putArray("relievedStages");
        steps.relieved().forEach(each -> relieved(relieved.addObject(), each));
        steps.tightest().ifPresent(each -> relieved(knee.putObject("tightestWithPlan"), each));
    }

    private static ObjectNode slope(ObjectNode node, Steps.Slope slope) {
        node.set("spent", Json.number(slope.spentUsd()));
        node.set("cost", Json.number(slope.costUsd()));
        node.set("worstUnmetSaved", Json.number(slope.unmetSaved()));
        node.set("expectedUsdSaved", Json.number(slope.expectedSavedUsd()));
        node.set("usdPerPoint", Json.number(slope.usdPerPoint()));
        node.set("costPerUsdSaved", Json.number(slope.costPerSavedUsd()));
        return node;
    }

    private static void relieved(ObjectNode node, Steps.Relieved stage) {
        node.put("product", stage.productId());
        node.set("addedTonnes", Json.number(stage.addedTonnes()));
        node.set("needOverOutsideWithout", Json.number(stage.before()));
        node.set("needOverOutsideWithPlan", Json.number(stage.with()));
    }
}
