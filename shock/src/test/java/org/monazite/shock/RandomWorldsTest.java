package org.monazite.shock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.monazite.supply.SupplyNetwork;

/// What must hold whatever happens.
class RandomWorldsTest {

    private static void massHolds(int from, int to) {
        for (long seed = from; seed < to; seed++) {
            SupplyNetwork network = RandomWorlds.network(seed);
            Run run = Simulation.of(network).run(RandomWorlds.scenario(network, seed), 40);

            assertThat(run.massError()).as("seed %d", seed).isLessThan(1e-9);
        }
    }

    @Tag("S17")
    @Test
    void nothing_is_lost_or_made_up_in_500_worlds() {
        massHolds(0, 500);
    }

    @Test
    @Tag("slow")
    void nothing_is_lost_or_made_up_in_10000_worlds() {
        massHolds(500, 10_500);
    }

    @Test
    void nobody_ships_more_than_is_made() {
        for (long seed = 0; seed < 200; seed++) {
            SupplyNetwork network = RandomWorlds.network(seed);
            double[] worst = new double[1];
            Simulation.of(network).daily(RandomWorlds.scenario(network, seed), 150, (_, view) -> {
                double[] left = new double[network.nodes().size()];
                for (int node = 0; node < left.length; node++) {
                    left[node] = view.made(node);
                }
                for (int arc = 0; arc < network.arcs().size(); arc++) {
                    left[network.arcs().supplier(arc)] -= network.arcs().perYear(arc) > 0 ? view.shipped(arc) : 0;
                }
                for (int d = 0; d < network.demands().size(); d++) {
                    left[network.demands().node(d)] -= view.sold(
                            network.demands().node(d),
                            network.demands().place(d),
                            network.demands().useClass(d));
                }
                for (int node = 0; node < left.length; node++) {
                    worst[0] = Math.min(worst[0], left[node] / network.nodes().output(node));
                }
            });

            assertThat(worst[0]).as("seed %d", seed).isGreaterThan(-1e-12);
        }
    }

    @Test
    void what_is_missing_is_a_share() {
        for (long seed = 0; seed < 200; seed++) {
            SupplyNetwork network = RandomWorlds.network(seed);
            for (Run.Line line : Simulation.of(network)
                    .run(RandomWorlds.scenario(network, seed), 30)
                    .lines()) {
                assertThat(line.unmet())
                        .as("seed %d %s", seed, line.productId())
                        .allSatisfy(share -> assertThat(share).isBetween(0.0, 1.0));
            }
        }
    }
}
