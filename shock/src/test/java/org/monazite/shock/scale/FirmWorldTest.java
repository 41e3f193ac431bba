package org.monazite.shock.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FirmWorldTest {

    private static final int FIRMS = 20_000;
    private final FirmNetwork network = new FirmWorld(FIRMS, 5 * FIRMS, 40, 1).network();

    private int[] degrees(boolean out) {
        int[] degree = new int[FIRMS];
        for (int link = 0; link < network.links(); link++) {
            degree[out ? network.supplier(link) : network.customer(link)]++;
        }
        return degree;
    }

    /// Hill's estimate of the exponent of a cumulative power law, from the largest five hundred.
    private static double tail(int[] degree) {
        int[] sorted = degree.clone();
        Arrays.sort(sorted);
        int k = 500;
        double sum = 0;
        for (int i = 1; i <= k; i++) {
            sum += Math.log((double) sorted[FIRMS - i] / sorted[FIRMS - k - 1]);
        }
        return k / sum;
    }

    @Test
    void it_has_as_many_links_as_asked_for() {
        assertThat(network.links()).isEqualTo(5 * FIRMS);
    }

    @Test
    void degrees_follow_power_laws_with_exponents_near_the_published_ones() {
        assertThat(tail(degrees(false))).isCloseTo(1.35, within(0.25));
        assertThat(tail(degrees(true))).isCloseTo(1.26, within(0.3));
    }

    @Test
    void output_is_sales_plus_final_demand_to_one_in_a_million() {
        double[] sold = new double[FIRMS];
        for (int link = 0; link < network.links(); link++) {
            sold[network.supplier(link)] += network.perYear(link);
        }
        for (int firm = 0; firm < FIRMS; firm++) {
            double balance = sold[firm] + network.finalPerYear(firm);
            assertThat(balance).isCloseTo(network.outputPerYear(firm), within(1e-6 * network.outputPerYear(firm)));
        }
    }

    @Test
    void no_firm_buys_more_than_four_fifths_of_what_it_makes() {
        double[] bought = new double[FIRMS];
        for (int link = 0; link < network.links(); link++) {
            bought[network.customer(link)] += network.perYear(link);
        }
        for (int firm = 0; firm < FIRMS; firm++) {
            assertThat(bought[firm]).isLessThanOrEqualTo(0.8000001 * network.outputPerYear(firm));
        }
    }

    @Test
    void firms_with_many_partners_are_large() {
        int[] in = degrees(false);
        int[] out = degrees(true);
        double xy = 0;
        double x = 0;
        double y = 0;
        double xx = 0;
        double yy = 0;
        for (int firm = 0; firm < FIRMS; firm++) {
            double a = Math.log(1 + in[firm] + out[firm]);
            double b = Math.log(network.outputPerYear(firm));
            xy += a * b;
            x += a;
            y += b;
            xx += a * a;
            yy += b * b;
        }
        double n = FIRMS;
        double correlation = (xy - x * y / n) / Math.sqrt((xx - x * x / n) * (yy - y * y / n));
        assertThat(correlation).isGreaterThan(0.7);
    }

    @Test
    void the_same_seed_gives_the_same_network_and_another_seed_another() {
        FirmNetwork a = new FirmWorld(500, 2500, 7, 1).network();
        FirmNetwork b = new FirmWorld(500, 2500, 7, 1).network();
        FirmNetwork c = new FirmWorld(500, 2500, 7, 2).network();
        assertThat(a.perYear).isEqualTo(b.perYear);
        assertThat(a.supplier).isEqualTo(b.supplier).isNotEqualTo(c.supplier);
    }

    @Test
    void small_and_crowded_worlds_come_out_too() {
        for (int firms = 4; firms < 30; firms++) {
            int links = firms * (firms - 1) / 4;
            assertThat(new FirmWorld(firms, links, 1 + firms / 3, firms)
                            .network()
                            .links())
                    .isEqualTo(links);
        }
    }

    @Test
    void more_links_than_a_quarter_of_all_pairs_are_refused() {
        assertThatThrownBy(() -> new FirmWorld(100, 3000, 3, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("100 firms", "2475", "3000");
    }
}
