package org.monazite.shock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.monazite.supply.SupplyNetwork;

class A02_WorksStopTest {

    @Tag("S1")
    @Test
    void an_outage_takes_capacity_and_gives_it_back_day_by_day() {
        SupplyNetwork world = World.of("""
                CHN/magnet -> industry 365
                """);
        Run run = Plain.run(world, 5, new Action.Outage(Set.of("CHN"), Set.of("magnet"), 7, 14, 0.5, 14));

        // Half is lost in week 2; on day d after it, 0.5 x (1 - d / 14): 0.39 lost on average in week 3, 0.14 in week
        // 4.
        assertThat(Plain.output(run, "magnet", "CHN")).isEqualTo("1.00 0.50 0.61 0.86 1.00");
    }

    @Tag("S7")
    @Test
    void spare_capacity_covers_a_small_outage() {
        SupplyNetwork world = World.of("""
                CHN/magnet [capacity 730] -> industry 365
                """);
        Run run = Plain.run(world, 2, new Action.Outage(Set.of("CHN"), Set.of("magnet"), 0, 14, 0.5, 0));

        assertThat(Plain.output(run, "magnet", "CHN")).isEqualTo("1.00 1.00");
    }

    @Test
    void works_of_one_site_stop_together() {
        SupplyNetwork world = World.of("""
                CHN/oxide [site 1] -> industry 365
                CHN/heavy [site 1] -> industry 365
                """);
        Run run = Plain.run(world, 1, new Action.Outage(Set.of("CHN"), Set.of("oxide"), 0, 7, 1, 0));

        assertThat(Plain.output(run, "heavy", "CHN")).isEqualTo("0.00");
    }

    @Test
    void swarf_falls_with_the_magnets_that_are_ground() {
        SupplyNetwork world = World.of("""
                CHN/alloy -> CHN/magnet 730, CHN/swarf 365
                CHN/magnet [site 1] -> industry 365
                CHN/swarf [site 1] -> industry 365
                """);
        Run run = Plain.run(world, 2, new Action.DemandSurge(Set.of(), Set.of("magnet"), 7, 14, -0.5, 0));

        assertThat(Plain.output(run, "swarf", "CHN")).isEqualTo("1.00 0.50");
    }
}
