package org.monazite.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.monazite.plan.check.PlanCheck;
import org.monazite.plan.equations.Around;
import org.monazite.plan.equations.PlanModel;
import org.monazite.plan.lp.Highs;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Row;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lshaped.Decomposing;
import org.monazite.plan.lshaped.LShaped;
import org.monazite.plan.world.Ban;
import org.monazite.plan.world.Episode;
import org.monazite.plan.world.World;
import org.monazite.plan.world.WorldBuilder;

/// The mean of the worst years as a price and as a target, against rows that are written here, all plans one by one,
/// the method that takes models apart, and losses sorted. A failure names its seed.
class RiskTest {

    private static final Highs HIGHS = Highs.load();
    private static final double UNLIMITED = Double.POSITIVE_INFINITY;
    /// A cap that nothing reaches: the rows of a question that looks at the worst years, without a weight. Those of
    /// a question that does not look at them let a calm year bend more.
    private static final Risk UNWEIGHED = new Risk(0, 1e15);

    private static final double LATER = 0.3; // weight of the later assessed year, as the methods say

    private static void each(int from, int to, IntConsumer test) {
        for (int seed = from; seed <= to; seed++) {
            test.accept(seed);
        }
    }

    /// A random question in which bans are likely enough to fill a tail.
    private record Asked(World world, Search.State before) {

        static Asked of(int seed, double beta, Risk risk) {
            BruteForceTest.Question question = BruteForceTest.Question.of(seed);
            PlanSpec spec = question.spec();
            spec = spec.with(spec.rules().withChance(0.6)).withTail(beta).with(risk);
            World world = WorldBuilder.build(question.input(), spec);
            return new Asked(world, new Search(HIGHS, SmallWorld.network(), Work.alone()).before(world));
        }

        Asked with(Risk risk) {
            return new Asked(world.with(world.spec().with(risk)), before);
        }

        /// The rows with all bans in the target year, one in the later one.
        PlanModel rows() {
            List<Episode> episodes = new ArrayList<>();
            world.bans().forEach(ban -> episodes.add(Episode.of(0, ban)));
            episodes.add(Episode.of(1, world.bans().getFirst()));
            double cap = world.spec().targets().directShare();
            return PlanModel.choosing(world, episodes, before.standing(world), List.of(cap, cap), 1);
        }
    }

    private static Solution best(PlanModel plan) {
        return HIGHS.solve(plan.model(), Limits.EXACT);
    }

    /// Losses of a year sorted, worst first, until their chances fill the tail, M USD.
    private static double sorted(Around around, Solution solution, World world, int year) {
        List<double[]> losses = new ArrayList<>();
        for (Episode episode : around.episodes()) {
            if (episode.year() == year) {
                double loss = 0;
                for (String partner : world.partners()) {
                    loss += around.loss(solution, episode, partner);
                }
                losses.add(new double[] {loss, episode.ban().orElseThrow().probability()});
            }
        }
        return PlanCheck.tail(losses, world.spec().tail());
    }

    private static double expected(Around around, Solution solution, World world) {
        double sum = 0;
        for (String partner : world.partners()) {
            sum += around.expected(solution, partner);
        }
        return sum;
    }

    /// The rows of the neutral question with the weight written on top of them, M USD throughout.
    private static Model twin(PlanModel neutral, World world, double lambda) {
        Model rows = neutral.model().copy();
        Around around = neutral.around();
        for (int year = 0; year < 2; year++) {
            double weight = lambda * (year == 0 ? 1 : LATER);
            int eta = rows.column("eta " + year, 0, UNLIMITED, weight);
            for (Episode episode : around.episodes()) {
                if (episode.year() == year) {
                    double chance = episode.ban().orElseThrow().probability();
                    String id = year + " " + episode.ban().orElseThrow().id();
                    int beyond = rows.column(
                            "beyond " + id,
                            0,
                            UNLIMITED,
                            weight * chance / (1 - world.spec().tail()));
                    Row row = rows.row("beyond " + id).plus(beyond).plus(eta);
                    double offset = around.lossTerms(episode, (column, value) -> {
                        row.plus(column, value);
                        rows.cost(column, rows.cost(column) + lambda * around.chance(episode) * value);
                    });
                    row.atLeast(offset);
                    rows.offset(rows.offset() - lambda * around.chance(episode) * offset);
                }
            }
        }
        return rows;
    }

    private static void priced(int seed) {
        Random random = new Random(seed);
        double lambda = 0.05 + 0.95 * random.nextDouble();
        double beta = random.nextInt(3) == 0 ? 0.5 : 0.9 + 0.09 * random.nextDouble();
        Asked asked = Asked.of(seed, beta, new Risk(lambda, UNLIMITED));
        PlanModel plan = asked.rows();
        Solution solution = best(plan);
        AllPlans all = new AllPlans(asked.world(), asked.with(UNWEIGHED).rows());
        double least = all.best(twin(asked.with(UNWEIGHED).rows(), asked.world(), lambda))
                .solution()
                .objective();

        assertThat(solution.objective())
                .as("seed %d lambda %.3f beta %.3f", seed, lambda, beta)
                .isCloseTo(least, within(1e-6 * Math.max(1, least)));
    }

    /// The least that the mean of the worst years can be, and the cheapest plan under a cap between it and what the
    /// plan without one has, are those of all plans.
    private static void capped(int seed) {
        Random random = new Random(seed);
        double beta = 0.9 + 0.09 * random.nextDouble();
        Asked neutral = Asked.of(seed, beta, Risk.NEUTRAL);
        PlanModel free = neutral.rows();
        double has = sorted(free.around(), best(free), neutral.world(), 0);
        double most = has * random.nextDouble();
        PlanModel plan = neutral.with(new Risk(0, most * World.USD)).rows();
        Solution solution = best(plan);
        Around around = plan.around();
        double missed = around.tailUnitUsd()
                / World.USD
                * solution.value(around.tailMissed().orElseThrow());
        AllPlans all = new AllPlans(neutral.world(), plan);
        double least = all.best(plan.model()).solution().objective();

        assertThat(solution.objective()).as("seed " + seed).isCloseTo(least, within(1e-6 * Math.max(1, least)));
        assertThat(sorted(around, solution, neutral.world(), 0))
                .as("seed %d: %.3f at most, %.3f without, %.6f missed", seed, most, has, missed)
                .isLessThanOrEqualTo(most + missed + 1e-3 + 1e-6 * most);
        if (missed > 1e-3) {
            Model reach = plan.model().copy();
            for (int column = 0; column < reach.columns(); column++) {
                reach.cost(column, 0);
            }
            reach.offset(0);
            reach.cost(around.tailMissed().orElseThrow(), 1);
            for (int i = 0; i < 2; i++) {
                around.excess(i).forEach(column -> reach.bounds(column, 0, solution.value(column) + 1e-9));
            }
            around.keepWorse(reach, around, solution);
            double reachable = all.best(reach).solution().objective() * around.tailUnitUsd() / World.USD;
            assertThat(missed).as("seed " + seed).isCloseTo(reachable, within(1e-2 + 1e-4 * has));
        }
    }

    /// Taken apart a model with a weight, a cap or both costs what it costs as a whole, and what GLOP and SCIP find.
    private static void apart(int seed) {
        Random random = new Random(seed);
        double lambda = seed % 3 == 0 ? 0 : random.nextDouble();
        Asked neutral = Asked.of(seed, 0.95, Risk.NEUTRAL);
        PlanModel free = neutral.rows();
        double has = sorted(free.around(), best(free), neutral.world(), 0);
        double most = seed % 3 == 1 ? UNLIMITED : has * (0.3 + 0.7 * random.nextDouble()) * World.USD;
        Model rows = neutral.with(new Risk(lambda, most)).rows().model();
        Solution whole = HIGHS.solve(rows, Limits.EXACT);
        Solution split = new Decomposing(
                        HIGHS, PlanModel.structure(), Decomposing.Method.DECOMPOSED, 2, LShaped.Progress.NONE)
                .solve(rows, new Limits(UNLIMITED, 1e-7));
        Solution second = AllPlans.GLOP.solve(rows.fixedAt(whole), Limits.NONE);

        double scale = Math.max(1, Math.abs(whole.objective()));
        assertThat(split.objective())
                .as("seed %d lambda %.3f most %.3g", seed, lambda, most)
                .isCloseTo(whole.objective(), within(1e-6 * scale + 0.05));
        assertThat(second.objective()).as("seed " + seed).isCloseTo(whole.objective(), within(1e-6 * scale));
    }

    /// More weight never raises what the mean of the worst years lies above the expected value, nor lowers the rest.
    private static void weights(int seed) {
        Asked neutral = Asked.of(seed, 0.93, Risk.NEUTRAL);
        double above = UNLIMITED;
        double rest = Double.NEGATIVE_INFINITY;
        for (double lambda : new double[] {0, 0.3, 0.7, 1}) {
            PlanModel plan = neutral.with(lambda > 0 ? new Risk(lambda, UNLIMITED) : UNWEIGHED)
                    .rows();
            Solution solution = best(plan);
            Around around = plan.around();
            double here = sorted(around, solution, neutral.world(), 0)
                    + LATER * sorted(around, solution, neutral.world(), 1)
                    - expected(around, solution, neutral.world());
            double others = solution.objective() - lambda * here;
            double noise = 1e-3 + 2e-6 * Math.abs(solution.objective());

            if (lambda > 0) { // without a weight nothing chooses among plans that cost the same
                assertThat(here).as("seed %d lambda %.1f", seed, lambda).isLessThanOrEqualTo(above + noise / 0.3);
            }
            assertThat(others).as("seed %d lambda %.1f", seed, lambda).isGreaterThanOrEqualTo(rest - noise);
            above = here;
            rest = others;
        }
    }

    private static void stricter(int seed) {
        Asked neutral = Asked.of(seed, 0.93, Risk.NEUTRAL);
        double has = sorted(neutral.rows().around(), best(neutral.rows()), neutral.world(), 0);
        double before = Double.NEGATIVE_INFINITY;
        for (double part : new double[] {1.01, 0.8, 0.5, 0}) {
            double objective = best(neutral.with(new Risk(0, part * has * World.USD))
                            .rows())
                    .objective();
            assertThat(objective).as("seed %d part %.2f", seed, part).isGreaterThanOrEqualTo(before - 1e-3);
            before = objective * (1 - 1e-9);
        }
    }

    @Test
    @Tag("P3")
    void twelve_plans_that_weigh_the_mean_of_the_worst_years_are_the_best_of_all_plans() {
        each(1, 12, RiskTest::priced);
    }

    @Test
    @Tag("P3")
    void eight_plans_under_a_cap_on_the_mean_of_the_worst_years_are_the_best_and_miss_it_by_the_least() {
        each(1, 8, RiskTest::capped);
    }

    @Test
    void taken_apart_they_cost_what_they_cost_as_a_whole_and_what_a_second_solver_finds() {
        each(1, 4, RiskTest::apart);
    }

    @Test
    void more_weight_never_raises_the_worst_years_above_the_expected_and_never_lowers_the_rest() {
        each(1, 4, RiskTest::weights);
    }

    @Test
    void a_stricter_cap_never_lowers_the_cost() {
        each(1, 3, RiskTest::stricter);
    }

    @Test
    void without_a_tail_all_the_weight_is_the_expected_value() {
        each(1, 5, seed -> {
            Asked asked = Asked.of(seed, 0, new Risk(1, UNLIMITED));
            double neutral = best(asked.with(UNWEIGHED).rows()).objective();

            assertThat(best(asked.rows()).objective())
                    .as("seed " + seed)
                    .isCloseTo(neutral, within(1e-6 * Math.max(1, neutral)));
        });
    }

    @Test
    void in_the_thinnest_tail_the_mean_is_the_worst_case() {
        each(1, 5, seed -> {
            Asked asked = Asked.of(seed, 0.999, new Risk(1, UNLIMITED));
            PlanModel plan = asked.rows();
            Solution solution = best(plan);
            Around around = plan.around();
            double[] worst = new double[2];
            for (Episode episode : around.episodes()) {
                double loss = 0;
                for (String partner : asked.world().partners()) {
                    loss += around.loss(solution, episode, partner);
                }
                worst[episode.year()] = Math.max(worst[episode.year()], loss);
            }
            double said = around.money(solution) - around.cost(solution);

            assertThat(said)
                    .as("seed " + seed)
                    .isCloseTo(worst[0] + LATER * worst[1], within(1e-6 * Math.max(1, said)));
        });
    }

    @Test
    void a_question_without_weight_or_cap_has_the_rows_it_had() {
        Model rows = Asked.of(3, 0.9, Risk.NEUTRAL).rows().model();

        for (int row = 0; row < rows.rows(); row++) {
            assertThat(rows.rowKey(row).toString()).doesNotContain("family=loss", "family=cvar");
        }
        for (int column = 0; column < rows.columns(); column++) {
            assertThat(rows.columnKey(column).toString()).doesNotContain("beyond", "eta");
        }
    }

    /// No limit of the worst ban calls pairs in: the worst years do.
    @Test
    void the_model_holds_every_ban_of_the_worst_years_also_pairs_licences_and_outages() {
        PlanSpec asked = SmallWorld.spec(150e6, new PlanSpec.Targets(1, 1, 1), List.of(), List.of());
        PlanSpec spec = asked.with(asked.rules().withMore(true, true, true).withChance(1))
                .withTail(0.9999)
                .with(new Risk(1, UNLIMITED));
        World world = WorldBuilder.build(SmallWorld.input(), spec);
        Search search = new Search(HIGHS, SmallWorld.network(), Work.alone());

        Search.Found found = search.find(world, search.before(world));

        double[] losses = Loss.wanted(world, found.state().bans());
        double[] inside = Loss.chances(world);
        int pairs = 0;
        for (int e = 0; e < inside.length; e++) {
            Ban ban = world.bans().get(e);
            boolean in = found.episodes().contains(Episode.of(0, ban));
            pairs += in && !ban.isSingle() ? 1 : 0;
            inside[e] = in ? inside[e] : 0;
        }
        double all = Loss.all(world, found.state().bans()).tailUsd();
        assertThat(pairs).isPositive();
        assertThat(all).isPositive();
        assertThat(Tail.mean(losses, inside, spec.tail())).isCloseTo(all, within(1e-6 * all));
    }

    /// Bans so rare that no plan is worth its cost; licences, in which a model hopes for more than bans leave.
    private static PlanResult solved(Risk risk) {
        return solved(risk, false);
    }

    private static PlanResult solved(Risk risk, boolean noWorse) {
        PlanSpec spec = SmallWorld.spec(600e6, new PlanSpec.Targets(1, 1, 1), List.of(), List.of());
        return Planner.of(SmallWorld.input(), 2, _ -> {})
                .solve(spec.with(spec.rules()
                                .withMore(false, true, false)
                                .withChance(1e-5)
                                .withNoWorse(noWorse))
                        .withTail(0.999)
                        .with(risk));
    }

    @Test
    void a_cap_that_cannot_be_kept_leaves_no_more_than_the_plan_without_it() {
        double has = solved(Risk.NEUTRAL, true).lossAfter().tailUsd();
        PlanResult plan = solved(new Risk(0, 0.75 * has), true);

        assertThat(plan.lossAfter().tailUsd()).isLessThanOrEqualTo(has * (1 + 1e-6));
        assertThat(plan.outcome()).isEqualTo(PlanResult.Outcome.NEAREST);
        assertThat(plan.check().verified()).as(plan.check().toString()).isTrue();
        assertThat(plan.second().agrees()).isTrue();
    }

    @Test
    @Tag("P3")
    void a_cap_on_the_mean_of_the_worst_years_is_kept_by_what_bans_do_and_named_among_the_targets() {
        PlanResult neutral = solved(Risk.NEUTRAL);
        double has = neutral.lossAfter().tailUsd();
        PlanResult plan = solved(new Risk(0, 0.75 * has));

        assertThat(plan.targets()).singleElement().satisfies(target -> {
            assertThat(target.id()).isEqualTo("cvar");
            assertThat(target.wanted()).isEqualTo(0.75 * has);
            assertThat(target.kept()).as(target + ", " + has).isTrue();
            assertThat(target.reached())
                    .isCloseTo(
                            plan.lossAfter().tailUsd(),
                            within(1e-9 * plan.lossAfter().tailUsd()));
        });
        assertThat(plan.outcome()).isEqualTo(PlanResult.Outcome.OPTIMAL);
        assertThat(plan.costUsd()).isGreaterThan(neutral.costUsd() + 1e6);
        assertThat(plan.check().verified()).as(plan.check().toString()).isTrue();
        assertThat(plan.second().agrees()).isTrue();
        assertThat(plan.tail(true).meanUsd()).isEqualTo(plan.lossAfter().tailUsd());
    }

    @Test
    void a_cap_that_no_plan_keeps_gives_the_nearest_plan() {
        PlanResult plan = solved(new Risk(0, 1e3));

        assertThat(plan.outcome()).isEqualTo(PlanResult.Outcome.NEAREST);
        assertThat(plan.targets()).singleElement().satisfies(target -> {
            assertThat(target.kept()).isFalse();
            assertThat(target.reached()).isBetween(1e6, target.before() / 2);
        });
        assertThat(plan.check().verified()).as(plan.check().toString()).isTrue();
    }

    @Test
    void what_stands_in_the_way_of_a_cap_is_named() {
        PlanSpec spec = SmallWorld.spec(300e6, new PlanSpec.Targets(1, 1, 1), List.of(), List.of());
        Relaxing relaxing = Planner.of(SmallWorld.input(), 1, _ -> {})
                .relax(spec.with(spec.rules().withChance(0.6)).with(new Risk(0, 1e6)));

        assertThat(relaxing.sets())
                .anySatisfy(way -> assertThat(way.gives()).singleElement().satisfies(gives -> {
                    assertThat(gives.id()).isEqualTo("cvar");
                    assertThat(gives.needed()).isGreaterThan(1e6);
                }));
    }

    @Test
    void a_group_bears_its_plan_and_its_value_at_risk_as_it_is_weighed() {
        PlanSpec spec = SmallWorld.spec(200e6);
        Sharing sharing = Planner.of(SmallWorld.input(), 2, _ -> {})
                .share(spec.with(spec.rules().withChance(0.6)).withTail(0.95).with(new Risk(0.6, UNLIMITED)));

        double kept = sharing.lines().stream()
                .mapToDouble(Sharing.Line::expectedAfterUsd)
                .sum();
        assertThat(sharing.all().bornUsd()).isCloseTo(sharing.planCostUsd() + kept, within(1.0));
        assertThat(sharing.get(Sharing.Rule.SHAPLEY).bornUsd().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isCloseTo(sharing.all().bornUsd(), within(1.0));
    }

    @Test
    void the_worst_years_say_which_bans_they_are() {
        List<PlanResult.Ban> bans = List.of(ban("A", 0.03, 100), ban("B", 0.01, 300), ban("C", 0.02, 0));

        Tail wide = Tail.of(bans, 0.9, true);
        Tail thin = Tail.of(bans, 0.98, true);

        assertThat(wide.all()).isTrue();
        assertThat(wide.meanUsd()).isCloseTo(60, within(1e-9)); // (0.03 x 100 + 0.01 x 300) / 0.1
        assertThat(wide.restsOn()).isCloseTo(4.0 / 3, within(1e-9));
        assertThat(thin.all()).isFalse();
        assertThat(thin.meanUsd()).isCloseTo(200, within(1e-9));
        assertThat(thin.bans()).extracting(Tail.Line::banId).containsExactly("B", "A");
        assertThat(thin.bans().getFirst().share()).isCloseTo(0.75, within(1e-9));
    }

    private static PlanResult.Ban ban(String id, double chance, double loss) {
        return new PlanResult.Ban(id, id, List.of(), 4, chance, new TreeMap<>(), new TreeMap<>(), loss, loss);
    }

    @Test
    @Tag("slow")
    void three_hundred_weights_and_caps_agree_with_all_plans() {
        each(1001, 1300, seed -> {
            priced(seed);
            capped(seed);
        });
    }

    @Test
    @Tag("slow")
    void so_do_sixty_taken_apart() {
        each(101, 160, seed -> {
            apart(seed);
            weights(seed);
            stricter(seed);
        });
    }
}
