package org.monazite.shock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.monazite.supply.SupplyNetwork;

class B02_DemandSurgesTest {

    private final SupplyNetwork world = World.of("""
            CHN/magnet [capacity 438] -> defence 73, household 292
            """);

    @Test
    void a_surge_is_served_up_to_capacity() {
        Run run = Plain.run(world, 3, new Action.DemandSurge(Set.of(), Set.of("magnet"), 7, 14, 0.5, 0));

        assertThat(Plain.output(run, "magnet", "CHN")).isEqualTo("1.00 1.20 1.00");
    }

    @Test
    void a_surge_comes_in_over_its_ramp() {
        Run run = Plain.run(world, 3, new Action.DemandSurge(Set.of("CHN"), Set.of(), 0, 21, 0.14, 14));

        // 0.01 more every day: 0.03 on average in week 1, 0.10 in week 2, 0.14 afterwards.
        assertThat(Plain.output(run, "magnet", "CHN")).isEqualTo("1.03 1.10 1.14");
    }

    @Tag("S6")
    @Test
    void the_first_class_is_served_in_full_before_the_last() {
        double[] defence = new double[1];
        double[] household = new double[1];
        Simulation.of(world)
                .daily(Plain.scenario(new Action.Outage(Set.of("CHN"), Set.of(), 0, 7, 0.5, 0)), 1, (day, view) -> {
                    defence[0] = view.sold(0, 0, org.monazite.supply.UseClass.DEFENCE);
                    household[0] = view.sold(0, 0, org.monazite.supply.UseClass.HOUSEHOLD);
                });

        // Capacity 1.2 a day, halved: 0.6. Defence wants 0.2.
        assertThat(defence[0]).isEqualTo(0.2);
        assertThat(household[0]).isCloseTo(0.4, org.assertj.core.api.Assertions.within(1e-12));
    }
}
