package org.monazite.app.cli;

import java.util.Locale;
import org.monazite.plan.PlanResult;
import org.monazite.plan.replay.Replays;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What stands behind a plan: bans, shares, targets, what was left out, the replay.
final class PlansJson {

    private PlansJson() {}

    static void details(ObjectNode node, PlanResult plan) {
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
        low.put("known", !plan.lowValue().equals(PlanResult.LowValue.UNKNOWN));
        low.put("samePlan", plan.lowValue().samePlan());
        low.set("onlyHere", Json.strings(plan.lowValue().onlyHere()));
        low.set("onlyThere", Json.strings(plan.lowValue().onlyThere()));
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
            row.set("lossBeforeUsd", Json.number(ban.lossBeforeUsd()));
            row.set("lossAfterUsd", Json.number(ban.lossAfterUsd()));
        }
    }

    private static void replay(ObjectNode node, PlanResult.Replay replay) {
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
}
