package org.monazite.app.verify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.monazite.atlas.balance.BalanceResult;
import org.monazite.atlas.balance.Balancer;
import tools.jackson.databind.JsonNode;

/// The balance of the atlas against the data-reconciliation textbooks: cases/atlas. Deviations absolute.
///
/// A case has balances, measured streams `y` ([BalanceSpec]) and sections with expected answers, each with its own
/// weights: `sigma` is a list, a number or a rule such as `0.02*y` or `0.02 * original y`; without it all weights are
/// 1. A section with `suspect_stream` or `suspect_streams` has falsified streams, and answers `after_removal`.
final class BalanceCases {

    private static final String SUITE = "atlas";
    private static final double TOLERANCE = 1e-6;
    private static final Set<String> ANSWERS = Set.of(
            "x",
            "sd",
            "J",
            "chi2",
            "dof",
            "chi2_95",
            "measurement_test",
            "suspect_stream",
            "suspect_streams",
            "after_removal");

    private final String file;
    private final BalanceSpec spec;
    private final List<Outcome> outcomes = new ArrayList<>();
    private int compared; // values and names, so that a section without any does not pass

    private BalanceCases(String file, JsonNode spec) {
        this.file = file;
        this.spec = new BalanceSpec(file, spec);
    }

    /// True if a file is such a case.
    static boolean isCase(JsonNode spec) {
        return spec.has("A") || spec.has("constraints");
    }

    static List<Outcome> check(String file, JsonNode spec) {
        BalanceCases cases = new BalanceCases(file, spec);
        for (Map.Entry<String, JsonNode> section : spec.properties()) {
            boolean answers = section.getValue().isObject()
                    && section.getValue().properties().stream().anyMatch(each -> ANSWERS.contains(each.getKey()));
            if (answers) {
                cases.section(section.getKey(), section.getValue());
            }
        }
        if (cases.outcomes.isEmpty()) {
            throw cases.spec.fault("it has no section with expected answers");
        }
        return cases.outcomes;
    }

    private void section(String name, JsonNode section) {
        double[] measured = spec.measured(name, section);
        double[] sds = spec.sigma(name, section, measured);
        double allowed = section.path("tol_abs").asDouble(TOLERANCE);
        String title = file + " " + name.replace('_', ' ');
        int before = compared;
        BalanceResult all = Balancer.withAllFigures(spec.problem(name, section, measured, sds));
        outcome(title, expect(name, section, all), allowed);
        List<String> suspects = spec.suspects(name, section);
        if (compared == before
                && suspects.isEmpty()
                && section.path("after_removal").isEmpty()) {
            throw spec.fault("the section '" + name + "' expects nothing");
        }
        if (suspects.isEmpty() && !section.has("after_removal")) {
            return;
        }
        JsonNode after = section.path("after_removal");
        BalanceResult found = Balancer.solve(spec.problem(name, section, measured, sds));
        Worst worst = expect(name + ".after_removal", after, found);
        if (!suspects.isEmpty() && !names(found.found(), suspects)) {
            worst.see(Double.NaN, "suspects " + found.suspects());
        }
        outcome(title + " after removal", worst, after.path("tol_abs").asDouble(allowed));
    }

    /// True if as many were taken out as are expected, each of them itself or tied with one expected.
    private static boolean names(List<BalanceResult.Suspect> found, List<String> expected) {
        List<String> missing = new ArrayList<>(expected);
        for (BalanceResult.Suspect suspect : found) {
            boolean itself = missing.remove(suspect.label());
            if (!itself && suspect.tied().stream().noneMatch(missing::remove)) {
                return false;
            }
        }
        return missing.isEmpty();
    }

    private void outcome(String name, Worst worst, double allowed) {
        outcomes.add(new Outcome(SUITE, name, worst.deviation(), allowed, worst.where()));
    }

    /// Compares what a section states; what it leaves out, or states as `null`, is not looked at.
    private Worst expect(String name, JsonNode expected, BalanceResult result) {
        Worst worst = new Worst();
        list(worst, name, expected, "x", result.values());
        list(worst, name, expected, "sd", result.sds());
        List<Double> tests = new ArrayList<>(Collections.nCopies(spec.streams(), 0.0));
        result.adjustments().forEach(each -> tests.set(each.quantity(), each.z()));
        list(worst, name, expected, "measurement_test", tests);
        number(worst, name, expected, "J", result.objective());
        number(worst, name, expected, "chi2", result.objective());
        number(worst, name, expected, "dof", result.degreesOfFreedom());
        number(worst, name, expected, "chi2_95", result.allowed());
        return worst;
    }

    private void list(Worst worst, String name, JsonNode expected, String key, List<Double> ours) {
        double[] theirs = spec.list(expected, key, name + "." + key, true);
        if (theirs.length > 0 && theirs.length != ours.size()) {
            throw spec.fault("%s.%s has %d entries, y has %d streams".formatted(name, key, theirs.length, ours.size()));
        }
        for (int i = 0; i < theirs.length; i++) {
            if (!Double.isNaN(theirs[i])) {
                compared++;
                worst.see(Math.abs(ours.get(i) - theirs[i]), key + " of " + BalanceSpec.label(i));
            }
        }
    }

    private void number(Worst worst, String name, JsonNode expected, String key, double ours) {
        JsonNode stated = expected.path(key);
        if (stated.isMissingNode() || stated.isNull()) {
            return;
        }
        if (!stated.isNumber()) {
            throw spec.fault(
                    "%s.%s is '%s', which is not a number".formatted(name, key, stated.asString(stated.toString())));
        }
        compared++;
        worst.see(Math.abs(ours - stated.asDouble()), key);
    }
}
