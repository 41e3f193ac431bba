package org.monazite.shock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.monazite.supply.SupplyNetwork;

class B04_BuyersTurnToOthersTest {

    private final SupplyNetwork world = World.of("""
            CHN/magnet -> JPN/use 3285 @1
            VNM/magnet [capacity 36500] -> JPN/use 365 @1, industry 365
            JPN/use -> industry 3650
            """);

    private double unmet(double relationMost) {
        Assumptions assumptions =
                Plain.ASSUMPTIONS.with(Map.of(Parameter.RELATION_MOST, relationMost, Parameter.ORDER_MOST, 10.0));
        Run run = Simulation.of(world)
                .run(Plain.scenario(Plain.ban("CHN", 0, 700)).with(assumptions), 100);
        return run.find("magnet", "JPN").orElseThrow().unmet().getLast();
    }

    @Test
    void a_small_relation_grows_to_its_cap_and_no_further() {
        // A tenth came from Vietnam; twice that is a fifth.
        assertThat(unmet(2)).isCloseTo(0.8, within(1e-12));
        assertThat(unmet(4)).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void without_a_cap_the_other_supplier_takes_all_over() {
        assertThat(unmet(Parameter.RELATION_MOST.most())).isZero();
    }

    @Test
    void what_one_cap_cuts_off_goes_to_the_others() {
        SupplyNetwork three = World.of("""
                CHN/magnet -> JPN/use 2920 @1
                KOR/magnet [capacity 36500] -> JPN/use 365 @1
                VNM/magnet [capacity 3650] -> JPN/use 365 @1
                JPN/use -> industry 3650
                """);
        Run run = Simulation.of(three)
                .run(
                        Plain.scenario(
                                        Plain.ban("CHN", 0, 700),
                                        new Action.ExportBan(
                                                new Targets(Set.of("VNM"), Set.of(), Set.of()), 0, 700, 0.5))
                                .with(Plain.ASSUMPTIONS.with(
                                        Map.of(Parameter.RELATION_MOST, 3.0, Parameter.ORDER_MOST, 10.0))),
                        100);

        // Korea sends three times a tenth, Vietnam may send half of a tenth.
        assertThat(run.find("magnet", "JPN").orElseThrow().unmet().getLast()).isCloseTo(0.65, within(1e-12));
    }
}
