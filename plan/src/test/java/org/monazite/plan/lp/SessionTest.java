package org.monazite.plan.lp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionTest {

    private final Session session = Highs.load().open(Models.twoProducts());

    @AfterEach
    void close() {
        session.close();
    }

    private double optimum() {
        return session.run(Limits.EXACT).objective();
    }

    @Test
    void one_more_hour_is_worth_the_dual() {
        optimum();
        session.rowBounds(2, Models.FREE, 19);

        assertThat(optimum()).isEqualTo(-37, within(1e-9));
    }

    @Test
    void a_product_that_earns_nothing_is_not_made() {
        session.cost(1, 0);

        Solution plan = session.run(Limits.EXACT);

        assertThat(plan.objective()).isEqualTo(-12, within(1e-9));
        assertThat(plan.value(0)).isEqualTo(4, within(1e-9));
    }

    @Test
    void a_bound_holds_from_the_next_run_on() {
        session.bounds(1, 0, 3);

        assertThat(optimum()).isEqualTo(-3 * 4 - 5 * 3, within(1e-9));
    }

    @Test
    void a_machine_that_works_twice_as_fast_makes_more() {
        session.coefficient(1, 1, 1);

        assertThat(optimum()).isEqualTo(-45, within(1e-9));
    }

    @Test
    void a_cut_counts_until_it_is_removed() {
        int cut = session.addRow(new int[] {0, 1}, new double[] {1, 1}, Models.FREE, 5);

        assertThat(cut).isEqualTo(3);
        assertThat(optimum()).isEqualTo(-25, within(1e-9));
        session.removeRows(cut);
        assertThat(optimum()).isEqualTo(-36, within(1e-9));
    }

    @Test
    void the_dual_of_a_cut_is_there_too() {
        int cut = session.addRow(new int[] {0, 1}, new double[] {1, 1}, Models.FREE, 5);

        assertThat(session.run(Limits.EXACT).dual(cut)).isEqualTo(-5, within(1e-9));
    }

    @Test
    void the_offset_can_change() {
        session.offset(6);

        assertThat(optimum()).isEqualTo(-30, within(1e-9));
    }

    @Test
    void the_second_run_of_the_same_model_needs_no_iteration() {
        assertThat(session.run(Limits.EXACT).objective()).isEqualTo(-36, within(1e-9));
        assertThat(session.run(Limits.EXACT).iterations()).isZero();
    }

    @Test
    void a_session_that_forgets_finds_the_same_optimum_again() {
        optimum();
        session.forget();

        assertThat(optimum()).isEqualTo(-36, within(1e-9));
    }

    @Test
    void a_session_leaves_the_model_alone() {
        Model model = Models.twoProducts();
        try (Session other = Highs.load().open(model)) {
            other.bounds(0, 0, 1);
            other.run(Limits.EXACT);
        }

        assertThat(model.high(0)).isEqualTo(Models.MORE);
    }

    @Test
    void a_plan_to_start_from_is_at_once_the_best_plan() {
        Model model = Models.knapsack();
        try (Session bag = Highs.load().open(model)) {
            bag.start(1, 0, 1);

            assertThat(bag.run(Limits.EXACT).objective()).isEqualTo(-20, within(1e-6));
        }
    }

    @Test
    void a_plan_to_start_from_that_does_not_fit_does_no_harm() {
        try (Session bag = Highs.load().open(Models.knapsack())) {
            bag.start(1, 1, 1);

            assertThat(bag.run(Limits.EXACT).objective()).isEqualTo(-20, within(1e-6));
        }
    }

    @Test
    void a_start_needs_a_value_for_every_column() {
        assertThatThrownBy(() -> session.start(1)).hasMessageContaining("2 values");
    }

    @Test
    void a_row_that_is_not_there_cannot_change() {
        assertThatThrownBy(() -> session.rowBounds(3, 0, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void a_closed_session_does_nothing_more() {
        session.close();

        assertThatThrownBy(() -> session.cost(0, 1)).isInstanceOf(IllegalStateException.class);
    }
}
