package org.monazite.atlas.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Figures that share a part of their error.
class GroupTest {

    /// Two mines of 10 t each, sd 1 and correlation 0.8, and their sum of 22 t, sd 1.
    private static BalanceProblem mines(double... others) {
        BalanceProblem problem = new BalanceProblem();
        for (String name : List.of("one", "two", "sum")) {
            problem.quantity(name, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        problem.observe(new BalanceProblem.Observation(0, 10, 1, "one"));
        problem.observe(new BalanceProblem.Observation(1, 10, 1, "two"));
        problem.observe(new BalanceProblem.Observation(2, 22, 1, "sum"));
        for (double other : others) {
            problem.observe(new BalanceProblem.Observation(0, other, 1, "again"));
        }
        problem.row(new BalanceProblem.Row("world", List.of(0, 1, 2), List.of(1.0, 1.0, -1.0), 0));
        problem.correlate(new BalanceProblem.Group("same data", List.of(0, 1), 0.8));
        return problem;
    }

    /// By hand: the sum of the two has variance 1 + 1 + 2 x 0.8 = 3.6, with that of the third 4.6; the gap is 2 t.
    @Test
    void two_mines_and_their_sum_balance_as_by_hand() {
        BalanceResult result = Balancer.withAllFigures(mines());

        assertThat(result.values().get(0)).isCloseTo(10 + 2 * 1.8 / 4.6, within(1e-12));
        assertThat(result.values().get(2)).isCloseTo(22 - 2 / 4.6, within(1e-12));
        assertThat(result.sds().get(0)).isCloseTo(Math.sqrt(1 - 1.8 * 1.8 / 4.6), within(1e-12));
        assertThat(result.objective()).isCloseTo(4 / 4.6, within(1e-12));
        assertThat(result.degreesOfFreedom()).isEqualTo(1);
    }

    @Test
    void figures_without_a_group_move_less_than_figures_of_one() {
        BalanceProblem apart = new BalanceProblem();
        for (int q = 0; q < 3; q++) {
            apart.quantity("q" + q, 0, 100);
            apart.observe(new BalanceProblem.Observation(q, q < 2 ? 10 : 22, 1, "q" + q));
        }
        apart.row(new BalanceProblem.Row("world", List.of(0, 1, 2), List.of(1.0, 1.0, -1.0), 0));

        assertThat(Balancer.withAllFigures(apart).values().get(0)).isCloseTo(10 + 2 / 3.0, within(1e-12));
    }

    /// What the objective loses without a figure is the square of its test value, in a group as elsewhere.
    @Test
    void the_test_value_of_a_figure_is_what_the_objective_loses_without_it() {
        BalanceProblem all = mines(12);
        BalanceResult with = Balancer.withAllFigures(all);
        BalanceProblem less = new BalanceProblem();
        for (int q = 0; q < 3; q++) {
            less.quantity(all.name(q), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        all.observations().subList(1, 4).forEach(less::observe); // alone, the other figure of the group is free
        all.rows().forEach(less::row);

        double z = with.adjustments().getFirst().z();
        assertThat(with.objective() - Balancer.withAllFigures(less).objective()).isCloseTo(z * z, within(1e-9));
    }

    /// `x = y - V A' (A V A')^-1 A y` with the whole of V, on one balance: a vector over a number.
    @Test
    void random_groups_equal_the_closed_form() {
        Random random = new Random(4);
        for (int trial = 0; trial < 100; trial++) {
            int n = 3 + random.nextInt(5);
            double rho = 0.1 + 0.8 * random.nextDouble();
            double[] sd = random.doubles(n, 0.5, 5).toArray();
            double[] y = random.doubles(n, 10, 100).toArray();
            double[] a = random.doubles(n, -2, 2).toArray();
            BalanceProblem problem = new BalanceProblem();
            List<Integer> group = new ArrayList<>();
            List<Integer> quantities = new ArrayList<>();
            List<Double> coefficients = new ArrayList<>();
            for (int q = 0; q < n; q++) {
                problem.quantity("q" + q, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
                problem.observe(new BalanceProblem.Observation(q, y[q], sd[q], "q" + q));
                quantities.add(q);
                coefficients.add(a[q]);
                if (q % 2 == 0) {
                    group.add(q);
                }
            }
            problem.row(new BalanceProblem.Row("all", quantities, coefficients, 0));
            problem.correlate(new BalanceProblem.Group("even", group, rho));

            double[] va = new double[n];
            double ava = 0;
            double ay = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double correlation = i == j ? 1 : i % 2 == 0 && j % 2 == 0 ? rho : 0;
                    va[i] += correlation * sd[i] * sd[j] * a[j];
                }
                ava += a[i] * va[i];
                ay += a[i] * y[i];
            }
            BalanceResult result = Balancer.withAllFigures(problem);
            for (int i = 0; i < n; i++) {
                assertThat(result.values().get(i))
                        .as("trial %d", trial)
                        .isCloseTo(y[i] - va[i] * ay / ava, within(1e-8));
                assertThat(result.sds().get(i))
                        .isCloseTo(Math.sqrt(Math.max(0, sd[i] * sd[i] - va[i] * va[i] / ava)), within(1e-6));
            }
            assertThat(result.objective()).isCloseTo(ay * ay / ava, within(1e-7 * (1 + ay * ay / ava)));
        }
    }

    @Test
    void a_figure_is_in_one_group_at_most() {
        assertThatThrownBy(() -> mines().correlate(new BalanceProblem.Group("more", List.of(1, 2), 0.5)))
                .hasMessageContaining("'two' is in two groups");
    }
}
