package org.monazite.app.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Traces in a handful of pools, small enough to check by hand: given as `pools`, or as the sentences of
/// `doc`.
final class SmallTraces {

    private static final Set<String> FRAME = Set.of(
            "case",
            "doc",
            "source",
            "pools",
            "target",
            "expected",
            "tolerance_abs",
            "tolerance_rel",
            "unknown",
            "note");
    private static final Pattern MAKES =
            Pattern.compile("\\b([A-Z][A-Za-z0-9]*) makes (nothing|[0-9][0-9.]*)(?: t)?(?:(?: and|,)? imports (.*))?");
    private static final Pattern IMPORTS = Pattern.compile("\\b([A-Z][A-Za-z0-9]*) imports (.*)");
    private static final Pattern POOL =
            Pattern.compile("\\bthe ([a-z]+) pool of ([A-Z][A-Za-z0-9]*) (?:is|takes|holds) (.*)");
    private static final Pattern ITEM =
            Pattern.compile("([0-9][0-9.]*)(?: t)?(?: of ([a-z]+))? from ([A-Z][A-Za-z0-9]*)");
    private static final Pattern KEY = Pattern.compile("(direct|traced|touched)(_low|_high)?(?:_(.+?))?(_low|_high)?");

    private SmallTraces() {}

    static List<Outcome> all(String file, String name, JsonNode cases) {
        List<Outcome> outcomes = new ArrayList<>();
        int count = 0;
        for (JsonNode each : cases) {
            String own = each.path("case").asString("");
            outcomes.addAll(ExposureCases.one(file, name + " " + (own.isEmpty() ? "#" + count : own), each));
            count++;
        }
        if (outcomes.isEmpty()) {
            throw new CaseException(file, "it holds no case");
        }
        return outcomes;
    }

    static List<Outcome> one(String file, String name, JsonNode spec) {
        Checks checks = new Checks(file, name, spec);
        checks.onlyKnows(spec, "case", FRAME);
        Map<String, Map<String, Double>> pools = pools(checks, spec);
        String target = spec.path("target").asString("");
        if (target.isEmpty() && pools.isEmpty()) {
            // a place whose only source is itself: nothing enters, so nothing is known of its origin
            pools.put("A", Map.of("A.recycled", 1.0));
            pools.put("A.recycled", Map.of("A", 1.0));
            target = "X";
        } else if (target.isEmpty() || pools.isEmpty()) {
            throw checks.refused("it needs a 'target', and 'pools' or a 'doc' that says who makes and imports what");
        }
        PoolCase ours = new PoolCase(checks, pools, unknown(checks, spec), target);
        spec.path("expected").properties().forEach(entry -> {
            Matcher key = KEY.matcher(entry.getKey());
            if (!key.matches() || !entry.getValue().isNumber()) {
                throw checks.refused(
                        "'%s' is expected, and known are direct, traced and touched, with _low or _high, of a pool"
                                .formatted(entry.getKey()));
            }
            String end = key.group(2) != null ? key.group(2) : key.group(4) != null ? key.group(4) : "";
            String pool = key.group(3) == null ? "" : key.group(3);
            double value = key.group(1).equals("direct") ? ours.direct(pool) : ours.touched(pool, end);
            checks.see(entry.getKey(), entry.getKey(), value, entry.getValue().asDouble());
        });
        return checks.outcomes();
    }

    private static Map<String, Double> unknown(Checks checks, JsonNode spec) {
        Map<String, Double> unknown = new LinkedHashMap<>();
        spec.path("unknown")
                .properties()
                .forEach(entry -> unknown.put(entry.getKey(), entry.getValue().asDouble()));
        return unknown;
    }

    private static Map<String, Map<String, Double>> pools(Checks checks, JsonNode spec) {
        Map<String, Map<String, Double>> pools = new LinkedHashMap<>();
        spec.path("pools").properties().forEach(pool -> {
            Map<String, Double> sources = new LinkedHashMap<>();
            pool.getValue().properties().forEach(source -> {
                if (!(source.getValue().asDouble(-1) >= 0)) {
                    throw checks.refused("pool '%s' takes '%s' from '%s'"
                            .formatted(pool.getKey(), source.getValue(), source.getKey()));
                }
                sources.put(source.getKey(), source.getValue().asDouble());
            });
            pools.put(pool.getKey(), sources);
        });
        if (pools.isEmpty()) {
            for (String clause : spec.path("doc").asString("").split(";")) {
                told(pools, clause);
            }
        }
        return pools;
    }

    /// "A makes 100 and imports 20 from B", "B makes nothing and imports 50 from A and 30 from X", "J imports 40 of
    /// refined from X", "the ore pool of Y is 80 from X and 50 from Z".
    private static void told(Map<String, Map<String, Double>> pools, String clause) {
        Matcher makes = MAKES.matcher(clause);
        Matcher imports = IMPORTS.matcher(clause);
        Matcher pool = POOL.matcher(clause);
        if (pool.find()) {
            items(pools, pool.group(2), pool.group(2) + "." + pool.group(1), pool.group(3));
        } else if (makes.find()) {
            String place = makes.group(1);
            Map<String, Double> sources = pools.computeIfAbsent(place, _ -> new LinkedHashMap<>());
            if (!makes.group(2).equals("nothing")) {
                sources.merge(place, Double.valueOf(makes.group(2)), Double::sum);
            }
            items(pools, place, place, makes.group(3) == null ? "" : makes.group(3));
        } else if (imports.find()) {
            items(pools, imports.group(1), imports.group(1), imports.group(2));
        }
    }

    /// What a place takes; goods of a stage go to its pool of that stage and come from those of the others.
    private static void items(Map<String, Map<String, Double>> pools, String place, String usual, String list) {
        Matcher item = ITEM.matcher(list);
        while (item.find()) {
            boolean staged = item.group(2) != null;
            String stage = staged ? "." + item.group(2) : "";
            pools.computeIfAbsent(staged ? place + stage : usual, _ -> new LinkedHashMap<>())
                    .merge(item.group(3) + stage, Double.valueOf(item.group(1)), Double::sum);
        }
    }
}
