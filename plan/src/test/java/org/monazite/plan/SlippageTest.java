package org.monazite.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.monazite.plan.world.Delays;
import org.monazite.supply.Project;
import org.monazite.supply.Stage;

/// Plans in worlds whose works come when chance has it.
class SlippageTest {

    private static final PlanSpec SPEC = SmallWorld.spec(300e6, new PlanSpec.Targets(1, 1, 0.2), List.of(), List.of());

    private static Project.Start start(int low, int year, int high) {
        return new Project.Start(OptionalInt.of(year), OptionalInt.of(low), OptionalInt.of(high));
    }

    /// Every project starts when it says, and none is decided.
    private static PlanInput certain() {
        List<Project> projects = SmallWorld.projects().stream()
                .map(project -> {
                    int year = project.start().year().orElse(2028);
                    return project.with(start(year, year, year));
                })
                .toList();
        return SmallWorld.input(projects, List.of());
    }

    @Tag("P9")
    @Test
    void the_same_draws_come_from_any_number_of_threads() {
        Slippage one = Planner.of(LatenessTest.decided(), 1, _ -> {}).slippage(SPEC, 12, 7, 0.5);
        Slippage four = Planner.of(LatenessTest.decided(), 4, _ -> {}).slippage(SPEC, 12, 7, 0.5);

        assertThat(four).isEqualTo(one);
        assertThat(one.draws()).isEqualTo(12);
    }

    @Test
    void where_every_start_is_certain_every_draw_is_the_plan_as_counted() {
        Slippage.Line plan =
                Planner.of(certain(), 2, _ -> {}).slippage(SPEC, 10, 7, 0.5).get(Slippage.Of.PLAN);

        assertThat(plan.low()).isCloseTo(plan.counted(), within(1e-6));
        assertThat(plan.worstDraw()).isCloseTo(plan.counted(), within(1e-6));
        assertThat(plan.chance()).isIn(0.0, 1.0);
    }

    @Test
    void a_plan_leaves_no_more_unmet_than_none_in_the_mean_and_keeps_the_limit_as_often_at_least() {
        Slippage slippage = Planner.of(LatenessTest.decided(), 2, _ -> {}).slippage(SPEC, 20, 7, 0.5);
        Slippage.Line none = slippage.get(Slippage.Of.NONE);
        Slippage.Line plan = slippage.get(Slippage.Of.PLAN);

        assertThat(plan.mean()).isLessThanOrEqualTo(none.mean() + 1e-6);
        assertThat(plan.chance()).isGreaterThanOrEqualTo(none.chance());
        for (Slippage.Line line : slippage.lines()) {
            assertThat(line.low()).isLessThanOrEqualTo(line.median());
            assertThat(line.median()).isLessThanOrEqualTo(line.high());
            assertThat(line.high()).isLessThanOrEqualTo(line.worstDraw());
            line.byPartner()
                    .values()
                    .forEach(chance -> assertThat(chance).isGreaterThanOrEqualTo(line.chance() - 1e-9));
        }
    }

    @Test
    void works_that_the_users_need_are_found_to_be_what_the_plan_hangs_on() {
        List<Project> projects = new ArrayList<>(SmallWorld.projects());
        projects.add(LatenessTest.as(
                SmallWorld.project("usa.big", "USA", "a.magnet", Stage.COMPONENT, 6000, 2028, 60),
                Project.Status.CONSTRUCTION,
                start(2027, 2028, 2036)));
        PlanSpec poor = SmallWorld.spec(1e6, new PlanSpec.Targets(1, 1, 0.2), List.of(), List.of());

        Slippage slippage =
                Planner.of(SmallWorld.input(projects, List.of()), 2, _ -> {}).slippage(poor, 60, 7, 0);

        assertThat(slippage.drivers()).extracting(Slippage.Driver::id).contains("usa.big");
        assertThat(slippage.drivers().getFirst().costs()).isPositive();
    }

    @Test
    void the_point_on_which_a_plan_counts_is_the_80_percent_point_of_the_start() {
        Project ranged = SmallWorld.projects().getFirst().with(start(2027, 2028, 2034));
        double counted = 2034 - Math.sqrt(0.2 * 7 * 6);

        assertThat(Delays.start(ranged, 2026, Delays.COUNTED)).isEqualTo((int) Math.round(counted));
        assertThat(Delays.start(ranged, 2026, 0)).isEqualTo(2027);
        assertThat(Delays.start(ranged, 2026, 1)).isEqualTo(2034);
        int last = 0;
        for (int k = 0; k <= 100; k++) {
            int year = Delays.start(ranged, 2026, k / 100.0);
            assertThat(year).isGreaterThanOrEqualTo(last);
            last = year;
        }
    }

    @Test
    void works_without_a_stated_range_are_as_late_as_the_record() {
        Project works = LatenessTest.as(
                SmallWorld.project("x", "USA", "a.oxide", Stage.REFINED, 100, 2028, 60),
                Project.Status.PLANNED,
                new Project.Start(OptionalInt.of(2028), OptionalInt.empty(), OptionalInt.empty()));

        assertThat(Delays.start(works, 2026, 0)).isEqualTo(2028);
        assertThat(Delays.start(works, 2026, 0.5)).isEqualTo(2029); // 1.4 years
        assertThat(Delays.start(works, 2026, 0.8)).isEqualTo(2030); // 2.1 years
        assertThat(Delays.start(works, 2026, 1)).isEqualTo(2032); // 4 years
    }

    @Test
    void each_works_is_early_as_often_as_late_and_all_alike_if_they_share_everything() {
        Lots apart = Lots.of(50, 3, 0, 7);
        Lots alike = Lots.of(50, 3, 1, 7);

        for (int w = 0; w < 3; w++) {
            int works = w;
            double[] points = Arrays.stream(apart.points())
                    .mapToDouble(draw -> draw[works])
                    .sorted()
                    .toArray();
            for (int d = 0; d < 50; d++) {
                assertThat(points[d]).isBetween(d / 50.0, (d + 1) / 50.0);
                assertThat(alike.points()[d][w]).isEqualTo(alike.shared()[d]);
            }
        }
    }

    @Test
    void too_few_draws_and_a_correlation_beyond_one_are_refused() {
        Planner planner = Planner.of(certain(), 1, _ -> {});

        assertThatThrownBy(() -> planner.slippage(SPEC, 9, 7, 0.5)).hasMessageContaining("plan.draws");
        assertThatThrownBy(() -> planner.slippage(SPEC, 10, 7, 1.5)).hasMessageContaining("plan.together");
    }
}
