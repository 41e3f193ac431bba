package org.monazite.shock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.monazite.supply.SupplyNetwork;

class A01_OneSupplierStopsTest {

    private final SupplyNetwork world = World.of("""
            CHN/magnet -> JPN/use 365 @1
            JPN/use [value 1000] -> industry 365
            """);

    @Test
    void a_buyer_lives_on_its_stock_and_then_stands_still() {
        // Cargo of day 0 and a stock of 30 days last for 31 days: three of the seven days of week 5.
        Run run = Plain.run(world, 6, Plain.ban("CHN", 0, 42));

        assertThat(Plain.unmet(run, "magnet", "JPN")).isEqualTo("0.00 0.00 0.00 0.00 0.57 1.00");
        assertThat(run.find("magnet", "JPN").orElseThrow().firstEmptyWeek()).isEqualTo(5);
    }

    @Test
    void the_value_of_what_is_not_made_is_at_risk() {
        Run run = Plain.run(world, 6, Plain.ban("CHN", 0, 42));

        // A tonne a day of 1,000 dollars: 4 days lost in week 5, 7 in week 6.
        assertThat(Plain.text(run.valueLost().getFirst().values())).isEqualTo("0.00 0.00 0.00 0.00 4000.00 7000.00");
    }

    @Test
    void half_a_ban_leaves_half_the_flow() {
        Run run = Simulation.of(world)
                .run(
                        Plain.scenario(new Action.ExportBan(
                                new Targets(java.util.Set.of("CHN"), java.util.Set.of(), java.util.Set.of()),
                                0,
                                140,
                                0.5)),
                        20);

        assertThat(run.find("magnet", "JPN").orElseThrow().unmet().getLast()).isEqualTo(0.5);
    }

    @Test
    void a_maker_that_is_asked_for_less_misses_nothing() {
        SupplyNetwork chain = World.of("""
                AUS/oxide -> CHN/magnet 365
                CHN/magnet -> JPN/use 365 @1
                JPN/use -> industry 365
                """);
        Run run = Plain.run(chain, 6, Plain.ban("CHN", 0, 42));

        assertThat(Plain.output(run, "magnet", "CHN")).isEqualTo("0.00 0.00 0.00 0.00 0.00 0.00");
        assertThat(Plain.unmet(run, "oxide", "CHN")).isEqualTo("0.00 0.00 0.00 0.00 0.00 0.00");
    }

    @Test
    void an_important_input_that_is_gone_halves_the_output() {
        SupplyNetwork chain = World.of("""
                CHN/heavy -> JPN/magnet 365
                AUS/oxide -> JPN/magnet 365
                JPN/magnet [important heavy] -> industry 365
                """);
        Run run = Plain.run(chain, 6, Plain.ban("CHN", 0, 42));

        assertThat(Plain.unmet(run, "heavy", "JPN")).isEqualTo("0.00 0.00 0.00 0.00 0.57 1.00");
        assertThat(Plain.output(run, "magnet", "JPN")).isEqualTo("1.00 1.00 1.00 1.00 0.71 0.50");
    }

    @Test
    void a_dear_good_is_wanted_less() {
        Run run = Simulation.of(world)
                .run(
                        Plain.scenario(Plain.ban("CHN", 0, 364))
                                .with(Plain.ASSUMPTIONS.with(Map.of(Parameter.DEMAND_ELASTICITY, -0.5))),
                        52);

        assertThat(run.spots().stream()
                        .filter(track -> track.key().equals("magnet@JPN"))
                        .findFirst()
                        .orElseThrow()
                        .values()
                        .getLast())
                .isGreaterThan(5);
    }
}
