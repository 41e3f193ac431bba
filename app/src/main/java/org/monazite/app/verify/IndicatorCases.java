package org.monazite.app.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.monazite.exposure.Concentration;
import org.monazite.exposure.GeoPolRisk;
import org.monazite.exposure.Leontief;
import tools.jackson.databind.JsonNode;

/// Indicators against published and peer values: cases/exposure without the traces.
final class IndicatorCases {

    private static final Set<String> FRAME = Set.of(
            "case", "source", "inputs", "expected", "tolerance_abs", "tolerance_rel", "cases", "doc", "year", "note");
    private static final Set<String> RISK_INPUTS = Set.of(
            "importer",
            "year",
            "hs",
            "hhi",
            "production_t",
            "domestic_production_t",
            "copper_reference",
            "trade",
            "hs_codes",
            "material");
    private static final Set<String> TRADE_ROW =
            Set.of("baci_code", "value_kusd", "qty_t", "wgi_risk", "year", "partner", "exporter", "iso3", "hs");
    private static final double COPPER = 0.409412948;

    private IndicatorCases() {}

    /// The geopolitical supply risk of one importer, material and year, as the reference set counts: a
    /// quantity that is not there is 0, a partner without an indicator weighs nothing.
    static List<Outcome> geoPolRisk(String file, String name, JsonNode spec) {
        Checks checks = new Checks(file, name, spec);
        JsonNode in = spec.path("inputs");
        checks.onlyKnows(spec, "case", FRAME);
        checks.onlyKnows(in, "inputs", RISK_INPUTS);
        List<GeoPolRisk.Import> imports = new ArrayList<>();
        for (JsonNode row : in.path("trade")) {
            checks.onlyKnows(row, "trade", TRADE_ROW);
            imports.add(new GeoPolRisk.Import(
                    orZero(checks, row, "qty_t"), orZero(checks, row, "value_kusd"), orZero(checks, row, "wgi_risk")));
        }
        double hhi = in.has("hhi") ? checks.need(in, "hhi") : Concentration.hhi(amounts(checks, in));
        double copper = in.has("copper_reference") ? checks.need(in, "copper_reference") : COPPER;
        GeoPolRisk risk = GeoPolRisk.of(hhi, orZero(checks, in, "domestic_production_t"), copper, imports);
        Map<String, Double> ours = new LinkedHashMap<>();
        ours.put("hhi", hhi);
        ours.put("domestic_production_t", orZero(checks, in, "domestic_production_t"));
        ours.put("numerator", risk.numerator());
        ours.put("total_trade_t", risk.tonnes());
        ours.put("import_risk", risk.importRisk());
        ours.put("score", risk.score());
        ours.put("price_kusd_per_t", risk.price());
        ours.put("midpoint", risk.score() * risk.price());
        ours.put("cf_kg_cu_eq_per_kg", risk.characterisationFactor());
        return compared(checks, spec.path("expected"), ours);
    }

    private static double orZero(Checks checks, JsonNode node, String key) {
        JsonNode value = node.path(key);
        boolean missing = value.isMissingNode()
                || value.isNull()
                || (value.isString() && value.asString().strip().matches("(?i)|NA|N/A|nan|null|-"));
        return missing ? 0 : checks.need(node, key);
    }

    private static List<Outcome> compared(Checks checks, JsonNode expected, Map<String, Double> ours) {
        checks.onlyKnows(expected, "expected", ours.keySet());
        ours.forEach((key, value) -> {
            if (expected.path(key).isNumber()) {
                checks.see(key, key, value, expected.path(key).asDouble());
            } else if (expected.has(key) && expected.path(key).isNull()) {
                checks.see(key + " (not defined)", key, Double.isNaN(value) ? 0 : Double.NaN, 0);
            }
        });
        return checks.outcomes();
    }

    private static List<Double> amounts(Checks checks, JsonNode spec) {
        JsonNode table = spec.path("production_t");
        if (table.isEmpty()) {
            throw checks.refused("'production_t' names nobody");
        }
        List<Double> tonnes = new ArrayList<>();
        table.forEach(each -> {
            if (each.isNumber() && each.asDouble() >= 0) {
                tonnes.add(each.asDouble());
            } else if (!each.isNull()) {
                throw checks.refused("'production_t' holds '%s', which is no tonnage".formatted(each));
            }
        });
        return tonnes;
    }

    /// Concentration of world production, material by material; what is null has no figure and is left out.
    static List<Outcome> concentration(String file, String name, JsonNode spec) {
        List<Outcome> outcomes = new ArrayList<>();
        spec.path("cases").properties().forEach(entry -> {
            JsonNode one = withTolerance(spec, entry.getValue());
            String at = name + " " + entry.getKey();
            if (one.has("inputs")) {
                outcomes.addAll(ExposureCases.one(file, at, one));
            } else {
                outcomes.addAll(oneConcentration(file, at, one));
            }
        });
        if (outcomes.isEmpty()) {
            throw new CaseException(file, "'cases' is empty");
        }
        return outcomes;
    }

    static List<Outcome> oneConcentration(String file, String name, JsonNode spec) {
        Checks checks = new Checks(file, name, spec);
        List<Double> tonnes = amounts(checks, spec);
        double hhi = Concentration.hhi(tonnes);
        Map<String, Double> ours = new LinkedHashMap<>();
        ours.put("hhi", hhi);
        ours.put("hhi_points", 10_000 * hhi);
        ours.put("effective_suppliers", 1 / hhi);
        ours.put("top1", Concentration.top(tonnes, 1));
        ours.put("top3", Concentration.top(tonnes, 3));
        ours.put("world_t", tonnes.stream().reduce(0.0, Double::sum));
        Set<String> frame = Set.of("production_t", "year", "tolerance_abs", "tolerance_rel", "expected");
        JsonNode expected = spec.has("expected") ? spec.path("expected") : spec;
        Set<String> known = new java.util.HashSet<>(ours.keySet());
        known.addAll(frame);
        checks.onlyKnows(spec, "case", known);
        ours.forEach((key, value) -> {
            if (expected.path(key).isNumber()) {
                checks.see(key, key, value, expected.path(key).asDouble());
            }
        });
        return checks.outcomes();
    }

    /// A case inside a file takes the tolerance of the file if it has none of its own.
    static JsonNode withTolerance(JsonNode file, JsonNode one) {
        if (!(one instanceof tools.jackson.databind.node.ObjectNode)) {
            return one;
        }
        tools.jackson.databind.node.ObjectNode copy = (tools.jackson.databind.node.ObjectNode) one.deepCopy();
        for (String key : List.of("tolerance_abs", "tolerance_rel")) {
            if (!copy.has("tolerance_abs") && !copy.has("tolerance_rel") && file.has(key)) {
                copy.set(key, file.path(key));
            }
        }
        return copy;
    }

    /// Total requirements of a table of any size, the output that a new final demand calls for, and what a
    /// unit of output holds of something by content of each row.
    static List<Outcome> leontief(String file, String name, JsonNode spec) {
        Checks checks = new Checks(file, name, spec);
        JsonNode in = spec.path("inputs");
        checks.onlyKnows(spec, "case", FRAME);
        checks.onlyKnows(in, "inputs", Set.of("Z", "x", "f_new", "f", "c"));
        JsonNode expected = spec.path("expected");
        checks.onlyKnows(expected, "expected", Set.of("A", "L", "x_new", "q"));
        double[][] flows = matrix(in.path("Z"));
        double[] output = vector(in.path("x"));
        if (flows.length == 0 || flows.length != output.length || flows[0].length != output.length) {
            throw checks.refused("'Z' must be square and as long as 'x'");
        }
        double[][] inverse = Leontief.inverse(flows, output);
        double[][] direct = Leontief.coefficients(flows, output);
        matrixOf(checks, "A", direct, expected);
        matrixOf(checks, "L", inverse, expected);
        if (expected.has("x_new")) {
            double[] demand = vector(in.has("f_new") ? in.path("f_new") : in.path("f"));
            vectorOf(checks, "x_new", "x", Leontief.output(inverse, demand), expected);
        }
        if (expected.has("q")) {
            vectorOf(checks, "q", "q", Leontief.content(inverse, vector(in.path("c"))), expected);
        }
        return checks.outcomes();
    }

    private static void matrixOf(Checks checks, String key, double[][] ours, JsonNode expected) {
        double[][] theirs = matrix(expected.path(key));
        if (theirs.length != 0 && (theirs.length != ours.length || theirs[0].length != ours.length)) {
            throw checks.refused("'%s' has not the size of 'Z'".formatted(key));
        }
        for (int i = 0; i < theirs.length; i++) {
            for (int j = 0; j < theirs[i].length; j++) {
                checks.see("%s[%d][%d]".formatted(key, i, j), key, ours[i][j], theirs[i][j]);
            }
        }
    }

    private static void vectorOf(Checks checks, String key, String tolerance, double[] ours, JsonNode expected) {
        double[] theirs = vector(expected.path(key));
        if (theirs.length != ours.length) {
            throw checks.refused("'%s' has not the size of 'x'".formatted(key));
        }
        for (int i = 0; i < theirs.length; i++) {
            checks.see("%s[%d]".formatted(key, i), tolerance, ours[i], theirs[i]);
        }
    }

    static double[] vector(JsonNode node) {
        double[] values = new double[node.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = node.get(i).asDouble(Double.NaN);
        }
        return values;
    }

    static double[][] matrix(JsonNode node) {
        double[][] values = new double[node.size()][];
        for (int i = 0; i < values.length; i++) {
            values[i] = vector(node.get(i));
        }
        return values;
    }
}
