package org.monazite.app.verify;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// Which check a case of the suite `exposure` asks for: its keys say so.
final class ExposureCases {

    private ExposureCases() {}

    /// All outcomes of a file, one for each recorded value.
    static List<Outcome> check(String file, JsonNode spec) {
        if (spec.isArray()) {
            return SmallTraces.all(file, file, spec);
        }
        return one(file, file, spec);
    }

    static List<Outcome> one(String file, String name, JsonNode spec) {
        JsonNode in = spec.path("inputs");
        if (spec.has("rules")) {
            return ChainTrace.check(file, name, spec);
        }
        if (spec.path("cases").isArray()) {
            return SmallTraces.all(file, name, spec.path("cases"));
        }
        if (spec.has("cases")) {
            return IndicatorCases.concentration(file, name, spec);
        }
        if (in.has("Z")) {
            return IndicatorCases.leontief(file, name, spec);
        }
        if (in.has("stages")) {
            return EuRiskCases.check(file, name, spec);
        }
        if (in.has("trade")) {
            return IndicatorCases.geoPolRisk(file, name, spec);
        }
        if (spec.has("production_t")) {
            return IndicatorCases.oneConcentration(file, name, spec);
        }
        if (spec.has("pools") || spec.has("doc")) {
            return SmallTraces.one(file, name, spec);
        }
        throw new CaseException(
                file,
                "its keys are those of no known case: a trace has 'rules', 'pools' or 'doc', a concentration 'cases' or"
                        + " 'production_t', a table 'inputs' with 'Z', a supply risk 'inputs' with 'trade' or 'stages'");
    }
}
