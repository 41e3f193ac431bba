package org.monazite.atlas.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.monazite.atlas.pack.Pack;
import org.monazite.supply.NodeKind;
import org.monazite.supply.SupplyNetwork;

class MagnetChainTest {

    private static final BalancedChain CHAIN = BalancedChain.magnets(Pack.embedded(), "test");
    private static final SupplyNetwork NETWORK = CHAIN.network();

    @Tag("A7")
    @Test
    void what_comes_in_goes_out() {
        assertThat(NETWORK.check().worst()).isEmpty();
    }

    @Test
    void japan_makes_14_200_t_of_magnets_from_metal_of_which_china_ships_three_tenths() {
        assertThat(output("JPN/ndfeb.magnet")).isCloseTo(14_200, within(100.0));
        double china = arc("CHN/ndpr.metal/pool", "JPN/ndpr.metal/pool");
        double vietnam = arc("VNM/ndpr.metal/pool", "JPN/ndpr.metal/pool");
        double thailand = arc("THA/ndpr.metal", "JPN/ndpr.metal/pool");
        assertThat(china / (china + vietnam + thailand)).isCloseTo(0.304, within(0.01));
    }

    @Test
    void china_makes_about_nine_tenths_of_the_magnets() {
        double all = 0;
        double china = 0;
        for (int node = 0; node < NETWORK.nodes().size(); node++) {
            boolean magnets = NETWORK.nodes().kind(node) == NodeKind.MAKER
                    && NETWORK.productOf(node).id().equals("ndfeb.magnet");
            if (magnets) {
                all += NETWORK.nodes().output(node);
                china += NETWORK.placeOf(node).equals("CHN") ? NETWORK.nodes().output(node) : 0;
            }
        }
        assertThat(china / all).isBetween(0.90, 0.94);
    }

    @Test
    void only_clay_carries_dysprosium() {
        assertThat(arc("CHN/ree.clay/pool", "CHN/dy.oxide")).isGreaterThan(10_000);
        assertThat(NETWORK.arcs().size()).isGreaterThan(150);
        int cell =
                NETWORK.cells().first(NETWORK.nodes().find("CHN/ree.clay/pool").orElseThrow());
        assertThat(NETWORK.cells().firstIn(cell + 1) - NETWORK.cells().firstIn(cell))
                .isEqualTo(2); // China, Myanmar
    }

    @Test
    void what_no_source_explains_is_of_unknown_origin() {
        int vietnam =
                NETWORK.cells().first(NETWORK.nodes().find("VNM/ndpr.oxide").orElseThrow());
        assertThat(NETWORK.cells().unknownOrigin(vietnam)).isGreaterThan(1_000);
    }

    @Test
    void the_figures_agree_well_enough_and_the_worst_is_named() {
        assertThat(CHAIN.result().objective()).isLessThan(CHAIN.result().allowed());
        assertThat(CHAIN.result().suspects()).isEmpty();
        assertThat(CHAIN.result().adjustments().stream()
                        .max((a, b) -> Double.compare(a.z(), b.z()))
                        .orElseThrow()
                        .label())
                .contains("IND"); // 2,200 t shipped against 540 t used
    }

    @Test
    void value_at_risk_of_japan_is_that_of_its_industries() {
        double usd = 0;
        for (int node = 0; node < NETWORK.nodes().size(); node++) {
            if (NETWORK.nodes().kind(node) == NodeKind.USE
                    && NETWORK.placeOf(node).equals("JPN")) {
                usd += NETWORK.nodes().valueAddedUsd(node) * NETWORK.nodes().output(node);
            }
        }
        // 0.65 x 110.58 + 0.29 x (148.967 + 64.461 + 77.636 + 18.109) bn USD
        assertThat(usd / 1e9).isCloseTo(161.5, within(0.1));
    }

    private static double output(String key) {
        return NETWORK.nodes().output(NETWORK.nodes().find(key).orElseThrow());
    }

    private static double arc(String from, String to) {
        int supplier = NETWORK.nodes().find(from).orElseThrow();
        int buyer = NETWORK.nodes().find(to).orElseThrow();
        for (int arc = NETWORK.arcs().first(supplier); arc < NETWORK.arcs().first(supplier + 1); arc++) {
            if (NETWORK.arcs().buyer(arc) == buyer) {
                return NETWORK.arcs().perYear(arc);
            }
        }
        throw new AssertionError("No flow " + from + " -> " + to);
    }
}
