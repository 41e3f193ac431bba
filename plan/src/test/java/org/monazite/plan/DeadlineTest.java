package org.monazite.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineTest {

    private final Deadline over = Deadline.in(0);
    private final PlanSpec spec = SmallWorld.spec(300e6);

    private Planner planner() {
        return Planner.of(SmallWorld.input(), 2, _ -> {}).within(over);
    }

    @Test
    void a_plan_without_any_time_is_verified_and_says_what_it_left_out() {
        PlanResult plan = planner().solve(spec);

        assertThat(plan.check().verified()).isTrue();
        assertThat(plan.outcome()).isEqualTo(PlanResult.Outcome.BEST_KNOWN);
        assertThat(plan.search().bound()).isFinite();
        assertThat(plan.search().gap()).isFinite();
        assertThat(plan.replay().lines()).isEmpty();
        assertThat(over.isHit()).isTrue();
        assertThat(over.leftOut()).contains("replay", "second_solver", "low_value");
    }

    @Test
    void all_answers_share_one_limit() {
        planner().value(spec);
        assertThat(over.leftOut()).contains("best_for_ban", "mean_plan");
        planner().worth(spec, List.of());
        assertThat(over.leftOut()).contains("worth");
        planner().frontier(spec, 5);
        assertThat(over.leftOut()).contains("frontier_points");
        assertThat(planner().frontierByYear(spec).points()).isEmpty();
        planner().alternatives(spec, 0.03);
        planner().why(spec, "met.module@USA");
        planner().share(spec);
        planner().relax(spec);
    }

    @Test
    void without_a_limit_nothing_is_left_out() {
        Deadline never = Deadline.never();

        Planner.of(SmallWorld.input(), 2, _ -> {}).within(never).solve(spec);

        assertThat(never.isHit()).isFalse();
        assertThat(never.leftOut()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN})
    void a_limit_is_a_time(double seconds) {
        assertThatThrownBy(() -> Deadline.in(seconds)).hasMessageContaining("0 or more seconds");
    }
}
