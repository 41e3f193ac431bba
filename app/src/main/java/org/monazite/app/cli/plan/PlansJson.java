package org.monazite.app.cli.plan;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.monazite.app.cli.paper.Json;
import org.monazite.plan.Decision;
import org.monazite.plan.Frontier;
import org.monazite.plan.LowValue;
import org.monazite.plan.PlanResult;
import org.monazite.plan.Replay;
import org.monazite.plan.SecondSolver;
import org.monazite.plan.replay.Replays;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Plans and frontiers for programs, with what stands behind them: bans, shares, targets, what was left
/// out, the replay.
public final class PlansJson {

    private PlansJson() {}

    /// A plan with all that stands behind it: money in US dollars, shares from 0 to 1.
    public static ObjectNode json(PlanResult plan) {
        ObjectNode node = Json.object();
        node.put("name", plan.spec().name());
        node.put("outcome", plan.outcome().id());
        node.set("cost", Json.number(plan.costUsd()));
        node.set("budget", Json.number(plan.spec().totalBudgetUsd()));
        node.set("spent", Json.number(Plans.spent(plan)));
        node.set("spentByPartner", Json.byPlace(plan.spentUsd()));
        node.put("lossUnit", "share of a partner's demand unmet in the worst ban");
        node.set("lossBefore", Json.number(plan.lossBefore().worstUnmet()));
        node.set("lossAfter", Json.number(plan.lossAfter().worstUnmet()));
        node.set("lossBeforeDetail", json(plan.lossBefore()));
        node.set("lossAfterDetail", json(plan.lossAfter()));
        ArrayNode projects = node.putArray("projects");
        plan.decisions().forEach(decision -> projects.add(json(decision)));
        PlanRisk.json(node, plan);
        node.put("verified", plan.check().verified());
        node.set("gap", Json.number(plan.search().gap()));
        node.set("bound", Json.number(plan.search().bound()));
        node.put("solver", plan.search().solver());
        ObjectNode model = node.putObject("model");
        model.put("method", plan.search().method());
        model.put("because", plan.search().why());
        model.put("becauseJa", plan.search().whyJa());
        model.put("iterations", plan.search().iterations());
        model.set("trouble", Json.strings(plan.search().trouble()));
        model.put("rows", plan.search().rows());
        model.put("columns", plan.search().columns());
        model.put("nonzeros", plan.search().nonzeros());
        model.put("integers", plan.search().integers());
        node.put("flag", Json.flag(plan.flag()));
        ObjectNode check = node.putObject("check");
        check.set("largestViolation", Json.number(plan.check().largestViolation()));
        check.put("where", plan.check().where());
        check.put("rows", plan.check().rows());
        second(check, plan.second());
        details(node, plan);
        PlanProofs.json(node, plan);
        PlanLate.json(node, plan);
        PlanAnnounced.json(node, plan);
        PlanStocks.json(node.putObject("stocks"), plan);
        node.set("chances", PlanWords.json(plan.chances()));
        PlanMoney.json(node, plan);
        return node;
    }

    static ObjectNode json(PlanResult.Loss loss) {
        ObjectNode node = Json.object();
        node.set("worstUnmet", Json.number(loss.worstUnmet()));
        node.put("worstPartner", loss.worstPartner());
        node.put("worstBan", loss.worstBan());
        node.set("worstUsd", Json.number(loss.isValued() ? loss.worstUsd() : Double.NaN));
        node.set("expectedUsd", Json.number(loss.isValued() ? loss.expectedUsd() : Double.NaN));
        node.set("tailUsd", Json.number(loss.isValued() ? loss.tailUsd() : Double.NaN));
        return node;
    }

    static ObjectNode json(Decision decision) {
        ObjectNode node = Json.object();
        node.put("id", decision.id());
        node.put("kind", decision.kind().id());
        node.put("nameEn", decision.nameEn());
        node.put("nameJa", decision.nameJa());
        node.put("place", decision.place());
        node.put("product", decision.productId());
        node.set("tonnes", Json.number(decision.tonnes()));
        node.put("startYear", decision.startYear());
        node.put("fullYear", decision.fullYear());
        ObjectNode output = node.putObject("outputTonnes");
        decision.output().forEach((year, tonnes) -> output.set(Integer.toString(year), Json.number(tonnes)));
        ObjectNode capex = node.putObject("capexUsd");
        capex.put("value", decision.capexUsd().value());
        capex.put("low", decision.capexUsd().low());
        capex.put("high", decision.capexUsd().high());
        node.set("paidUsd", Json.byPlace(decision.paidUsd()));
        PlanMoney.json(node, decision);
        decision.holding().ifPresent(held -> {
            ObjectNode holding = node.putObject("holding");
            ObjectNode fill = holding.putObject("tonnesBoughtByYear");
            held.fill().forEach((year, tonnes) -> fill.set(Integer.toString(year), Json.number(tonnes)));
            holding.set("coverDays", Json.number(held.coverDays()));
            holding.set("yearlyUsd", Json.number(held.yearlyUsd()));
            holding.set("releaseTonnesPerQuarter", Json.number(held.releaseTonnes()));
            holding.set("opensInBansBy", Json.strings(List.copyOf(held.triggers())));
        });
        node.put("generic", decision.generic());
        node.put("status", decision.statusId());
        node.put("flag", Json.flag(decision.flag()));
        node.set("unverifiedFields", Json.strings(decision.unverifiedFields()));
        node.set("figures", Json.strings(Json.figureIds(decision.citations())));
        return node;
    }

    /// A frontier, point by point: money in US dollars, shares from 0 to 1.
    ///
    /// @param targetYear of the question
    public static ObjectNode json(Frontier frontier, int targetYear) {
        ObjectNode node = Json.object();
        node.put("knee", frontier.knee());
        node.set("tracedWithoutPlan", Json.byPlace(frontier.tracedWithout()));
        PlanSetting.json(node.putObject("setting"), frontier.setting());
        ArrayNode points = node.putArray("points");
        for (Frontier.Point point : frontier.points()) {
            ObjectNode each = points.addObject();
            each.set("budget", Json.number(point.budgetUsd()));
            each.set("spent", Json.number(point.spentUsd()));
            each.set("cost", Json.number(point.costUsd()));
            each.set("worstUnmet", Json.number(point.worstUnmet()));
            each.set("worstUsd", Json.number(point.isValued() ? point.worstUsd() : Double.NaN));
            each.set("expectedUsd", Json.number(point.isValued() ? point.expectedUsd() : Double.NaN));
            each.set("missedTargets", Json.strings(point.missed()));
            each.set("decisions", Json.strings(point.decisions()));
            each.put("verified", point.verified());
            second(each, point.second());
            each.set("tracedShare", Json.byPlace(point.traced()));
        }
        PlanSteps.json(node, frontier, targetYear);
        return node;
    }

    private static void details(ObjectNode node, PlanResult plan) {
        targets(node.putArray("targets"), plan);
        bans(node.putArray("bans"), plan);
        ArrayNode dependence = node.putArray("dependence");
        plan.dependence().forEach(each -> {
            ObjectNode row = dependence.addObject();
            row.put("partner", each.partner());
            row.put("product", each.productId());
            row.set("directBefore", Json.number(each.directBefore()));
            row.set("directAfter", Json.number(each.directAfter()));
            row.set("supplyBefore", Json.number(each.supplyBefore()));
            row.set("supplyAfter", Json.number(each.supplyAfter()));
            row.set("tracedBefore", Json.number(each.tracedBefore()));
            row.set("tracedAfter", Json.number(each.tracedAfter()));
        });
        PlanSetting.json(node.putObject("setting"), plan.setting());
        ArrayNode counted = node.putArray("countedWorks");
        plan.counted().forEach(each -> {
            ObjectNode row = counted.addObject();
            row.put("id", each.id());
            row.put("name", each.name());
            row.put("operator", each.operator());
            row.put("place", each.place());
            row.put("product", each.productId());
            row.put("status", each.statusId());
            row.put("startYear", each.startYear());
            row.set("statedTonnes", Json.number(each.statedTonnes()));
            row.set("countedTonnes", Json.number(each.countedTonnes()));
            row.put("flag", Json.flag(each.flag()));
            row.set("figures", Json.strings(Json.figureIds(each.citations())));
        });
        ArrayNode out = node.putArray("leftOut");
        plan.leftOut().forEach(each -> {
            ObjectNode row = out.addObject();
            row.put("id", each.id());
            row.put("nameEn", each.nameEn());
            row.put("nameJa", each.nameJa());
            row.put("reasonEn", each.reasonEn());
            row.put("reasonJa", each.reasonJa());
        });
        replay(node.putObject("replay"), plan.replay());
        ObjectNode low = node.putObject("aFifthOfTheValue");
        low.put("known", !plan.lowValue().equals(LowValue.UNKNOWN));
        low.put("samePlan", plan.lowValue().samePlan());
        low.set("onlyHere", Json.strings(plan.lowValue().onlyHere()));
        low.set("onlyThere", Json.strings(plan.lowValue().onlyThere()));
        PlanChecks.json(low, plan.lowValue().proof());
        ArrayNode assumptions = node.putArray("assumptions");
        plan.assumptions().forEach(assumed -> {
            ObjectNode each = assumptions.addObject();
            each.put("key", assumed.key());
            each.set("value", Json.number(assumed.value()));
            each.put("unit", assumed.unit());
            each.put("why", assumed.whyEn());
            each.put("whyJa", assumed.whyJa());
            each.put("flag", Json.flag(assumed.flag()));
        });
    }

    private static void targets(ArrayNode array, PlanResult plan) {
        for (PlanResult.TargetState target : plan.targets()) {
            ObjectNode row = array.addObject();
            row.put("name", target.name());
            row.put("subject", target.subject());
            row.set("wanted", Json.number(target.wanted()));
            row.set("before", Json.number(target.before()));
            row.set("reached", Json.number(target.reached()));
            row.put("kept", target.kept());
            row.put("onPaper", target.onPaper());
        }
    }

    private static void bans(ArrayNode array, PlanResult plan) {
        for (PlanResult.Ban ban : plan.bans()) {
            ObjectNode row = array.addObject();
            row.put("id", ban.id());
            row.put("supplier", ban.supplier());
            row.set("products", Json.strings(ban.products()));
            row.put("quarters", ban.quarters());
            row.set("probabilityPerYear", Json.number(ban.probability()));
            row.set("unmetBefore", Json.byPlace(ban.unmetBefore()));
            row.set("unmetAfter", Json.byPlace(ban.unmetAfter()));
            row.set("lossBeforeUsd", usd(ban.lossBeforeUsd(), ban.unmetBefore()));
            row.set("lossAfterUsd", usd(ban.lossAfterUsd(), ban.unmetAfter()));
        }
    }

    /// A loss in money; null if demand is unmet and no value is known for it.
    private static JsonNode usd(double loss, SortedMap<String, Double> unmet) {
        boolean lost = unmet.values().stream().anyMatch(part -> part > 0);
        return Json.number(loss > 0 || !lost ? loss : Double.NaN);
    }

    private static void replay(ObjectNode node, Replay replay) {
        node.set("largestGap", Json.number(replay.largestGap()));
        ArrayNode lines = node.putArray("lines");
        replay.lines().forEach(line -> {
            ObjectNode row = lines.addObject();
            row.put("ban", line.banId());
            row.put("partner", line.partner());
            row.set("planBefore", Json.number(line.planBefore()));
            row.set("engineBefore", Json.number(line.engineBefore()));
            span(row, "engineBefore", line.spanBefore());
            row.set("planAfter", Json.number(line.planAfter()));
            row.set("engineAfter", Json.number(line.engineAfter()));
            span(row, "engineAfter", line.spanAfter());
            row.put("engineWorstWeekAfter", line.engineWorstWeekAfter());
        });
    }

    private static void span(ObjectNode row, String name, Replays.Span span) {
        row.set(name + "Low", Json.number(span.least()));
        row.set(name + "High", Json.number(span.most()));
        row.put(name + "LowRule", span.kindest().name().toLowerCase(Locale.ROOT));
        row.put(name + "HighRule", span.hardest().name().toLowerCase(Locale.ROOT));
    }

    /// What the second solver says of a plan.
    static void second(ObjectNode node, SecondSolver second) {
        node.put("secondSolver", second.solver());
        node.set("secondDifference", Json.number(second.objectiveDifference()));
        node.put("secondAgrees", second.agrees());
        node.put("secondAsked", second.asked().id());
    }
}
