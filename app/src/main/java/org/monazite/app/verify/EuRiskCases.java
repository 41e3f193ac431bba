package org.monazite.app.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.monazite.exposure.EuSupplyRisk;
import org.monazite.supply.Flag;
import org.monazite.supply.Range;
import tools.jackson.databind.JsonNode;

/// Supply risk of the European lists from published inputs: shares by place and stage, estimates of governance,
/// recycling, substitution.
///
///     {"inputs": {"governance_estimates": {"CHN": [[-1.56, ...], ...]}, "eol_rir": 0.01, "si_sr": 0.99,
///                 "stages": [{"name": "processing", "import_reliance": 1, "global": {"CHN": 1},
///                             "sourcing": {}, "trade": {"CHN": 1.1}, "sourcing_trade": {}}]},
///      "expected": {"supply_risk": 5.6}}
///
/// Estimates of a place: a number (the mean), or rows of six indicators by year. Shares may add up to less than 1
/// where a source names the largest alone; what is left carries no risk then.
final class EuRiskCases {

    private static final Set<String> FRAME =
            Set.of("case", "source", "inputs", "expected", "tolerance_abs", "tolerance_rel", "year", "note");
    private static final Set<String> INPUTS = Set.of("governance_estimates", "eol_rir", "si_sr", "stages");
    private static final Set<String> STAGE =
            Set.of("name", "import_reliance", "global", "sourcing", "trade", "sourcing_trade");

    private EuRiskCases() {}

    static List<Outcome> check(String file, String name, JsonNode spec) {
        Checks checks = new Checks(file, name, spec);
        JsonNode in = spec.path("inputs");
        checks.onlyKnows(spec, "case", FRAME);
        checks.onlyKnows(in, "inputs", INPUTS);
        Map<String, Double> governance = governance(checks, in.path("governance_estimates"));
        List<EuSupplyRisk.StageRisk> stages = new ArrayList<>();
        for (JsonNode stage : in.path("stages")) {
            checks.onlyKnows(stage, "stages", STAGE);
            stages.add(new EuSupplyRisk.StageRisk(
                    stage.path("name").asString("stage"),
                    suppliers(checks, stage, "global", "trade", governance),
                    suppliers(checks, stage, "sourcing", "sourcing_trade", governance),
                    part(checks, stage, "import_reliance")));
        }
        if (stages.isEmpty()) {
            throw checks.refused("'inputs.stages' must be a list of stages");
        }
        double risk = EuSupplyRisk.supplyRisk(stages, part(checks, in, "eol_rir"), part(checks, in, "si_sr"), Flag.NONE)
                .value();
        JsonNode expected = spec.path("expected");
        checks.onlyKnows(expected, "expected", Set.of("supply_risk"));
        if (expected.path("supply_risk").isNumber()) {
            checks.see(
                    "supply_risk",
                    "supply_risk",
                    risk,
                    expected.path("supply_risk").asDouble());
        }
        return checks.outcomes();
    }

    private static double part(Checks checks, JsonNode node, String key) {
        double value = checks.need(node, key);
        if (!(value >= 0 && value <= 1)) {
            throw checks.refused("'%s' lies in 0..1, was %s".formatted(key, value));
        }
        return value;
    }

    private static Map<String, Double> governance(Checks checks, JsonNode table) {
        Map<String, Double> weights = new LinkedHashMap<>();
        table.properties().forEach(entry -> {
            List<Double> estimates = new ArrayList<>();
            collect(checks, entry.getKey(), entry.getValue(), estimates);
            if (estimates.isEmpty()) {
                throw checks.refused("'governance_estimates' of %s is empty".formatted(entry.getKey()));
            }
            weights.put(entry.getKey(), EuSupplyRisk.governance(estimates));
        });
        return weights;
    }

    private static void collect(Checks checks, String place, JsonNode node, List<Double> into) {
        if (node.isArray()) {
            node.forEach(each -> collect(checks, place, each, into));
        } else if (node.isNumber() && Math.abs(node.asDouble()) <= 5) {
            into.add(node.asDouble());
        } else {
            throw checks.refused(
                    "'governance_estimates' of %s holds '%s', which is no estimate around 0".formatted(place, node));
        }
    }

    /// Suppliers of a stage. What the shares leave open is one more supplier without risk, so that shares stay shares.
    private static Map<String, EuSupplyRisk.Supplier> suppliers(
            Checks checks, JsonNode stage, String key, String tradeKey, Map<String, Double> governance) {
        Map<String, EuSupplyRisk.Supplier> suppliers = new LinkedHashMap<>();
        double named = 0;
        for (Map.Entry<String, JsonNode> entry : stage.path(key).properties()) {
            double share = part(checks, stage.path(key), entry.getKey());
            Double weight = governance.get(entry.getKey());
            if (weight == null) {
                throw checks.refused("'governance_estimates' does not know '%s'".formatted(entry.getKey()));
            }
            JsonNode table = stage.path(tradeKey);
            double trade = table.has(entry.getKey()) ? checks.need(table, entry.getKey()) : 1;
            if (!(trade > 0)) {
                throw checks.refused(
                        "the trade parameter of %s must be above 0, was %s".formatted(entry.getKey(), trade));
            }
            suppliers.put(entry.getKey(), new EuSupplyRisk.Supplier(share, Range.exactly(weight), trade));
            named += share;
        }
        if (named > 1 + 1e-9) {
            throw checks.refused("the shares of '%s' add up to %s, which is more than 1".formatted(key, named));
        }
        if (!suppliers.isEmpty() && named < 1) {
            suppliers.put("", new EuSupplyRisk.Supplier(1 - named, Range.exactly(0), 1));
        }
        return suppliers;
    }
}
