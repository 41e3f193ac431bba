package org.monazite.exposure.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.monazite.supply.Covariance;

class BalancedDrawsTest {

    /// Rows 1: (1, 0), 2: (0.6, 0.8), 3: their sum.
    private static final Covariance TWO_AND_THEIR_SUM =
            new Covariance(2, new int[] {0, 1, 3, 5}, new int[] {0, 0, 1, 0, 1}, new double[] {1, 0.6, 0.8, 1.6, 0.8});

    private static BalancedDraws around(double one, double two) {
        return new BalancedDraws(new double[] {one, two, one + two}, TWO_AND_THEIR_SUM, 3);
    }

    @Test
    void the_nearest_point_with_one_bound_is_straight_above_it() {
        double[] z = {-3, 0};
        around(1, 5).project(z);

        assertThat(z[0]).isCloseTo(-1, within(1e-9)); // 1 + z = 0
        assertThat(z[1]).isCloseTo(0, within(1e-9));
    }

    /// By hand: alone, the second bound asks for d = 3.2 (0.6, 0.8), which breaks the first; so both hold:
    /// d = (2, 2.5).
    @Test
    void the_nearest_point_with_two_bounds_lies_where_they_meet() {
        double[] z = {-3, -3};
        around(1, 1).project(z);

        assertThat(z[0]).isCloseTo(-1, within(1e-8));
        assertThat(z[1]).isCloseTo(-0.5, within(1e-8));
    }

    @Test
    void a_point_within_bounds_stays() {
        double[] z = {0.25, -0.5};
        around(1, 1).project(z);

        assertThat(z).containsExactly(0.25, -0.5);
    }

    @Test
    void no_draw_is_negative_and_each_keeps_the_sum() {
        BalancedDraws draws = around(0.5, 0.2);
        int projected = 0;
        for (int draw = 0; draw < 2_000; draw++) {
            BalancedDraws.Draw drawn = draws.draw(draw);
            double[] x = drawn.x();
            projected += drawn.projected() ? 1 : 0;
            assertThat(Math.min(x[0], x[1])).isNotNegative();
            assertThat(x[0] + x[1]).isCloseTo(x[2], within(1e-9));
        }
        assertThat(projected).isLessThan(20); // 21 turns, each within bounds half of the time
    }

    @Test
    void draws_that_never_meet_a_bound_are_normal() {
        BalancedDraws draws = around(100, 100);
        double sum = 0;
        double squares = 0;
        for (int draw = 0; draw < 20_000; draw++) {
            double off = draws.draw(draw).x()[2] - 200;
            sum += off;
            squares += off * off;
        }

        assertThat(sum / 20_000).isCloseTo(0, within(0.04));
        assertThat(squares / 20_000).isCloseTo(3.2, within(0.1)); // 1.6^2 + 0.8^2
    }
}
