package org.monazite.shock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.monazite.supply.SupplyNetwork;

/// Idle works come back, recyclers follow the price.
class C05_MakersAnswerTest {

    private final SupplyNetwork world = World.of("""
            CHN/magnet -> JPN/use 365 @1
            JPN/magnet [capacity 365] -> JPN/use 365
            JPN/use -> industry 730
            """);

    private double[] made(int days, Action... actions) {
        return Plain.made(world, "JPN/magnet", days, actions);
    }

    private static Action.Restart restart(Trigger trigger, int lead) {
        return new Action.Restart("JPN", "magnet", 365, trigger, lead, 10);
    }

    private static Action.Recycling recycling(double elasticity) {
        return new Action.Recycling(Set.of("JPN"), Set.of("JPN/magnet"), 0, elasticity, 1, 1.5);
    }

    @Tag("S8")
    @Test
    void decided_works_come_back_after_their_lead_in_steps() {
        double[] made = made(40, Plain.ban("CHN", 0, 400), restart(new Trigger.Day(10), 5));

        assertThat(made[15]).isEqualTo(1);
        assertThat(made[20]).isCloseTo(1.5, within(1e-12));
        assertThat(made[30]).isCloseTo(2, within(1e-12));
    }

    @Test
    void a_price_that_stays_high_brings_them_back() {
        // Half is missing from day 0 on, so the price of days 0, 1 and 2 is high: decided on day 3.
        double[] made = made(10, Plain.ban("CHN", 0, 400), restart(new Trigger.SpotAbove(1, 3), 0));

        assertThat(made[3]).isEqualTo(1);
        assertThat(made[8]).isCloseTo(1.5, within(1e-12));
    }

    @Test
    void a_price_that_does_not_reach_the_mark_does_not() {
        assertThat(made(40, Plain.ban("CHN", 0, 400), restart(new Trigger.SpotAbove(20, 3), 0)))
                .containsOnly(1);
    }

    @Test
    void works_that_came_back_stay_when_the_ban_ends() {
        SupplyNetwork other = World.of("""
                CHN/magnet -> JPN/use 365 @1
                JPN/magnet [capacity 365] -> JPN/use 365
                JPN/use [capacity 1460] -> industry 730
                """);
        Action.DemandSurge surge = new Action.DemandSurge(Set.of(), Set.of(), 100, 400, 0.25, 0);
        double[] with =
                Plain.made(other, "JPN/use", 300, Plain.ban("CHN", 0, 20), restart(new Trigger.Day(0), 0), surge);
        double[] without = Plain.made(other, "JPN/use", 300, Plain.ban("CHN", 0, 20), surge);

        assertThat(with[299]).isCloseTo(2.5, within(1e-9));
        assertThat(without[299]).isCloseTo(2, within(1e-9));
    }

    @Test
    void a_restart_by_cover_is_refused() {
        assertThatThrownBy(() -> restart(new Trigger.CoverBelow(3), 0))
                .hasMessage("restart.trigger must be a day or a price, not a cover.");
    }

    @Test
    void recyclers_make_more_as_the_price_paid_rises() {
        // Half is missing on day 0: spot exp(0.05 x 0.5) = 1.0253151, contract 1 + 0.0253151 / 90 = 1.0002813, paid
        // 0.9 x 1.0002813 + 0.1 x 1.0253151 = 1.0027847.
        assertThat(made(2, Plain.ban("CHN", 0, 400), recycling(1))[1]).isCloseTo(1.0027847, within(1e-7));
    }

    @Test
    void they_stop_at_their_ceiling() {
        assertThat(made(400, Plain.ban("CHN", 0, 400), recycling(5))[399]).isCloseTo(1.5, within(1e-9));
    }

    @Test
    void scrap_of_a_site_follows_the_price_as_well() {
        SupplyNetwork site = World.of("""
                CHN/alloy -> JPN/magnet 365 @1, JPN/swarf 73 @1
                JPN/magnet [site 1] -> JPN/use 365
                JPN/swarf [site 1] -> industry 73
                JPN/use -> industry 365
                """);
        Action.Recycling scrap = new Action.Recycling(Set.of(), Set.of("swarf"), 0, 5, 1, 1.2);
        Action.DemandSurge surge = new Action.DemandSurge(Set.of("JPN"), Set.of("swarf"), 0, 400, 1, 0);

        assertThat(Plain.made(site, "JPN/swarf", 100, surge)[99]).isCloseTo(0.2, within(1e-9));
        assertThat(Plain.made(site, "JPN/swarf", 100, surge, scrap)[99]).isGreaterThan(0.2);
    }
}
