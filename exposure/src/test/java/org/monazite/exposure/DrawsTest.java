package org.monazite.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.monazite.exposure.internal.Noise;
import org.monazite.supply.Covariance;
import org.monazite.supply.SupplyNetwork;

class DrawsTest {

    private static final DrawSettings FEW = new DrawSettings(400, 7);

    private static DrawnExposure.Row row(DrawnExposure drawn, String product, DrawnExposure.Measure measure) {
        return drawn.rows().stream()
                .filter(each -> each.productId().equals(product) && each.measure() == measure)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_network_without_ranges_gives_its_central_shares_in_every_draw() {
        DrawnExposure drawn = DrawnExposure.of(Toys.twoSuppliers(), Importer.place("JJ"), "XX", FEW);

        assertThat(drawn.source()).isEqualTo(DrawnExposure.Source.RANGES);
        for (DrawnExposure.Measure measure : List.of(DrawnExposure.Measure.DIRECT, DrawnExposure.Measure.TRACED)) {
            Percentiles percentiles = row(drawn, "refined", measure).percentiles();
            assertThat(percentiles.p5()).isCloseTo(0.6, within(1e-12));
            assertThat(percentiles.p95()).isCloseTo(0.6, within(1e-12));
            assertThat(percentiles.standardError()).isZero();
        }
    }

    @Test
    void the_covariance_of_the_balance_moves_what_it_names() {
        SupplyNetwork network = Toys.twoSuppliers();
        int rows = network.arcs().size()
                + network.nodes().size()
                + network.demands().size()
                + network.cells().size();
        int moved = -1;
        for (int arc = 0; arc < network.arcs().size(); arc++) {
            moved = network.nodes().key(network.arcs().supplier(arc)).equals("XX/refined") ? arc : moved;
        }
        int[] first = new int[rows + 1];
        for (int row = moved; row < rows; row++) {
            first[row + 1] = 1;
        }
        SupplyNetwork uncertain =
                network.with(new Covariance(1, first, new int[] {0}, new double[] {6.0})); // 60 t, sd 6 t

        DrawnExposure drawn = DrawnExposure.of(uncertain, Importer.place("JJ"), "XX", new DrawSettings(4000, 7));

        DrawnExposure.Row direct = row(drawn, "refined", DrawnExposure.Measure.DIRECT);
        assertThat(drawn.source()).isEqualTo(DrawnExposure.Source.COVARIANCE);
        assertThat(direct.percentiles().p50()).isCloseTo(0.6, within(0.003));
        double low = 60 - 1.645 * 6;
        assertThat(direct.percentiles().p5()).isCloseTo(low / (low + 40), within(0.006));
        assertThat(direct.drivers().getFirst().input()).isEqualTo("XX/refined > JJ/refined/pool");
        assertThat(direct.drivers().getFirst().share()).isCloseTo(1, within(1e-9));
    }

    @Test
    void the_number_of_threads_changes_nothing() throws Exception {
        SupplyNetwork network = RandomTrade.of(3, 5, 3, 2);
        DrawnExposure many = DrawnExposure.of(network, Importer.place("P0"), "P1", FEW);
        try (ForkJoinPool one = new ForkJoinPool(1)) {
            DrawnExposure single = one.submit(() -> DrawnExposure.of(network, Importer.place("P0"), "P1", FEW))
                    .get();
            assertThat(single).isEqualTo(many);
        }
    }

    @Test
    void the_triangle_has_its_mean_and_its_ends() {
        double sum = 0;
        for (int draw = 0; draw < 20_000; draw++) {
            double value = Noise.triangular(1, 2, 6, Noise.uniform(5, draw, 1, 0));
            assertThat(value).isBetween(1.0, 6.0);
            sum += value;
        }

        assertThat(sum / 20_000).isCloseTo(3, within(0.03)); // (1 + 2 + 6) / 3
        assertThat(Noise.triangular(4, 4, 4, 0.3)).isEqualTo(4);
    }

    @Test
    void normal_numbers_have_mean_0_and_variance_1() {
        double sum = 0;
        double squares = 0;
        for (int draw = 0; draw < 20_000; draw++) {
            double z = Noise.normal(5, draw, 3, 0);
            sum += z;
            squares += z * z;
        }

        assertThat(sum / 20_000).isCloseTo(0, within(0.025));
        assertThat(squares / 20_000).isCloseTo(1, within(0.04));
    }

    @Test
    void percentiles_are_those_of_the_order_statistics() {
        double[] values = new double[101];
        for (int i = 0; i <= 100; i++) {
            values[i] = 100 - i;
        }

        Percentiles percentiles = Percentiles.of(values);

        assertThat(percentiles.p5()).isEqualTo(5);
        assertThat(percentiles.p50()).isEqualTo(50);
        assertThat(percentiles.p95()).isEqualTo(95);
        assertThat(percentiles.standardError()).isCloseTo(5, within(0.1)); // 100 x sqrt(0.25 / 101)
    }

    @Test
    void draws_that_are_not_defined_are_counted() {
        assertThat(Percentiles.of(new double[] {1, Double.NaN, 1, 1}).defined()).isEqualTo(0.75);
        assertThat(Percentiles.of(new double[] {Double.NaN}).p50()).isNaN();
    }

    @Test
    void too_few_draws_are_refused() {
        assertThatThrownBy(() -> new DrawSettings(10, 1)).hasMessageContaining("10");
    }
}
