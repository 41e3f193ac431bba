package org.monazite.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.monazite.brief.internal.Block;
import org.monazite.brief.internal.Block.Column;
import org.monazite.brief.internal.Block.Row;
import org.monazite.brief.internal.Cell;
import org.monazite.plan.Decision;
import org.monazite.plan.Frontier;
import org.monazite.plan.PlanResult;
import org.monazite.plan.Steps;

/// What each step along the frontier costs and saves, and why more money than the knee's buys little.
final class StepsPart {

    private final Desk desk;
    private final Numbers numbers;
    private final PlanResult plan;
    private final Frontier frontier;
    private final Steps steps;

    StepsPart(Desk desk) {
        this.desk = desk;
        this.numbers = desk.numbers();
        this.plan = desk.findings().plan();
        this.frontier = desk.findings().frontier();
        this.steps = Steps.of(frontier, plan.spec().targetYear());
    }

    /// A table and what it says; nothing where no money changes anything.
    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        if (!steps.list().isEmpty()) {
            blocks.add(table());
        }
        for (String sentence : sentences()) {
            blocks.add(new Block.Paragraph(sentence, ""));
        }
        return blocks;
    }

    private Block.Table table() {
        List<Row> rows = new ArrayList<>();
        Map<String, Decision> names = new TreeMap<>();
        frontier.points().forEach(point -> point.backed().forEach(each -> names.put(each.id(), each)));
        for (Steps.Step step : steps.list()) {
            Steps.Slope slope = step.slope();
            Cell to = Cell.of(
                    Desk.tie(numbers.usd(frontier.points().get(step.to()).spentUsd())));
            boolean knee = step.to() == frontier.knee();
            rows.add(new Row(
                    List.of(
                            knee ? to.below(desk.text("frontier.knee.word")) : to,
                            desk.number(numbers.pointsApart(Math.max(0, slope.unmetSaved())), plan.flag()),
                            number(slope.usdPerPoint()),
                            number(slope.expectedSavedUsd()),
                            number(perDollar(slope)),
                            desk.words(changes(step, names))),
                    knee ? "total" : ""));
        }
        return new Block.Table(
                desk.text("steps.table"),
                desk.run(),
                List.of(),
                List.of(
                        new Column(desk.text("column.spent"), true),
                        new Column(desk.text("steps.unmet"), true),
                        new Column(desk.text("steps.perpoint"), true),
                        new Column(desk.text("steps.expected"), true),
                        new Column(desk.text("steps.perdollar"), true),
                        new Column(desk.text("steps.changes"), false)),
                rows,
                "");
    }

    private Cell number(double usd) {
        return Double.isNaN(usd) ? Cell.of("–") : desk.number(numbers.usd(usd), plan.flag());
    }

    private static double perDollar(Steps.Slope slope) {
        double saved = 1 / slope.costPerSavedUsd();
        return saved > 0 && Double.isFinite(saved) ? saved : Double.NaN;
    }

    private String changes(Steps.Step step, Map<String, Decision> names) {
        List<String> parts = new ArrayList<>();
        for (Steps.Change each : step.changes()) {
            String name = name(names, each.id());
            if (each.before() == 0) {
                parts.add("+ " + name + " " + numbers.tonnes(each.after()));
            } else if (each.after() == 0) {
                parts.add("− " + name);
            } else {
                parts.add(name + " " + numbers.tonnes(each.before()) + " → " + numbers.tonnes(each.after()));
            }
        }
        return parts.isEmpty() ? "–" : String.join(desk.text("steps.separator"), parts);
    }

    private String name(Map<String, Decision> names, String id) {
        Decision decision = names.get(id);
        if (decision == null) {
            return id;
        }
        String name = desk.texts().locale().getLanguage().equals("ja") ? decision.nameJa() : decision.nameEn();
        return decision.kind() == Decision.Kind.OFFTAKE
                ? name
                : desk.text("term.node", name, desk.names().place(decision.place()));
    }

    private List<String> sentences() {
        List<String> all = new ArrayList<>();
        Frontier.Point knee = frontier.points().get(frontier.knee());
        if (!Double.isNaN(steps.upToKnee().usdPerPoint())) {
            all.add(desk.text(
                    "steps.before",
                    numbers.usd(knee.spentUsd()),
                    numbers.usd(steps.upToKnee().usdPerPoint())));
        }
        for (Steps.Relieved each : steps.relieved()) {
            all.add(desk.text(
                    "steps.relieved",
                    Integer.toString(plan.spec().targetYear()),
                    desk.names().place(plan.spec().against()),
                    desk.names().product(each.productId()),
                    numbers.tonnes(each.addedTonnes()),
                    numbers.roundShare(each.before()),
                    numbers.roundShare(each.with()),
                    each.before() < 1 ? desk.text("steps.others") : ""));
        }
        all.add(because(knee));
        return all;
    }

    /// Why more money than the knee's buys little.
    private String because(Frontier.Point knee) {
        String spent = numbers.usd(knee.spentUsd());
        String unmet = numbers.roundShare(knee.worstUnmet());
        return switch (steps.beyond()) {
            case NOTHING_LEFT -> desk.text("steps.because.nothing", spent);
            case SAME_PLAN ->
                desk.text(
                        "steps.because.same",
                        spent,
                        numbers.usd(frontier.points().getLast().budgetUsd()),
                        unmet);
            case NO_BEND -> desk.text("steps.because.nobend", spent, unmet);
            case DEARER -> {
                double more = steps.beyondKnee().usdPerPoint();
                yield Double.isNaN(more)
                        ? desk.text("steps.because.nopoint", spent)
                        : desk.text("steps.because.dearer", spent, numbers.usd(more));
            }
        };
    }
}
