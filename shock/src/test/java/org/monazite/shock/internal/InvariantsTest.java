package org.monazite.shock.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.monazite.shock.Action;
import org.monazite.shock.RandomWorlds;
import org.monazite.shock.Scenario;
import org.monazite.supply.SupplyNetwork;

/// What must hold on every day of every world, whatever is played.
class InvariantsTest {

    private static final double SLACK = 1e-12;
    private static final double ROUNDING = 1e-10; // of goods under way, which are added up and taken off day by day

    private static void hold(int from, int to, int days) {
        for (long seed = from; seed < to; seed++) {
            SupplyNetwork network = RandomWorlds.network(seed);
            Scenario scenario = RandomWorlds.scenario(network, seed);
            Wiring wiring = new Wiring(network, scenario.assumptions().market(), scenario.actions());
            Kernel kernel = new Kernel(wiring, scenario.assumptions(), scenario.actions(), Double.NaN);
            for (int day = 0; day < days; day++) {
                double held = kernel.held();
                double[] asked = kernel.orders.clone();
                kernel.day(day);
                String broken = broken(kernel, asked, held);

                assertThat(broken).as("seed %d day %d", seed, day).isEmpty();
            }
        }
    }

    private static String broken(Kernel kernel, double[] asked, double held) {
        double shipped = 0;
        for (int link = 0; link < kernel.w.links; link++) {
            double scale = Math.max(1, asked[link]);
            shipped += kernel.shipped[link];
            if (kernel.permitted[link] > asked[link]) {
                return "more is permitted than was asked on link " + link;
            }
            if (kernel.shipped[link] > kernel.permitted[link] + SLACK * scale || kernel.shipped[link] < 0) {
                return "more is shipped than is wanted, or less than nothing, on link " + link;
            }
            if (!(kernel.transit[link] >= -ROUNDING * Math.max(1, kernel.w.linkFlow[link]))) {
                return "less than nothing is under way on link " + link;
            }
        }
        for (int cell = 0; cell < kernel.w.cells; cell++) {
            if (!(kernel.stock[cell] >= 0)) {
                return "a stock is below nothing in cell " + cell;
            }
        }
        for (Gates.Release release : kernel.gates.releases) {
            if (!(release.left >= 0)) {
                return "more was released than there was";
            }
        }
        return node(kernel).isEmpty() ? mass(kernel, held, shipped) : node(kernel);
    }

    private static String node(Kernel kernel) {
        for (int node = 0; node < kernel.w.nodes; node++) {
            double left = kernel.made[node];
            for (int link = kernel.w.firstLink[node]; link < kernel.w.firstLink[node + 1]; link++) {
                left -= kernel.shipped[link];
            }
            for (int slot = kernel.w.firstFinal[node]; slot < kernel.w.firstFinal[node + 1]; slot++) {
                left -= kernel.sold[slot];
                if (kernel.sold[slot] > kernel.wantFinal[slot] * (1 + SLACK)) {
                    return "more is sold than is wanted in slot " + slot;
                }
            }
            if (left < -SLACK * Math.max(1, kernel.made[node])) {
                return "more leaves than is made at node " + node;
            }
            if (kernel.made[node] > kernel.capacity[node] * (1 + SLACK)) {
                return "more is made than can be at node " + node;
            }
        }
        return "";
    }

    private static String mass(Kernel kernel, double held, double shipped) {
        double expected = held + shipped + kernel.released - kernel.used;
        return Math.abs(kernel.held() - expected) <= 1e-9 * Math.max(1, expected) ? "" : "mass is lost or made up";
    }

    @Test
    void they_hold_in_500_worlds() {
        hold(0, 500, 120);
    }

    @Test
    @Tag("slow")
    void they_hold_in_10000_worlds() {
        hold(500, 10_500, 250);
    }

    @Test
    void the_worlds_play_every_kind_of_action() {
        List<Class<?>> played = new java.util.ArrayList<>();
        for (long seed = 0; seed < 500; seed++) {
            SupplyNetwork network = RandomWorlds.network(seed);
            RandomWorlds.scenario(network, seed).actions().forEach(action -> played.add(action.getClass()));
        }
        List<Class<?>> kinds = List.of(Action.class.getPermittedSubclasses());

        assertThat(played.stream().distinct()).hasSize(kinds.size() - 1).doesNotContain(Action.Branching.class);
        for (Class<?> kind : kinds) {
            long times = played.stream().filter(kind::equals).count();
            assertThat(times).as(kind.getSimpleName()).isGreaterThan(kind == Action.Branching.class ? -1 : 10);
        }
    }
}
