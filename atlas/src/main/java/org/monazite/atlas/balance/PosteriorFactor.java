package org.monazite.atlas.balance;

import java.util.Arrays;

/// A factor `L` of the posterior covariance of a balance, `Cov = L L'`, in lower trapezoidal form.
///
/// The covariance is singular: quantities move together as the balances demand. Its Cholesky factor would lose
/// half of all digits where a pivot is the rounding of zero; so the factor is had from `Cov = M M'`, `M` the
/// effect of each figure's own error on all quantities, by Householder reflections from the right (Golub and
/// Van Loan, Matrix Computations, 5.2): `M Q = L`. Every balance then holds for every column of `L` as it does
/// for `M`, to rounding.
final class PosteriorFactor {

    /// A row whose remainder is this part of it depends on the rows before.
    private static final double DEPENDENT = 1e-11;

    private PosteriorFactor() {}

    /// Factors at least as large as this many doubles are refused.
    static final long MOST_ENTRIES = 25_000_000;

    /// @param solution the balance; quantities that it holds have rows of zeros
    /// @param measured the problem as arrays
    /// @return one row per quantity, each as long as its last entry that is not 0
    static double[][] of(Reconciled solution, Measured measured) {
        double[][] m = effects(solution, measured);
        int rank = 0;
        double[][] reflectors = new double[Math.min(m.length, m.length == 0 ? 0 : m[0].length)][];
        for (int row = 0; row < m.length; row++) {
            double whole = norm(m[row], 0);
            for (int k = 0; k < rank; k++) {
                reflect(reflectors[k], k, m[row]);
            }
            double rest = norm(m[row], rank);
            if (rank < m[row].length && rest > DEPENDENT * whole && whole > 0) {
                reflectors[rank] = reflector(m[row], rank, rest);
                reflect(reflectors[rank], rank, m[row]);
                rank++;
            }
            m[row] = Arrays.copyOf(m[row], Math.min(rank, m[row].length));
        }
        return m;
    }

    /// Effect of one standard deviation of each figure, row and group on the quantities: one column for each.
    private static double[][] effects(Reconciled solution, Measured measured) {
        int columns = 0;
        for (int q = 0; q < measured.columns; q++) {
            columns += solution.isDrawn(q) ? 1 : 0;
        }
        if ((long) columns * measured.quantities > MOST_ENTRIES) {
            throw new IllegalArgumentException(
                    "A factor of %d x %d is too large to keep.".formatted(measured.quantities, columns));
        }
        double[][] m = new double[measured.quantities][columns];
        int at = 0;
        for (int q = 0; q < measured.columns; q++) {
            if (solution.isDrawn(q)) {
                double[] deviation = new double[measured.columns];
                deviation[q] = Math.sqrt(measured.variance[q]);
                double[] effect = solution.project(deviation);
                for (int row = 0; row < m.length; row++) {
                    m[row][at] = effect[row];
                }
                at++;
            }
        }
        return m;
    }

    private static double norm(double[] row, int from) {
        double sum = 0;
        for (int k = from; k < row.length; k++) {
            sum += row[k] * row[k];
        }
        return Math.sqrt(sum);
    }

    /// The unit vector, from column `from` on, whose reflection maps the rest of the row on that column.
    private static double[] reflector(double[] row, int from, double rest) {
        double[] v = Arrays.copyOfRange(row, from, row.length);
        v[0] += row[from] < 0 ? -rest : rest;
        double length = norm(v, 0);
        for (int k = 0; k < v.length; k++) {
            v[k] /= length;
        }
        return v;
    }

    private static void reflect(double[] v, int from, double[] row) {
        double dot = 0;
        for (int k = 0; k < v.length; k++) {
            dot += v[k] * row[from + k];
        }
        for (int k = 0; k < v.length; k++) {
            row[from + k] -= 2 * dot * v[k];
        }
    }
}
