package org.monazite.shock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.monazite.supply.SupplyNetwork;

/// The kernel and a second engine of plain objects tell the same story, day by day.
class TwinTest {

    private static final int DAYS = 200;

    private static double apart(SupplyNetwork network, Scenario scenario) {
        SlowTwin twin = new SlowTwin(network, scenario);
        double[] worst = new double[1];
        Simulation.of(network).daily(scenario, DAYS, (day, view) -> {
            twin.play(day);
            for (SlowTwin.Node node : twin.nodes) {
                see(worst, view.made(node.index), node.made, node.normal);
            }
            for (SlowTwin.Cell cell : twin.cells) {
                see(worst, view.stock(cell.buyer.index, cell.product), cell.stock, cell.normal * 30);
            }
            for (SlowTwin.Link link : twin.links) {
                if (link.arc >= 0) {
                    see(worst, view.shipped(link.arc), link.shipped, link.cell.normal);
                }
                double spot = scenario.assumptions().market() == PriceMarket.SUPPLIER
                        ? view.spotOf(link.supplier.index)
                        : view.spotAt(link.cell.product, network.nodes().place(link.cell.buyer.index));
                see(worst, spot, twin.spot(link.market), 1);
            }
            for (SlowTwin.Final demand : twin.finals) {
                double sold = view.sold(
                        demand.node.index, demand.placeIndex, org.monazite.supply.UseClass.values()[demand.rank]);
                see(worst, sold, demand.sold, demand.normal);
            }
        });
        return worst[0];
    }

    private static void see(double[] worst, double ours, double theirs, double scale) {
        double apart = Math.abs(ours - theirs) / scale;
        worst[0] = apart <= worst[0] ? worst[0] : apart; // keeps a value that is not a number
    }

    private static void compare(int from, int to) {
        for (long seed = from; seed < to; seed++) {
            SupplyNetwork network = RandomWorlds.network(seed);

            assertThat(apart(network, RandomWorlds.scenario(network, seed)))
                    .as("seed %d", seed)
                    .isLessThan(1e-9);
        }
    }

    @Test
    void a_hundred_random_worlds_come_out_the_same() {
        compare(0, 100);
    }

    @Test
    @Tag("slow")
    void two_thousand_random_worlds_come_out_the_same() {
        compare(100, 2100);
    }
}
