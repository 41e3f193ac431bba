package org.monazite.app.cli.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.trail.TrailKeys;
import org.monazite.plan.PlanResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Keys beside the numbers of plans and frontiers: what each was computed from.
public final class PlanTrailJson {

    private static final String LOSS = "loss";
    private static final String COST = "cost";
    private static final String SPENT = "spent";
    private static final String SHARE = "share";
    private static final String SECOND = "secondDifference";

    private final TrailKeys keys;

    /// @param keys those of the chain that was planned on
    public PlanTrailJson(TrailKeys keys) {
        this.keys = keys;
    }

    /// Adds the keys to a plan.
    public ObjectNode plan(ObjectNode node, PlanResult plan) {
        List<String> decisions = ids(node.path("projects"));
        Map<String, List<String>> trail = new LinkedHashMap<>();
        trail.put(COST, keys.planned(COST, decisions));
        trail.put("budget", TrailKeys.list("plan.budget_usd"));
        trail.put(SPENT, keys.planned(SPENT, decisions));
        trail.put("spentByPartner", keys.planned(SPENT, decisions));
        for (String before : List.of("lossBefore", "lossBeforeDetail")) {
            trail.put(before, List.of(keys.plan(LOSS)));
        }
        for (String after : List.of("lossAfter", "lossAfterDetail")) {
            trail.put(after, keys.planned(LOSS, decisions));
        }
        trail.put("gap", List.of(TrailKeys.COMPUTATION));
        trail.put("bound", keys.planned(COST, decisions));
        for (String own : List.of("model", "check")) {
            trail.put(own, List.of(TrailKeys.COMPUTATION));
        }
        trail.put("replay", keys.planned("replay", decisions));
        trail.put("tracedByDeclaredLevels", keys.planned(SHARE, decisions));
        trail.put("calibration", keys.planned("replay", decisions));
        trail.put("losesMoreThanWithoutPlan", keys.planned(LOSS, decisions));
        trail.put("priceOfNobodyWorseOff", keys.planned(COST, decisions));
        trail.put("unknownOrigin", List.of(keys.network()));
        trail.keySet().removeIf(field -> !node.has(field));
        Json.trail(node, trail);
        worstYears(node.path("worstYears"), decisions);
        works(node.path("projects"));
        works(node.path("countedWorks"));
        targets(node.path("targets"), decisions);
        bans(node.path("bans"), decisions);
        dependence(node.path("dependence"), plan.spec().against(), decisions);
        setting(node.path("setting"), plan.spec().against(), decisions);
        node.path("assumptions")
                .forEach(each ->
                        Json.trail((ObjectNode) each, List.of(each.path("key").asString())));
        hangs(node.path("hangsOn"), decisions);
        stocks(node.path("stocks"), decisions);
        late(node.path("ifWorksAreLate"));
        announced(node.path("announcedAlone"));
        for (String other : List.of("aFifthOfTheValue", "priceOfNobodyWorseOff")) {
            Json.trail((ObjectNode) node.path(other), Map.of(SECOND, List.of(TrailKeys.COMPUTATION)));
        }
        chances(node.path("chances"));
        return node;
    }

    private static List<String> ids(JsonNode array) {
        List<String> ids = new ArrayList<>();
        array.forEach(each -> ids.add(each.path("id").asString()));
        return ids;
    }

    private void works(JsonNode array) {
        array.forEach(each ->
                Json.trail((ObjectNode) each, List.of(keys.named(each.path("id").asString()))));
    }

    private void targets(JsonNode array, List<String> decisions) {
        for (JsonNode each : array) {
            String name = each.path("name").asString();
            String number = name.equals("worst_ban") || name.equals(PlanResult.TargetState.CVAR) ? LOSS : SHARE;
            Map<String, List<String>> trail = new LinkedHashMap<>();
            trail.put("wanted", List.of("plan.targets." + name));
            trail.put("before", List.of(keys.plan(number)));
            trail.put("reached", keys.planned(number, decisions));
            Json.trail((ObjectNode) each, trail);
        }
    }

    private void worstYears(JsonNode node, List<String> decisions) {
        Map<String, List<String>> trail = new LinkedHashMap<>();
        trail.put("part", TrailKeys.list("plan.tail"));
        trail.put("weight", TrailKeys.list("plan.risk_weight"));
        trail.put("limitUsd", TrailKeys.list("plan.targets.cvar"));
        List<String> after = new ArrayList<>(keys.planned(LOSS, decisions));
        after.add("plan.tail");
        trail.put("minimisedUsd", after);
        trail.put("withoutPlan", List.of(keys.plan(LOSS), "plan.tail"));
        trail.put("withPlan", after);
        Json.trail((ObjectNode) node, trail);
    }

    private void bans(JsonNode array, List<String> decisions) {
        for (JsonNode each : array) {
            Map<String, List<String>> trail = new LinkedHashMap<>();
            trail.put("quarters", TrailKeys.list("plan.ban_quarters"));
            trail.put("probabilityPerYear", TrailKeys.list("plan.ban_length", keys.plan("chances")));
            for (String before : List.of("unmetBefore", "lossBeforeUsd")) {
                trail.put(before, List.of(keys.plan(LOSS)));
            }
            for (String after : List.of("unmetAfter", "lossAfterUsd")) {
                trail.put(after, keys.planned(LOSS, decisions));
            }
            Json.trail((ObjectNode) each, trail);
        }
    }

    private void dependence(JsonNode array, String against, List<String> decisions) {
        for (JsonNode each : array) {
            String base = keys.exposure(
                    each.path("partner").asString(), each.path("product").asString(), against);
            Map<String, List<String>> trail = new LinkedHashMap<>();
            for (String before : List.of("directBefore", "supplyBefore", "tracedBefore")) {
                trail.put(before, List.of(keys.plan(SHARE), base));
            }
            for (String after : List.of("directAfter", "supplyAfter", "tracedAfter")) {
                trail.put(after, keys.planned(SHARE, decisions));
            }
            Json.trail((ObjectNode) each, trail);
        }
    }

    private void setting(JsonNode node, String against, List<String> decisions) {
        for (JsonNode each : node.path("stages")) {
            Map<String, List<String>> trail = new LinkedHashMap<>();
            for (String without : List.of("partnersNeedTonnes", "partnersMakeTonnes", "outsideMakeTonnes")) {
                trail.put(without, List.of(keys.network(), keys.plan("works")));
            }
            trail.put("backedTonnes", keys.planned("works", decisions));
            Json.trail((ObjectNode) each, trail);
        }
        for (JsonNode each : node.path("sharesToday")) {
            String key = keys.exposure(
                    each.path("partner").asString(), each.path("product").asString(), against);
            Json.trail((ObjectNode) each, Map.of("directOfSupply", List.of(key), "traced", List.of(key)));
        }
        for (JsonNode each : node.path("publishedNeeds")) {
            List<String> figures = new ArrayList<>();
            each.path("figures").forEach(figure -> figures.add(figure.asString()));
            Map<String, List<String>> trail = new LinkedHashMap<>();
            for (String field : List.of("tonnes", "low", "high", "year")) {
                trail.put(field, figures);
            }
            trail.put("countedTonnes", List.of(keys.network(), "plan.demand_growth"));
            Json.trail((ObjectNode) each, trail);
        }
        Map<String, List<String>> own = new LinkedHashMap<>();
        own.put("overtimeInBan", List.of("plan.overtime"));
        own.put("withPublishedNeedsWithoutPlan", List.of(keys.plan(LOSS)));
        own.put("withPublishedNeedsWithPlan", keys.planned(LOSS, decisions));
        own.keySet().removeIf(field -> !node.has(field));
        Json.trail((ObjectNode) node, own);
        for (JsonNode each : node.path("contractOrigins")) {
            Map<String, List<String>> trail = new LinkedHashMap<>();
            trail.put("tracedToday", List.of(keys.network()));
            trail.put("tracedInPlan", keys.planned(SHARE, decisions));
            Json.trail((ObjectNode) each, trail);
        }
    }

    private void hangs(JsonNode array, List<String> decisions) {
        for (JsonNode each : array) {
            String works = keys.named(each.path("id").asString());
            List<String> with = new ArrayList<>(keys.planned(LOSS, decisions));
            with.add(works);
            Map<String, List<String>> trail = new LinkedHashMap<>();
            trail.put("countedTonnes", List.of(works));
            trail.put("worstUnmetWithoutIt", List.of(keys.plan(LOSS), works));
            trail.put("worstUnmetWithPlan", with);
            Json.trail((ObjectNode) each, trail);
        }
    }

    private void stocks(JsonNode node, List<String> decisions) {
        String rule = "plan.stocks.release";
        Json.trail(
                (ObjectNode) node.path("rule"),
                Map.of("releasePerQuarter", TrailKeys.list(rule), "lastsQuarters", TrailKeys.list(rule)));
        for (JsonNode each : node.path("stocks")) {
            String stock = keys.named(each.path("decision").asString());
            Map<String, List<String>> trail = new LinkedHashMap<>();
            trail.put("tonnes", List.of(stock));
            trail.put("usersTonnes", List.of(keys.network()));
            trail.put("takenTonnesPerYear", keys.planned(LOSS, decisions));
            for (String days : List.of("coverDays", "usersCoverDays")) {
                trail.put(days, keys.planned(LOSS, decisions));
            }
            trail.put("releaseTonnesPerQuarter", List.of(stock, rule));
            trail.put("yearlyUsd", List.of(stock, keys.plan("prices"), "plan.holding"));
            trail.keySet().removeIf(field -> !each.has(field));
            Json.trail((ObjectNode) each, trail);
            for (JsonNode goal : each.path("goals")) {
                List<String> figures = new ArrayList<>();
                goal.path("figures").forEach(figure -> figures.add(figure.asString()));
                Json.trail((ObjectNode) goal, Map.of("days", figures, "year", figures));
            }
        }
        for (JsonNode each : node.path("unmetByLength")) {
            List<String> ruled = new ArrayList<>(keys.planned(LOSS, decisions));
            ruled.add(rule);
            Map<String, List<String>> trail = new LinkedHashMap<>();
            trail.put("withoutPlan", List.of(keys.plan(LOSS)));
            trail.put("byRule", ruled);
            trail.put("leftByRule", ruled);
            for (String other : List.of("asNeeded", "foresight")) {
                trail.put(other, keys.planned(LOSS, decisions));
            }
            Json.trail((ObjectNode) each, trail);
        }
    }

    private void late(JsonNode node) {
        if (!node.isObject()) {
            return;
        }
        List<String> decisions = ids(node.path("projects"));
        Map<String, List<String>> trail = new LinkedHashMap<>();
        trail.put("years", TrailKeys.list("plan.late_years"));
        for (String loss : List.of("withoutPlan", "withThisPlan")) {
            trail.put(loss, List.of(keys.plan("late")));
        }
        for (String own : List.of("withItsOwnPlan", "itsOwnPlanIfWorksComeAsCounted", SPENT, "spentByPartner", COST)) {
            trail.put(own, keys.planned("late", decisions));
        }
        trail.put(SECOND, List.of(TrailKeys.COMPUTATION));
        Json.trail((ObjectNode) node, trail);
        works(node.path("projects"));
    }

    private void announced(JsonNode node) {
        if (!node.isObject()) {
            return;
        }
        List<String> decisions = ids(node.path("projects"));
        Map<String, List<String>> trail = new LinkedHashMap<>();
        trail.put("withItsPlan", keys.planned(LOSS, decisions));
        trail.put("itsPlanIfWorksAreLate", keys.planned("late", decisions));
        for (String money : List.of(SPENT, "spentByPartner")) {
            trail.put(money, keys.planned(SPENT, decisions));
        }
        trail.put(COST, keys.planned(COST, decisions));
        trail.put(SECOND, List.of(TrailKeys.COMPUTATION));
        Json.trail((ObjectNode) node, trail);
        works(node.path("projects"));
    }

    private void chances(JsonNode array) {
        for (JsonNode each : array) {
            List<String> trail = new ArrayList<>();
            each.path("controls").forEach(control -> trail.add(control.asString()));
            trail.add("plan.chance_" + each.path("kind").asString());
            Json.trail((ObjectNode) each, trail);
        }
    }

    /// Adds the keys to a frontier.
    public ObjectNode frontier(ObjectNode node, String against) {
        Map<String, List<String>> own = new LinkedHashMap<>();
        own.put("tracedWithoutPlan", List.of(keys.plan(SHARE)));
        for (String computed : List.of("knee", "steps", "kneeExplained")) {
            own.put(computed, List.of(keys.plan("frontier")));
        }
        Json.trail(node, own);
        setting(node.path("setting"), against, List.of());
        for (JsonNode each : node.path("points")) {
            List<String> decisions = new ArrayList<>();
            each.path("decisions").forEach(id -> decisions.add(id.asString()));
            Map<String, List<String>> trail = new LinkedHashMap<>();
            trail.put("budget", TrailKeys.list("plan.budget_usd", "frontier.points"));
            trail.put(SPENT, keys.planned(SPENT, decisions));
            trail.put(COST, keys.planned(COST, decisions));
            for (String loss : List.of("worstUnmet", "worstUsd", "expectedUsd")) {
                trail.put(loss, keys.planned(LOSS, decisions));
            }
            trail.put("tracedShare", keys.planned(SHARE, decisions));
            trail.put(SECOND, List.of(TrailKeys.COMPUTATION));
            Json.trail((ObjectNode) each, trail);
        }
        return node;
    }
}
