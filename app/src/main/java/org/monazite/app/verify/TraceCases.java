package org.monazite.app.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.monazite.exposure.Exposure;
import org.monazite.exposure.Importer;
import org.monazite.exposure.StageExposure;
import org.monazite.exposure.Trace;
import org.monazite.supply.ArcRow;
import org.monazite.supply.CellRow;
import org.monazite.supply.NodeKind;
import org.monazite.supply.SupplyNetwork;
import tools.jackson.databind.JsonNode;

/// Traced shares against an independent calculation: cases/exposure/trace_*.json. Deviations absolute.
final class TraceCases {

    private static final String SUITE = "exposure";

    /// Swarf oxide takes the composition of the metal pool; it draws this part of its own mass from there, so little
    /// that no balance notices.
    private static final double MARK = 1e-9;

    private TraceCases() {}

    /// Three networks small enough to check by hand.
    static List<Outcome> small(String file, JsonNode cases) {
        List<Outcome> outcomes = new ArrayList<>();
        for (JsonNode each : cases) {
            String name = each.path("case").asString();
            JsonNode expected = each.path("expected");
            double allowed = each.path("tolerance_abs").asDouble(0);
            Worst worst = new Worst();
            switch (name) {
                case "two_stage" -> twoStages(file, each, expected, worst);
                case "re_export_cycle" -> reExports(file, expected, worst);
                case "closed_loop" -> closedLoop(file, expected, worst);
                default -> throw new CaseException(file, "the case '" + name + "' is not known");
            }
            outcomes.add(new Outcome(SUITE, file + " " + name, worst.deviation(), allowed, worst.where()));
        }
        return outcomes;
    }

    /// J takes refined from X and Y; Y refines ore of X and Z.
    private static void twoStages(String file, JsonNode spec, JsonNode expected, Worst worst) {
        JsonNode ore = spec.path("pools").path("Y.mine");
        JsonNode refined = spec.path("pools").path("J.refined");
        double oreX = IndicatorCases.need(file, ore, "X");
        double oreZ = IndicatorCases.need(file, ore, "Z");
        double fromX = IndicatorCases.need(file, refined, "X.refined");
        double fromY = IndicatorCases.need(file, refined, "Y.refined");
        TraceWorld world = new TraceWorld();
        world.maker("X", "ore", oreX);
        world.maker("Z", "ore", oreZ);
        world.maker("X", "refined", fromX);
        world.node("Y", "refined", NodeKind.MAKER, oreX + oreZ);
        world.builder().cell(CellRow.of(world.key("Y", "refined", NodeKind.MAKER), "ore", 1));
        world.arc("X", "ore", NodeKind.MAKER, "Y", "refined", NodeKind.MAKER, oreX);
        world.arc("Z", "ore", NodeKind.MAKER, "Y", "refined", NodeKind.MAKER, oreZ);
        world.pool("J", "refined", fromX + fromY, 0);
        world.arc("X", "refined", NodeKind.MAKER, "J", "refined", NodeKind.POOL, fromX);
        world.arc("Y", "refined", NodeKind.MAKER, "J", "refined", NodeKind.POOL, fromY);
        world.use("J", "refined", NodeKind.POOL, fromX + fromY);
        world.use("Y", "refined", NodeKind.MAKER, oreX + oreZ - fromY);
        StageExposure row = Exposure.of(world.build())
                .by(Importer.place(TraceWorld.code("J")), TraceWorld.code("X"))
                .get(1);
        compare(file, worst, expected, "direct", row.directShare().value());
        compare(file, worst, expected, "traced", row.tracedShare().value());
    }

    /// A makes 100 and takes 20 from B; B makes nothing and takes 50 from A and 30 from X.
    private static void reExports(String file, JsonNode expected, Worst worst) {
        TraceWorld world = new TraceWorld();
        world.maker("A", "refined", 100);
        world.maker("X", "refined", 30);
        world.pool("A", "refined", 120, 0);
        world.pool("B", "refined", 80, 0);
        world.arc("A", "refined", NodeKind.MAKER, "A", "refined", NodeKind.POOL, 100);
        world.arc("B", "refined", NodeKind.POOL, "A", "refined", NodeKind.POOL, 20);
        world.arc("A", "refined", NodeKind.POOL, "B", "refined", NodeKind.POOL, 50);
        world.arc("X", "refined", NodeKind.MAKER, "B", "refined", NodeKind.POOL, 30);
        world.use("A", "refined", NodeKind.POOL, 70);
        world.use("B", "refined", NodeKind.POOL, 60);
        SupplyNetwork network = world.build();
        Trace trace = Trace.of(network, Set.of(TraceWorld.code("X")));
        compare(file, worst, expected, "touched_A", trace.touched(world.find(network, "A", "refined")));
        compare(file, worst, expected, "touched_B", trace.touched(world.find(network, "B", "refined")));
    }

    /// Oxide from swarf of magnets made of that oxide: no entry, so nothing is known of its origin.
    private static void closedLoop(String file, JsonNode expected, Worst worst) {
        TraceWorld world = new TraceWorld();
        world.maker("X", "ore", 1);
        world.use("X", "ore", NodeKind.MAKER, 1);
        world.pool("A", "refined", 50, 0);
        world.node("A", "refined", NodeKind.MAKER, 50);
        world.builder().cell(CellRow.of(world.key("A", "refined", NodeKind.MAKER), "refined", 1));
        world.arc("A", "refined", NodeKind.MAKER, "A", "refined", NodeKind.POOL, 50);
        world.arc("A", "refined", NodeKind.POOL, "A", "refined", NodeKind.MAKER, 50);
        SupplyNetwork network = world.build();
        Trace trace = Trace.of(network, Set.of(TraceWorld.code("X")));
        compare(file, worst, expected, "traced_low", trace.touchedLow(world.find(network, "A", "refined")));
        compare(file, worst, expected, "traced_high", trace.touchedHigh(world.find(network, "A", "refined")));
    }

    private static void compare(String file, Worst worst, JsonNode expected, String key, double ours) {
        worst.see(Math.abs(ours - IndicatorCases.need(file, expected, key)), key);
    }

    /// A chain of pools with re-exports and recycling, built from the tables of the case.
    static List<Outcome> chain(String file, JsonNode spec) {
        Chain chain = new Chain(file, spec);
        SupplyNetwork network = chain.network();
        String target = spec.path("rules").path("target").asString();
        Trace trace = Trace.of(network, Set.of(target));
        Worst worst = new Worst();
        for (JsonNode row : spec.path("expected")) {
            String place = row.path("place").asString();
            String product = row.path("product").asString();
            String at = place + " " + product + " ";
            StageExposure ours = Exposure.of(network).by(Importer.place(place), target).stream()
                    .filter(each -> each.productId().equals(product))
                    .findFirst()
                    .orElseThrow(() -> new CaseException(file, "the chain has no product '" + product + "'"));
            int pool = chain.world.find(network, place, product);
            double supply = network.nodes().output(pool)
                    - network.cells().unknownOrigin(network.cells().first(pool));
            worst.see(Math.abs(supply - IndicatorCases.need(file, row, "supply_t")) / supply, at + "supply (relative)");
            share(
                    worst,
                    row,
                    "direct_share_of_imports",
                    orZero(ours.directShare().value(), spec, place, product),
                    at);
            share(
                    worst,
                    row,
                    "direct_share_of_supply",
                    orZero(ours.directShareOfSupply().value(), spec, place, product),
                    at);
            share(worst, row, "traced_low", trace.touchedLow(pool), at);
            share(worst, row, "traced_high", trace.touchedHigh(pool), at);
        }
        return List.of(new Outcome(
                SUITE, file, worst.deviation(), IndicatorCases.need(file, spec, "tolerance_abs"), worst.where()));
    }

    /// The case writes 0 for the share of a supplier where nothing is imported; here such a share is not defined.
    private static double orZero(double ours, JsonNode spec, String place, String product) {
        for (JsonNode link : spec.path("inputs").path("links")) {
            if (link.get(1).asString().equals(place) && link.get(2).asString().equals(product)) {
                return ours;
            }
        }
        return Double.isNaN(ours) ? 0 : ours;
    }

    private static void share(Worst worst, JsonNode row, String key, double ours, String at) {
        worst.see(Math.abs(ours - row.path(key).asDouble(Double.NaN)), at + key);
    }

    /// Reads the tables and lays the network out.
    private static final class Chain {

        private final TraceWorld world = new TraceWorld();
        private final List<String> products = new ArrayList<>();
        private final Map<String, Double> perOutput = new LinkedHashMap<>();
        private final Map<List<String>, Double> made = new LinkedHashMap<>();
        private final Map<List<String>, Double> inflow = new LinkedHashMap<>();
        private final Map<List<String>, Double> exports = new LinkedHashMap<>();
        private final List<JsonNode> links = new ArrayList<>();

        Chain(String file, JsonNode spec) {
            JsonNode rules = spec.path("rules");
            rules.path("chain").forEach(each -> products.add(each.asString()));
            rules.path("in_per_out")
                    .properties()
                    .forEach(entry ->
                            perOutput.put(entry.getKey(), entry.getValue().asDouble()));
            if (products.size() != 4) {
                throw new CaseException(file, "a chain of four products is needed");
            }
            world.products(products);
            for (JsonNode row : spec.path("inputs").path("stage")) {
                List<String> key = List.of(row.get(0).asString(), row.get(1).asString());
                made.merge(key, row.get(2).asDouble(), Double::sum);
            }
            spec.path("inputs").path("links").forEach(links::add);
        }

        SupplyNetwork network() {
            made.forEach((key, tonnes) -> inflow.merge(key, tonnes, Double::sum));
            Map<List<String>, Double> swarf = swarf();
            swarf.forEach((key, tonnes) -> inflow.merge(key, tonnes, Double::sum));
            for (JsonNode link : links) {
                String product = link.get(2).asString();
                double tonnes = link.get(3).asDouble();
                exports.merge(List.of(link.get(0).asString(), product), tonnes, Double::sum);
                inflow.merge(List.of(link.get(1).asString(), product), tonnes, Double::sum);
            }
            exports.keySet().forEach(key -> inflow.putIfAbsent(key, 0.0));
            inflow.forEach((key, tonnes) -> pool(key.get(0), key.get(1), tonnes, swarf));
            for (JsonNode link : links) {
                world.arc(
                        link.get(0).asString(),
                        link.get(2).asString(),
                        NodeKind.POOL,
                        link.get(1).asString(),
                        link.get(2).asString(),
                        NodeKind.POOL,
                        link.get(3).asDouble());
            }
            return world.build();
        }

        /// Oxide won from the swarf of a place's magnets: 0.275 t swarf per t of magnets, nine tenths of it recovered
        /// where it is usual, else half, 3.9 t of swarf per t of oxide.
        private Map<List<String>, Double> swarf() {
            Map<List<String>, Double> oxide = new LinkedHashMap<>();
            made.forEach((key, tonnes) -> {
                if (key.get(1).equals(products.get(3)) && tonnes > 0) {
                    double recovered = Set.of("CHN", "JPN", "VNM").contains(key.get(0)) ? 0.9 : 0.5;
                    oxide.put(List.of(key.get(0), products.get(1)), tonnes * 0.275 * recovered / 3.9);
                }
            });
            return oxide;
        }

        private void pool(String place, String product, double tonnes, Map<List<String>, Double> swarf) {
            List<String> key = List.of(place, product);
            double out = exports.getOrDefault(key, 0.0);
            double unknown = Math.max(0, out - tonnes);
            world.pool(place, product, tonnes + unknown, unknown);
            double own = made.getOrDefault(key, 0.0);
            if (own > 0) {
                world.node(place, product, NodeKind.MAKER, own);
                world.arc(place, product, NodeKind.MAKER, place, product, NodeKind.POOL, own);
                feed(place, product, own);
            }
            if (swarf.containsKey(key)) {
                recycle(place, product, swarf.getOrDefault(key, 0.0));
            }
            double left = tonnes + unknown - out - servedNext(place, product, tonnes - out + unknown);
            if (left > 0) {
                world.use(place, product, NodeKind.POOL, left);
            }
        }

        /// What the next stage of the place takes from a pool, as far as the pool has it after exports.
        private double servedNext(String place, String product, double available) {
            int next = products.indexOf(product) + 1;
            return next == products.size() ? 0 : Math.min(need(place, products.get(next)), available);
        }

        private double need(String place, String product) {
            return made.getOrDefault(List.of(place, product), 0.0) * perOutput.getOrDefault(product, 0.0);
        }

        private void feed(String place, String product, double own) {
            int at = products.indexOf(product);
            if (at == 0) {
                return;
            }
            String input = products.get(at - 1);
            List<String> source = List.of(place, input);
            double available = Math.max(0, inflow.getOrDefault(source, 0.0) - exports.getOrDefault(source, 0.0));
            double need = need(place, product);
            double served = Math.min(need, available);
            String maker = world.key(place, product, NodeKind.MAKER);
            world.builder().cell(CellRow.of(maker, input, need / own).withUnknownOrigin(need - served));
            if (served > 0) {
                world.arc(place, input, NodeKind.POOL, place, product, NodeKind.MAKER, served);
            }
        }

        private void recycle(String place, String product, double oxide) {
            String metal = products.get(2);
            String recycler = world.recycler(place, product, oxide);
            world.builder().cell(CellRow.of(recycler, metal, MARK));
            world.builder()
                    .arc(ArcRow.of(
                            world.key(place, metal, NodeKind.POOL),
                            recycler,
                            org.monazite.supply.Range.exactly(MARK * oxide)));
            world.builder()
                    .arc(ArcRow.of(
                            recycler,
                            world.key(place, product, NodeKind.POOL),
                            org.monazite.supply.Range.exactly(oxide)));
        }
    }
}
