package org.monazite.atlas.balance;

import java.util.List;

/// The balanced values and how the figures fared.
///
/// @param values one per quantity
/// @param sds posterior standard deviation, one per quantity
/// @param objective `J`, the weighted sum of squared adjustments
/// @param degreesOfFreedom observations + rank of the balances - observable unknowns
/// @param allowed the 95 % point of chi-square with that many degrees
/// @param adjustments one per observation that was used, in the order of the problem
/// @param suspects labels of figures found to be gross errors, in the order they were taken out
/// @param activeBounds names of quantities that lie on a bound
/// @param residuals one per balance
/// @param covariance posterior covariance of the quantities
public record BalanceResult(
        List<Double> values,
        List<Double> sds,
        double objective,
        int degreesOfFreedom,
        double allowed,
        List<Adjustment> adjustments,
        List<String> suspects,
        List<String> activeBounds,
        List<Residual> residuals,
        Covariances covariance) {

    /// Copies the lists.
    public BalanceResult {
        values = List.copyOf(values);
        sds = List.copyOf(sds);
        adjustments = List.copyOf(adjustments);
        suspects = List.copyOf(suspects);
        activeBounds = List.copyOf(activeBounds);
        residuals = List.copyOf(residuals);
    }

    /// What the balance did to one figure.
    ///
    /// @param label the figure
    /// @param quantity index of its quantity
    /// @param observed what the source says
    /// @param balanced what the network implies
    /// @param z absolute adjustment over its standard deviation; 0 where the figure cannot be tested
    public record Adjustment(String label, int quantity, double observed, double balanced, double z) {}

    /// How well one balance closes.
    ///
    /// @param label the balance
    /// @param before sum over the observed values (unobserved ones at their balanced value)
    /// @param after sum over the balanced values
    /// @param throughput sum of absolute terms, balanced
    public record Residual(String label, double before, double after, double throughput) {}

    /// Posterior covariance, symmetric.
    public static final class Covariances {

        private final double[][] matrix;

        Covariances(double[][] matrix) {
            this.matrix = matrix;
        }

        /// Covariance of two quantities.
        public double of(int a, int b) {
            return matrix[a][b];
        }

        /// The number of quantities.
        public int size() {
            return matrix.length;
        }
    }
}
