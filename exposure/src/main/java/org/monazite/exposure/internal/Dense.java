package org.monazite.exposure.internal;

/// Small dense systems.
public final class Dense {

    private Dense() {}

    /// Solves a square system by elimination with row pivoting.
    ///
    /// @param rows each row with its right-hand side as last entry; overwritten
    /// @throws IllegalArgumentException if the matrix has no inverse
    public static double[] solve(double[][] rows) {
        int n = rows.length;
        for (int column = 0; column < n; column++) {
            largestFirst(rows, column, "The system has no single solution: column " + column + " is empty.");
            for (int i = column + 1; i < n; i++) {
                double by = rows[i][column] / rows[column][column];
                if (by != 0) {
                    for (int j = column; j <= n; j++) {
                        rows[i][j] -= by * rows[column][j];
                    }
                }
            }
        }
        double[] x = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            double sum = rows[i][n];
            for (int j = i + 1; j < n; j++) {
                sum -= rows[i][j] * x[j];
            }
            x[i] = sum / rows[i][i];
        }
        return x;
    }

    /// Brings the row with the largest entry of a column to the place of that column; looks at rows from
    /// there on.
    ///
    /// @throws IllegalArgumentException with `why` if there is none but zeros
    public static void largestFirst(double[][] rows, int column, String why) {
        int best = column;
        for (int row = column + 1; row < rows.length; row++) {
            best = Math.abs(rows[row][column]) > Math.abs(rows[best][column]) ? row : best;
        }
        if (rows[best][column] == 0) {
            throw new IllegalArgumentException(why);
        }
        double[] pivot = rows[best];
        rows[best] = rows[column];
        rows[column] = pivot;
    }
}
