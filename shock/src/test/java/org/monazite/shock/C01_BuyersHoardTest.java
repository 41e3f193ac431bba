package org.monazite.shock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.monazite.supply.SupplyNetwork;

class C01_BuyersHoardTest {

    private final SupplyNetwork world = World.of("""
            CHN/magnet [capacity 1095] -> JPN/use 365 @1
            JPN/use -> industry 365
            """);

    private static Action.Hoarding hoard(String place, int end, double extra, double decay) {
        return new Action.Hoarding(Set.of(place), Set.of("magnet"), 0, end, extra, decay);
    }

    private double[] shipped(int days, Action... actions) {
        return Plain.shipped(world, "CHN/magnet", "JPN/use", days, Plain.scenario(actions));
    }

    @Test
    void buyers_order_until_their_larger_store_is_full() {
        // Target 60 days, 30 there, wanted within 30 days: one more a day. Next day one is on its way: 1 + 29/30.
        double[] shipped = shipped(3, hoard("JPN", 400, 30, 0));

        assertThat(shipped[0]).isEqualTo(1);
        assertThat(shipped[1]).isEqualTo(2);
        assertThat(shipped[2]).isCloseTo(1 + 29.0 / 30, within(1e-12));
    }

    @Test
    void when_it_ends_at_once_they_live_on_their_hoard() {
        double[] shipped = shipped(402, hoard("JPN", 400, 30, 0));

        assertThat(shipped[400]).isCloseTo(1, within(1e-3));
        assertThat(shipped[401]).isCloseTo(0, within(1e-3));
    }

    @Test
    void when_it_fades_orders_fall_by_little() {
        // The first day loses 30 (1 - exp(-1/60)) = 0.496 days of the target, asked back over 30 days.
        double[] shipped = shipped(403, hoard("JPN", 400, 30, 60));

        assertThat(shipped[402]).isCloseTo(1 - 0.496 / 30, within(1e-3));
    }

    @Test
    void hoarding_elsewhere_takes_goods_from_those_who_do_not() {
        SupplyNetwork two = World.of("""
                CHN/magnet [capacity 730] -> JPN/use 365 @1, KOR/use 365 @1
                JPN/use -> industry 365
                KOR/use -> industry 365
                """);
        Scenario scenario = Plain.scenario(hoard("KOR", 400, 30, 0))
                .with(Plain.ASSUMPTIONS.with(RationingRule.PROPORTIONAL, OrderSignal.SMOOTHED));

        // Three are asked, two are made: each gets two thirds of what it asked.
        assertThat(Plain.shipped(two, "CHN/magnet", "JPN/use", 2, scenario)[1]).isCloseTo(2.0 / 3, within(1e-12));
    }

    @Test
    void a_hoard_is_no_gap_that_a_strategic_stock_fills() {
        Action.StockRelease release = new Action.StockRelease("JPN", "magnet", 100, 5, new Trigger.Day(0), 1000, 0);

        assertThat(Plain.stock(world, "JPN/use", "magnet", 1, hoard("JPN", 400, 30, 0), release)[0])
                .isEqualTo(30);
    }

    @Tag("S18")
    @Test
    void notice_of_a_ban_makes_its_buyers_rush() {
        // Ten days of notice, half of them wanted in stock, within the ten days: 1 + 5/10, then 1 + 4.5/9.
        Action.Rush rush = new Action.Rush(new Targets(Set.of("CHN"), Set.of(), Set.of()), 0, 10, 0.5);
        double[] shipped = shipped(12, rush, Plain.ban("CHN", 10, 400));

        assertThat(shipped[1]).isCloseTo(1.5, within(1e-12));
        assertThat(shipped[2]).isCloseTo(1.5, within(1e-12));
        assertThat(shipped[10]).isZero();
    }

    @Test
    void without_notice_nobody_rushes() {
        assertThat(shipped(12, Plain.ban("CHN", 10, 400))).startsWith(1, 1, 1);
    }
}
