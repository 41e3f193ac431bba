package org.monazite.atlas.balance;

import java.util.Arrays;

/// The balance within bounds, by block principal pivoting: all columns that break a bound are held at it
/// and all held columns that pull inward are let go at once; where that does not get better, one at a time.
/// After Júdice and Pires, A block principal pivoting algorithm for large-scale strictly monotone linear
/// complementarity problems, Computers and Operations Research 21 (1994).
final class BoundedSolve {

    private static final int MOST_ROUNDS = 2_000;
    private static final int PATIENCE = 5;
    private static final double TOLERANCE = 1e-9;

    private final Measured measured;
    private final double[] held;
    private final int[][] rowsOf;
    private final double[][] valuesOf;
    private final boolean[] loose;
    private Reconciled solution;

    /// @param start columns held to begin with, NaN where free
    BoundedSolve(Measured measured, double[] start) {
        this.measured = measured;
        this.held = start.clone();
        this.rowsOf = new int[measured.columns][];
        this.valuesOf = new double[measured.columns][];
        transpose();
        double[] constants = constants(measured);
        for (int q = 0; q < measured.columns; q++) {
            held[q] = Double.isNaN(constants[q]) ? held[q] : constants[q];
        }
        Reconciled free = new Reconciled(measured, constants(measured));
        this.loose = free.loose();
        measured.anchor(free.unfixed());
        this.solution = new Reconciled(measured, held);
        run();
    }

    /// The columns whose bounds leave them one value; NaN for all others.
    static double[] constants(Measured measured) {
        double[] constants = new double[measured.columns];
        for (int q = 0; q < constants.length; q++) {
            constants[q] = measured.low[q] == measured.high[q] ? measured.low[q] : Double.NaN;
        }
        return constants;
    }

    private void transpose() {
        int[] count = new int[measured.columns];
        for (int[] columns : measured.rowColumns) {
            for (int column : columns) {
                count[column]++;
            }
        }
        for (int q = 0; q < count.length; q++) {
            rowsOf[q] = new int[count[q]];
            valuesOf[q] = new double[count[q]];
        }
        Arrays.fill(count, 0);
        for (int row = 0; row < measured.rowColumns.length; row++) {
            for (int k = 0; k < measured.rowColumns[row].length; k++) {
                int column = measured.rowColumns[row][k];
                rowsOf[column][count[column]] = row;
                valuesOf[column][count[column]++] = measured.rowValues[row][k];
            }
        }
    }

    private void run() {
        int fewest = Integer.MAX_VALUE;
        int patience = PATIENCE;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double[] wanted = held.clone();
            int broken = 0;
            int last = -1;
            for (int q = 0; q < measured.quantities; q++) {
                wanted[q] = wanted(q);
                if (Double.compare(wanted[q], held[q]) != 0) {
                    broken++;
                    last = q;
                }
            }
            if (broken == 0) {
                return;
            }
            boolean all = broken < fewest || patience > 0;
            patience = broken < fewest ? PATIENCE : patience - 1;
            fewest = Math.min(fewest, broken);
            if (all) {
                System.arraycopy(wanted, 0, held, 0, held.length);
            } else {
                held[last] = wanted[last];
            }
            solution = new Reconciled(measured, held);
        }
        throw new IllegalStateException(
                "The balance did not settle on its bounds in %d rounds. Maybe bounds and balances contradict each other."
                        .formatted(MOST_ROUNDS));
    }

    /// Where a column should be held: at a bound that it breaks, or free if its bound pulls it inward.
    private double wanted(int q) {
        double low = measured.low[q];
        double high = measured.high[q];
        if (Double.isNaN(held[q])) {
            double x = solution.x[q];
            double room = TOLERANCE * Math.max(measured.scale[q], Math.abs(x));
            return x < low - room ? low : x > high + room ? high : Double.NaN;
        }
        if (low == high) {
            return held[q];
        }
        double slope = solution.slope(q, rowsOf[q], valuesOf[q]) * measured.scale[q];
        boolean inward = held[q] == low ? slope < -TOLERANCE : slope > TOLERANCE;
        return inward ? Double.NaN : held[q];
    }

    /// Columns that are not observable, whatever bounds say.
    boolean[] loose() {
        return loose.clone();
    }

    Reconciled solution() {
        return solution;
    }

    /// Value of each column that is held, NaN where it is free.
    double[] held() {
        return held.clone();
    }
}
