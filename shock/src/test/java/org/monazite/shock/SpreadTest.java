package org.monazite.shock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Order-statistic intervals against the published table for the median (David and Nagaraja, Order
/// Statistics, 2003).
class SpreadTest {

    private static Spread upTo(int n) {
        return Spread.of(IntStream.rangeClosed(1, n).asDoubleStream().toArray());
    }

    @Test
    void the_median_of_ten_lies_between_the_second_and_the_ninth() {
        // P(B <= 1) = 11/1024 = 1.1 %, P(B <= 2) = 56/1024 = 5.5 %: the second and the ninth.
        assertThat(upTo(10).median().low()).isEqualTo(2);
        assertThat(upTo(10).median().high()).isEqualTo(9);
    }

    @Test
    void the_median_of_a_hundred_lies_between_the_42nd_and_the_59th() {
        assertThat(upTo(100).median().low()).isEqualTo(42);
        assertThat(upTo(100).median().high()).isEqualTo(59);
    }

    @Test
    void a_tail_has_no_bound_that_the_members_cannot_give() {
        // Of twelve all lie below P90 with 0.9^12 = 28 %.
        assertThat(upTo(12).at(0.9).high()).isNaN();
        assertThat(upTo(12).at(0.9).low()).isEqualTo(9);
        assertThat(upTo(12).at(0.05).low()).isNaN();
        // 0.9^29 = 4.7 %
        assertThat(upTo(29).at(0.9).high()).isEqualTo(29);
        assertThat(upTo(28).at(0.9).high()).isNaN();
    }

    @Tag("S16")
    @Test
    void more_members_narrow_the_interval() {
        assertThat(upTo(100_000).median().high() - upTo(100_000).median().low()).isBetween(500.0, 540.0);
    }

    @Test
    void quantiles_and_mean_are_the_usual_ones() {
        assertThat(upTo(5).median().value()).isEqualTo(3);
        assertThat(upTo(5).at(0.25).value()).isEqualTo(2);
        assertThat(upTo(5).at(0.9).value()).isEqualTo(4.6);
        assertThat(upTo(5).mean()).isEqualTo(3);
    }
}
