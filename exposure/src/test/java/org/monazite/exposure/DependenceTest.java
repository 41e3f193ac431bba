package org.monazite.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.monazite.supply.SupplyNetwork;

class DependenceTest {

    static List<Long> seeds() {
        return RandomTrade.seeds(40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void all_places_at_once_give_what_each_place_alone_gives(long seed) {
        SupplyNetwork network = RandomTrade.of(seed, 6, 4, 2);

        Dependence all = Dependence.of(network);

        for (int place = 0; place < network.places().size(); place++) {
            Trace one = Trace.of(network, Set.of(network.places().get(place).code()));
            for (int node = 0; node < network.nodes().size(); node++) {
                String at = "seed %d, %s".formatted(seed, network.nodes().key(node));
                assertThat(all.touchedLow(node, place)).as(at).isCloseTo(one.touchedLow(node), within(1e-10));
                assertThat(all.touchedHigh(node, place)).as(at).isCloseTo(one.touchedHigh(node), within(1e-10));
                assertThat(all.touched(node, place)).as(at).isCloseTo(one.touched(node), within(1e-10));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void touched_parts_lie_between_zero_and_one_and_low_is_below_high(long seed) {
        SupplyNetwork network = RandomTrade.of(seed, 8, 3, 3);

        Dependence all = Dependence.of(network);

        for (int node = 0; node < network.nodes().size(); node++) {
            for (int place = 0; place < network.places().size(); place++) {
                assertThat(all.touchedLow(node, place)).as("seed %d", seed).isBetween(0.0, 1.0);
                assertThat(all.touchedHigh(node, place))
                        .as("seed %d", seed)
                        .isBetween(all.touchedLow(node, place) - 1e-12, 1.0);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_traced_share_is_never_below_the_direct_share_of_the_same_supply(long seed) {
        SupplyNetwork network = RandomTrade.of(seed, 6, 3, 2);

        for (String importer : List.of("P0", "P1", "P2")) {
            for (StageExposure row : Exposure.of(network).by(Importer.place(importer), "P5")) {
                if (row.tracedShare().isDefined() && row.directShareOfSupply().isDefined()) {
                    assertThat(row.tracedShare().value())
                            .as("seed %d %s %s", seed, importer, row.productId())
                            .isGreaterThanOrEqualTo(row.directShareOfSupply().value() - 1e-12);
                }
            }
        }
    }

    @Test
    void a_loop_that_hardly_anything_enters_is_solved_directly() {
        PoolGraph.Builder graph = PoolGraph.builder(1);
        int supplier = graph.node(0);
        int first = graph.node(-1);
        int second = graph.node(-1);
        graph.flow(supplier, first, 1e-4);
        graph.flow(second, first, 1);
        graph.flow(first, second, 1);
        int other = graph.node(-1);
        graph.flow(other, second, 1e-4);

        PoolGraph.Touched touched = graph.build().touched(PoolGraph.UnknownOrigin.UNTOUCHED);

        // a (1 + e) = e + b and b (1 + e) = a, with e = 1e-4
        double e = 1e-4;
        double b = e / ((1 + e) * (1 + e) - 1);
        assertThat(touched.of(second, 0)).isCloseTo(b, within(1e-11));
        assertThat(touched.of(first, 0)).isCloseTo(b * (1 + e), within(1e-11));
    }

    @Test
    void a_loop_that_nothing_enters_may_be_all_or_nothing() {
        PoolGraph.Builder graph = PoolGraph.builder(1);
        int first = graph.node(-1);
        int second = graph.node(-1);
        graph.flow(second, first, 1);
        graph.flow(first, second, 1);
        PoolGraph built = graph.build();

        assertThat(built.touched(PoolGraph.UnknownOrigin.UNTOUCHED).of(first, 0))
                .isZero();
        assertThat(built.touched(PoolGraph.UnknownOrigin.TOUCHED).of(first, 0)).isOne();
    }
}
