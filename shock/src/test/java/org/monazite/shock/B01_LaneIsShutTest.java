package org.monazite.shock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.monazite.supply.SupplyNetwork;

class B01_LaneIsShutTest {

    private final SupplyNetwork world = World.of("""
            CHN/magnet -> JPN/use 365 @3 via LN-TWS+4 LN-ECS+closed
            JPN/use -> industry 365
            """);

    private String stock(Action... actions) {
        double[] stock = new double[12];
        int node = world.nodes().find("JPN/use").orElseThrow();
        int product = world.findProduct("magnet").orElseThrow();
        Simulation.of(world).daily(Plain.scenario(actions), 12, (day, view) -> stock[day] = view.stock(node, product));
        StringBuilder text = new StringBuilder();
        for (double each : stock) {
            text.append(Math.round(each)).append(' ');
        }
        return text.toString().strip();
    }

    @Tag("S4")
    @Test
    void ships_that_leave_take_the_detour_and_those_under_way_arrive() {
        // Three cargoes are under way; what leaves on day 0 arrives on day 7 and not on day 3: four days without. The
        // buyer counts what is under way and orders no more than usual.
        assertThat(stock(new Action.LaneClosure("LN-TWS", 0, 12, Optional.empty())))
                .isEqualTo("30 30 30 29 28 27 26 26 26 26 26 26");
    }

    @Tag("S4")
    @Test
    void where_there_is_no_way_round_nothing_sails() {
        assertThat(stock(new Action.LaneClosure("LN-ECS", 0, 12, Optional.empty())))
                .isEqualTo("30 30 30 29 28 27 26 25 24 23 22 21");
    }

    @Test
    void a_stated_detour_replaces_that_of_the_route() {
        assertThat(stock(new Action.LaneClosure("LN-ECS", 0, 12, Optional.of(1.0))))
                .startsWith("30 30 30 29 29 29");
    }

    @Test
    void two_shut_lanes_cost_the_longer_detour() {
        SupplyNetwork two = World.of("""
                CHN/magnet -> JPN/use 365 @3 via LN-TWS+4 LN-LUZ+2
                JPN/use -> industry 365
                """);
        int node = two.nodes().find("JPN/use").orElseThrow();
        double[] last = new double[1];
        Simulation.of(two)
                .daily(
                        Plain.scenario(
                                new Action.LaneClosure("LN-TWS", 0, 12, Optional.empty()),
                                new Action.LaneClosure("LN-LUZ", 0, 12, Optional.empty())),
                        7,
                        (day, view) -> last[0] = view.stock(node, 0));

        assertThat(last[0]).isEqualTo(26);
    }
}
