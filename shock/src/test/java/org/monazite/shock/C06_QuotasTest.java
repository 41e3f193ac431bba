package org.monazite.shock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.monazite.supply.SupplyNetwork;

class C06_QuotasTest {

    private final SupplyNetwork world = World.of("""
            CHN/magnet [capacity 2000] -> JPN/use 365 @1, USA/use 730 @1
            JPN/use -> industry 365
            USA/use -> industry 730
            """);
    private static final Targets ALL = new Targets(Set.of("CHN"), Set.of(), Set.of());

    private double[] shipped(String to, int days, Action... actions) {
        return Plain.shipped(world, "CHN/magnet", to, days, Plain.scenario(actions));
    }

    @Test
    void buyers_share_the_day_in_proportion_to_their_orders() {
        Action quota = new Action.Quota(ALL, 0, 400, 30, 30);

        assertThat(shipped("JPN/use", 1, quota)[0]).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(shipped("USA/use", 1, quota)[0]).isCloseTo(2.0 / 3, within(1e-12));
    }

    @Test
    void no_period_ships_more_than_its_quota() {
        Action quota = new Action.Quota(ALL, 0, 400, 30, 30);
        double[] japan = shipped("JPN/use", 60, quota);
        double[] america = shipped("USA/use", 60, quota);
        double sum = 0;
        for (int day = 30; day < 60; day++) {
            sum += japan[day] + america[day];
        }

        assertThat(sum).isCloseTo(30, within(1e-9));
    }

    @Test
    void what_a_period_did_not_ship_stays_for_its_rest_but_not_beyond() {
        // 15 tonnes in 30 days, none in the first 15: one a day is left, then half a day again.
        SupplyNetwork one = World.of("""
                CHN/magnet [capacity 2000] -> JPN/use 365 @1
                JPN/use -> industry 365
                """);
        Scenario scenario = Plain.scenario(Plain.ban("CHN", 0, 15), new Action.Quota(ALL, 0, 400, 15, 30));
        double[] shipped = Plain.shipped(one, "CHN/magnet", "JPN/use", 31, scenario);

        assertThat(shipped[14]).isZero();
        assertThat(shipped[15]).isCloseTo(1, within(1e-12));
        assertThat(shipped[29]).isCloseTo(1, within(1e-9));
        assertThat(shipped[30]).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void a_quota_above_all_orders_changes_nothing() {
        assertThat(Plain.run(world, 10, new Action.Quota(ALL, 0, 400, 1e6, 30))).isEqualTo(Plain.run(world, 10));
    }

    @Test
    void a_quota_of_nothing_is_a_ban_on_shipping() {
        assertThat(shipped("JPN/use", 10, new Action.Quota(ALL, 0, 400, 0, 30))).containsOnly(0);
    }
}
