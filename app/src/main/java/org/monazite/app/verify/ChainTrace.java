package org.monazite.app.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.monazite.exposure.PoolGraph;
import tools.jackson.databind.JsonNode;

/// Traced shares in a chain of any length, given by tables of production and flows: cases like
/// `trace_chn_2024`.
///
/// Each place has a pool of each product; it is fed by own production, oxide won from swarf, imports and,
/// where more leaves it than comes in, by goods of unknown origin. Production draws `in_per_out` of the
/// product before from the pool of the place, as far as the pool has it after exports; the rest is of unknown
/// origin.
final class ChainTrace {

    private static final Set<String> FRAME =
            Set.of("case", "source", "rules", "inputs", "expected", "tolerance_abs", "tolerance_rel", "year");
    private static final Set<String> RULES = Set.of(
            "chain", "in_per_out", "in_per_out_from", "mixed", "swarf", "mixing", "unknown", "touched", "target");
    private static final Set<String> ROW = Set.of(
            "place",
            "product",
            "supply_t",
            "direct_share_of_imports",
            "direct_share_of_supply",
            "traced_low",
            "traced_high");
    private static final Pattern SWARF = Pattern.compile(
            "magnets \\* ([0-9.]+) .*recovered share \\(([0-9.]+) for ([A-Z0-9, ]+?), else ([0-9.]+)\\) / ([0-9.]+)");

    /// A pool or a maker: where, and of what.
    private record At(String place, String product) {}

    private final Checks checks;
    private final JsonNode spec;
    private final List<String> products = new ArrayList<>();
    private final Map<String, Double> perOutput = new TreeMap<>();
    private final Set<String> targets = new TreeSet<>();
    private final Map<At, Double> made = new LinkedHashMap<>();
    private final Map<At, Double> swarf = new LinkedHashMap<>();
    private final Map<At, Double> inflow = new LinkedHashMap<>();
    private final Map<At, Double> exports = new LinkedHashMap<>();
    private final Map<At, Map<String, Double>> imports = new LinkedHashMap<>();
    private final Map<At, Integer> pools = new LinkedHashMap<>();
    private final PoolGraph.Builder graph = PoolGraph.builder(1);

    private ChainTrace(Checks checks, JsonNode spec) {
        this.checks = checks;
        this.spec = spec;
        read();
        recycle();
        made.forEach((at, tonnes) -> inflow.merge(at, tonnes, Double::sum));
        swarf.forEach((at, tonnes) -> inflow.merge(at, tonnes, Double::sum));
        imports.forEach((at, origins) -> origins.forEach((from, tonnes) -> inflow.merge(at, tonnes, Double::sum)));
        exports.keySet().forEach(at -> inflow.putIfAbsent(at, 0.0));
        inflow.keySet().forEach(at -> pools.put(at, graph.node(suspect(at.place()))));
        connect();
    }

    static List<Outcome> check(String file, String name, JsonNode spec) {
        Checks checks = new Checks(file, name, spec);
        checks.onlyKnows(spec, "case", FRAME);
        checks.onlyKnows(spec.path("rules"), "rules", RULES);
        checks.onlyKnows(spec.path("inputs"), "inputs", Set.of("stage", "links"));
        ChainTrace chain = new ChainTrace(checks, spec);
        PoolGraph built = chain.graph.build();
        PoolGraph.Touched low = built.touched(PoolGraph.UnknownOrigin.UNTOUCHED);
        PoolGraph.Touched high = built.touched(PoolGraph.UnknownOrigin.TOUCHED);
        for (JsonNode row : spec.path("expected")) {
            chain.compare(row, low, high);
        }
        return checks.outcomes();
    }

    private int suspect(String place) {
        return targets.contains(place) ? 0 : -1;
    }

    private void read() {
        JsonNode rules = spec.path("rules");
        rules.path("chain").forEach(each -> products.add(each.asString()));
        if (products.isEmpty()) {
            throw checks.refused("'rules.chain' names no product");
        }
        rules.path("in_per_out").properties().forEach(entry -> {
            require(entry.getKey());
            perOutput.put(entry.getKey(), checks.need(rules.path("in_per_out"), entry.getKey()));
        });
        JsonNode target = rules.path("target");
        if (target.isArray()) {
            target.forEach(each -> targets.add(each.asString()));
        } else {
            targets.add(target.asString(""));
        }
        for (JsonNode row : spec.path("inputs").path("stage")) {
            made.merge(new At(row.get(0).asString(), require(row.get(1).asString())), tonnes(row, 2), Double::sum);
        }
        for (JsonNode row : spec.path("inputs").path("links")) {
            String product = require(row.get(2).asString());
            String from = row.get(0).asString();
            exports.merge(new At(from, product), tonnes(row, 3), Double::sum);
            imports.computeIfAbsent(new At(row.get(1).asString(), product), _ -> new LinkedHashMap<>())
                    .merge(from, tonnes(row, 3), Double::sum);
        }
    }

    private double tonnes(JsonNode row, int column) {
        double tonnes = row.path(column).asDouble(Double.NaN);
        if (!(tonnes >= 0)) {
            throw checks.refused("the row %s has no tonnage at place %d".formatted(row, column + 1));
        }
        return tonnes;
    }

    private String require(String product) {
        if (!products.contains(product)) {
            throw checks.refused("the product '%s' is not in the chain %s".formatted(product, products));
        }
        return product;
    }

    /// Oxide won from the swarf of magnets, by the numbers in the sentence of the case.
    private void recycle() {
        String rule = spec.path("rules").path("swarf").asString("");
        if (rule.isBlank() || rule.equals("none")) {
            return;
        }
        Matcher numbers = SWARF.matcher(rule);
        String magnets = ending("magnet");
        if (!numbers.find()) {
            throw checks.refused("the rule 'swarf' is not understood: " + rule);
        }
        List<String> usual = List.of(numbers.group(3).split(", *"));
        made.forEach((at, tonnes) -> {
            if (at.product().equals(magnets) && tonnes > 0) {
                double recovered = Double.parseDouble(numbers.group(usual.contains(at.place()) ? 2 : 4));
                double factor = Double.parseDouble(numbers.group(1)) * recovered / Double.parseDouble(numbers.group(5));
                swarf.put(new At(at.place(), ending("oxide")), tonnes * factor);
            }
        });
    }

    private String ending(String word) {
        return products.stream()
                .filter(product -> product.endsWith("." + word))
                .findFirst()
                .orElseThrow(() -> checks.refused("the rule 'swarf' needs a product that ends in '." + word + "'"));
    }

    private void connect() {
        pools.forEach((at, pool) -> {
            double out = exports.getOrDefault(at, 0.0);
            graph.unknown(pool, Math.max(0, out - inflow.getOrDefault(at, 0.0)));
            double own = made.getOrDefault(at, 0.0);
            if (own > 0) {
                graph.flow(maker(at, own), pool, own);
            }
            double recycled = swarf.getOrDefault(at, 0.0);
            if (recycled > 0) {
                recycler(at, pool, recycled);
            }
            imports.getOrDefault(at, Map.of())
                    .forEach((from, tonnes) -> graph.flow(pool(new At(from, at.product())), pool, tonnes));
        });
    }

    private int pool(At at) {
        Integer pool = pools.get(at);
        if (pool == null) {
            throw checks.refused("there is no pool of '%s' in '%s'".formatted(at.product(), at.place()));
        }
        return pool;
    }

    private int maker(At at, double own) {
        int maker = graph.node(suspect(at.place()));
        int stage = products.indexOf(at.product());
        if (stage > 0) {
            Double factor = perOutput.get(at.product());
            if (factor == null) {
                throw checks.refused("'rules.in_per_out' has no factor for '%s'".formatted(at.product()));
            }
            At input = new At(at.place(), products.get(stage - 1));
            double need = own * factor;
            double free = inflow.getOrDefault(input, 0.0) - exports.getOrDefault(input, 0.0);
            double served = Math.min(need, Math.max(0, free));
            if (served > 0) {
                graph.flow(pool(input), maker, served);
            }
            graph.unknown(maker, need - served);
        }
        return maker;
    }

    /// Swarf has the composition of the metal of its place; without any metal there its origin is unknown.
    private void recycler(At at, int pool, double oxide) {
        int recycler = graph.node(suspect(at.place()));
        At metal = new At(at.place(), ending("metal"));
        if (pools.containsKey(metal)) {
            graph.flow(pool(metal), recycler, oxide);
        } else {
            graph.unknown(recycler, oxide);
        }
        graph.flow(recycler, pool, oxide);
    }

    private void compare(JsonNode row, PoolGraph.Touched low, PoolGraph.Touched high) {
        checks.onlyKnows(row, "expected", ROW);
        At at = new At(
                row.path("place").asString(""), require(row.path("product").asString("")));
        String name = at.place() + " " + at.product() + " ";
        double supply = inflow.getOrDefault(at, 0.0);
        double shipped = 0;
        double imported = 0;
        for (Map.Entry<String, Double> origin :
                imports.getOrDefault(at, Map.of()).entrySet()) {
            imported += origin.getValue();
            shipped += targets.contains(origin.getKey()) ? origin.getValue() : 0;
        }
        if (row.has("supply_t")) {
            checks.seeRelative(name + "supply_t (relative)", "supply_t", supply, checks.need(row, "supply_t"));
        }
        see(row, name, "direct_share_of_imports", imported > 0 ? shipped / imported : 0); // the cases write 0 for none
        see(row, name, "direct_share_of_supply", supply > 0 ? shipped / supply : 0);
        Integer pool = pools.get(at);
        double nothing = suspect(at.place()) == 0 ? 1 : 0; // of a pool that nothing enters, as the cases write it
        see(row, name, "traced_low", pool == null ? nothing : low.of(pool, 0));
        see(row, name, "traced_high", pool == null ? nothing : high.of(pool, 0));
    }

    private void see(JsonNode row, String name, String key, double ours) {
        if (row.has(key)) {
            checks.see(name + key, key, ours, checks.need(row, key));
        }
    }
}
