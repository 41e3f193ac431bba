package org.monazite.app.verify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.monazite.exposure.PoolGraph;

/// Pools of a case as a graph. A pool is called `PLACE` or `PLACE.stage`. What it takes comes from the pool
/// of that name; else from what the place made out of its pool of an earlier stage; else from the place's own
/// ground.
final class PoolCase {

    private static final List<String> STAGES = List.of(
            "ore",
            "mine",
            "mixed",
            "oxide",
            "refined",
            "metal",
            "alloy",
            "component",
            "magnet",
            "product",
            "enduse",
            "use");

    private final Checks checks;
    private final Map<String, Map<String, Double>> pools;
    private final String target;
    private final PoolGraph.Builder graph = PoolGraph.builder(1);
    private final Map<String, Integer> nodes = new HashMap<>();
    private final Set<String> drawn = new TreeSet<>();
    private final PoolGraph.Touched low;
    private final PoolGraph.Touched middle;
    private final PoolGraph.Touched high;

    PoolCase(Checks checks, Map<String, Map<String, Double>> pools, Map<String, Double> unknown, String target) {
        this.checks = checks;
        this.pools = pools;
        this.target = target;
        pools.keySet().forEach(this::node);
        pools.forEach((pool, sources) ->
                sources.forEach((source, tonnes) -> graph.flow(source(pool, source), node(pool), tonnes)));
        unknown.forEach((pool, tonnes) -> graph.unknown(node(known(pool)), tonnes));
        PoolGraph built = graph.build();
        this.low = built.touched(PoolGraph.UnknownOrigin.UNTOUCHED);
        this.middle = built.touched(PoolGraph.UnknownOrigin.LIKE_KNOWN);
        this.high = built.touched(PoolGraph.UnknownOrigin.TOUCHED);
    }

    private int node(String name) {
        return nodes.computeIfAbsent(name, _ -> graph.node(placeOf(name).equals(target) ? 0 : -1));
    }

    private static String placeOf(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private static String stageOf(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }

    private int source(String pool, String source) {
        String place = placeOf(source);
        String sameStage = place + "." + stageOf(pool);
        if (pools.containsKey(source) && !source.equals(pool)) {
            drawn.add(source);
            return node(source);
        }
        if (!place.equals(placeOf(pool)) && stageOf(source).isEmpty() && pools.containsKey(sameStage)) {
            drawn.add(sameStage);
            return node(sameStage);
        }
        return made(place, stageOf(source).isEmpty() ? stageOf(pool) : stageOf(source));
    }

    /// What a place makes at a stage: out of its pool of the latest stage before, or out of the ground.
    private int made(String place, String stage) {
        String name = place + ". makes " + stage;
        boolean isNew = !nodes.containsKey(name);
        int made = node(name);
        List<String> names = List.copyOf(pools.keySet());
        String best = "";
        for (String each : names) {
            boolean fits = placeOf(each).equals(place)
                    && !stageOf(each).isEmpty()
                    && order(stageOf(each), names) < order(stage, names);
            best = fits && (best.isEmpty() || order(stageOf(each), names) > order(stageOf(best), names)) ? each : best;
        }
        if (isNew && !best.isEmpty()) {
            drawn.add(best);
            graph.flow(node(best), made, 1);
        }
        return made;
    }

    /// The known order of stages; stages it does not know stand as the case names them.
    private static int order(String stage, List<String> names) {
        int known = STAGES.indexOf(stage);
        if (known >= 0) {
            return known;
        }
        for (int i = 0; i < names.size(); i++) {
            if (stageOf(names.get(i)).equals(stage)) {
                return 100 + i;
            }
        }
        return 1000;
    }

    private String known(String pool) {
        if (!pools.containsKey(pool)) {
            throw checks.refused("there is no pool '%s'; there are %s".formatted(pool, pools.keySet()));
        }
        return pool;
    }

    /// The pool that a value is about: the named one, the only one of a place, or the one nobody draws from;
    /// the first where all are drawn from.
    private String pool(String name) {
        if (pools.containsKey(name)) {
            return name;
        }
        List<String> fit = pools.keySet().stream()
                .filter(pool ->
                        name.isEmpty() ? !drawn.contains(pool) : placeOf(pool).equals(name))
                .toList();
        if (fit.size() == 1) {
            return fit.getFirst();
        }
        if (name.isEmpty() && fit.isEmpty()) {
            return pools.keySet().iterator().next();
        }
        throw checks.refused("a value is about the pool '%s', and those that fit are %s".formatted(name, fit));
    }

    /// Part of what comes from other places that the target ships.
    double direct(String name) {
        String pool = pool(name);
        double all = 0;
        double own = 0;
        for (Map.Entry<String, Double> source :
                pools.getOrDefault(pool, Map.of()).entrySet()) {
            String place = placeOf(source.getKey());
            all += place.equals(placeOf(pool)) ? 0 : source.getValue();
            own += place.equals(target) ? source.getValue() : 0;
        }
        return own / all;
    }

    /// Part that the target has touched.
    ///
    /// @param end empty, `_low` or `_high`
    double touched(String name, String end) {
        int node = node(pool(name));
        PoolGraph.Touched by = end.equals("_low") ? low : end.equals("_high") ? high : middle;
        return by.of(node, 0);
    }
}
