package org.monazite.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.monazite.plan.equations.PlanModel;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Solvers;
import org.monazite.plan.world.Candidate;
import org.monazite.plan.world.Episode;
import org.monazite.plan.world.World;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/// Cost sharing against twins: what a group bears by every plan it can make, the Shapley value by every order, the
/// core and the nucleolus by ojAlgo and Kohlberg's criterion. A failure names its seed.
class SharingOracleTest {

    private static final double CALM = 0.25; // M USD a year: what the pattern of a calm year counts, and is no money

    private static void each(int from, int to, IntConsumer test) {
        for (int seed = from; seed <= to; seed++) {
            test.accept(seed);
        }
    }

    /// A random game in which more players seldom bear less, two to five of them.
    private static double[] costs(int seed) {
        Random random = new Random(seed);
        int players = 2 + random.nextInt(4);
        double[] cost = new double[1 << players];
        for (int group = 1; group < cost.length; group++) {
            cost[group] = 1e3 * (0.2 + random.nextDouble()) * (1 + (seed % 3) * 0.4 * (Integer.bitCount(group) - 1));
        }
        return cost;
    }

    private static int players(double[] cost) {
        return Integer.numberOfTrailingZeros(cost.length);
    }

    /// What each player adds, over all orders one by one.
    private static double[] byOrders(double[] cost) {
        double[] sum = new double[players(cost)];
        int[] orders = new int[1];
        order(cost, 0, new ArrayList<>(), sum, orders);
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= orders[0];
        }
        return sum;
    }

    private static void order(double[] cost, int group, List<Integer> come, double[] sum, int[] orders) {
        if (come.size() == sum.length) {
            orders[0]++;
            int there = 0;
            for (int player : come) {
                sum[player] += cost[there | 1 << player] - cost[there];
                there |= 1 << player;
            }
            return;
        }
        for (int i = 0; i < sum.length; i++) {
            if ((group >> i & 1) == 0) {
                come.add(i);
                order(cost, group | 1 << i, come, sum, orders);
                come.removeLast();
            }
        }
    }

    private static double excess(double[] cost, double[] shares, int group) {
        double excess = -cost[group];
        for (int i = 0; i < shares.length; i++) {
            excess += (group >> i & 1) * shares[i];
        }
        return excess;
    }

    /// The least epsilon with which no group bears more than alone by more than that: one program of ojAlgo.
    private static double leastCore(double[] cost) {
        int players = players(cost);
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        List<Variable> shares = new ArrayList<>();
        for (int i = 0; i < players; i++) {
            shares.add(model.newVariable("share " + i));
        }
        Variable epsilon = model.newVariable("epsilon").weight(BigDecimal.ONE);
        for (int group = 1; group < cost.length; group++) {
            Expression row = model.newExpression("group " + group);
            for (int i = 0; i < players; i++) {
                if ((group >> i & 1) == 1) {
                    row.set(shares.get(i), 1);
                }
            }
            if (group == cost.length - 1) {
                row.level(cost[group]);
            } else {
                row.set(epsilon, -1).upper(cost[group]);
            }
        }
        Optimisation.Result result = model.minimise();
        assertThat(result.getState().isOptimal()).isTrue();
        return result.getValue();
    }

    /// Kohlberg 1971: shares are the nucleolus if and only if, for every level, the groups whose excess is at least
    /// that cover all players evenly with weights above zero.
    private static boolean isNucleolus(double[] cost, double[] shares) {
        double near = 1e-5 * 1e3;
        TreeSet<Double> levels = new TreeSet<>();
        for (int group = 1; group < cost.length - 1; group++) {
            levels.add(excess(cost, shares, group));
        }
        for (double level : levels) {
            List<Integer> groups = new ArrayList<>();
            for (int group = 1; group < cost.length - 1; group++) {
                if (excess(cost, shares, group) >= level - near) {
                    groups.add(group);
                }
            }
            if (!isBalanced(groups, shares.length)) {
                return false;
            }
        }
        return true;
    }

    /// Whether weights of at least one thousandth cover each player with one; a player of no group is not covered.
    private static boolean isBalanced(List<Integer> groups, int players) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        List<Variable> weights = new ArrayList<>();
        for (int group : groups) {
            weights.add(model.newVariable("weight of " + group).lower(1e-3));
        }
        for (int i = 0; i < players; i++) {
            Expression row = model.newExpression("player " + i).level(1);
            boolean any = false;
            for (int g = 0; g < groups.size(); g++) {
                if ((groups.get(g) >> i & 1) == 1) {
                    row.set(weights.get(g), 1);
                    any = true;
                }
            }
            if (!any) {
                return false;
            }
        }
        return model.minimise().getState().isFeasible();
    }

    private static void game(int seed) {
        double[] cost = costs(seed);
        Game game = new Game(players(cost), cost);
        double[] nucleolus = game.nucleolus(Solvers.best());
        double[] shapley = byOrders(cost);
        for (int i = 0; i < shapley.length; i++) {
            assertThat(game.shapley()[i]).as("seed " + seed).isCloseTo(shapley[i], Offset.offset(1e-9 * 1e3));
        }

        assertThat(game.worstExcess(nucleolus))
                .as("seed " + seed)
                .isCloseTo(leastCore(cost), Offset.offset(1e-5 * 1e3));
        assertThat(isNucleolus(cost, nucleolus)).as("seed " + seed).isTrue();
        if (excess(cost, shapley, game.worstGroup(shapley)) > leastCore(cost) + 1) {
            assertThat(isNucleolus(cost, shapley)).as("seed " + seed).isFalse();
        }
    }

    /// What a group bears: every plan it can make by itself, the others keeping what they have.
    ///
    /// @param every whether all bans are rows, or those alone that hurt without a plan. A search takes in a ban
    /// that does not when it hurts by a hundredth of a percent, so it bears what lies between the two
    private static double bears(
            World all, Search.State before, TreeSet<String> others, List<String> members, boolean every) {
        TreeMap<String, Double> money = new TreeMap<>(all.spec().budgetUsd());
        others.forEach(other -> money.put(other, 0.0));
        PlanSpec spec = all.spec().withBudget(money);
        World world = all.with(spec.with(spec.rules().withBystanders(others)));
        List<Episode> episodes = new ArrayList<>(Attack.hurting(world, before));
        world.bans().stream()
                .map(ban -> Episode.of(0, ban))
                .filter(episode -> every && !episodes.contains(episode))
                .forEach(episodes::add);
        List<Double> caps =
                world.partners().stream().map(world.spec()::directLimit).toList();
        PlanModel plan = PlanModel.choosing(world, episodes, before.standing(world), caps, 1);
        Model rows = plan.model().copy();
        for (int c = 0; c < world.candidates().size(); c++) {
            Candidate candidate = world.candidates().get(c);
            if (others.contains(candidate.place()) || others.contains(candidate.payer())) {
                rows.bounds(plan.around().modules(c), 0, 0);
            }
        }
        for (int o = 0; o < world.offtakes().size(); o++) {
            if (others.contains(world.offtakes().get(o).partner())) {
                rows.bounds(plan.around().contract(o), 0, 0);
            }
        }
        AllPlans plans = new AllPlans(world, plan);
        Solution best = plans.best(rows).solution();
        return plans.cost(best) + plans.expected(best, members);
    }

    private static void groups(int seed) {
        BruteForceTest.Question question = BruteForceTest.Question.of(seed);
        World world = question.world();
        Search.State before = new Search(Solvers.best(), SmallWorld.network(), Work.alone()).before(world);
        Sharing sharing = Planner.of(question.input(), 1, _ -> {}).share(question.spec());
        double[] cost = new double[1 << world.partners().size()];
        for (int group = 1; group < cost.length; group++) {
            TreeSet<String> others = new TreeSet<>(world.partners());
            sharing.groups().get(group - 1).members().forEach(others::remove);
            Sharing.Group said = sharing.groups().get(group - 1);
            cost[group] = said.bornUsd() / World.USD;
            double least = bears(world, before, others, said.members(), false);
            double most = bears(world, before, others, said.members(), true);

            assertThat(cost[group])
                    .as("seed %d without %s", seed, others)
                    .isBetween(least - CALM - 1e-5 * least, most + CALM + 1e-5 * most);
        }
        double[] shapley = byOrders(cost);
        for (int i = 0; i < shapley.length; i++) {
            assertThat(sharing.get(Sharing.Rule.SHAPLEY)
                                    .bornUsd()
                                    .get(world.partners().get(i))
                            / World.USD)
                    .as("seed " + seed)
                    .isCloseTo(shapley[i], Offset.offset(1e-9 * cost[cost.length - 1]));
        }
        assertThat(sharing.leastCoreUsd() / World.USD)
                .as("seed " + seed)
                .isCloseTo(leastCore(cost), Offset.offset(1e-6 * cost[cost.length - 1]));
    }

    @Test
    void ten_games_are_shared_as_by_all_orders_and_by_Kohlbergs_criterion() {
        each(1, 10, SharingOracleTest::game);
    }

    @Test
    void what_each_group_of_partners_bears_is_that_of_all_its_plans() {
        each(1, 2, SharingOracleTest::groups);
    }

    @Test
    @Tag("slow")
    void five_hundred_games_are_shared_as_by_all_orders_and_by_Kohlbergs_criterion() {
        each(3001, 3500, SharingOracleTest::game);
    }

    @Test
    @Tag("slow")
    void what_the_groups_of_a_hundred_questions_bear_is_that_of_all_their_plans() {
        each(3001, 3100, SharingOracleTest::groups);
    }
}
