package org.monazite.shock.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.monazite.shock.Action;
import org.monazite.shock.Assumptions;
import org.monazite.shock.PriceMarket;
import org.monazite.shock.RandomWorlds;
import org.monazite.shock.Targets;
import org.monazite.supply.SupplyNetwork;

class PermitsTest {

    @Test
    void over_the_days_no_more_is_granted_than_was_asked_for() {
        for (long seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            SupplyNetwork network = RandomWorlds.network(seed);
            double approval = random.nextDouble();
            Kernel kernel = kernel(
                    network,
                    new Action.LicenceRegime(
                            new Targets(Set.of(network.places().getFirst().code()), Set.of(), Set.of()),
                            5,
                            1000,
                            1 + 90 * random.nextDouble(),
                            List.of(new Action.Approval(0, approval)),
                            1,
                            0,
                            20,
                            Double.POSITIVE_INFINITY));
            double[] asked = new double[kernel.orders.length];
            double[] granted = new double[asked.length];
            for (int day = 0; day < 300; day++) {
                double[] orders = kernel.orders.clone();
                kernel.day(day);
                for (int link = 0; link < asked.length; link++) {
                    boolean free = Double.isInfinite(kernel.gates.gamma[link]);
                    asked[link] += free ? 0 : approval * orders[link];
                    granted[link] += free ? 0 : kernel.gates.gamma[link];

                    assertThat(granted[link])
                            .as("seed %d link %d day %d", seed, link, day)
                            .isLessThanOrEqualTo(asked[link] + 1e-9);
                    assertThat(kernel.permitted[link]).isLessThanOrEqualTo(orders[link]);
                }
            }
        }
    }

    private static Kernel kernel(SupplyNetwork network, Action action) {
        return new Kernel(
                new Wiring(network, PriceMarket.DESTINATION), Assumptions.MINERALS, List.of(action), Double.NaN);
    }
}
