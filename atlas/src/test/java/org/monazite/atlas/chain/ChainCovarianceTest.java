package org.monazite.atlas.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.monazite.atlas.pack.Pack;
import org.monazite.supply.Covariance;
import org.monazite.supply.SupplyNetwork;

class ChainCovarianceTest {

    private static final List<BalancedChain> CHAINS = BalancedChain.all(Pack.embedded(), "test");

    /// A draw of a network: arcs, outputs, demands, unknown origins.
    private static double[] draw(SupplyNetwork network, Random random) {
        Covariance factor = network.covariance().orElseThrow();
        double[] z = random.doubles(factor.factors()).toArray();
        for (int k = 0; k < z.length; k++) {
            z[k] = random.nextGaussian();
        }
        int arcs = network.arcs().size();
        int nodes = network.nodes().size();
        int demands = network.demands().size();
        double[] x = new double[factor.rows()];
        for (int i = 0; i < x.length; i++) {
            double center = i < arcs
                    ? network.arcs().perYear(i)
                    : i < arcs + nodes
                            ? network.nodes().output(i - arcs)
                            : i < arcs + nodes + demands
                                    ? network.demands().perYear(i - arcs - nodes)
                                    : network.cells().unknownOrigin(i - arcs - nodes - demands);
            x[i] = center + factor.deviation(i, z);
        }
        return x;
    }

    @Test
    void every_drawn_network_balances() {
        for (BalancedChain chain : CHAINS) {
            SupplyNetwork network = chain.network();
            Random random = new Random(5);
            for (int turn = 0; turn < 50; turn++) {
                assertThat(worst(network, draw(network, random))).as(chain.id()).isLessThan(1e-9);
            }
        }
    }

    /// The worst gap of a node, or of a cell that takes in one tonne per tonne, over what moves there.
    private static double worst(SupplyNetwork network, double[] x) {
        int arcs = network.arcs().size();
        int nodes = network.nodes().size();
        double[] out = new double[nodes];
        double[] in = new double[network.cells().size()];
        double[] moved = new double[nodes];
        for (int arc = 0; arc < arcs; arc++) {
            out[network.arcs().supplier(arc)] += x[arc];
            moved[network.arcs().supplier(arc)] += Math.abs(x[arc]);
            in[network.arcs().cell(arc)] += x[arc];
        }
        for (int demand = 0; demand < network.demands().size(); demand++) {
            out[network.demands().node(demand)] += x[arcs + nodes + demand];
            moved[network.demands().node(demand)] += Math.abs(x[arcs + nodes + demand]);
        }
        double worst = 0;
        for (int node = 0; node < nodes; node++) {
            worst = Math.max(worst, Math.abs(out[node] - x[arcs + node]) / Math.max(1, moved[node]));
        }
        for (int cell = 0; cell < in.length; cell++) {
            boolean plain = network.cells().perUnit(cell) == 1
                    && network.cells().perUnitLow(cell) == network.cells().perUnitHigh(cell);
            if (plain) {
                double output = x[arcs + network.cells().node(cell)];
                double all = in[cell] + x[arcs + nodes + network.demands().size() + cell];
                worst = Math.max(worst, Math.abs(all - output) / Math.max(1, Math.abs(output)));
            }
        }
        return worst;
    }

    /// Flows that the balance leaves at nothing, though not on a bound, are none of the network and stay at nothing:
    /// what they would share with others is less there, and never more.
    @Test
    void the_factor_has_the_standard_deviations_of_the_balance() {
        BalancedChain magnets = CHAINS.getFirst();
        SupplyNetwork network = magnets.network();
        Covariance factor = network.covariance().orElseThrow();
        int checked = 0;
        for (int node = 0; node < network.nodes().size(); node++) {
            String key = network.nodes().key(node);
            for (int q = 0; q < magnets.problem().size(); q++) {
                if (magnets.problem().name(q).equals("make " + key)) {
                    double sd = magnets.result().sds().get(q);
                    double rounding = 1e-6 * Math.max(1, sd);
                    double here = factor.standardDeviation(network.arcs().size() + node);
                    assertThat(here).as(key).isLessThan(sd + rounding);
                    checked += here > sd - rounding ? 1 : 0;
                }
            }
        }
        assertThat(checked).isGreaterThan(50);
    }

    @Test
    void every_flow_that_rests_on_figures_has_a_spread() {
        for (BalancedChain chain : CHAINS) {
            Covariance factor = chain.network().covariance().orElseThrow();
            long still = 0;
            for (int arc = 0; arc < chain.network().arcs().size(); arc++) {
                still += factor.standardDeviation(arc) > 0 ? 0 : 1;
            }
            assertThat(still).as(chain.id()).isZero();
        }
    }
}
