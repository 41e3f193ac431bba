package org.monazite.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.monazite.plan.lp.Solvers;
import org.monazite.plan.world.World;
import org.monazite.plan.world.WorldBuilder;

/// Partners who lose more with a plan than without.
class ShiftsTest {

    private static List<Shift> shifts(double limit, double budget) {
        return shifts(limit, budget, false);
    }

    private static List<Shift> shifts(double limit, double budget, boolean noWorse) {
        PlanSpec asked = SmallWorld.spec(budget, new PlanSpec.Targets(1, 1, limit), List.of(), List.of());
        PlanSpec spec = asked.with(asked.rules().withNoWorse(noWorse));
        PlanInput input = SmallWorld.input();
        World world = WorldBuilder.build(input, spec);
        Search search = new Search(Solvers.best(), input.network(), Work.alone());
        Search.State before = search.before(world);
        Search.Found found = search.find(world, before);
        return new Shifts(Solvers.best()).of(world, before, found);
    }

    @Test
    void whoever_loses_more_is_held_at_what_it_lost_with_the_same_decisions_if_they_allow_it() {
        List<Shift> seen = new ArrayList<>();
        for (double limit : new double[] {0.2, 0.6}) {
            for (double budget : new double[] {20e6, 60e6, 150e6}) {
                seen.addAll(shifts(limit, budget));
            }
        }

        assertThat(seen).isNotEmpty().allSatisfy(each -> {
            assertThat(each.after()).isGreaterThan(each.before());
            assertThat(each.unmet().get(each.partner())).isEqualTo(each.after());
            if (!each.held().isEmpty()) {
                assertThat(each.held().get(each.partner())).isLessThanOrEqualTo(each.before() + 2e-4);
                assertThat(each.held())
                        .anySatisfy((partner, unmet) ->
                                assertThat(unmet).isGreaterThan(each.unmet().get(partner))); // somebody gives way
            }
        });
        assertThat(seen).anyMatch(each -> !each.held().isEmpty());
    }

    @Test
    void no_ban_takes_more_from_a_partner_than_without_the_plan_unless_the_question_allows_it() {
        for (double limit : new double[] {0.2, 0.6}) {
            for (double budget : new double[] {20e6, 60e6, 150e6}) {
                assertThat(shifts(limit, budget, true))
                        .as("limit %s, budget %s", limit, budget)
                        .isEmpty();
            }
        }
    }

    @Test
    void what_that_rule_costs_is_said_where_it_changes_the_plan() {
        List<PriceOfFairness> seen = new ArrayList<>();
        for (double budget : new double[] {20e6, 60e6, 150e6}) {
            PlanSpec spec = SmallWorld.spec(budget, new PlanSpec.Targets(1, 1, 0.2), List.of(), List.of());
            seen.add(Planner.of(SmallWorld.input(), 1, _ -> {}).solve(spec).fair());
        }

        assertThat(seen)
                .filteredOn(PriceOfFairness::binds)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.worstWithout())
                        .anySatisfy((partner, unmet) -> assertThat(unmet)
                                .isGreaterThan(each.worst().getOrDefault(partner, 1.0)))); // somebody would lose more
    }

    @Test
    void nobody_loses_more_without_a_plan() {
        assertThat(shifts(0.2, 0)).isEmpty();
    }
}
