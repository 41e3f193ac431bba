package org.monazite.app.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.monazite.exposure.Concentration;
import org.monazite.exposure.GeoPolRisk;
import org.monazite.exposure.Leontief;
import tools.jackson.databind.JsonNode;

/// Indicators against published and peer values: cases/exposure without the traces.
final class IndicatorCases {

    private static final String SUITE = "exposure";

    private IndicatorCases() {}

    /// The geopolitical supply risk of one importer, material and year; deviations relative.
    static List<Outcome> geoPolRisk(String file, JsonNode spec) {
        JsonNode in = spec.path("inputs");
        List<GeoPolRisk.Import> imports = new ArrayList<>();
        for (JsonNode row : in.path("trade")) {
            imports.add(new GeoPolRisk.Import(
                    need(file, row, "qty_t"), need(file, row, "value_kusd"), need(file, row, "wgi_risk")));
        }
        GeoPolRisk risk = GeoPolRisk.of(
                need(file, in, "hhi"),
                need(file, in, "domestic_production_t"),
                need(file, in, "copper_reference"),
                imports);
        JsonNode expected = spec.path("expected");
        double allowed = need(file, spec, "tolerance_rel");
        Map<String, Double> ours = new java.util.LinkedHashMap<>();
        ours.put("import_risk", risk.importRisk());
        ours.put("score", risk.score());
        ours.put("price_kusd_per_t", risk.price());
        ours.put("cf_kg_cu_eq_per_kg", risk.characterisationFactor());
        Worst worst = new Worst();
        ours.forEach((name, value) -> {
            double theirs = need(file, expected, name);
            worst.see(Math.abs(value - theirs) / Math.abs(theirs), name);
        });
        return List.of(new Outcome(SUITE, file, worst.deviation(), allowed, worst.where()));
    }

    /// Concentration of world production; deviations absolute.
    static List<Outcome> concentration(String file, JsonNode spec) {
        double allowed = need(file, spec, "tolerance_abs");
        List<Outcome> outcomes = new ArrayList<>();
        spec.path("cases").properties().forEach(entry -> {
            List<Double> tonnes = new ArrayList<>();
            entry.getValue().path("production_t").forEach(each -> tonnes.add(each.asDouble()));
            double deviation = Math.abs(Concentration.hhi(tonnes) - need(file, entry.getValue(), "hhi"));
            outcomes.add(new Outcome(SUITE, file + " " + entry.getKey(), deviation, allowed, "hhi"));
        });
        return outcomes;
    }

    /// Total requirements of a table and the output that a new final demand calls for; deviations absolute.
    static List<Outcome> leontief(String file, JsonNode spec) {
        double[][] inverse = Leontief.inverse(
                matrix(spec.path("inputs").path("Z")),
                vector(spec.path("inputs").path("x")));
        double[][] theirs = matrix(spec.path("expected").path("L"));
        Worst table = new Worst();
        for (int i = 0; i < theirs.length; i++) {
            for (int j = 0; j < theirs.length; j++) {
                table.see(Math.abs(inverse[i][j] - theirs[i][j]), "L[%d][%d]".formatted(i, j));
            }
        }
        double[] output = Leontief.output(inverse, vector(spec.path("inputs").path("f_new")));
        double[] expected = vector(spec.path("expected").path("x_new"));
        Worst made = new Worst();
        for (int i = 0; i < expected.length; i++) {
            made.see(Math.abs(output[i] - expected[i]), "x[%d]".formatted(i));
        }
        JsonNode allowed = spec.path("tolerance_abs");
        return List.of(
                new Outcome(SUITE, file + " requirements", table.deviation(), need(file, allowed, "L"), table.where()),
                new Outcome(SUITE, file + " output", made.deviation(), need(file, allowed, "x"), made.where()));
    }

    static double need(String file, JsonNode node, String key) {
        if (!node.path(key).isNumber()) {
            throw new CaseException(file, "a number is needed at '" + key + "'");
        }
        return node.path(key).asDouble();
    }

    static double[] vector(JsonNode node) {
        double[] values = new double[node.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = node.get(i).asDouble();
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
