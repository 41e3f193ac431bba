package org.monazite.app.verify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.monazite.plan.cases.Pocket;
import org.monazite.plan.cases.PocketAnswers;
import org.monazite.plan.cases.PocketPlanner;
import org.monazite.plan.lp.Solver;
import tools.jackson.databind.JsonNode;

/// A plan of one page against answers found by enumeration: cases/plan/pocket. Money relative to 1e-6, tonnes to 1e-4.
/// Another set of projects or another stock fails, unless it costs the same: then there are several best plans.
final class PocketCases {

    static final String SUITE = "pocket";
    static final double MONEY = 1e-6;
    private static final double TONNES = 1e-4;
    private static final String NEVER = "infeasible";

    private final Pocket pocket;
    private final JsonNode expected;
    private final PocketAnswers answers;
    private final Solver solver;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final String file;

    private PocketCases(String file, Pocket pocket, JsonNode expected, PocketAnswers answers, Solver solver) {
        this.file = file;
        this.pocket = pocket;
        this.expected = expected;
        this.answers = answers;
        this.solver = solver;
    }

    /// Answers every question of a file and compares with the file of expected answers: the worst of the money and
    /// the worst of the tonnes.
    static List<Outcome> check(CaseFolder folder, String file, String expectedFile) {
        Worst money = new Worst();
        Worst tonnes = new Worst();
        PocketRun run = PocketRun.of(folder, file, Optional.of(folder.yaml(expectedFile)), Until.never());
        for (Outcome each : run.outcomes()) {
            (each.tolerance() == MONEY ? money : tonnes).see(each.deviation(), each.where());
        }
        return List.of(
                new Outcome(SUITE, file + " money", money.deviation(), MONEY, money.where()),
                new Outcome(SUITE, file + " tonnes", tonnes.deviation(), TONNES, tonnes.where()));
    }

    /// Compares answers with the expected ones, value by value.
    ///
    /// @param solver for plans that are expected and were not found
    /// @throws PocketPlanner.OutOfTime if it stops at a limit of time
    static List<Outcome> compare(String file, Pocket pocket, JsonNode expected, PocketAnswers answers, Solver solver) {
        PocketCases cases = new PocketCases(file, pocket, expected, answers, solver);
        cases.compare();
        return cases.outcomes;
    }

    private void compare() {
        JsonNode nothing = expected.path("do_nothing");
        money(nothing, "cost", answers.doNothing().cost(), "do_nothing");
        tonnes(nothing, "worst_ban_unmet_t", answers.doNothing().worstBanUnmet(), "do_nothing");
        cheapest(expected.path("cheapest_plan"));
        each("subsets", answers.subsets(), this::subset);
        money(expected, "EVPI", answers.perfectInformation(), "");
        each("targets", answers.targets(), this::target);
        each("frontier", answers.frontier(), (node, point, at) -> {
            money(node, "budget", point.budget(), at);
            tonnes(node, "least_worst_unmet_t", point.leastWorstUnmet(), at);
        });
        each("stock_worth", answers.stockWorth(), (node, worth, at) -> {
            same(node.path("projects"), worth.projects(), at);
            money(node, "right", worth.right(), at);
            if (!Double.isNaN(worth.left())) { // there is no tonne to take away from nothing
                money(node, "left", worth.left(), at);
            }
        });
    }

    private void cheapest(JsonNode node) {
        PocketAnswers.Cheapest ours = answers.cheapest();
        money(node, "cost", ours.cost(), "cheapest_plan");
        boolean equal =
                plan(node, ours.projects(), ours.stock(), ours.cost(), Double.POSITIVE_INFINITY, "cheapest_plan");
        if (equal) {
            ours.unmet()
                    .forEach((episode, unmet) -> tonnes(node.path("unmet_t"), episode, unmet, "cheapest_plan.unmet_t"));
        }
    }

    private void subset(JsonNode node, PocketAnswers.Subset subset, String at) {
        List<String> theirs = strings(node.path("projects"));
        double cost = answers.subsets().stream() // they may come in another order
                .filter(each -> Set.copyOf(each.projects()).equals(new HashSet<>(theirs)))
                .findFirst()
                .map(PocketAnswers.Subset::cost)
                .orElse(Double.NaN);
        money(node, "cost", cost, at + " " + theirs);
    }

    private void target(JsonNode node, PocketAnswers.Target target, String at) {
        money(node, "cost", target.cost(), at);
        if (Double.isInfinite(target.cost())) {
            return;
        }
        boolean equal = plan(node, target.projects(), target.stock(), target.cost(), target.limit(), at);
        if (equal) {
            tonnes(node, "worst_unmet_t", target.worstUnmet(), at);
        }
        for (String project : strings(node.path("projects"))) {
            double without = PocketPlanner.costWithout(pocket, solver, project, target.limit());
            money(node.path("knock_out_delta"), project, without - target.cost(), at + ".knock_out_delta");
        }
        Set<Set<String>> theirs = new HashSet<>();
        node.path("within_3pct").forEach(set -> theirs.add(new HashSet<>(strings(set))));
        Set<Set<String>> near = new HashSet<>();
        target.within3Percent().forEach(set -> near.add(new HashSet<>(set)));
        add(near.equals(theirs) ? 0 : Double.NaN, MONEY, at + ".within_3pct " + target.within3Percent());
    }

    /// Whether the same projects and stock were found, or others that cost the same.
    ///
    /// @return true if they are the same, so that what is unmet must be the same too
    private boolean plan(JsonNode node, List<String> projects, double stock, double cost, double limit, String at) {
        List<String> theirs = strings(node.path("projects"));
        double theirStock = node.path("stock_t").asDouble(Double.NaN);
        boolean same = theirs.equals(projects) && Math.abs(theirStock - stock) <= TONNES;
        if (same) {
            add(0, MONEY, at + ".projects " + projects);
            add(Math.abs(theirStock - stock), TONNES, at + ".stock_t");
            return true;
        }
        double there = Double.isNaN(theirStock)
                ? Double.NaN
                : PocketPlanner.cost(pocket, solver, theirs, theirStock, limit + TONNES);
        double apart = Math.abs(there - cost) / Math.max(1, Math.abs(cost));
        add(
                apart,
                MONEY,
                at + ".projects " + projects + ", stock_t " + stock + ": another best plan if it costs as much");
        return false;
    }

    private interface Pair<T> {
        void compare(JsonNode node, T ours, String at);
    }

    private <T> void each(String key, List<T> ours, Pair<T> pair) {
        JsonNode theirs = expected.path(key);
        if (theirs.size() != ours.size()) {
            add(Double.NaN, MONEY, key + ": %d expected, %d found".formatted(theirs.size(), ours.size()));
            return;
        }
        for (int i = 0; i < ours.size(); i++) {
            pair.compare(theirs.get(i), ours.get(i), key + "[" + i + "]");
        }
    }

    private static List<String> strings(JsonNode nodes) {
        List<String> values = new ArrayList<>();
        nodes.forEach(node -> values.add(node.asString("")));
        return values;
    }

    private void same(JsonNode theirs, List<String> ours, String at) {
        boolean equal = new HashSet<>(strings(theirs)).equals(new HashSet<>(ours));
        add(equal ? 0 : Double.NaN, MONEY, at + ".projects " + ours);
    }

    private void money(JsonNode node, String key, double ours, String at) {
        see(node, key, ours, MONEY, at);
    }

    private void tonnes(JsonNode node, String key, double ours, String at) {
        see(node, key, ours, TONNES, at);
    }

    private void see(JsonNode node, String key, double ours, double tolerance, String at) {
        JsonNode value = node.path(key);
        String where = at.isEmpty() ? key : at + "." + key;
        if (value.isString() && value.asString("").equals(NEVER)) {
            add(Double.isInfinite(ours) ? 0 : Double.NaN, tolerance, where);
            return;
        }
        double theirs = value.isNumber() ? value.asDouble(Double.NaN) : Double.NaN;
        double scale = tolerance == MONEY ? Math.max(1, Math.abs(theirs)) : 1;
        add(Math.abs(ours - theirs) / scale, tolerance, where);
    }

    private void add(double deviation, double tolerance, String where) {
        outcomes.add(new Outcome(SUITE, file, deviation, tolerance, where));
    }
}
