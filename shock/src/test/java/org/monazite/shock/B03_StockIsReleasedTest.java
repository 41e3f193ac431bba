package org.monazite.shock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.monazite.supply.SupplyNetwork;

class B03_StockIsReleasedTest {

    private final SupplyNetwork world = World.of("""
            CHN/magnet -> JPN/use 365 @1
            JPN/use -> industry 365
            """);

    private static Action.StockRelease release(double tonnes, double perDay, double below, int lead) {
        return new Action.StockRelease("JPN", "magnet", tonnes, perDay, below, 1000, lead);
    }

    @Test
    void a_strategic_stock_carries_its_users_for_as_long_as_it_lasts() {
        // 31 days of their own, then 10 tonnes at a tonne a day: day 41 is the first without.
        Run run = Plain.run(world, 7, Plain.ban("CHN", 0, 49), release(10, 1, 5, 0));

        assertThat(Plain.unmet(run, "magnet", "JPN")).isEqualTo("0.00 0.00 0.00 0.00 0.00 0.14 1.00");
    }

    @Test
    void a_late_decision_costs_days() {
        // Cover falls below 5 days on day 27; 14 days later the stock comes, on day 41: ten days without.
        Run run = Plain.run(world, 7, Plain.ban("CHN", 0, 49), release(10, 1, 5, 14));

        assertThat(Plain.unmet(run, "magnet", "JPN")).isEqualTo("0.00 0.00 0.00 0.00 0.57 0.86 0.00");
    }

    @Test
    void nothing_is_released_while_users_are_well_stocked() {
        Run with = Plain.run(world, 4, release(10, 1, 5, 0));

        assertThat(with).isEqualTo(Plain.run(world, 4));
    }

    @Test
    void a_slow_release_covers_its_part() {
        Run run = Plain.run(world, 8, Plain.ban("CHN", 0, 56), release(1000, 0.25, 1, 0));

        assertThat(run.find("magnet", "JPN").orElseThrow().unmet().getLast()).isEqualTo(0.75);
    }
}
