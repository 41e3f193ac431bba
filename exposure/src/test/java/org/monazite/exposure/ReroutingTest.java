package org.monazite.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.monazite.supply.SupplyNetwork;

class ReroutingTest {

    static List<Long> seeds() {
        return RandomTrade.seeds(30);
    }

    /// X ships 60 and Y 40 to J; Y can make a quarter more and its relation can double: 50 of 100 arrive
    /// without X.
    @Test
    void what_the_other_supplier_can_add_is_rescued() {
        SupplyNetwork network = Toys.twoSuppliers();

        Rerouting without = Rerouting.without(network, Importer.place("JJ"), "XX", "", Rerouting.Stretch.DEFAULT);

        assertThat(without.used()).isEqualTo(100);
        assertThat(without.lostStatic()).isCloseTo(0.6, within(1e-9));
        assertThat(without.lostAdjusted()).isCloseTo(0.5, within(1e-7));
        assertThat(without.rescued()).isCloseTo(0.1, within(1e-7));
        assertThat(without.detours()).extracting(Rerouting.Detour::from).contains("YY/refined");
    }

    @Test
    void a_relation_that_cannot_grow_rescues_nothing() {
        Rerouting without = Rerouting.without(
                Toys.twoSuppliers(), Importer.place("JJ"), "XX", "refined", new Rerouting.Stretch(1.25, 1));

        assertThat(without.lostAdjusted()).isCloseTo(0.6, within(1e-7));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rerouting_never_loses_more_and_its_proof_holds(long seed) {
        SupplyNetwork network = RandomTrade.of(seed, 6, 3, 2);

        for (String importer : List.of("P0", "P1", "P2", "P3")) {
            Rerouting without =
                    Rerouting.without(network, Importer.place(importer), "P5", "", Rerouting.Stretch.DEFAULT);
            if (without.used() > 0) {
                assertThat(without.lostAdjusted()).as("seed %d", seed).isBetween(0.0, without.lostStatic() + 1e-9);
                assertThat(without.lostAdjusted()).as("seed %d", seed).isCloseTo(without.bound(), within(1e-6));
            }
        }
    }

    @Test
    void an_unknown_place_is_named() {
        assertThatThrownBy(() -> Rerouting.without(
                        Toys.twoSuppliers(), Importer.place("JJ"), "QQQ", "", Rerouting.Stretch.DEFAULT))
                .isInstanceOf(UnknownPlaceException.class)
                .hasMessageContaining("'QQQ'");
    }
}
