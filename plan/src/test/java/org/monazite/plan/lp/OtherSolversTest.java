package org.monazite.plan.lp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OtherSolversTest {

    static Stream<Solver> solvers() {
        return Stream.of(OrTools.load(), new PureJava());
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void two_products_on_three_machines_earn_36(Solver solver) {
        Solution plan = solver.solve(Models.twoProducts(), Limits.EXACT);

        assertThat(plan.objective()).isEqualTo(-36, within(1e-9));
        assertThat(plan.values()).containsExactly(new double[] {2, 6}, within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void a_bag_takes_whole_things_only(Solver solver) {
        assertThat(solver.solve(Models.knapsack(), Limits.EXACT).objective()).isEqualTo(-20, within(1e-6));
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void rows_that_exclude_each_other_leave_no_plan(Solver solver) {
        Solution none = solver.solve(Models.infeasible(), Limits.EXACT);

        assertThat(none.status()).isEqualTo(Status.INFEASIBLE);
        assertThat(none.hasPlan()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void a_profit_without_end_leaves_no_plan(Solver solver) {
        Solution none = solver.solve(Models.unbounded(), Limits.EXACT);

        assertThat(none.status()).isIn(Status.UNBOUNDED, Status.INFEASIBLE_OR_UNBOUNDED);
        assertThat(none.hasPlan()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void a_model_that_takes_too_long_is_not_called_optimal(Solver solver) {
        Solution best = solver.solve(Models.hard(), new Limits(1, 0));

        assertThat(best.status()).isNotIn(Status.OPTIMAL, Status.INFEASIBLE);
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void without_seconds_nothing_is_called_optimal_that_is_not(Solver solver) {
        Solution none = solver.solve(Models.hard(), new Limits(0, 0));

        assertThat(none.status()).isEqualTo(Status.TIME_LIMIT);
    }

    @Test
    void the_pure_java_solver_refuses_what_would_run_for_hours() {
        Model model = new Model();
        for (int i = 0; i < 101; i++) {
            model.column(i, 0, 1, 1);
        }
        for (int i = 0; i < 100; i++) {
            Row row = model.row(i);
            for (int j = 0; j < 101; j++) {
                row.plus(j, 1 + i + j);
            }
            row.atLeast(1);
        }

        assertThatThrownBy(() -> new PureJava().solve(model, Limits.NONE))
                .isInstanceOf(SolverException.class)
                .hasMessageContaining("10,100 nonzeros")
                .hasMessageContaining("Maybe");
    }

    @Test
    void highs_is_the_best_solver_where_it_loads() {
        assertThat(Solvers.best().name()).startsWith("HiGHS");
    }
}
