package org.monazite.shock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.monazite.supply.SupplyNetwork;

class C07_CargoUnderWayTest {

    private final SupplyNetwork world = World.of("""
            CHN/magnet -> JPN/use 365 @3 via LN-TWS+4
            JPN/use -> industry 365
            """);

    private static String stock(SupplyNetwork world, Action... actions) {
        StringBuilder text = new StringBuilder();
        for (double each : Plain.stock(world, "JPN/use", "magnet", 10, actions)) {
            text.append(Math.round(each)).append(' ');
        }
        return text.toString().strip();
    }

    private static Action.LaneClosure shut(Action.UnderWay underWay, double later) {
        return new Action.LaneClosure("LN-TWS", 2, 6, Optional.empty(), underWay, later);
    }

    @Test
    void ships_that_have_passed_arrive_as_planned() {
        // Ships of days -1, 0 and 1 are under way; that of day 2 takes seven days.
        assertThat(stock(world, shut(Action.UnderWay.CONTINUE, 0))).isEqualTo("30 30 30 30 30 29 28 27 26 27");
    }

    @Test
    void ships_that_wait_arrive_when_the_lane_opens() {
        // Due on days 2, 3 and 4, they wait four days. On day 9 come the ships of day 2, by the detour, and of day 6.
        assertThat(stock(world, shut(Action.UnderWay.STOP, 0))).isEqualTo("30 30 29 28 27 26 26 26 26 27");
    }

    @Test
    void ships_that_are_held_up_arrive_later() {
        assertThat(stock(world, shut(Action.UnderWay.DELAY, 1.5))).isEqualTo("30 30 29 28 28 28 28 27 26 27");
    }

    @Test
    void nothing_is_lost_while_ships_wait() {
        Run run = Plain.run(world, 10, shut(Action.UnderWay.STOP, 0));

        assertThat(run.massError()).isLessThan(1e-12);
    }

    @Test
    void ships_wait_for_good_when_the_lane_stays_shut() {
        Action.LaneClosure forGood = new Action.LaneClosure(
                "LN-TWS", 2, Integer.MAX_VALUE, Optional.of(Double.POSITIVE_INFINITY), Action.UnderWay.STOP, 0);

        assertThat(stock(world, forGood)).isEqualTo("30 30 29 28 27 26 25 24 23 22");
    }

    @Test
    void another_route_is_taken_where_the_usual_one_is_closed() {
        SupplyNetwork two = World.of("""
                route CHN JPN 5 LN-LOM
                CHN/magnet -> JPN/use 365 @3 via LN-TWS+closed
                JPN/use -> industry 365
                """);
        Action.LaneClosure strait = new Action.LaneClosure("LN-TWS", 0, 10, Optional.empty());
        Action.LaneClosure lombok = new Action.LaneClosure("LN-LOM", 0, 10, Optional.of(1.0));

        // Two days longer: days 3 and 4 bring nothing.
        assertThat(stock(two, strait)).isEqualTo("30 30 30 29 28 28 28 28 28 28");
        assertThat(stock(two, strait, lombok)).isEqualTo("30 30 30 29 28 27 26 25 24 23");
    }
}
