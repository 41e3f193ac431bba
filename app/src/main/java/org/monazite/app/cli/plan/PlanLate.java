package org.monazite.app.cli.plan;

import java.io.IOException;
import java.util.List;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.text.Texts;
import org.monazite.brief.Numbers;
import org.monazite.plan.Decision;
import org.monazite.plan.Late;
import org.monazite.plan.PlanResult;
import tools.jackson.databind.node.ObjectNode;

/// Two cases side by side: works come as the plan counts on them, or later still.
final class PlanLate {

    private final Texts texts;
    private final Numbers numbers;
    private final Words words;
    private final DecisionNames names;

    PlanLate(Texts texts, Numbers numbers, Words words, DecisionNames names) {
        this.names = names;
        this.texts = texts;
        this.numbers = numbers;
        this.words = words;
    }

    /// The second line of a plan: what becomes of the first if works are late.
    void headline(Report report, PlanResult plan) throws IOException {
        Late late = plan.late();
        if (late.isAsked()) {
            report.line(texts.get(
                    "plan.late.headline",
                    late.years(),
                    mark(plan) + worst(late.before()),
                    mark(plan) + worst(late.withPlan()),
                    mark(plan) + numbers.usd(late.totalSpentUsd()),
                    late.decisions().size(),
                    mark(plan) + worst(late.after())));
        }
    }

    /// No plan, this plan and the plan for late works, each in both cases.
    void cases(Report report, PlanResult plan) throws IOException {
        Late late = plan.late();
        Table table = new Table()
                .text("plan", texts.get("column.plan"))
                .number("spent_usd", texts.get("column.spent"))
                .number("as_counted", texts.get("column.ascounted"))
                .number("late", texts.get("column.late", late.years()));
        double spent = 0;
        for (double usd : plan.spentUsd().values()) {
            spent += usd;
        }
        row(table, plan, "plan.late.none", 0, plan.lossBefore(), late.before());
        row(table, plan, "plan.late.this", spent, plan.lossAfter(), late.withPlan());
        row(table, plan, "plan.late.other", late.totalSpentUsd(), late.onTime(), late.after());
        report.line(texts.get("plan.late.cases", late.years())).table(table);
        List<String> both = both(plan);
        report.line(both.isEmpty() ? texts.get("plan.late.nothing") : texts.get("plan.late.both", names.all(both)));
        if (!late.verified()) {
            report.line(texts.get("plan.late.notverified"));
        }
    }

    private void row(
            Table table, PlanResult plan, String key, double spent, PlanResult.Loss counted, PlanResult.Loss late) {
        table.row(
                Table.Cell.of(texts.get(key, plan.late().years())),
                Table.Cell.of(spent == 0 ? numbers.usd(spent) : mark(plan) + numbers.usd(spent), spent),
                Table.Cell.of(mark(plan) + numbers.share(counted.worstUnmet()), counted.worstUnmet()),
                Table.Cell.of(mark(plan) + numbers.share(late.worstUnmet()), late.worstUnmet()));
    }

    /// What both plans back, whatever the size.
    private static List<String> both(PlanResult plan) {
        List<String> other = plan.late().decisions().stream().map(Decision::id).toList();
        return plan.decisions().stream()
                .map(Decision::id)
                .filter(other::contains)
                .toList();
    }

    private static String mark(PlanResult plan) {
        return plan.flag().mark();
    }

    private String worst(PlanResult.Loss loss) throws IOException {
        String share = numbers.share(loss.worstUnmet());
        return loss.worstUnmet() > 0 ? texts.get("plan.worst.of", share, words.place(loss.worstPartner())) : share;
    }

    static void json(ObjectNode node, PlanResult plan) {
        Late late = plan.late();
        if (!late.isAsked()) {
            return;
        }
        ObjectNode there = node.putObject("ifWorksAreLate");
        there.put("years", late.years());
        there.set("withoutPlan", PlansJson.json(late.before()));
        there.set("withThisPlan", PlansJson.json(late.withPlan()));
        there.set("withItsOwnPlan", PlansJson.json(late.after()));
        there.set("itsOwnPlanIfWorksComeAsCounted", PlansJson.json(late.onTime()));
        there.set("spent", Json.number(late.totalSpentUsd()));
        there.set("spentByPartner", Json.byPlace(late.spentUsd()));
        there.set("cost", Json.number(late.costUsd()));
        there.put("targetsKept", late.kept());
        there.put("verified", late.verified());
        there.set("inBothPlans", Json.strings(both(plan)));
        var projects = there.putArray("projects");
        late.decisions().forEach(decision -> projects.add(PlansJson.json(decision)));
    }
}
