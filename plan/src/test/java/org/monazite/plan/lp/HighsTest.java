package org.monazite.plan.lp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HighsTest {

    private static final Highs HIGHS = Highs.load();

    private static Solution solve(Model model) {
        return HIGHS.solve(model, Limits.EXACT);
    }

    @Test
    void the_library_is_the_version_that_the_calls_are_written_for() {
        assertThat(HIGHS.name()).isEqualTo("HiGHS 1.12.0");
    }

    @Test
    void two_products_on_three_machines_earn_36() {
        Solution plan = solve(Models.twoProducts());

        assertThat(plan.status()).isEqualTo(Status.OPTIMAL);
        assertThat(plan.objective()).isEqualTo(-36, within(1e-9));
        assertThat(plan.values()).containsExactly(new double[] {2, 6}, within(1e-9));
    }

    @Test
    void an_hour_of_a_machine_that_stands_idle_is_worth_nothing() {
        Solution plan = solve(Models.twoProducts());

        assertThat(plan.dual(0)).isZero();
        assertThat(plan.dual(1)).isEqualTo(-1.5, within(1e-9));
        assertThat(plan.dual(2)).isEqualTo(-1, within(1e-9));
    }

    @Test
    void the_dual_of_a_demand_is_the_cost_of_one_more_unit() {
        Model model = new Model();
        int cheap = model.column("cheap", 0, 60, 2);
        int dear = model.column("dear", 0, 100, 7);
        int demand = model.row("demand").plus(cheap).plus(dear).atLeast(80);

        Solution plan = solve(model);

        assertThat(plan.objective()).isEqualTo(60 * 2 + 20 * 7, within(1e-9));
        assertThat(plan.dual(demand)).isEqualTo(7, within(1e-9));
        assertThat(plan.reducedCost(cheap)).isEqualTo(2 - 7, within(1e-9));
        assertThat(plan.reducedCost(dear)).isZero();
    }

    @Test
    void the_offset_is_part_of_the_objective_and_of_the_bound() {
        Model model = Models.twoProducts();
        model.offset(1000);

        Solution plan = solve(model);

        assertThat(plan.objective()).isEqualTo(964, within(1e-9));
        assertThat(plan.bound()).isEqualTo(964, within(1e-9));
        assertThat(plan.gap()).isZero();
    }

    @Test
    void a_bag_takes_whole_things_only() {
        Solution plan = solve(Models.knapsack());

        assertThat(plan.values()).containsExactly(new double[] {0, 1, 1}, within(1e-6));
        assertThat(plan.objective()).isEqualTo(-20, within(1e-6));
        assertThat(plan.bound()).isEqualTo(-20, within(1e-6));
    }

    @Test
    void a_model_with_integers_has_duals_once_they_are_fixed() {
        Model model = Models.knapsack();
        int spare = model.column("spare", 0, 1, -1);
        int mixed = model.row("mixed").plus(0).plus(spare).atMost(0.25);

        Solution whole = solve(model);
        Solution fixed = solve(model.fixedAt(whole));

        assertThat(whole.hasDuals()).isFalse();
        assertThatThrownBy(() -> whole.dual(mixed)).hasMessageContaining("model.fixedAt");
        assertThat(fixed.objective()).isEqualTo(-20.25, within(1e-9));
        assertThat(fixed.dual(mixed)).isEqualTo(-1, within(1e-9));
    }

    @Test
    void without_integers_the_bag_is_filled_to_the_brim() {
        assertThat(solve(Models.knapsack().relaxed()).objective()).isEqualTo(-7 - 10 - 13 / 4.0, within(1e-9));
    }

    @Test
    void rows_that_exclude_each_other_are_infeasible_and_there_is_no_plan() {
        Solution none = solve(Models.infeasible());

        assertThat(none.status()).isEqualTo(Status.INFEASIBLE);
        assertThat(none.hasPlan()).isFalse();
        assertThat(none.objective()).isNaN();
        assertThatThrownBy(() -> none.value(0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whole_numbers_between_one_third_and_two_thirds_are_infeasible() {
        Model model = new Model();
        int x = model.integer("x", 0, 1, 1);
        model.row("between").plus(x, 3).between(1, 2);

        assertThat(solve(model).status()).isEqualTo(Status.INFEASIBLE);
    }

    @Test
    void a_plan_that_presolve_of_version_1_12_overlooks_is_found() {
        Solution plan = solve(Models.random(450, true));

        assertThat(plan.status()).isEqualTo(Status.OPTIMAL);
        assertThat(plan.values()).containsExactly(new double[] {8, 6, 1, 5, -2}, within(1e-6));
    }

    @Test
    void a_profit_without_end_is_unbounded() {
        assertThat(solve(Models.unbounded()).status()).isEqualTo(Status.UNBOUNDED);
    }

    @Test
    void a_profit_without_end_in_whole_units_is_unbounded() {
        Model model = Models.unbounded();
        model.row("whole").plus(model.integer("n", 0, Models.MORE, -1)).minus(1).atMost(0);

        assertThat(solve(model).status()).isIn(Status.UNBOUNDED, Status.INFEASIBLE_OR_UNBOUNDED);
    }

    @Test
    void without_seconds_there_is_no_plan() {
        Solution none = HIGHS.solve(Models.twoProducts(), Limits.NONE.within(0));

        assertThat(none.status()).isEqualTo(Status.TIME_LIMIT);
        assertThat(none.hasPlan()).isFalse();
    }

    @Test
    void a_model_that_takes_too_long_ends_with_the_best_plan_so_far_and_a_bound() {
        Solution best = HIGHS.solve(Models.hard(), new Limits(0.5, 0));

        assertThat(best.status()).isEqualTo(Status.TIME_LIMIT);
        assertThat(best.hasPlan()).isTrue();
        assertThat(best.bound()).isLessThan(best.objective());
        assertThat(best.gap()).isPositive();
    }

    @Test
    void the_clock_starts_anew_with_every_run_of_a_session() {
        try (Session session = HIGHS.open(Models.hard())) {
            session.run(new Limits(0.5, 0));
            session.start(new double[50]);

            assertThat(session.run(new Limits(0.4, 0)).iterations()).isPositive();
        }
    }

    @Test
    void an_interrupted_thread_stops_its_run() throws InterruptedException {
        Status[] ended = new Status[1];
        Thread thread = new Thread(() -> ended[0] = solve(Models.hard()).status());
        thread.start();
        Thread.sleep(300);
        thread.interrupt();
        thread.join(20_000);

        assertThat(ended[0]).isEqualTo(Status.INTERRUPTED);
    }

    @Test
    void a_model_without_rows_puts_every_column_on_its_best_bound() {
        Model model = new Model();
        model.column("x", -2, 5, 3);
        model.column("y", 1, 4, -1);

        assertThat(solve(model).objective()).isEqualTo(-10, within(1e-9));
    }

    @Test
    void a_model_without_columns_costs_its_offset() {
        Model model = new Model();
        model.offset(7);

        assertThat(solve(model).objective()).isEqualTo(7);
    }

    @Test
    void a_row_without_columns_that_demands_something_is_infeasible() {
        Model model = new Model();
        model.row("nobody").atLeast(1);

        assertThat(solve(model).status()).isEqualTo(Status.INFEASIBLE);
    }

    @Test
    void a_coefficient_that_the_solver_would_drop_is_refused() {
        Model model = new Model();
        model.row("tiny").plus(model.column("x", 0, 1, -1), 1e-12).atMost(1);

        assertThatThrownBy(() -> solve(model))
                .isInstanceOf(SolverException.class)
                .hasMessageContaining("1e-9");
    }
}
