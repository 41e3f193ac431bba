package org.monazite.shock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.monazite.supply.NodeKind;
import org.monazite.supply.Product;
import org.monazite.supply.SupplyNetwork;

/// Without any action nothing moves: no drift, no swing, for 400 days.
class SteadyStateTest {

    private static final int DAYS = 400;

    private static double drift(SupplyNetwork network, Scenario scenario) {
        double[] worst = new double[1];
        Simulation.of(network).daily(scenario, DAYS, (day, view) -> {
            for (int node = 0; node < network.nodes().size(); node++) {
                double normal = network.nodes().output(node) / 365;
                worst[0] = Math.max(worst[0], Math.abs(view.made(node) - normal) / normal);
            }
        });
        return worst[0];
    }

    @Test
    void a_hand_made_chain_with_makers_pools_and_unlike_spare_capacity_stands_still() {
        SupplyNetwork world = World.of("""
                AUS/ore [capacity 5000] -> CHN/oxide 700 @12, JPN/oxide 300 @14
                CHN/oxide -> CHN/oxide/pool 400
                JPN/oxide [capacity 160] -> JPN/oxide/pool 150
                CHN/oxide/pool -> JPN/oxide/pool 250 @5, CHN/magnet 150
                JPN/oxide/pool -> JPN/magnet 400
                CHN/heavy -> JPN/magnet 10 @5, CHN/magnet 5
                JPN/magnet [important heavy, site 1] -> JPN/use 700, industry 100
                JPN/alloy -> JPN/swarf 80
                JPN/swarf [site 1] -> industry 80
                CHN/magnet -> JPN/use 300 @5
                JPN/use -> defence 100, essential 200, industry 300, household 400
                """);

        assertThat(drift(world, Plain.scenario().with(Assumptions.MINERALS))).isLessThan(1e-12);
    }

    @ParameterizedTest
    @EnumSource(names = "REALISED", mode = EnumSource.Mode.EXCLUDE)
    void random_worlds_stand_still(OrderSignal orders) {
        for (long seed = 0; seed < 60; seed++) {
            SupplyNetwork network = RandomWorlds.network(seed);
            Assumptions assumptions = RandomWorlds.assumptions(seed);
            Scenario calm = new Scenario("calm", java.time.LocalDate.of(2026, 1, 1), assumptions, List.of())
                    .with(assumptions.with(assumptions.rationing(), orders));

            assertThat(drift(network, calm)).as("seed %d", seed).isLessThan(1e-12);
        }
    }

    @Test
    void actions_of_no_size_move_nothing() {
        for (long seed = 0; seed < 40; seed++) {
            SupplyNetwork network = RandomWorlds.network(seed);
            Assumptions assumptions = RandomWorlds.assumptions(seed);
            Scenario idle = new Scenario(
                    "idle", java.time.LocalDate.of(2026, 1, 1), assumptions, nothings(network, assumptions));

            assertThat(drift(network, idle)).as("seed %d", seed).isLessThan(1e-12);
        }
    }

    private static List<Action> nothings(SupplyNetwork network, Assumptions assumptions) {
        Targets all = new Targets(Set.of(network.places().getFirst().code()), Set.of(), Set.of());
        List<Action> actions = new ArrayList<>(List.of(
                new Action.Quota(all, 5, 300, 1e9, 30),
                new Action.Rush(all, 5, 50, 0),
                new Action.Hoarding(Set.of(), Set.of(), 5, 50, 0, 10),
                new Action.Substitution(Set.of(), Set.of(), 5, assumptions.thriftMost(), 100),
                new Action.Outage(all.from(), Set.of(), 5, 50, 0, 10, Action.Recovery.EXPONENTIAL)));
        for (Product product : network.products()) {
            actions.add(new Action.Recycling(Set.of(), Set.of(product.id()), 5, 1, 10, 1.5));
        }
        for (int node = 0; node < network.nodes().size(); node++) {
            if (network.nodes().kind(node) != NodeKind.POOL) {
                actions.add(new Action.Restart(
                        network.placeOf(node), network.nodes().key(node), 0, new Trigger.Day(5), 0, 0));
            }
        }
        return actions;
    }

    @Test
    void random_worlds_differ() {
        assertThat(RandomWorlds.network(1).id().digest())
                .isNotEqualTo(RandomWorlds.network(2).id().digest());
        assertThat(RandomWorlds.network(3).id().digest())
                .isEqualTo(RandomWorlds.network(3).id().digest());
    }
}
