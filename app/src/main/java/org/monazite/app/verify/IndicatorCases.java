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
    private static final double MOST_RISK = 2; // the indicator runs from about -2.5; the worst places fell below -3
    private static final double ROUNDING = 1e-9; // a lone supplier's 1 may be a little more where it was summed

    private IndicatorCases() {}

    /// The geopolitical supply risk of one importer, material and year, as the reference set counts: a
    /// quantity that is not there is 0, a partner without an indicator weighs nothing.
    static List<Outcome> geoPolRisk(String file, String name, JsonNode spec) {
        Checks checks = new Checks(file, name, spec);
        JsonNode in = spec.path("inputs");
        checks.onlyKnows(spec, "case", FRAME);
        checks.onlyKnows(in, "inputs", RISK_INPUTS);
        List<GeoPolRisk.Import> imports = new ArrayList<>();
        if (!in.path("trade").isArray()) {
            throw checks.refused("'inputs.trade' must be a list of rows, was " + in.path("trade"));
        }
        for (JsonNode row : in.path("trade")) {
            checks.onlyKnows(row, "trade", TRADE_ROW);
            imports.add(new GeoPolRisk.Import(
                    within(checks, row, "qty_t", Double.MAX_VALUE),
                    within(checks, row, "value_kusd", Double.MAX_VALUE),
                    within(checks, row, "wgi_risk", MOST_RISK)));
        }
        double hhi = in.has("hhi") ? checks.need(in, "hhi") : Concentration.hhi(amounts(checks, in));
        if (!(hhi >= 0 && hhi <= 1 + ROUNDING)) {
            throw checks.refused("'hhi' lies in 0..1, was " + hhi);
        }
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
        return isMissing(node.path(key)) ? 0 : checks.need(node, key);
    }

    /// Whether a cell says that there is no number: nothing, null, or one of the marks that sources use.
    private static boolean isMissing(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (value.isNumber() && Double.isNaN(value.asDouble()))
                || (value.isString()
                        && value.asString().strip().matches("(?i)|NA|N/A|nan|null|none|-|—|W|withheld|\\.\\."));
    }

    private static double within(Checks checks, JsonNode row, String key, double most) {
        double value = orZero(checks, row, key);
        if (!(value >= 0 && value <= most)) {
            throw checks.refused("the row %s has %s '%s', which lies not in 0..%s"
                    .formatted(row, key, value, most == MOST_RISK ? "2" : "infinity"));
        }
        return value;
    }

    private static List<Outcome> compared(Checks checks, JsonNode expected, Map<String, Double> ours) {
        checks.onlyKnows(expected, "expected", ours.keySet());
        ours.forEach((key, value) -> {
            boolean stated = expected.has(key);
            if (stated && isMissing(expected.path(key))) {
                checks.see(key + " (not defined)", key, Double.isNaN(value) ? 0 : Double.NaN, 0);
            } else if (stated) {
                checks.see(key, key, value, checks.need(expected, key));
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
            } else if (!isMissing(each)) {
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
        double[][] flows = matrix(checks, "Z", in.path("Z"));
        double[] output = vector(checks, "'x'", in.path("x"));
        if (flows.length == 0 || flows.length != output.length) {
            throw checks.refused("'Z' must be square and as long as 'x', was %d rows for %d outputs"
                    .formatted(flows.length, output.length));
        }
        for (int i = 0; i < output.length; i++) {
            if (flows[i].length != output.length) {
                throw checks.refused("row %d of 'Z' has %d numbers, and 'x' has %d"
                        .formatted(i + 1, flows[i].length, output.length));
            }
            if (!(output[i] > 0)) {
                throw checks.refused(
                        "'x' must be more than 0 everywhere, was '%s' at place %d".formatted(output[i], i + 1));
            }
        }
        double[][] inverse = Leontief.inverse(flows, output);
        double[][] direct = Leontief.coefficients(flows, output);
        matrixOf(checks, "A", direct, expected);
        matrixOf(checks, "L", inverse, expected);
        if (expected.has("x_new")) {
            String demanded = in.has("f_new") ? "f_new" : "f";
            double[] demand = vector(checks, "'" + demanded + "'", in.path(demanded));
            if (demand.length != output.length) {
                throw checks.refused(
                        "'%s' has %d numbers, and 'x' has %d".formatted(demanded, demand.length, output.length));
            }
            vectorOf(checks, "x_new", "x", Leontief.output(inverse, demand), expected);
        }
        if (expected.has("q")) {
            vectorOf(checks, "q", "q", Leontief.content(inverse, vector(checks, "'c'", in.path("c"))), expected);
        }
        return checks.outcomes();
    }

    private static void matrixOf(Checks checks, String key, double[][] ours, JsonNode expected) {
        double[][] theirs = matrix(checks, key, expected.path(key));
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
        double[] theirs = vector(checks, "'" + key + "'", expected.path(key));
        if (theirs.length != ours.length) {
            throw checks.refused("'%s' has not the size of 'x'".formatted(key));
        }
        for (int i = 0; i < theirs.length; i++) {
            checks.see("%s[%d]".formatted(key, i), tolerance, ours[i], theirs[i]);
        }
    }

    private static double[] vector(Checks checks, String name, JsonNode node) {
        double[] values = new double[node.size()];
        for (int i = 0; i < values.length; i++) {
            if (!node.get(i).isNumber()) {
                throw checks.refused(
                        "%s holds '%s' at place %d, which is no number".formatted(name, node.get(i), i + 1));
            }
            values[i] = node.get(i).asDouble();
        }
        return values;
    }

    private static double[][] matrix(Checks checks, String name, JsonNode node) {
        double[][] values = new double[node.size()][];
        for (int i = 0; i < values.length; i++) {
            values[i] = vector(checks, "row %d of '%s'".formatted(i + 1, name), node.get(i));
        }
        return values;
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
