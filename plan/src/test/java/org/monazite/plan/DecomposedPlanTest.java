package org.monazite.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.monazite.plan.equations.PlanModel;
import org.monazite.plan.lp.Highs;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Status;
import org.monazite.plan.lshaped.Decomposing;
import org.monazite.plan.lshaped.LShaped;
import org.monazite.plan.world.Ban;
import org.monazite.plan.world.Episode;
import org.monazite.plan.world.World;
import org.monazite.plan.world.WorldBuilder;

class DecomposedPlanTest {

    private static final Highs HIGHS = Highs.load();
    private static final Limits CLOSE = new Limits(Double.POSITIVE_INFINITY, 1e-7);

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 5);
    }

    private static Decomposing by(Decomposing.Method method, int threads) {
        return new Decomposing(HIGHS, PlanModel.structure(), method, threads, LShaped.Progress.NONE);
    }

    private static Solution decomposed(Model model, int threads) {
        return by(Decomposing.Method.DECOMPOSED, threads).solve(model, CLOSE);
    }

    /// Limits of the worst ban that bind, and some that do not, so that money alone decides.
    private static World world(int seed) {
        Random random = new Random(seed);
        double worst = seed % 3 == 0 ? 1 : 0.05 + 0.5 * random.nextDouble();
        PlanSpec.Targets targets = new PlanSpec.Targets(random.nextBoolean() ? 1 : 0.65, 1, worst);
        PlanSpec spec = SmallWorld.spec(50e6 + 400e6 * random.nextDouble(), targets, List.of(), List.of());
        return WorldBuilder.build(SmallWorld.input(ModelTest.random(random), SmallWorld.options()), spec);
    }

    private static Model model(int seed) {
        World world = world(seed);
        List<Episode> episodes = new ArrayList<>();
        for (Ban ban : world.bans()) {
            episodes.add(Episode.of(0, ban));
            episodes.add(Episode.of(1, ban));
        }
        Search.State before = new Search(HIGHS, SmallWorld.network(), Work.alone()).before(world);
        double cap = world.spec().targets().directShare();
        return PlanModel.choosing(world, episodes, before.standing(world), List.of(cap, cap), 1)
                .model();
    }

    private static double violation(Model model, Solution solution) {
        double most = 0;
        for (int row = 0; row < model.rows(); row++) {
            double sum = 0;
            for (int term = 0; term < model.terms(row); term++) {
                sum += model.coefficient(row, term) * solution.value(model.column(row, term));
            }
            most = Math.max(most, Math.max(model.rowLow(row) - sum, sum - model.rowHigh(row)));
        }
        for (int column = 0; column < model.columns(); column++) {
            double value = solution.value(column);
            most = Math.max(most, Math.max(model.low(column) - value, value - model.high(column)));
        }
        return most;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void taken_apart_a_plan_costs_what_it_costs_as_a_whole(int seed) {
        Model model = model(seed);

        Solution whole = HIGHS.solve(model, Limits.EXACT);
        Solution apart = decomposed(model, 2);

        double scale = Math.max(1, Math.abs(whole.objective()));
        double noise = 0.05; // M USD a year: rows hold to 1e-7, and what they miss costs a million each
        assertThat(apart.status()).isEqualTo(Status.OPTIMAL);
        assertThat(apart.objective()).isEqualTo(whole.objective(), within(1e-6 * scale + noise));
        assertThat(apart.bound()).isLessThanOrEqualTo(apart.objective() + 1e-6 * scale + noise);
        assertThat(violation(model, apart)).isLessThan(2e-6);
    }

    @Test
    @Tag("slow")
    void so_do_fifty_more() {
        IntStream.rangeClosed(6, 55).forEach(this::taken_apart_a_plan_costs_what_it_costs_as_a_whole);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void relaxed_too(int seed) {
        Model model = model(seed).relaxed();

        Solution whole = HIGHS.solve(model, Limits.EXACT);
        Solution apart = decomposed(model, 2);

        double scale = Math.max(1, Math.abs(whole.objective()));
        assertThat(apart.objective()).isEqualTo(whole.objective(), within(1e-6 * scale + 0.05));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_number_of_threads_changes_no_bit(int seed) {
        Model model = model(seed);

        Solution one = decomposed(model, 1);
        Solution four = decomposed(model, 4);

        assertThat(four.values()).isEqualTo(one.values());
        assertThat(four.objective()).isEqualTo(one.objective());
        assertThat(four.bound()).isEqualTo(one.bound());
    }

    @Test
    void the_objective_is_that_of_the_values() {
        Model model = model(4);

        Solution apart = decomposed(model, 2);

        double cost = model.offset();
        for (int column = 0; column < model.columns(); column++) {
            cost += model.cost(column) * apart.value(column);
        }
        assertThat(apart.objective()).isEqualTo(cost, within(1e-6 * Math.max(1, Math.abs(cost))));
    }

    @Test
    void without_time_there_is_a_plan_with_a_bound_below_it() {
        Model model = model(1);

        Solution found = by(Decomposing.Method.DECOMPOSED, 1).solve(model, new Limits(0, 1e-4));

        assertThat(found.status()).isEqualTo(Status.TIME_LIMIT);
        assertThat(found.hasPlan()).isTrue();
        assertThat(violation(model, found)).isLessThan(2e-6);
        assertThat(found.bound()).isLessThanOrEqualTo(found.objective());
    }

    @Test
    void a_small_model_is_solved_as_a_whole_unless_asked_for_otherwise() {
        Model model = model(1);

        Decomposing.Choice auto = by(Decomposing.Method.AUTO, 1).choice(model);
        Decomposing.Choice asked = by(Decomposing.Method.DECOMPOSED, 1).choice(model);

        assertThat(auto.method()).isEqualTo(Decomposing.Method.EXTENSIVE);
        assertThat(auto.reason()).contains("are within 50,000 and 50");
        assertThat(asked.method()).isEqualTo(Decomposing.Method.DECOMPOSED);
        assertThat(asked.reason()).startsWith("it was asked for");
    }

    @Test
    void many_bans_are_solved_apart() {
        World world = world(2);
        List<Episode> episodes = new ArrayList<>();
        for (int each = 0; each < 51; each++) {
            Ban ban = world.bans().get(each % world.bans().size());
            episodes.add(Episode.of(
                    0, new Ban(ban.id() + each, ban.stops(), ban.quarters(), ban.probability() / 20, ban.outages())));
        }
        Search.State before = new Search(HIGHS, SmallWorld.network(), Work.alone()).before(world);
        Model model = PlanModel.choosing(world, episodes, before.standing(world), List.of(1.0, 1.0), 1)
                .model();

        Decomposing.Choice choice = by(Decomposing.Method.AUTO, 1).choice(model);

        assertThat(choice.method()).isEqualTo(Decomposing.Method.DECOMPOSED);
        assertThat(choice.reason()).contains("51 episodes are not within");
    }

    @Test
    void a_model_of_one_ban_cannot_be_taken_apart() {
        World world = world(2);
        Search.State before = new Search(HIGHS, SmallWorld.network(), Work.alone()).before(world);
        Model model = PlanModel.choosing(
                        world,
                        List.of(Episode.of(0, world.bans().getFirst())),
                        before.standing(world),
                        List.of(1.0, 1.0),
                        1)
                .model();

        Solution found = decomposed(model, 1);

        assertThat(by(Decomposing.Method.DECOMPOSED, 1).choice(model).method()).isEqualTo(Decomposing.Method.EXTENSIVE);
        assertThat(found.objective()).isEqualTo(HIGHS.solve(model, CLOSE).objective());
    }

    @Test
    void the_planner_finds_the_same_plan_either_way_and_verifies_it() {
        PlanSpec spec = SmallWorld.spec(300e6);
        Planner planner = Planner.of(SmallWorld.input(), 2, _ -> {});

        PlanResult whole = planner.by(Decomposing.Method.EXTENSIVE).solve(spec);
        PlanResult apart = planner.by(Decomposing.Method.DECOMPOSED).solve(spec);

        assertThat(apart.search().method()).isEqualTo("decomposed");
        assertThat(apart.check().verified()).isTrue();
        assertThat(apart.costUsd()).isEqualTo(whole.costUsd(), within(1e-4 * whole.costUsd() + 1e5));
        assertThat(apart.lossAfter().worstUnmet()).isEqualTo(whole.lossAfter().worstUnmet(), within(1e-5));
    }
}
