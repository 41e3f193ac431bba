package org.monazite.atlas.balance;

import java.util.ArrayList;
import java.util.List;

/// Puts a balance into words: names, values, tests, residuals.
final class BalanceReport {

    private BalanceReport() {}

    static BalanceResult of(
            BalanceProblem problem,
            Measured measured,
            BoundedSolve solve,
            Posterior posterior,
            List<BalanceResult.Suspect> suspects,
            int freedom,
            double allowed) {
        Reconciled solution = solve.solution();
        double[] held = solve.held();
        List<Double> values = new ArrayList<>();
        List<Double> sds = new ArrayList<>();
        List<String> bounds = new ArrayList<>();
        for (int q = 0; q < problem.size(); q++) {
            values.add(solution.x[q]);
            sds.add(posterior.sd(q));
            if (!Double.isNaN(held[q]) && measured.low[q] < measured.high[q]) {
                bounds.add(problem.names.get(q));
            }
        }
        List<BalanceResult.Adjustment> adjustments = new ArrayList<>();
        for (int i = 0; i < problem.observations.size(); i++) {
            BalanceProblem.Observation figure = problem.observations.get(i);
            adjustments.add(new BalanceResult.Adjustment(
                    figure.label(), figure.quantity(), figure.value(), solution.x[figure.quantity()], posterior.z(i)));
        }
        return new BalanceResult(
                values,
                sds,
                posterior.objective(),
                freedom,
                allowed,
                adjustments,
                suspects,
                bounds,
                residuals(problem, measured, solution.x),
                new BalanceResult.Draws(solution, measured));
    }

    /// Before: what the sources say, unobserved quantities at their balanced value.
    private static List<BalanceResult.Residual> residuals(BalanceProblem problem, Measured measured, double[] x) {
        double[] before = x.clone();
        for (int q = 0; q < problem.size(); q++) {
            before[q] = Double.isNaN(measured.said[q]) ? x[q] : measured.said[q];
        }
        List<BalanceResult.Residual> residuals = new ArrayList<>();
        for (BalanceProblem.Row row : problem.rows) {
            double throughput = 0;
            for (int k = 0; k < row.quantities().size(); k++) {
                throughput +=
                        Math.abs(row.coefficients().get(k) * x[row.quantities().get(k)]);
            }
            residuals.add(new BalanceResult.Residual(
                    row.label(), row.residual(before), row.residual(x), throughput, row.sd()));
        }
        return residuals;
    }
}
