package org.monazite.shock.esri;

import java.util.Arrays;

/// Reduced rank extrapolation (Eddy 1979; Smith, Ford, Sidi 1987) of eight sequences at once: from
/// iterates `x_0 .. x_(k+1)`
/// the mixture of `x_1 .. x_(k+1)` whose weights sum to 1 and make the mixture of their differences
/// shortest. For a
/// linear iteration that is what a Krylov solver would find in as many sweeps.
final class Extrapolation {

    /// Differences that are mixed.
    static final int DEPTH = 6;

    private static final int LANES = Lanes.LANES;

    private final double[][] iterates;
    private final double[] products = new double[DEPTH * DEPTH * LANES];
    private final double[] weights = new double[DEPTH * LANES];
    private final double[] differences = new double[DEPTH * LANES];
    private int held;

    Extrapolation(int size) {
        iterates = new double[DEPTH + 1][size];
    }

    void forget() {
        held = 0;
    }

    /// Back to zeros on some rows: an iterate from before a row was reached must read zero there.
    void clear(Marks rows) {
        held = 0;
        for (int row = rows.next(0); row >= 0; row = rows.next(row + 1)) {
            for (double[] each : iterates) {
                Arrays.fill(each, row * LANES, row * LANES + LANES, 0);
            }
        }
    }

    /// Keeps an iterate on the rows that matter; true when enough are kept.
    boolean keep(double[] values, Marks rows) {
        double[] into = iterates[held++];
        for (int row = rows.next(0); row >= 0; row = rows.next(row + 1)) {
            System.arraycopy(values, row * LANES, into, row * LANES, LANES);
        }
        return held == iterates.length;
    }

    /// Replaces the values of some lanes by the mixture, kept between 0 and 1.
    void mix(double[] values, Marks rows, boolean[] which) {
        multiply(rows);
        for (int lane = 0; lane < LANES; lane++) {
            solve(lane);
        }
        for (int row = rows.next(0); row >= 0; row = rows.next(row + 1)) {
            for (int lane = 0; lane < LANES; lane++) {
                if (which[lane]) {
                    int at = row * LANES + lane;
                    double mixed = 0;
                    for (int i = 0; i < DEPTH; i++) {
                        mixed += weights[i * LANES + lane] * iterates[i + 1][at];
                    }
                    values[at] = Math.max(0, Math.min(1, mixed));
                }
            }
        }
    }

    /// Puts the last iterate that was kept back into some lanes.
    void undo(double[] values, Marks rows, boolean[] which) {
        double[] last = iterates[DEPTH];
        for (int row = rows.next(0); row >= 0; row = rows.next(row + 1)) {
            for (int lane = 0; lane < LANES; lane++) {
                if (which[lane]) {
                    values[row * LANES + lane] = last[row * LANES + lane];
                }
            }
        }
    }

    private void multiply(Marks rows) {
        Arrays.fill(products, 0);
        for (int row = rows.next(0); row >= 0; row = rows.next(row + 1)) {
            int base = row * LANES;
            for (int i = 0; i < DEPTH; i++) {
                for (int lane = 0; lane < LANES; lane++) {
                    differences[i * LANES + lane] = iterates[i + 1][base + lane] - iterates[i][base + lane];
                }
            }
            for (int i = 0; i < DEPTH; i++) {
                for (int j = 0; j <= i; j++) {
                    int into = (i * DEPTH + j) * LANES;
                    for (int lane = 0; lane < LANES; lane++) {
                        products[into + lane] += differences[i * LANES + lane] * differences[j * LANES + lane];
                    }
                }
            }
        }
    }

    /// Weights of one lane: `(D' D + small) c = 1`, then `c / sum c`; the last iterate alone if nothing
    /// moves.
    private void solve(int lane) {
        double[][] matrix = new double[DEPTH][DEPTH + 1];
        double trace = 0;
        for (int i = 0; i < DEPTH; i++) {
            trace += products[(i * DEPTH + i) * LANES + lane];
        }
        for (int i = 0; i < DEPTH; i++) {
            for (int j = 0; j < DEPTH; j++) {
                matrix[i][j] = products[(Math.max(i, j) * DEPTH + Math.min(i, j)) * LANES + lane];
            }
            matrix[i][i] += 1e-14 * trace;
            matrix[i][DEPTH] = 1;
        }
        double sum = trace > 0 ? eliminate(matrix) : Double.NaN;
        boolean usable = Double.isFinite(sum) && sum > 0;
        for (int i = 0; i < DEPTH; i++) {
            weights[i * LANES + lane] = usable ? matrix[i][DEPTH] / sum : i == DEPTH - 1 ? 1 : 0;
        }
    }

    /// Gauss and Jordan on a symmetric positive matrix; leaves the solution in the last column and
    /// returns its sum.
    private static double eliminate(double[][] matrix) {
        for (int pivot = 0; pivot < DEPTH; pivot++) {
            double scale = matrix[pivot][pivot];
            for (int column = pivot; column <= DEPTH; column++) {
                matrix[pivot][column] /= scale;
            }
            for (int row = 0; row < DEPTH; row++) {
                double factor = matrix[row][pivot];
                if (row != pivot && factor != 0) {
                    for (int column = pivot; column <= DEPTH; column++) {
                        matrix[row][column] -= factor * matrix[pivot][column];
                    }
                }
            }
        }
        double sum = 0;
        for (double[] row : matrix) {
            sum += row[DEPTH];
        }
        return sum;
    }
}
