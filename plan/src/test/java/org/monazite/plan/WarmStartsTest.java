package org.monazite.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.monazite.plan.equations.PlanModel;
import org.monazite.plan.lp.Highs;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.lp.WarmTree;
import org.monazite.plan.replay.CalmNetwork;
import org.monazite.plan.world.World;
import org.monazite.plan.world.WorldBuilder;

/// What is found from the basis of a model before is what is found from nothing.
class WarmStartsTest {

    private static final PlanSpec SPEC = SmallWorld.spec(300e6, new PlanSpec.Targets(1, 1, 0.2), List.of(), List.of());
    private static final Chains CHAINS = new Chains(Deadline.never());

    private record Plan(PlanInput input, World world, Search.State before, Search.Found found) {

        static Plan of(PlanInput input) {
            World world = WorldBuilder.build(input, SPEC);
            Search search = new Search(CHAINS.single(), input.network(), Work.alone());
            Search.State before = search.before(world);
            return new Plan(input, world, before, search.find(world, before));
        }

        Solution fixed() {
            return CHAINS.single().solve(found.plan().model().fixedAt(found.solution()), Limits.NONE);
        }

        List<PlanResult.LeftOut> reasons(Solver solver) {
            return new LeftOuts(world, found, fixed(), solver).list();
        }

        List<Hang> hangs(Solver solver) {
            return new Hangs(input, solver).of(world, found.choice());
        }
    }

    @Test
    void reasons_are_the_same_word_for_word() {
        Plan plan = Plan.of(SmallWorld.input());

        assertThat(CHAINS.<List<PlanResult.LeftOut>>linked(plan::reasons))
                .isNotEmpty()
                .isEqualTo(plan.reasons(CHAINS.single()));
    }

    @Test
    void what_a_plan_hangs_on_loses_the_same() {
        Plan plan = Plan.of(LatenessTest.decided());
        List<Hang> warm = CHAINS.linked(plan::hangs);
        List<Hang> cold = plan.hangs(CHAINS.single());

        assertThat(warm).isNotEmpty().hasSameSizeAs(cold);
        for (int k = 0; k < warm.size(); k++) {
            assertThat(warm.get(k).id()).isEqualTo(cold.get(k).id());
            assertThat(warm.get(k).worstUnmet()).isEqualTo(cold.get(k).worstUnmet(), within(1e-9));
            assertThat(warm.get(k).worstWithPlan()).isEqualTo(cold.get(k).worstWithPlan(), within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.9, 0.7, 0.5})
    void a_tightened_cap_costs_the_same_from_the_basis_of_the_looser_one(double cap) {
        Plan plan = Plan.of(SmallWorld.input());
        try (WarmTree.Chain chain = new WarmTree(Highs.load()).chain()) {
            chain.solve(capped(plan, 0.95), Limits.EXACT);
            double warm = chain.solve(capped(plan, cap), Limits.EXACT).objective();
            double cold = Highs.load().solve(capped(plan, cap), Limits.EXACT).objective();

            assertThat(warm).isEqualTo(cold, within(1e-9 * Math.max(1, Math.abs(cold))));
        }
    }

    private static Model capped(Plan plan, double cap) {
        return PlanModel.choosing(
                        plan.world(),
                        plan.found().episodes(),
                        plan.before().standing(plan.world()),
                        List.of(cap, cap),
                        1)
                .model();
    }

    @Test
    void the_whole_answer_is_the_same_on_one_thread_and_on_two() {
        PlanResult one = Planner.of(LatenessTest.decided(), 1, _ -> {}).solve(SPEC);
        PlanResult two = Planner.of(LatenessTest.decided(), 2, _ -> {}).solve(SPEC);

        assertThat(two)
                .usingRecursiveComparison()
                .ignoringFields("search.seconds")
                .withEqualsForType(Double::equals, Double.class) // to the bit, and NaN is NaN
                .isEqualTo(one);
    }

    @Test
    void a_country_is_found_by_its_code_and_what_is_no_country_keeps_its_code() {
        assertThat(CalmNetwork.placeOf("JPN").nameEn()).isEqualTo("Japan");
        assertThat(CalmNetwork.placeOf("JPN").nameJa()).isEqualTo("日本");
        assertThat(CalmNetwork.placeOf("ROW").nameEn()).isEqualTo("ROW");
    }
}
