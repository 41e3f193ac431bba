package org.monazite.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Questions at the edge: a ban that never comes, no money, nothing that hurts.
class EdgeQuestionsTest {

    private static Planner planner() {
        return Planner.of(SmallWorld.input(), 2, _ -> {});
    }

    private static PlanSpec never() {
        PlanSpec spec = SmallWorld.spec(5e9);
        return spec.with(spec.rules().withChance(0));
    }

    @Test
    void a_ban_that_never_comes_is_brought_down_as_far_as_one_that_may() {
        PlanResult plan = planner().solve(never());
        PlanResult likely = planner().solve(SmallWorld.spec(5e9));

        assertThat(plan.check().verified()).isTrue();
        assertThat(plan.second().agrees()).isTrue();
        assertThat(plan.lossAfter().worstUnmet()).isLessThan(plan.lossBefore().worstUnmet() - 0.1);
        assertThat(plan.lossAfter().worstUnmet()).isCloseTo(likely.lossAfter().worstUnmet(), Offset.offset(1e-4));
        assertThat(plan.costUsd()).isLessThanOrEqualTo(likely.costUsd() + 1);
    }

    @Test
    void a_ban_that_never_comes_has_a_frontier_and_is_shared_like_any_other() {
        assertThat(planner().frontier(never(), 3).points()).hasSize(3);
        assertThat(planner().share(never()).proofs()).allMatch(Proof::holds);
    }

    @Test
    void no_money_buys_nothing_and_every_ban_takes_what_it_takes_without_a_plan() {
        PlanResult plan = planner().solve(SmallWorld.spec(0));

        assertThat(plan.check().verified()).isTrue();
        assertThat(plan.decisions()).isEmpty();
        assertThat(plan.costUsd()).isZero();
        assertThat(plan.shifts()).isEmpty();
        assertThat(plan.lossAfter().worstUnmet())
                .isLessThanOrEqualTo(plan.lossBefore().worstUnmet() + 1e-6);
    }

    @Test
    void a_ban_that_never_comes_is_no_reason_to_back_anything_where_no_target_is_set() {
        PlanSpec spec = SmallWorld.spec(5e9, new PlanSpec.Targets(1, 1, 1), List.of(), List.of());
        PlanResult plan = planner().solve(spec.with(spec.rules().withChance(0)));

        assertThat(plan.outcome()).isEqualTo(PlanResult.Outcome.OPTIMAL);
        assertThat(plan.check().verified()).isTrue();
        assertThat(plan.decisions()).isEmpty();
    }
}
