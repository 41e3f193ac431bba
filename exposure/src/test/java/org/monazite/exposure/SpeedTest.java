package org.monazite.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.monazite.supply.SupplyNetwork;

/// Times on large made-up worlds, generous by a factor for a busy machine.
@Tag("slow")
class SpeedTest {

    @Test
    void every_supplier_is_traced_in_a_network_of_200_places_and_30_products() {
        SupplyNetwork network = RandomTrade.of(1, 200, 30, 4);
        Dependence.of(network); // the compiler warms up

        long start = System.nanoTime();
        Dependence dependence = Dependence.of(network);
        double seconds = (System.nanoTime() - start) / 1e9;

        System.out.printf(
                "traced: %d nodes, %d arcs, %d places in %.2f s%n",
                network.nodes().size(), network.arcs().size(), network.places().size(), seconds);
        assertThat(dependence.touched(0, 0)).isBetween(0.0, 1.0);
        assertThat(seconds).isLessThan(5);
    }

    @Test
    void all_scores_of_46_materials_38_importers_and_5_years_take_no_time() {
        GeoPolRiskGrid.Size size = new GeoPolRiskGrid.Size(46, 38, 5, 213);
        Random random = new Random(1);
        int cells = size.materials() * size.importers() * size.years();
        double[] imports =
                random.doubles((long) cells * size.partners(), 0, 1000).toArray();
        double[] production = random.doubles(cells, 0, 1000).toArray();
        double[] hhi =
                random.doubles((long) size.materials() * size.years(), 0.1, 1).toArray();
        double[] risk =
                random.doubles((long) size.years() * size.partners(), 0, 1).toArray();
        GeoPolRiskGrid.scores(size, imports, production, hhi, risk);

        long start = System.nanoTime();
        double[] scores = GeoPolRiskGrid.scores(size, imports, production, hhi, risk);
        double seconds = (System.nanoTime() - start) / 1e9;

        System.out.printf("scores: %d in %.3f s%n", scores.length, seconds);
        assertThat(java.util.Arrays.stream(scores).min().orElseThrow()).isNotNegative();
        assertThat(java.util.Arrays.stream(scores).max().orElseThrow()).isLessThanOrEqualTo(1);
        assertThat(seconds).isLessThan(2);
    }
}
