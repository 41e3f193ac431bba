package org.monazite.app.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.monazite.atlas.balance.BalanceProblem;
import org.monazite.atlas.balance.BalanceResult;
import org.monazite.atlas.balance.Balancer;
import tools.jackson.databind.JsonNode;

/// The balance of the atlas against the data-reconciliation textbooks: cases/atlas. Deviations absolute.
final class BalanceCases {

    private static final String SUITE = "atlas";

    private BalanceCases() {}

    static List<Outcome> check(String file, JsonNode spec) {
        double[][] rows = IndicatorCases.matrix(spec.path("A"));
        double[] measured = IndicatorCases.vector(spec.path("y"));
        double[] ones = new double[measured.length];
        Arrays.fill(ones, 1);
        double[] twoPercent = Arrays.stream(measured).map(y -> 0.02 * y).toArray();
        List<Outcome> outcomes = new ArrayList<>();

        JsonNode unit = spec.path("unit_weights");
        BalanceResult equal = Balancer.solve(problem(rows, measured, ones));
        Worst worst = values(unit, equal);
        worst.see(Math.abs(equal.objective() - unit.path("J").asDouble()), "J");
        outcomes.add(outcome(file, "unit weights", worst, unit.path("tol_abs").asDouble()));

        JsonNode two = spec.path("two_percent");
        outcomes.add(outcome(
                file,
                "two per cent",
                all(two, Balancer.solve(problem(rows, measured, twoPercent))),
                two.path("tol_abs").asDouble()));

        JsonNode planted = spec.path("planted_error");
        BalanceResult found = Balancer.solve(problem(rows, IndicatorCases.vector(planted.path("y")), twoPercent));
        Worst removal = all(planted.path("after_removal"), found);
        String suspect = "stream " + planted.path("suspect_stream").asInt();
        if (!found.suspects().equals(List.of(suspect))) {
            removal.see(Double.NaN, "suspects " + found.suspects());
        }
        outcomes.add(
                outcome(file, "planted error", removal, planted.path("tol_abs").asDouble()));
        return outcomes;
    }

    private static Outcome outcome(String file, String name, Worst worst, double allowed) {
        return new Outcome(SUITE, file + " " + name, worst.deviation(), allowed, worst.where());
    }

    private static BalanceProblem problem(double[][] rows, double[] measured, double[] sds) {
        BalanceProblem problem = new BalanceProblem();
        for (int i = 0; i < measured.length; i++) {
            problem.quantity("F" + (i + 1), 0, Double.POSITIVE_INFINITY);
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

    private static Worst values(JsonNode expected, BalanceResult result) {
        Worst worst = new Worst();
        double[] theirs = IndicatorCases.vector(expected.path("x"));
        for (int i = 0; i < theirs.length; i++) {
            worst.see(Math.abs(result.values().get(i) - theirs[i]), "x of stream " + (i + 1));
        }
        return worst;
    }

    private static Worst all(JsonNode expected, BalanceResult result) {
        Worst worst = values(expected, result);
        double[] sds = IndicatorCases.vector(expected.path("sd"));
        for (int i = 0; i < sds.length; i++) {
            worst.see(Math.abs(result.sds().get(i) - sds[i]), "sd of stream " + (i + 1));
        }
        double[] tests = IndicatorCases.vector(expected.path("measurement_test"));
        for (int i = 0; i < tests.length; i++) {
            worst.see(Math.abs(result.adjustments().get(i).z() - tests[i]), "test of stream " + (i + 1));
        }
        worst.see(Math.abs(result.objective() - expected.path("chi2").asDouble()), "chi2");
        worst.see(Math.abs(result.degreesOfFreedom() - expected.path("dof").asInt()), "degrees of freedom");
        worst.see(Math.abs(result.allowed() - expected.path("chi2_95").asDouble()), "95 % point");
        return worst;
    }
}
