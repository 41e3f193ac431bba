package org.monazite.app.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.monazite.atlas.balance.BalanceProblem;
import org.monazite.atlas.balance.BalanceResult;
import org.monazite.atlas.balance.Balancer;
import tools.jackson.databind.JsonNode;

/// The balance of the atlas against the data-reconciliation textbooks: cases/atlas. Deviations absolute.
///
/// A case has the matrix `A`, measured streams `y` and sections with expected answers, each with its own weights:
/// `sigma` is a list, a number or a rule such as `0.02*y` or `0.02 * original y`; without it all weights are 1. A
/// section with `suspect_stream` or `suspect_streams` has falsified streams, and answers `after_removal`.
final class BalanceCases {

    private static final String SUITE = "atlas";
    private static final double TOLERANCE = 1e-6;
    private static final Pattern RULE = Pattern.compile("\\s*([0-9.eE+-]+)\\s*\\*\\s*(original\\s+)?y\\s*");

    private final String file;
    private final double[][] rows;
    private final double[] original;
    private final List<Outcome> outcomes = new ArrayList<>();

    private BalanceCases(String file, JsonNode spec) {
        this.file = file;
        this.rows = IndicatorCases.matrix(spec.path("A"));
        this.original = IndicatorCases.vector(spec.path("y"));
        for (double[] row : rows) {
            if (row.length != original.length) {
                throw new CaseException(
                        file, "a row of A has %d columns, y has %d streams".formatted(row.length, original.length));
            }
        }
    }

    static List<Outcome> check(String file, JsonNode spec) {
        BalanceCases cases = new BalanceCases(file, spec);
        for (Map.Entry<String, JsonNode> section : spec.properties()) {
            if (section.getValue().isObject()) {
                cases.section(section.getKey(), section.getValue());
            }
        }
        if (cases.outcomes.isEmpty()) {
            throw new CaseException(file, "it has no section with expected answers");
        }
        return cases.outcomes;
    }

    private void section(String name, JsonNode section) {
        double[] measured = section.has("y") ? IndicatorCases.vector(section.path("y")) : original;
        double[] sds = sigma(section.path("sigma"), measured);
        double allowed = section.path("tol_abs").asDouble(TOLERANCE);
        String title = file + " " + name.replace('_', ' ');
        outcome(title, expect(section, Balancer.withAllFigures(problem(measured, sds))), allowed);
        List<String> suspects = new ArrayList<>();
        if (section.has("suspect_stream")) {
            suspects.add("stream " + section.path("suspect_stream").asInt());
        }
        section.path("suspect_streams").forEach(stream -> suspects.add("stream " + stream.asInt()));
        if (suspects.isEmpty() && !section.has("after_removal")) {
            return;
        }
        BalanceResult found = Balancer.solve(problem(measured, sds));
        Worst worst = expect(section.path("after_removal"), found);
        if (!suspects.isEmpty() && !names(found.found(), suspects)) {
            worst.see(Double.NaN, "suspects " + found.suspects());
        }
        outcome(
                title + " after removal",
                worst,
                section.path("after_removal").path("tol_abs").asDouble(allowed));
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

    private double[] sigma(JsonNode sigma, double[] measured) {
        double[] sds = new double[measured.length];
        Arrays.fill(sds, 1);
        if (sigma.isArray()) {
            sds = IndicatorCases.vector(sigma);
        } else if (sigma.isNumber()) {
            Arrays.fill(sds, sigma.asDouble());
        } else if (sigma.isString()) {
            Matcher rule = RULE.matcher(sigma.asString());
            if (!rule.matches()) {
                throw new CaseException(file, "sigma is '" + sigma.asString() + "'; it must be like '0.02*y'");
            }
            double factor = Double.parseDouble(rule.group(1));
            double[] of = rule.group(2) == null ? measured : original;
            sds = Arrays.stream(of).map(y -> factor * Math.abs(y)).toArray();
        }
        if (sds.length != measured.length || measured.length != original.length) {
            throw new CaseException(file, "y and sigma need one entry for each stream");
        }
        return sds;
    }

    private void outcome(String name, Worst worst, double allowed) {
        outcomes.add(new Outcome(SUITE, name, worst.deviation(), allowed, worst.where()));
    }

    private BalanceProblem problem(double[] measured, double[] sds) {
        BalanceProblem problem = new BalanceProblem();
        for (int i = 0; i < measured.length; i++) {
            problem.quantity("F" + (i + 1), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
            problem.observe(new BalanceProblem.Observation(i, measured[i], sds[i], "stream " + (i + 1)));
        }
        for (double[] row : rows) {
            List<Integer> quantities = new ArrayList<>();
            List<Double> coefficients = new ArrayList<>();
            for (int i = 0; i < row.length; i++) {
                if (row[i] != 0) {
                    quantities.add(i);
                    coefficients.add(row[i]);
                }
            }
            problem.row(new BalanceProblem.Row(Arrays.toString(row), quantities, coefficients, 0));
        }
        return problem;
    }

    /// Compares what a section states; what it leaves out is not looked at.
    private static Worst expect(JsonNode expected, BalanceResult result) {
        Worst worst = new Worst();
        list(worst, expected, "x", result.values());
        list(worst, expected, "sd", result.sds());
        list(
                worst,
                expected,
                "measurement_test",
                result.adjustments().stream().map(BalanceResult.Adjustment::z).toList());
        number(worst, expected, "J", result.objective());
        number(worst, expected, "chi2", result.objective());
        number(worst, expected, "dof", result.degreesOfFreedom());
        number(worst, expected, "chi2_95", result.allowed());
        return worst;
    }

    private static void list(Worst worst, JsonNode expected, String key, List<Double> ours) {
        double[] theirs = IndicatorCases.vector(expected.path(key));
        if (theirs.length > 0 && theirs.length != ours.size()) {
            worst.see(Double.NaN, key + " has " + theirs.length + " entries");
            return;
        }
        for (int i = 0; i < theirs.length; i++) {
            worst.see(Math.abs(ours.get(i) - theirs[i]), key + " of stream " + (i + 1));
        }
    }

    private static void number(Worst worst, JsonNode expected, String key, double ours) {
        if (expected.has(key)) {
            worst.see(Math.abs(ours - expected.path(key).asDouble()), key);
        }
    }
}
