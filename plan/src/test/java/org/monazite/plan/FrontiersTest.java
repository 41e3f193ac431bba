package org.monazite.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontiersTest {

    private static Planner planner(int threads) {
        return Planner.of(SmallWorld.input(), threads, _ -> {});
    }

    @Test
    void a_frontier_found_in_chains_costs_what_each_point_costs_alone() {
        PlanSpec spec = SmallWorld.spec(300e6);

        Frontier frontier = planner(2).frontier(spec, 9);

        assertThat(frontier.points()).hasSize(9).allMatch(Frontier.Point::verified);
        for (Frontier.Point point : List.of(
                frontier.points().get(2),
                frontier.points().get(5),
                frontier.points().get(7))) {
            PlanResult alone = planner(1).solve(spec.withBudget(point.budgetUsd()));
            double best = alone.costUsd() + alone.lossAfter().expectedUsd();
            assertThat(point.costUsd() + point.expectedUsd()).isEqualTo(best, within(1e-3 * best + 1e5));
            assertThat(point.worstUnmet()).isEqualTo(alone.lossAfter().worstUnmet(), within(1e-3));
        }
    }

    @Tag("P6")
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void a_plan_and_its_frontier_found_together_are_those_found_apart(int threads) {
        PlanSpec spec = SmallWorld.spec(300e6, new PlanSpec.Targets(1, 1, 0.2), List.of(), List.of());
        Planner planner = Planner.of(LatenessTest.decided(), threads, _ -> {});

        PlanAndFrontier together = planner.solveWithFrontier(spec, 6);

        PlanResult alone = planner.solve(spec);
        assertThat(together.frontier()).isEqualTo(planner.frontier(spec, 6));
        assertThat(together.plan().decisions()).isEqualTo(alone.decisions());
        assertThat(together.plan().late().isAsked()).isTrue();
        assertThat(together.plan().late()).isEqualTo(alone.late());
        assertThat(together.plan().replay()).isEqualTo(alone.replay());
    }

    @Test
    void a_frontier_does_not_depend_on_threads() {
        PlanSpec spec = SmallWorld.spec(300e6);

        assertThat(planner(1).frontier(spec, 12)).isEqualTo(planner(4).frontier(spec, 12));
        assertThat(planner(1).frontierByYear(spec)).isEqualTo(planner(3).frontierByYear(spec));
    }

    @Test
    void each_target_year_has_a_plan_and_the_knee_is_one_that_keeps_all_targets() {
        PlanSpec spec = SmallWorld.spec(5e9, new PlanSpec.Targets(1, 1, 0.5), List.of(), List.of());

        YearFrontier frontier = planner(2).frontierByYear(spec);

        assertThat(frontier.points().stream().map(YearFrontier.Point::year))
                .first()
                .isEqualTo(spec.asOfYear() + 1);
        assertThat(frontier.points()).hasSize(spec.lastYear() - spec.asOfYear()).allMatch(YearFrontier.Point::verified);
        assertThat(frontier.knee()).isNotNegative();
        assertThat(frontier.points().get(frontier.knee()).keepsAll()).isTrue();
    }

    @Test
    void the_cheapest_plan_for_a_year_costs_no_more_than_the_plan_that_saves_value_too() {
        PlanSpec spec = SmallWorld.spec(5e9, new PlanSpec.Targets(1, 1, 0.5), List.of(), List.of());

        YearFrontier.Point cheapest = planner(1).frontierByYear(spec).points().stream()
                .filter(point -> point.year() == spec.targetYear())
                .findFirst()
                .orElseThrow();

        assertThat(cheapest.costUsd())
                .isLessThanOrEqualTo(planner(1).solve(spec).costUsd() * (1 + 1e-3) + 1e4);
    }

    @Test
    void the_knee_is_where_a_dollar_saves_little_more() {
        assertThat(Frontiers.knee(List.of(
                        bought(0, 0, 100, 0.5),
                        bought(10, 10, 40, 0.3),
                        bought(20, 20, 35, 0.29),
                        bought(30, 30, 31, 0.28))))
                .isEqualTo(1);
    }

    @Test
    void a_flat_stretch_before_a_steep_one_is_no_knee() {
        assertThat(Frontiers.knee(List.of(
                        bought(0, 0, 58, 0.16),
                        bought(24, 24, 47, 0.13),
                        bought(47, 24, 47, 0.13),
                        bought(118, 118, 12, 0.1),
                        bought(189, 189, 0, 0),
                        bought(2000, 189, 0, 0))))
                .isEqualTo(4);
    }

    @Test
    void money_that_is_not_spent_says_nothing_of_the_knee() {
        assertThat(Frontiers.knee(List.of(
                        bought(0, 0, 100, 0.5),
                        bought(10, 10, 40, 0.3),
                        bought(1000, 11, 30, 0.2),
                        bought(2000, 11, 30, 0.2))))
                .isEqualTo(2);
    }

    @Test
    void where_no_value_is_known_the_knee_is_that_of_unmet_demand() {
        assertThat(Frontiers.knee(List.of(
                        bought(0, 0, 0, 0.5),
                        bought(10, 10, 0, 0.2),
                        bought(20, 20, 0, 0.19),
                        bought(30, 30, 0, 0.18))))
                .isEqualTo(1);
        assertThat(bought(0, 0, 0, 0.5).isValued()).isFalse();
        assertThat(bought(0, 0, 7, 0.5).isValued()).isTrue();
        assertThat(bought(0, 0, 0, 0).isValued()).isTrue();
    }

    @Test
    void of_budgets_that_buy_the_same_plan_the_smallest_is_the_knee() {
        assertThat(Frontiers.knee(List.of(bought(0, 0, 0, 0.8), bought(10, 0, 0, 0.8), bought(20, 0, 0, 0.8))))
                .isZero();
    }

    private static Frontier.Point bought(double budget, double spent, double worstUsd, double worstUnmet) {
        return new Frontier.Point(
                budget,
                spent,
                0,
                worstUnmet,
                worstUsd,
                0,
                List.of(),
                List.of("spent " + spent),
                true,
                SecondSolver.none(SecondSolver.Asked.NO_PLAN),
                new java.util.TreeMap<>());
    }

    @Test
    void the_knee_is_where_waiting_stops_to_save() {
        assertThat(Years.knee(List.of(
                        point(2027, 50, "worst_ban JPN"),
                        point(2028, 40),
                        point(2029, 20),
                        point(2030, 10),
                        point(2031, 9),
                        point(2032, 12))))
                .isEqualTo(3);
        assertThat(Years.knee(List.of(point(2027, 5, "worst_ban JPN")))).isEqualTo(-1);
        assertThat(Years.knee(List.of(point(2027, 5), point(2028, 6)))).isZero();
    }

    private static YearFrontier.Point point(int year, double cost, String... missed) {
        return new YearFrontier.Point(
                year,
                cost,
                cost,
                0,
                List.of(missed),
                List.of(),
                true,
                true,
                SecondSolver.none(SecondSolver.Asked.NO_TIME));
    }
}
