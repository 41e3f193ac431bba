package org.monazite.plan.lp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is tried when a solver cannot solve a model as it is given.
class LadderTest {

    private record X(int number) {}

    /// A solver that ends as it is told, run after run.
    private static final class Broken implements Solver {

        private final Deque<Status> ends;
        private int runs;

        Broken(Status... ends) {
            this.ends = new ArrayDeque<>(List.of(ends));
        }

        @Override
        public String name() {
            return "broken";
        }

        @Override
        public Solution solve(Model model, Limits limits) {
            runs++;
            return Solution.nothing(ends.remove(), Double.NEGATIVE_INFINITY, 7);
        }
    }

    /// At least 3 of a column that costs 2.
    private static Model small() {
        Model model = new Model();
        int x = model.column(new X(1), 0, 10, 2);
        model.row(new X(2)).plus(x).atLeast(3);
        return model;
    }

    private static Solution climb(Status... ends) {
        Broken broken = new Broken(ends);
        return Ladder.climb(
                () -> broken.solve(small(), Limits.NONE),
                () -> broken.solve(small(), Limits.NONE),
                () -> broken.solve(small(), Limits.NONE));
    }

    @Test
    void a_run_without_trouble_is_the_only_one() {
        Solution found = climb(Status.OPTIMAL);

        assertThat(found.trouble()).isEmpty();
        assertThat(found.iterations()).isEqualTo(7);
    }

    @Test
    void trouble_is_tried_without_presolve_first() {
        Solution found = climb(Status.ERROR, Status.OPTIMAL);

        assertThat(found.status()).isEqualTo(Status.OPTIMAL);
        assertThat(found.trouble()).containsExactly(Trouble.WITHOUT_PRESOLVE);
        assertThat(found.iterations()).isEqualTo(14);
    }

    @Test
    void trouble_without_presolve_is_tried_from_nothing() {
        Solution found = climb(Status.ERROR, Status.ERROR, Status.OPTIMAL);

        assertThat(found.trouble()).containsExactly(Trouble.WITHOUT_PRESOLVE, Trouble.FROM_NOTHING);
        assertThat(found.iterations()).isEqualTo(21);
    }

    @Test
    void infeasible_is_asked_again_without_presolve_and_is_no_trouble() {
        assertThat(climb(Status.INFEASIBLE, Status.INFEASIBLE).trouble()).isEmpty();
        assertThat(climb(Status.INFEASIBLE_OR_UNBOUNDED, Status.UNBOUNDED).status())
                .isEqualTo(Status.UNBOUNDED);
    }

    @Test
    void the_last_rung_is_another_solver_and_all_rungs_are_known() {
        Solver first = new Solver() {
            @Override
            public String name() {
                return "first";
            }

            @Override
            public Solution solve(Model model, Limits limits) {
                return climb(Status.ERROR, Status.ERROR, Status.ERROR);
            }
        };

        Solution found = new Careful(first, () -> Optional.of(new PureJava())).solve(small(), Limits.NONE);

        assertThat(found.status()).isEqualTo(Status.OPTIMAL);
        assertThat(found.objective()).isEqualTo(6);
        assertThat(found.trouble())
                .containsExactly(Trouble.WITHOUT_PRESOLVE, Trouble.FROM_NOTHING, Trouble.SECOND_SOLVER);
        assertThat(Trouble.SECOND_SOLVER.id()).isEqualTo("second-solver");
    }

    @Test
    void where_no_other_solver_loads_trouble_stays_trouble() {
        assertThat(new Careful(new Broken(Status.ERROR), Optional::empty)
                        .solve(small(), Limits.NONE)
                        .status())
                .isEqualTo(Status.ERROR);
    }

    @Test
    void nothing_else_is_asked_twice() {
        Broken broken = new Broken(Status.TIME_LIMIT, Status.OPTIMAL);

        assertThat(new Careful(broken, () -> Optional.of(new PureJava()))
                        .solve(small(), Limits.NONE)
                        .status())
                .isEqualTo(Status.TIME_LIMIT);
        assertThat(broken.runs).isEqualTo(1);
    }

    @Test
    void a_model_that_spoils_plans_is_refused_before_any_solver_sees_it() {
        Model model = small();
        model.row(new X(3)).plus(0, 1e10).atMost(1e12);
        Broken broken = new Broken(Status.OPTIMAL);

        assertThatThrownBy(() -> new Careful(broken, Optional::empty).solve(model, Limits.NONE))
                .isInstanceOf(SolverException.class)
                .hasMessageContaining("row X[number=3]");
        assertThat(broken.runs).isZero();
    }
}
