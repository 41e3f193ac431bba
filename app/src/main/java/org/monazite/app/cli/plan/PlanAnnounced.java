package org.monazite.app.cli.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.text.Texts;
import org.monazite.brief.Numbers;
import org.monazite.plan.Announced;
import org.monazite.plan.Decision;
import org.monazite.plan.PlanResult;
import tools.jackson.databind.node.ObjectNode;

/// What it costs to do without generic plants: the plan of works that somebody has announced.
final class PlanAnnounced {

    private static final int MOST_NAMED = 6;

    private final Texts texts;
    private final Numbers numbers;
    private final DecisionNames names;

    PlanAnnounced(Texts texts, Numbers numbers, DecisionNames names) {
        this.texts = texts;
        this.numbers = numbers;
        this.names = names;
    }

    /// One paragraph, where the plan rests on generic plants.
    void show(Report report, PlanResult plan) throws IOException {
        Announced announced = plan.announced();
        if (!announced.asked()) {
            return;
        }
        String mark = plan.flag().mark();
        report.line(texts.get(
                "plan.announced",
                mark + numbers.usd(announced.totalSpentUsd()),
                announced.decisions().size(),
                mark + numbers.share(announced.after().worstUnmet()),
                texts.get(announced.kept() ? "plan.announced.kept" : "plan.announced.missed"),
                backed(announced),
                plan.spec().name()));
        report.line(new PlanChecks(texts).named("plan.proof.announced", announced.proof()));
    }

    /// Works and stocks by name, contracts by their number.
    private String backed(Announced announced) throws IOException {
        List<String> parts = new ArrayList<>();
        int contracts = 0;
        int more = 0;
        for (Decision each : announced.decisions()) {
            if (each.kind() == Decision.Kind.OFFTAKE) {
                contracts++;
            } else if (parts.size() < MOST_NAMED) {
                parts.add(names.of(each.id()));
            } else {
                more++;
            }
        }
        if (more > 0) {
            parts.add(texts.get("plan.announced.more", more));
        }
        if (contracts > 0) {
            parts.add(texts.get("plan.announced.contracts", contracts));
        }
        return parts.isEmpty() ? texts.get("plan.generic.none") : String.join(texts.pick("; ", "、"), parts);
    }

    static void json(ObjectNode node, PlanResult plan) {
        Announced announced = plan.announced();
        if (!announced.asked()) {
            return;
        }
        ObjectNode there = node.putObject("announcedAlone");
        there.set("withItsPlan", PlansJson.json(announced.after()));
        if (plan.late().isAsked()) {
            there.set("itsPlanIfWorksAreLate", PlansJson.json(announced.ifLate()));
        }
        there.set("spent", Json.number(announced.totalSpentUsd()));
        there.set("spentByPartner", Json.byPlace(announced.spentUsd()));
        there.set("cost", Json.number(announced.costUsd()));
        there.put("targetsKept", announced.kept());
        PlanChecks.json(there, announced.proof());
        var projects = there.putArray("projects");
        announced.decisions().forEach(decision -> projects.add(PlansJson.json(decision)));
    }
}
