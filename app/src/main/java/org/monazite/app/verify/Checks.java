package org.monazite.app.verify;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The recorded values of one case beside ours, one outcome a value. A recorded value that nothing of ours
/// answers is refused by name: it would look as if it had been checked.
final class Checks {

    /// What a case without a tolerance allows.
    private static final double DEFAULT = 1e-12;

    private final String file;
    private final String name;
    private final JsonNode spec;
    private final List<Outcome> outcomes = new ArrayList<>();

    /// Checks of a case; its tolerance stands in `spec` as `tolerance_abs` or `tolerance_rel`, for all values
    /// or by name.
    Checks(String file, String name, JsonNode spec) {
        this.file = file;
        this.name = name;
        this.spec = spec;
    }

    /// Compares one value.
    ///
    /// @param value the name the case gives it
    /// @param key the name its tolerance has
    void see(String value, String key, double ours, double theirs) {
        double off = Math.abs(ours - theirs);
        double absolute = tolerance("tolerance_abs", key);
        double relative = tolerance("tolerance_rel", key);
        if (!Double.isNaN(relative) && Double.isNaN(absolute)) {
            outcomes.add(outcome(value, theirs == 0 ? off : off / Math.abs(theirs), relative));
        } else {
            outcomes.add(outcome(value, off, Double.isNaN(absolute) ? DEFAULT : absolute));
        }
    }

    /// Compares one value by its relative deviation, whatever the kind of the tolerance.
    void seeRelative(String value, String key, double ours, double theirs) {
        double absolute = tolerance("tolerance_abs", key);
        double relative = tolerance("tolerance_rel", key);
        double allowed = !Double.isNaN(relative) ? relative : !Double.isNaN(absolute) ? absolute : DEFAULT;
        outcomes.add(outcome(value, Math.abs(ours - theirs) / Math.max(1, Math.abs(theirs)), allowed));
    }

    private Outcome outcome(String value, double deviation, double allowed) {
        return new Outcome("exposure", name, deviation, allowed, value);
    }

    private double tolerance(String kind, String key) {
        JsonNode node = spec.path(kind);
        return node.isNumber() ? node.asDouble() : node.path(key).asDouble(Double.NaN);
    }

    List<Outcome> outcomes() {
        if (outcomes.isEmpty()) {
            throw new CaseException(file, "'%s' expects nothing".formatted(name));
        }
        return outcomes;
    }

    /// Refuses keys that carry a number, a list or a table and that no rule here reads; texts are remarks.
    void onlyKnows(JsonNode node, String where, Set<String> known) {
        LinkedHashSet<String> unknown = new LinkedHashSet<>();
        node.properties().forEach(entry -> {
            boolean remark = entry.getValue().isString() || entry.getValue().isNull();
            if (!known.contains(entry.getKey()) && !remark) {
                unknown.add(entry.getKey());
            }
        });
        if (!unknown.isEmpty()) {
            throw new CaseException(
                    file,
                    "'%s' has the keys %s in '%s', which no check here reads; known are %s"
                            .formatted(
                                    name,
                                    unknown,
                                    where,
                                    known.stream().sorted().toList()));
        }
    }

    CaseException refused(String why) {
        return new CaseException(file, "'%s': %s".formatted(name, why));
    }

    double need(JsonNode node, String key) {
        if (!node.path(key).isNumber()) {
            throw refused("a number is needed at '" + key + "'");
        }
        return node.path(key).asDouble();
    }

    /// One outcome for each case: its worst value, measured by what is allowed.
    static List<Outcome> worst(List<Outcome> all) {
        List<Outcome> worst = new ArrayList<>();
        for (Outcome each : all) {
            int last = worst.size() - 1;
            if (last < 0 || !worst.get(last).name().equals(each.name())) {
                worst.add(each);
            } else if (!(share(each) <= share(worst.get(last)))) {
                worst.set(last, each);
            }
        }
        return worst;
    }

    private static double share(Outcome outcome) {
        return outcome.tolerance() == 0 ? outcome.deviation() : outcome.deviation() / outcome.tolerance();
    }
}
