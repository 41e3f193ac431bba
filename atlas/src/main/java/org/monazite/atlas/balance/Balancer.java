package org.monazite.atlas.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/// Solves a [BalanceProblem] by an active-set method on the KKT system, tests the figures and takes out gross
/// errors one by one. After Narasimhan and Jordache, Data Reconciliation and Gross Error Detection, 2000:
/// chapters 3 (linear steady state) and 7 (measurement test, serial elimination).
public final class Balancer {

    /// Prior standard deviation of a quantity that nobody observed: it may be anything the balances say.
    private static final double UNOBSERVED_SD = 1e6;

    private static final int MOST_ROUNDS = 400;

    private final BalanceProblem problem;

    private Balancer(BalanceProblem problem) {
        this.problem = problem;
    }

    /// Balances, and takes out gross errors while the global test fails and fewer than 5 % of the figures (at
    /// least one) are out.
    public static BalanceResult solve(BalanceProblem problem) {
        return new Balancer(problem).withGrossErrors();
    }

    private BalanceResult withGrossErrors() {
        Set<Integer> out = new TreeSet<>();
        List<String> suspects = new ArrayList<>();
        int most = Math.max(1, problem.observations.size() / 20);
        while (true) {
            Solution solution = solve(out);
            BalanceResult result = report(solution, out, suspects);
            if (result.objective() <= result.allowed() || suspects.size() >= most) {
                return result;
            }
            Optional<Integer> worst = largest(solution, out);
            if (worst.isEmpty()) {
                return result;
            }
            out.add(worst.get());
            suspects.add(problem.observations.get(worst.get()).label());
        }
    }

    /// The largest test value above the critical value of Sidak, if any.
    private Optional<Integer> largest(Solution solution, Set<Integer> out) {
        int used = problem.observations.size() - out.size();
        double critical = critical(used);
        return IntStream.range(0, problem.observations.size())
                .boxed()
                .filter(i -> !out.contains(i))
                .filter(i -> solution.z(i) > critical)
                .max(Comparator.comparingDouble(solution::z));
    }

    /// Critical value of the measurement test for n figures at 5 %: 2.631 for n = 6.
    static double critical(int figures) {
        double each = 1 - StrictMath.pow(0.95, 1.0 / figures);
        return NormalDistribution.of(0, 1).inverseCumulativeProbability(1 - each / 2);
    }

    private Solution solve(Set<Integer> out) {
        Set<Integer> atLow = new HashSet<>();
        Set<Integer> atHigh = new HashSet<>();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Solution solution = new Solution(problem, out, atLow, atHigh);
            if (!solution.release(atLow, atHigh) && !solution.bind(atLow, atHigh)) {
                return solution;
            }
        }
        throw new IllegalStateException(
                "The balance did not settle on its bounds in %d rounds. Maybe two figures with tiny standard deviations contradict each other."
                        .formatted(MOST_ROUNDS));
    }

    private BalanceResult report(Solution solution, Set<Integer> out, List<String> suspects) {
        int softRows = (int) problem.rows.stream().filter(row -> row.sd() > 0).count();
        int hardRows = problem.rows.size() - softRows;
        int used = problem.observations.size() - out.size();
        int freedom = Math.max(1, used + softRows + hardRows - problem.size());
        List<BalanceResult.Adjustment> adjustments = new ArrayList<>();
        for (int i = 0; i < problem.observations.size(); i++) {
            BalanceProblem.Observation observation = problem.observations.get(i);
            double z = out.contains(i) ? 0 : solution.z(i);
            adjustments.add(new BalanceResult.Adjustment(
                    observation.label(),
                    observation.quantity(),
                    observation.value(),
                    solution.x[observation.quantity()],
                    z));
        }
        List<Double> values = new ArrayList<>();
        List<Double> sds = new ArrayList<>();
        for (int i = 0; i < problem.size(); i++) {
            values.add(solution.x[i]);
            sds.add(Math.sqrt(Math.max(0, solution.covariance()[i][i])));
        }
        return new BalanceResult(
                values,
                sds,
                solution.objective(),
                freedom,
                ChiSquaredDistribution.of(freedom).inverseCumulativeProbability(0.95),
                adjustments,
                suspects,
                solution.bound.stream().sorted().map(problem.names::get).toList(),
                residuals(solution),
                new BalanceResult.Covariances(solution.covariance()));
    }

    private List<BalanceResult.Residual> residuals(Solution solution) {
        double[] before = solution.x.clone();
        for (BalanceProblem.Observation observation : problem.observations) {
            before[observation.quantity()] = observation.value();
        }
        return problem.rows.stream()
                .map(row -> {
                    double throughput = 0;
                    for (int i = 0; i < row.quantities().size(); i++) {
                        throughput += Math.abs(row.coefficients().get(i)
                                * solution.x[row.quantities().get(i)]);
                    }
                    return new BalanceResult.Residual(
                            row.label(), row.residual(before), row.residual(solution.x), throughput);
                })
                .toList();
    }

    /// One solve with a given set of bounds held.
    private static final class Solution {

        final BalanceProblem problem;
        final Set<Integer> out;
        final Set<Integer> bound = new TreeSet<>();
        final double[] x;
        private final int size;
        private final double[] scale;
        private final LinearSolverDense<DMatrixRMaj> solver;
        private double[][] covariance = {};
        final double[] boundMultiplier;

        Solution(BalanceProblem problem, Set<Integer> out, Set<Integer> atLow, Set<Integer> atHigh) {
            this.problem = problem;
            this.out = out;
            bound.addAll(atLow);
            bound.addAll(atHigh);
            int n = problem.size();
            this.scale = scales();
            List<BalanceProblem.Row> hard =
                    problem.rows.stream().filter(row -> row.sd() == 0).toList();
            List<Integer> held = new ArrayList<>(bound);
            this.size = n + hard.size() + held.size();
            DMatrixRMaj kkt = new DMatrixRMaj(size, size);
            double[] right = new double[size];
            weights(kkt, right, scale);
            for (int r = 0; r < hard.size(); r++) {
                BalanceProblem.Row row = hard.get(r);
                for (int k = 0; k < row.quantities().size(); k++) {
                    int q = row.quantities().get(k);
                    double value = row.coefficients().get(k) * scale[q];
                    kkt.add(n + r, q, value);
                    kkt.add(q, n + r, value);
                }
            }
            for (int h = 0; h < held.size(); h++) {
                int q = held.get(h);
                kkt.set(n + hard.size() + h, q, 1);
                kkt.set(q, n + hard.size() + h, 1);
                right[n + hard.size() + h] = (atLow.contains(q) ? problem.lows : problem.highs).get(q) / scale[q];
            }
            this.solver = LinearSolverFactory_DDRM.lu(size);
            DMatrixRMaj solved = new DMatrixRMaj(size, 1);
            boolean regular = solver.setA(kkt);
            if (regular) {
                solver.solve(new DMatrixRMaj(size, 1, true, right), solved);
            }
            if (!regular || MatrixFeatures_DDRM.hasUncountable(solved)) {
                throw new IllegalStateException(
                        "The balances contradict or repeat each other: the system has no single solution.");
            }
            x = new double[n];
            boundMultiplier = new double[n];
            for (int q = 0; q < n; q++) {
                x[q] = solved.get(q) * scale[q];
            }
            for (int h = 0; h < held.size(); h++) {
                boundMultiplier[held.get(h)] = solved.get(n + hard.size() + h);
            }
        }

        /// How the quantities vary together: the upper left of the inverse. Computed when first asked for, as most
        /// solves only look for the bounds.
        double[][] covariance() {
            if (covariance.length == 0) {
                int n = x.length;
                DMatrixRMaj inverse = new DMatrixRMaj(size, size);
                solver.invert(inverse);
                covariance = new double[n][n];
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < n; j++) {
                        covariance[i][j] = inverse.get(i, j) * scale[i] * scale[j];
                    }
                }
            }
            return covariance;
        }

        /// Every unknown is measured in its own standard deviation, so that the system is well conditioned.
        private double[] scales() {
            double[] scale = new double[problem.size()];
            Arrays.fill(scale, 1000);
            for (BalanceProblem.Observation observation : problem.observations) {
                scale[observation.quantity()] = observation.sd();
            }
            return scale;
        }

        private void weights(DMatrixRMaj kkt, double[] right, double[] scale) {
            boolean[] observed = new boolean[problem.size()];
            for (int i = 0; i < problem.observations.size(); i++) {
                if (out.contains(i)) {
                    continue;
                }
                BalanceProblem.Observation observation = problem.observations.get(i);
                int q = observation.quantity();
                double weight = scale[q] / observation.sd();
                observed[q] = true;
                kkt.add(q, q, weight * weight);
                right[q] += weight * observation.value() / observation.sd();
            }
            for (int q = 0; q < problem.size(); q++) {
                if (!observed[q]) {
                    double weight = scale[q] / UNOBSERVED_SD;
                    kkt.add(q, q, weight * weight);
                }
            }
            for (BalanceProblem.Row row : problem.rows) {
                if (row.sd() == 0) {
                    continue;
                }
                for (int a = 0; a < row.quantities().size(); a++) {
                    for (int b = 0; b < row.quantities().size(); b++) {
                        int qa = row.quantities().get(a);
                        int qb = row.quantities().get(b);
                        kkt.add(
                                qa,
                                qb,
                                row.coefficients().get(a)
                                        * scale[qa]
                                        / row.sd()
                                        * (row.coefficients().get(b) * scale[qb] / row.sd()));
                    }
                }
            }
        }

        /// Holds the worst broken bound; false if none is broken.
        boolean bind(Set<Integer> atLow, Set<Integer> atHigh) {
            int worst = -1;
            double most = 1e-9;
            for (int q = 0; q < x.length; q++) {
                if (bound.contains(q)) {
                    continue;
                }
                double size = Math.max(1, Math.abs(x[q]));
                double below = (problem.lows.get(q) - x[q]) / size;
                double above = (x[q] - problem.highs.get(q)) / size;
                if (Math.max(below, above) > most) {
                    most = Math.max(below, above);
                    worst = q;
                }
            }
            if (worst < 0) {
                return false;
            }
            (x[worst] < problem.lows.get(worst) ? atLow : atHigh).add(worst);
            return true;
        }

        /// Lets go of the bound that pulls the wrong way most; false if none does.
        boolean release(Set<Integer> atLow, Set<Integer> atHigh) {
            int worst = -1;
            double most = 1e-9;
            for (int q : bound) {
                double pull = atLow.contains(q) ? boundMultiplier[q] : -boundMultiplier[q];
                if (pull > most) {
                    most = pull;
                    worst = q;
                }
            }
            if (worst < 0) {
                return false;
            }
            atLow.remove(worst);
            atHigh.remove(worst);
            return true;
        }

        double objective() {
            double sum = 0;
            for (int i = 0; i < problem.observations.size(); i++) {
                if (!out.contains(i)) {
                    BalanceProblem.Observation observation = problem.observations.get(i);
                    double off = (observation.value() - x[observation.quantity()]) / observation.sd();
                    sum += off * off;
                }
            }
            for (BalanceProblem.Row row : problem.rows) {
                if (row.sd() > 0) {
                    double off = row.residual(x) / row.sd();
                    sum += off * off;
                }
            }
            return sum;
        }

        /// `|y - x| / sqrt(V - P)`; 0 where the balance tells nothing about the figure.
        double z(int i) {
            BalanceProblem.Observation observation = problem.observations.get(i);
            int q = observation.quantity();
            double variance = observation.sd() * observation.sd() - covariance()[q][q];
            if (out.contains(i) || variance <= 1e-9 * observation.sd() * observation.sd()) {
                return 0;
            }
            return Math.abs(observation.value() - x[q]) / Math.sqrt(variance);
        }
    }
}
