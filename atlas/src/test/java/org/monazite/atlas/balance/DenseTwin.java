package org.monazite.atlas.balance;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// The balance as it stands in the textbook: the KKT matrix, dense, by its pseudo-inverse; bounds by trying
/// every set of columns that may be held. For a handful of quantities.
final class DenseTwin {

    private final BalanceProblem problem;
    double[] x = {};
    double[][] covariance = {};

    DenseTwin(BalanceProblem problem) {
        this.problem = problem;
        double best = Double.POSITIVE_INFINITY;
        int sets = (int) Math.pow(3, problem.size());
        for (int set = 0; set < sets; set++) {
            int[] state = new int[problem.size()]; // 0 free, 1 low, 2 high
            for (int q = 0, rest = set; q < state.length; q++, rest /= 3) {
                state[q] = rest % 3;
            }
            if (possible(state)) {
                double[][] inverse = inverse(state);
                double[] candidate = solve(state, inverse);
                double objective = objective(candidate);
                if (feasible(candidate) && objective < best - 1e-9) {
                    best = objective;
                    x = candidate;
                    covariance = inverse;
                }
            }
        }
    }

    private boolean possible(int[] state) {
        for (int q = 0; q < state.length; q++) {
            double bound = state[q] == 1 ? problem.lows.get(q) : problem.highs.get(q);
            if (state[q] > 0 && Double.isInfinite(bound)) {
                return false;
            }
        }
        return true;
    }

    private double[][] inverse(int[] state) {
        int n = problem.size();
        int size = 2 * n + problem.rows.size();
        DMatrixRMaj kkt = new DMatrixRMaj(size, size);
        for (BalanceProblem.Observation figure : problem.observations) {
            kkt.add(figure.quantity(), figure.quantity(), 1 / (figure.sd() * figure.sd()));
        }
        for (int r = 0; r < problem.rows.size(); r++) {
            BalanceProblem.Row row = problem.rows.get(r);
            for (int a = 0; a < row.quantities().size(); a++) {
                if (row.sd() == 0) {
                    kkt.add(n + r, row.quantities().get(a), row.coefficients().get(a));
                    kkt.add(row.quantities().get(a), n + r, row.coefficients().get(a));
                }
                for (int b = 0; b < row.quantities().size() && row.sd() > 0; b++) {
                    kkt.add(
                            row.quantities().get(a),
                            row.quantities().get(b),
                            row.coefficients().get(a) * row.coefficients().get(b) / (row.sd() * row.sd()));
                }
            }
        }
        for (int q = 0; q < n; q++) {
            int at = n + problem.rows.size() + q;
            kkt.set(at, at, state[q] == 0 ? 1 : 0);
            kkt.set(at, q, state[q] == 0 ? 0 : 1);
            kkt.set(q, at, state[q] == 0 ? 0 : 1);
        }
        DMatrixRMaj inverse = new DMatrixRMaj(size, size);
        CommonOps_DDRM.pinv(kkt, inverse);
        double[][] result = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                result[i][j] = inverse.get(i, j);
            }
        }
        return result;
    }

    private double[] solve(int[] state, double[][] inverse) {
        int n = problem.size();
        double[] right = new double[inverse.length];
        for (BalanceProblem.Observation figure : problem.observations) {
            right[figure.quantity()] += figure.value() / (figure.sd() * figure.sd());
        }
        for (int q = 0; q < n; q++) {
            if (state[q] > 0) {
                right[n + problem.rows.size() + q] = state[q] == 1 ? problem.lows.get(q) : problem.highs.get(q);
            }
        }
        double[] solved = new double[n];
        for (int q = 0; q < n; q++) {
            for (int k = 0; k < right.length; k++) {
                solved[q] += inverse[q][k] * right[k];
            }
        }
        return solved;
    }

    private boolean feasible(double[] candidate) {
        for (int q = 0; q < candidate.length; q++) {
            if (candidate[q] < problem.lows.get(q) - 1e-7 || candidate[q] > problem.highs.get(q) + 1e-7) {
                return false;
            }
        }
        return problem.rows.stream()
                .filter(row -> row.sd() == 0)
                .allMatch(row -> Math.abs(row.residual(candidate)) < 1e-6);
    }

    private double objective(double[] candidate) {
        double sum = 0;
        for (BalanceProblem.Observation figure : problem.observations) {
            double off = (figure.value() - candidate[figure.quantity()]) / figure.sd();
            sum += off * off;
        }
        for (BalanceProblem.Row row : problem.rows) {
            if (row.sd() > 0) {
                double off = row.residual(candidate) / row.sd();
                sum += off * off;
            }
        }
        return sum;
    }
}
