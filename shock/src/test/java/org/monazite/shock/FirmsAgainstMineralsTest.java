package org.monazite.shock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.monazite.shock.scale.FirmEvent;
import org.monazite.shock.scale.FirmNetwork;
import org.monazite.shock.scale.FirmRules;
import org.monazite.shock.scale.FirmScenario;
import org.monazite.shock.scale.FirmSimulation;
import org.monazite.shock.scale.Firms;
import org.monazite.supply.Criticality;
import org.monazite.supply.SupplyNetwork;
import org.monazite.supply.UseClass;

/// The engine for firms beside the one for mineral chains, on networks that both can hold: one day
/// under way, nothing moved by prices, no overtime, no cap of single relations. There they must agree.
class FirmsAgainstMineralsTest {

    private static final List<String> CHAIN = List.of("ore", "oxide", "metal", "magnet");
    private static final int DAYS = 150;

    private final Map<String, List<String>> sales = new TreeMap<>();
    private final Map<String, Integer> firmOf = new TreeMap<>();

    /// Four products, so many works each, every one with up to three suppliers and some final demand.
    private FirmNetwork draw(Random random, int works) {
        FirmNetwork.Builder builder = new FirmNetwork.Builder(CHAIN, 0, 0);
        for (int stage = 0; stage < CHAIN.size(); stage++) {
            for (int place = 0; place < works; place++) {
                String key = "P" + place + "/" + CHAIN.get(stage);
                double demand = 10 + 1000 * random.nextDouble();
                firmOf.put(key, builder.firm(key, stage, demand, UseClass.INDUSTRY));
                sales.computeIfAbsent(key, _ -> new ArrayList<>()).add("household " + demand);
                int first = random.nextInt(works);
                int suppliers = stage == 0 ? 0 : 1 + random.nextInt(Math.min(3, works));
                for (int i = 0; i < suppliers; i++) {
                    String from = "P" + (first + i) % works + "/" + CHAIN.get(stage - 1);
                    double flow = 10 + 1000 * random.nextDouble();
                    builder.link(firmOf.get(from), firmOf.get(key), flow, Criticality.ESSENTIAL);
                    sales.get(from).add(key + " " + flow);
                }
            }
        }
        return builder.build();
    }

    private SupplyNetwork minerals() {
        StringBuilder text = new StringBuilder();
        sales.forEach((key, to) ->
                text.append(key).append(" -> ").append(String.join(", ", to)).append('\n'));
        return World.of(text.toString());
    }

    private static Assumptions assumptions(RationingRule rule) {
        Map<Parameter, Double> values = new EnumMap<>(Parameter.class);
        values.put(Parameter.OVERTIME, 1.0);
        values.put(Parameter.DEMAND_ELASTICITY, 0.0);
        values.put(Parameter.THRIFT_MOST, 0.0);
        values.put(Parameter.RELATION_MOST, 1e9);
        return Assumptions.MINERALS.with(values).with(rule, OrderSignal.SMOOTHED);
    }

    private static FirmRules rules(RationingRule rule) {
        return new FirmRules(30, 30, 1.25, 1, 90, 7, 1.25, 7, 0.02, 1, 1, 2, rule, OrderSignal.SMOOTHED);
    }

    @Tag("S14")
    @ParameterizedTest
    @EnumSource(names = {"PROPORTIONAL", "PRIORITY_PROPORTIONAL", "FINAL_LAST"})
    void an_outage_and_a_ban_do_the_same_in_both_engines(RationingRule rule) {
        for (int seed = 0; seed < 8; seed++) {
            sales.clear();
            firmOf.clear();
            FirmNetwork firms = draw(new Random(seed), 2 + 3 * seed);
            SupplyNetwork minerals = minerals();
            double[][] made = new double[DAYS][firms.firms()];
            Scenario scenario = new Scenario(
                    "both",
                    LocalDate.of(2026, 1, 1),
                    assumptions(rule),
                    List.of(
                            new Action.Outage(Set.of("P0"), Set.of("metal"), 5, 60, 0.9, 10),
                            new Action.ExportBan(new Targets(Set.of("P1"), Set.of("P0"), Set.of()), 20, 100, 0)));
            Simulation.of(minerals)
                    .daily(
                            scenario,
                            DAYS,
                            (day, view) -> firmOf.forEach((key, firm) -> {
                                int node = minerals.nodes().find(key).orElseThrow();
                                made[day][firm] = view.made(node) * 365 / firms.outputPerYear(firm);
                            }));
            FirmScenario same = new FirmScenario(
                    "both",
                    List.of(
                            new FirmEvent.Outage(Firms.of(firmOf.get("P0/metal")), 0.9, 5, 60, 10),
                            new FirmEvent.Ban(at("P1"), at("P0"), 20, 100, 0)));
            double[] worst = {0};
            FirmSimulation.of(firms).watch(same, rules(rule), DAYS, 1, (day, view) -> {
                for (int firm = 0; firm < firms.firms(); firm++) {
                    worst[0] = Math.max(worst[0], Math.abs(view.made(firm) - made[day][firm]));
                }
            });
            assertThat(worst[0]).as("seed %d", seed).isLessThan(1e-4);
        }
    }

    private Firms at(String place) {
        return Firms.of(firmOf.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(place + "/"))
                .mapToInt(Map.Entry::getValue)
                .toArray());
    }
}
