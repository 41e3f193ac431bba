package org.monazite.exposure;

import org.monazite.exposure.internal.Dense;

/// Total requirements of an input-output table: output of each industry per unit of final demand for another.
///
/// `L = (I - A)^-1` with `A_ij = Z_ij / x_j`. After Miller and Blair, Input-Output Analysis, 2009, section
/// 2.2.
public final class Leontief {

    private Leontief() {}

    /// The inverse.
    ///
    /// @param flows `Z`, what industry i delivers to industry j
    /// @param output `x`, output of each industry, more than 0
    public static double[][] inverse(double[][] flows, double[] output) {
        int n = output.length;
        double[][] left = new double[n][2 * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                left[i][j] = (i == j ? 1 : 0) - flows[i][j] / output[j];
            }
            left[i][n + i] = 1;
        }
        for (int column = 0; column < n; column++) {
            pivot(left, column);
        }
        double[][] inverse = new double[n][n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(left[i], n, inverse[i], 0, n);
        }
        return inverse;
    }

    private static void pivot(double[][] rows, int column) {
        Dense.largestFirst(rows, column, "The table has no inverse: industry " + column + " uses all it makes.");
        double[] pivot = rows[column];
        double factor = pivot[column];
        for (int j = 0; j < pivot.length; j++) {
            pivot[j] /= factor;
        }
        for (int row = 0; row < rows.length; row++) {
            double by = rows[row][column];
            if (row != column && by != 0) {
                for (int j = 0; j < pivot.length; j++) {
                    rows[row][j] -= by * pivot[j];
                }
            }
        }
    }

    /// Direct requirements, `A_ij = Z_ij / x_j`.
    public static double[][] coefficients(double[][] flows, double[] output) {
        double[][] direct = new double[output.length][output.length];
        for (int i = 0; i < output.length; i++) {
            for (int j = 0; j < output.length; j++) {
                direct[i][j] = flows[i][j] / output[j];
            }
        }
        return direct;
    }

    /// What a unit of each output holds of something, its inputs included: `q_j = sum_i c_i L_ij`, with `c_i`
    /// what industry i itself adds per unit of its output.
    public static double[] content(double[][] inverse, double[] added) {
        double[] content = new double[added.length];
        for (int j = 0; j < content.length; j++) {
            for (int i = 0; i < added.length; i++) {
                content[j] += added[i] * inverse[i][j];
            }
        }
        return content;
    }

    /// Output that a final demand calls for, `L f`.
    public static double[] output(double[][] inverse, double[] finalDemand) {
        double[] output = new double[finalDemand.length];
        for (int i = 0; i < output.length; i++) {
            for (int j = 0; j < finalDemand.length; j++) {
                output[i] += inverse[i][j] * finalDemand[j];
            }
        }
        return output;
    }
}
