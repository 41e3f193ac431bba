package org.monazite.app.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.monazite.plan.cases.Pocket;
import org.monazite.plan.cases.PocketAnswers;
import org.monazite.plan.cases.PocketPlanner;
import org.monazite.plan.lp.Solvers;
import tools.jackson.databind.JsonNode;

/// A plan of one page against answers found by enumeration: cases/plan/pocket. Money relative to 1e-6, tonnes to 1e-4;
/// another set of projects fails.
final class PocketCases {

    private static final String SUITE = "pocket";
    private static final double MONEY = 1e-6;
    private static final double TONNES = 1e-4;

    private final JsonNode expected;
    private final PocketAnswers answers;
    private final Worst money = new Worst();
    private final Worst tonnes = new Worst();

    private PocketCases(JsonNode expected, PocketAnswers answers) {
        this.expected = expected;
        this.answers = answers;
    }

    /// Answers every question of a file and compares with the file of expected answers.
    static List<Outcome> check(CaseFolder folder, String file, CaseFolder expectedFolder, String expectedFile) {
        Pocket pocket = pocket(folder.yaml(file));
        JsonNode expected = expectedFolder.yaml(expectedFile);
        PocketCases cases = new PocketCases(expected, PocketPlanner.answer(pocket, Solvers.best()));
        cases.compare();
        return List.of(
                new Outcome(SUITE, file + " money", cases.money.deviation(), MONEY, cases.money.where()),
                new Outcome(SUITE, file + " tonnes", cases.tonnes.deviation(), TONNES, cases.tonnes.where()));
    }

    private static Pocket pocket(JsonNode spec) {
        JsonNode stock = spec.path("stock");
        return new Pocket(
                spec.path("quarters").asInt(),
                spec.path("demand").path("t_per_yr").asDouble(),
                spec.path("demand").path("unmet_value_kusd_per_t").asDouble(),
                list(
                        spec.path("suppliers"),
                        each -> new Pocket.Supplier(
                                each.path("id").asString(),
                                each.path("t_per_yr").asDouble(),
                                each.path("price_kusd_per_t").asDouble())),
                list(
                        spec.path("projects"),
                        each -> new Pocket.Project(
                                each.path("id").asString(),
                                each.path("t_per_yr").asDouble(),
                                each.path("fixed_kusd_per_yr").asDouble(),
                                each.path("opex_kusd_per_t").asDouble())),
                new Pocket.Stock(
                        stock.path("max_t").asDouble(),
                        stock.path("price_kusd_per_t").asDouble(),
                        stock.path("holding_kusd_per_t_yr").asDouble(),
                        stock.path("release_t_per_quarter").asDouble()),
                list(
                        spec.path("episodes"),
                        each -> new Pocket.Episode(
                                each.path("id").asString(),
                                each.path("probability").asDouble(),
                                each.path("banned").asString(""),
                                list(each.path("ban_quarters"), JsonNode::asInt))),
                ask(spec.path("ask")));
    }

    private static Pocket.Ask ask(JsonNode ask) {
        return new Pocket.Ask(
                list(ask.path("worst_ban_unmet_limits_t"), JsonNode::asDouble),
                list(ask.path("budgets_kusd"), JsonNode::asDouble),
                list(
                        ask.path("stock_worth"),
                        each -> new Pocket.WorthOf(
                                strings(each.path("projects")),
                                each.path("at_t").asDouble())));
    }

    private static <T> List<T> list(JsonNode nodes, java.util.function.Function<JsonNode, T> reader) {
        List<T> values = new ArrayList<>();
        nodes.forEach(node -> values.add(reader.apply(node)));
        return values;
    }

    private static List<String> strings(JsonNode nodes) {
        return list(nodes, JsonNode::asString);
    }

    private void compare() {
        JsonNode nothing = expected.path("do_nothing");
        money(nothing, "cost", answers.doNothing().cost(), "do_nothing");
        tonnes(nothing, "worst_ban_unmet_t", answers.doNothing().worstBanUnmet(), "do_nothing");
        JsonNode cheapest = expected.path("cheapest_plan");
        money(cheapest, "cost", answers.cheapest().cost(), "cheapest_plan");
        same(cheapest.path("projects"), answers.cheapest().projects(), "cheapest_plan");
        tonnes(cheapest, "stock_t", answers.cheapest().stock(), "cheapest_plan");
        answers.cheapest()
                .unmet()
                .forEach((episode, unmet) -> tonnes(cheapest.path("unmet_t"), episode, unmet, "cheapest_plan.unmet_t"));
        each("subsets", answers.subsets(), (node, subset, at) -> {
            same(node.path("projects"), subset.projects(), at);
            money(node, "cost", subset.cost(), at);
        });
        money(expected, "EVPI", answers.perfectInformation(), "EVPI");
        each("targets", answers.targets(), this::target);
        each("frontier", answers.frontier(), (node, point, at) -> {
            money(node, "budget", point.budget(), at);
            tonnes(node, "least_worst_unmet_t", point.leastWorstUnmet(), at);
        });
        each("stock_worth", answers.stockWorth(), (node, worth, at) -> {
            same(node.path("projects"), worth.projects(), at);
            money(node, "right", worth.right(), at);
            money(node, "left", worth.left(), at);
        });
    }

    private void target(JsonNode node, PocketAnswers.Target target, String at) {
        money(node, "cost", target.cost(), at);
        same(node.path("projects"), target.projects(), at);
        tonnes(node, "stock_t", target.stock(), at);
        tonnes(node, "worst_unmet_t", target.worstUnmet(), at);
        for (Map.Entry<String, Double> delta : target.knockOutDelta().entrySet()) {
            JsonNode theirs = node.path("knock_out_delta").path(delta.getKey());
            boolean never = theirs.asString("").equals("infeasible");
            if (never != Double.isInfinite(delta.getValue())) {
                money.see(Double.NaN, at + ".knock_out_delta." + delta.getKey());
            } else if (!never) {
                money(node.path("knock_out_delta"), delta.getKey(), delta.getValue(), at);
            }
        }
        List<List<String>> near = list(node.path("within_3pct"), PocketCases::strings);
        if (!near.equals(target.within3Percent())) {
            money.see(Double.NaN, at + ".within_3pct " + target.within3Percent());
        }
    }

    private interface Pair<T> {
        void compare(JsonNode node, T ours, String at);
    }

    private <T> void each(String key, List<T> ours, Pair<T> pair) {
        JsonNode theirs = expected.path(key);
        if (theirs.size() != ours.size()) {
            money.see(Double.NaN, key + ": %d expected, %d found".formatted(theirs.size(), ours.size()));
            return;
        }
        for (int i = 0; i < ours.size(); i++) {
            pair.compare(theirs.get(i), ours.get(i), key + "[" + i + "]");
        }
    }

    private void same(JsonNode theirs, List<String> ours, String at) {
        if (!strings(theirs).equals(ours)) {
            money.see(Double.NaN, at + ".projects " + ours);
        }
    }

    private void money(JsonNode node, String key, double ours, String at) {
        see(money, node, key, ours, at, value -> Math.max(1, Math.abs(value)));
    }

    private void tonnes(JsonNode node, String key, double ours, String at) {
        see(tonnes, node, key, ours, at, value -> 1);
    }

    private static void see(
            Worst worst, JsonNode node, String key, double ours, String at, ToDoubleFunction<Double> scale) {
        double theirs = node.path(key).asDouble(Double.NaN);
        worst.see(Math.abs(ours - theirs) / scale.applyAsDouble(theirs), at + "." + key);
    }
}
