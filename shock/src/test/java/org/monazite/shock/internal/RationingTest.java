package org.monazite.shock.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.monazite.shock.RationingRule;

class RationingTest {

    private static double[] serve(RationingRule rule, double have, double[] want, double[] base, int[] rank) {
        double[] got = new double[want.length];
        boolean[] order = new boolean[want.length];
        order[0] = true;
        new Rationing(want.length, new double[4]).serve(rule, want.length, have, want, base, rank, order, got);
        return got;
    }

    @Tag("S6")
    @Test
    void a_short_supplier_gives_every_customer_the_same_share() {
        assertThat(serve(RationingRule.PROPORTIONAL, 100, new double[] {60, 140}, new double[] {1, 1}, new int[2]))
                .containsExactly(30, 70);
    }

    @Test
    void orders_of_makers_come_before_final_demand() {
        assertThat(serve(RationingRule.FINAL_LAST, 100, new double[] {60, 140}, new double[] {1, 1}, new int[2]))
                .containsExactly(60, 40);
    }

    @Test
    void the_first_rank_is_served_before_the_second() {
        assertThat(serve(
                        RationingRule.PRIORITY_PROPORTIONAL,
                        100,
                        new double[] {90, 50, 50},
                        new double[] {1, 1, 1},
                        new int[] {2, 0, 1}))
                .containsExactly(0, 50, 50);
    }

    @Test
    void rush_orders_do_not_push_old_customers_aside() {
        // Levels: 10 for a base of 10, the rush order of 100 from a base of 10 gets no more than the other.
        assertThat(serve(
                        RationingRule.PRIORITY_WATERFILL,
                        16,
                        new double[] {100, 10},
                        new double[] {10, 10},
                        new int[2]))
                .containsExactly(8, 8);
    }

    @ParameterizedTest
    @EnumSource
    void nobody_gets_more_than_wanted_and_nothing_is_made_up(RationingRule rule) {
        Random random = new Random(42);
        for (int trial = 0; trial < 2000; trial++) {
            int n = 1 + random.nextInt(8);
            double[] want = random.doubles(n, 0, 100).toArray();
            double[] base = random.doubles(n, 0.1, 100).toArray();
            int[] rank = random.ints(n, 0, 4).toArray();
            double sum = 0;
            for (double each : want) {
                sum += each;
            }
            double have = random.nextDouble() * 1.3 * sum;
            double[] got = serve(rule, have, want, base, rank);
            double served = 0;
            for (int i = 0; i < n; i++) {
                assertThat(got[i]).as("trial %d", trial).isBetween(-1e-9, want[i] + 1e-9);
                served += got[i];
            }
            assertThat(served).as("trial %d", trial).isCloseTo(Math.min(have, sum), within(1e-9 * (1 + sum)));
        }
    }
}
