package org.monazite.shock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.monazite.supply.SupplyNetwork;

/// Equal inputs give equal bits.
class SameAnswerTest {

    private static final int MEMBERS = 24;
    private final SupplyNetwork network = RandomWorlds.network(11);

    private Scenario shock() {
        return new Scenario(
                "ban",
                java.time.LocalDate.of(2026, 1, 1),
                Assumptions.MINERALS,
                List.of(Plain.ban(network.places().getFirst().code(), 10, 150)));
    }

    private Ensemble ensemble(int threads) {
        return new EnsembleRunner(new EnsembleSettings(30, MEMBERS, 20251028L, threads), done -> {})
                .run(network, shock());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8})
    void any_number_of_threads_gives_the_same_ensemble(int threads) {
        assertThat(ensemble(threads)).isEqualTo(ensemble(1));
    }

    @Test
    void the_shock_of_these_tests_does_something() {
        assertThat(ensemble(1).lines())
                .anySatisfy(line -> assertThat(line.worst().p50()).isGreaterThan(0.1));
    }

    @Test
    void another_seed_gives_other_members() {
        Ensemble other = new EnsembleRunner(new EnsembleSettings(30, MEMBERS, 7L, 1), done -> {}).run(network, shock());

        assertThat(other.lines()).isNotEqualTo(ensemble(1).lines());
    }

    @Test
    void every_member_is_told_of_once() {
        List<Integer> told = java.util.Collections.synchronizedList(new ArrayList<>());
        new EnsembleRunner(new EnsembleSettings(5, MEMBERS, 7L, 3), told::add).run(network, shock());

        assertThat(told).hasSize(MEMBERS).contains(1, MEMBERS).doesNotHaveDuplicates();
    }

    @Test
    void a_run_twice_is_the_same_run() {
        assertThat(Simulation.of(network).run(shock(), 30))
                .isEqualTo(Simulation.of(network).run(shock(), 30));
    }

    /// No node of these places sells to the other: the ban hits nothing.
    @Test
    void a_ban_that_hits_nobody_is_the_baseline_bit_for_bit() {
        SupplyNetwork world = World.of("""
                CHN/oxide -> CHN/magnet 365
                CHN/magnet -> CHN/use 300, industry 65
                CHN/use -> industry 300
                JPN/oxide -> JPN/use 365
                JPN/use -> industry 365
                """);

        assertThat(days(world, Plain.ban("CHN", 0, 100))).isEqualTo(days(world));
    }

    @Test
    void a_ban_that_allows_everything_is_the_baseline_bit_for_bit() {
        SupplyNetwork world = World.of("""
                CHN/oxide -> JPN/use 365 @4
                JPN/use -> industry 365
                """);
        Action all = new Action.ExportBan(new Targets(Set.of("CHN"), Set.of(), Set.of()), 0, 100, 1);

        assertThat(days(world, all)).isEqualTo(days(world));
    }

    private static List<String> days(SupplyNetwork world, Action... actions) {
        List<String> days = new ArrayList<>();
        Scenario scenario = Plain.scenario(actions).with(Assumptions.MINERALS);
        Simulation.of(world).daily(scenario, 100, (day, view) -> {
            StringBuilder text = new StringBuilder();
            for (int node = 0; node < world.nodes().size(); node++) {
                text.append(Double.doubleToLongBits(view.made(node))).append(' ');
            }
            for (int arc = 0; arc < world.arcs().size(); arc++) {
                text.append(Double.doubleToLongBits(view.shipped(arc))).append(' ');
            }
            days.add(text.toString());
        });
        return days;
    }
}
