package org.monazite.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The plan of the small world year by year.
class TimelineTest {

    private static final PlanSpec SPEC = SmallWorld.spec(300e6, new PlanSpec.Targets(1, 1, 0.2), List.of(), List.of());
    private static final Planner PLANNER = Planner.of(SmallWorld.input(), 1, _ -> {});
    private static final Timeline TIMELINE = PLANNER.timeline(SPEC);
    private static final PlanResult PLAN = PLANNER.solve(SPEC);

    @Test
    void it_is_the_plan_of_the_question() {
        assertThat(TIMELINE.decisions()).isNotEmpty().isEqualTo(PLAN.decisions());
    }

    @Test
    void it_has_every_plan_year_once() {
        assertThat(TIMELINE.years())
                .extracting(Timeline.Year::year)
                .containsExactlyElementsOf(java.util.stream.IntStream.rangeClosed(SPEC.asOfYear() + 1, SPEC.lastYear())
                        .boxed()
                        .toList());
    }

    @Test
    void in_the_target_year_it_says_what_the_plan_says() {
        Timeline.Year target = TIMELINE.years().stream()
                .filter(each -> each.year() == SPEC.targetYear())
                .findFirst()
                .orElseThrow();

        assertThat(target.before().worstUnmet()).isCloseTo(PLAN.lossBefore().worstUnmet(), within(1e-6));
        assertThat(target.with().worstUnmet()).isCloseTo(PLAN.lossAfter().worstUnmet(), within(1e-6));
    }

    @Test
    void what_plants_add_in_a_year_is_the_output_of_the_decisions() {
        for (Timeline.Year year : TIMELINE.years()) {
            double sum = 0;
            for (Decision each : PLAN.decisions()) {
                sum += Steps.makes(each) ? each.output().getOrDefault(year.year(), 0.0) : 0;
            }
            assertThat(year.addedTonnes().values().stream().reduce(0.0, Double::sum))
                    .isCloseTo(sum, within(1e-9));
        }
    }

    @Test
    void it_helps_more_in_the_target_year_than_in_the_first_year_as_works_fill_up() {
        Timeline.Year first = TIMELINE.years().getFirst();
        Timeline.Year target = TIMELINE.years().get(SPEC.targetYear() - SPEC.asOfYear() - 1);

        assertThat(helped(first)).isNotNegative();
        assertThat(helped(target)).isGreaterThan(helped(first));
    }

    private static double helped(Timeline.Year year) {
        return year.before().worstUnmet() - year.with().worstUnmet();
    }
}
