package org.monazite.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.monazite.plan.equations.PlanModel;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Solvers;
import org.monazite.plan.world.Ban;
import org.monazite.plan.world.Episode;
import org.monazite.plan.world.World;

/// Answers around random plans against twins that try every plan with GLOP: value of the stochastic solution,
/// knock-out and knock-in, the nearest plan and what must give way. A failure names its seed.
class OracleTest {

    /// M USD a year: what the pattern of a calm year counts in the rows, and is no money.
    private static final double CALM = 0.25;

    private static void each(int from, int to, IntConsumer test) {
        for (int seed = from; seed <= to; seed++) {
            test.accept(seed);
        }
    }

    /// A random question, and the plan that the product finds.
    record Asked(BruteForceTest.Question question, World world, Search.State before, Ground ground) {

        static Asked of(int seed) {
            return of(BruteForceTest.Question.of(seed));
        }

        static Asked of(BruteForceTest.Question question) {
            World world = question.world();
            Search search = new Search(Solvers.best(), SmallWorld.network(), Work.alone());
            Search.State before = search.before(world);
            return new Asked(
                    question,
                    world,
                    before,
                    Ground.of(world, search, before, search.find(world, before), Solvers.best()));
        }

        PlanModel choosing(World other, List<Episode> episodes) {
            return PlanModel.choosing(
                    other, episodes, before.standing(world), ground.found().caps(), 1);
        }

        Planner planner() {
            return Planner.of(question.input(), 1, _ -> {});
        }
    }

    /// Stops of all bans, each with its chance, in one sure year; the plan for it is judged with the bans as they come.
    private static void vss(int seed) {
        Asked asked = Asked.of(seed);
        World world = asked.world();
        List<Ban.Stop> stops = new ArrayList<>();
        for (Episode episode : asked.ground().around().episodes()) {
            double chance = AllPlans.chance(episode);
            episode.ban()
                    .orElseThrow()
                    .stops()
                    .forEach(stop -> stops.add(new Ban.Stop(
                            stop.supplier(), stop.products(), 1 - chance * (1 - stop.open()), stop.buyers())));
        }
        PlanModel mean = asked.choosing(world, List.of(Episode.of(0, new Ban("mean", stops, 4, 1))));
        AllPlans sure = new AllPlans(world, mean);
        AllPlans.Each forMean = sure.best(mean.model());
        PlanModel real = asked.choosing(world, asked.ground().found().episodes());
        AllPlans bans = new AllPlans(world, real);
        Model rows = real.model().relaxed();
        real.around().fix(rows, mean.choice(forMean.solution()));
        Solution judged = AllPlans.GLOP.solve(rows, Limits.NONE);
        Solution best = bans.best(real.model()).solution();
        boolean worse = false;
        for (int i = 0; i < world.partners().size(); i++) {
            List<Integer> misses = new ArrayList<>(real.around().excess(i));
            misses.addAll(real.around().shortfalls(i));
            worse |= misses.stream().anyMatch(column -> judged.value(column) > best.value(column) + 2e-4);
        }

        Value.Mean said = asked.planner().value(asked.question().spec()).mean();

        assertThat(said.broken().isEmpty()).as("seed " + seed).isEqualTo(!worse);
        assertThat(said.moneyUsd() / World.USD)
                .as("seed " + seed)
                .isCloseTo(bans.money(judged), Offset.offset(CALM + 1e-5 * bans.money(judged)));
        if (!worse) {
            assertThat(said.vssUsd() / World.USD)
                    .as("seed " + seed)
                    .isCloseTo(bans.money(judged) - bans.money(best), Offset.offset(CALM + 1e-5 * bans.money(best)));
        } else {
            assertThat(said.vssUsd()).as("seed " + seed).isNaN();
        }
    }

    /// Every plan without the project, or with it, in place of those that may choose.
    private static void knocked(int seed) {
        Asked asked = Asked.of(seed);
        World world = asked.world();
        int c = seed % world.candidates().size();
        String id = world.candidates().get(c).id();
        List<Episode> all = new ArrayList<>(asked.ground().found().episodes());
        world.bans().stream()
                .map(ban -> Episode.of(0, ban))
                .filter(episode -> !all.contains(episode))
                .forEach(all::add);
        PlanModel plan = asked.choosing(world, all);
        AllPlans plans = new AllPlans(world, plan);
        AllPlans.Each free = plans.best(plan.model());
        boolean in = free.modules().get(c) > 0;
        AllPlans.Each forced = null;
        for (AllPlans.Each each : plans.of(plan.model())) {
            boolean other = each.modules().get(c) > 0 != in;
            if (other
                    && (forced == null
                            || each.solution().objective() < forced.solution().objective())) {
                forced = each;
            }
        }
        if (forced == null) {
            return; // the budget does not reach
        }

        Why why = asked.planner().why(asked.question().spec(), id);

        double money = plans.money(forced.solution()) - plans.money(free.solution());
        double near = 1e-5 * Math.max(plans.money(forced.solution()), plans.money(free.solution()));
        assertThat(why.inPlan()).as("seed " + seed).isEqualTo(in);
        assertThat(why.costDeltaUsd() / World.USD)
                .as("seed %d %s", seed, id)
                .isCloseTo(money, Offset.offset(CALM + near));
        assertThat(why.planCostDeltaUsd() / World.USD)
                .as("seed %d %s", seed, id)
                .isCloseTo(plans.cost(forced.solution()) - plans.cost(free.solution()), Offset.offset(2 * CALM + near));
    }

    /// The nearest plan misses as little as any plan can, in the largest part that a ban takes beyond the limit.
    private static void nearest(int seed) {
        Asked asked = Asked.of(seed);
        World world = asked.world();
        PlanModel plan = asked.choosing(world, asked.ground().found().episodes());
        AllPlans plans = new AllPlans(world, plan);
        Model rows = plan.model().copy();
        asked.ground()
                .around()
                .keepWorse(rows, asked.ground().around(), asked.ground().found().solution());
        for (int column = 0; column < rows.columns(); column++) {
            rows.cost(column, 0);
        }
        rows.offset(0);
        rows.cost(plan.around().worst().getFirst(), 1);
        double least = plans.best(rows).solution().objective();
        double limit = world.spec().targets().worstBan();

        double reached = asked.planner().solve(asked.question().spec()).targets().stream()
                .filter(target -> target.name().equals("worst_ban"))
                .mapToDouble(PlanResult.TargetState::reached)
                .max()
                .orElseThrow();

        assertThat(Math.max(limit, reached)).as("seed " + seed).isCloseTo(limit + least, Offset.offset(5e-4));
    }

    /// How far a set must give way is the least among all plans.
    private static void needed(int seed) {
        Asked asked = Asked.of(seed);
        World world = asked.world();
        double cap = world.spec().targets().directShare();
        PlanModel plan = PlanModel.choosing(
                world, asked.ground().found().episodes(), asked.before().standing(world), List.of(cap, cap), 1);
        AllPlans plans = new AllPlans(world, plan);
        Relaxing relaxing = asked.planner().relax(asked.question().spec());
        for (Relaxing.Way way : relaxing.sets()) {
            if (way.gives().size() == 1) {
                Relaxing.Gives gives = way.gives().getFirst();
                int partner = world.partners().indexOf(gives.partner());
                Model rows = plan.model().copy();
                for (int column = 0; column < rows.columns(); column++) {
                    rows.cost(column, 0);
                }
                rows.offset(0);
                Ground ground = asked.ground();
                plan.around()
                        .serve(
                                rows,
                                asked.before().calm(),
                                ground.around(),
                                ground.found().solution());
                plan.around().keepWorse(rows, ground.around(), ground.found().solution());
                List<Integer> free = List.of();
                if (gives.name().equals("budget")) {
                    rows.rowBounds(plan.around().budget(partner), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
                    plan.around().spending(partner).forEach(rows::cost);
                } else {
                    free = gives.name().equals("worst_ban")
                            ? plan.around().excess(partner)
                            : plan.around().shortfalls(partner);
                    int level = rows.column("level", 0, 1, 1);
                    for (int column : free) {
                        rows.row("level of " + column).plus(level).minus(column).atLeast(0);
                    }
                }
                hard(plan, rows, world, free);
                double least = plans.best(rows).solution().objective();
                boolean money = gives.name().equals("budget");
                double said = money ? gives.needed() / World.USD : gives.needed() - gives.wanted();

                assertThat(said)
                        .as("seed %d %s", seed, gives.id())
                        .isCloseTo(least, Offset.offset(money ? 0.01 + 2e-3 * least : 2e-3));
            }
        }
    }

    private static void hard(PlanModel plan, Model rows, World world, List<Integer> free) {
        for (int i = 0; i < world.partners().size(); i++) {
            List<Integer> misses = new ArrayList<>(plan.around().excess(i));
            misses.addAll(plan.around().shortfalls(i));
            misses.removeAll(free);
            misses.forEach(column -> rows.bounds(column, 0, 1e-7));
        }
    }

    @Test
    void values_of_the_stochastic_solution_are_those_of_all_plans() {
        each(1, 2, OracleTest::vss);
    }

    @Test
    void what_knocking_out_and_in_costs_is_that_of_all_plans() {
        each(1, 3, OracleTest::knocked);
    }

    @Test
    void nearest_plans_miss_as_little_as_any_plan() {
        each(1, 2, OracleTest::nearest);
    }

    @Test
    void what_a_target_must_give_way_is_the_least_of_all_plans() {
        each(1, 2, OracleTest::needed);
    }

    @Test
    @Tag("slow")
    void a_hundred_values_of_the_stochastic_solution_are_those_of_all_plans() {
        each(2001, 2100, OracleTest::vss);
    }

    @Test
    @Tag("slow")
    void two_hundred_knock_outs_and_ins_cost_what_they_do_among_all_plans() {
        each(2001, 2200, OracleTest::knocked);
    }

    @Test
    @Tag("slow")
    void a_hundred_nearest_plans_miss_as_little_as_any_plan() {
        each(2001, 2100, seed -> {
            nearest(seed);
            needed(seed);
        });
    }
}
