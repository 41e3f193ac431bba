package org.monazite.shock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.monazite.supply.SupplyNetwork;

class A03_LicencesTest {

    private final SupplyNetwork world = World.of("""
            CHN/magnet -> JPN/use 365 @1
            JPN/use -> industry 365
            """);

    private static Action.LicenceRegime licence(double delay, double approval, double controlled, double spill) {
        return new Action.LicenceRegime(
                new Targets(Set.of("CHN"), Set.of(), Set.of()),
                0,
                3650,
                delay,
                List.of(new Action.Approval(0, approval)),
                controlled,
                spill,
                20,
                Double.POSITIVE_INFINITY);
    }

    private double[] shipped(Action action, int days) {
        double[] shipped = new double[days];
        Simulation.of(world).daily(Plain.scenario(action), days, (day, view) -> shipped[day] = view.shipped(0));
        return shipped;
    }

    @Test
    void the_first_permits_come_after_three_days_at_the_earliest() {
        assertThat(shipped(licence(3, 1, 1, 0), 6))
                .startsWith(0, 0, 0)
                .satisfies(all -> assertThat(all[3]).isPositive());
    }

    @Tag("S3")
    @Test
    void permits_without_refusal_delay_the_flow_but_do_not_thin_it() {
        assertThat(shipped(licence(30, 1, 1, 0), 1000)[999]).isCloseTo(1, org.assertj.core.api.Assertions.within(1e-6));
    }

    @Test
    void what_needs_no_permit_moves_on_at_once() {
        assertThat(shipped(licence(63, 0, 0.4, 0), 1)[0]).isEqualTo(0.6);
    }

    @Test
    void what_travels_under_the_same_code_waits_as_well() {
        // 0.4 needs a permit, half of the other 0.6 is held for a second look, 0.3 is free.
        assertThat(shipped(licence(63, 0, 0.4, 0.5), 1)[0]).isEqualTo(0.3);
    }

    @Test
    void all_permits_together_keep_to_the_cap() {
        Action.LicenceRegime capped = new Action.LicenceRegime(
                new Targets(Set.of("CHN"), Set.of(), Set.of()),
                0,
                3650,
                3,
                List.of(new Action.Approval(0, 1)),
                1,
                0,
                20,
                0.25);

        assertThat(shipped(capped, 300)[299]).isEqualTo(0.25);
    }
}
