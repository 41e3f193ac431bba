package org.monazite.atlas.balance;

import java.util.List;
import org.monazite.supply.Range;

/// The balanced values and how the figures fared.
///
/// @param values one per quantity
/// @param sds posterior standard deviation, one per quantity; 0 on a bound, infinite where no figure and no balance
///     fixes the quantity: its value means nothing then
/// @param objective `J`, the weighted sum of squared adjustments
/// @param degreesOfFreedom observations + rank of the balances - observable unknowns; 0 if nothing can be tested
/// @param allowed the 95 % point of chi-square with that many degrees; 0 for none
/// @param adjustments one per observation, in the order of the problem; those taken out have the test value 0
/// @param found figures found to be gross errors, in the order they were taken out
/// @param activeBounds names of quantities that lie on a bound
/// @param residuals one per balance
/// @param draws how the quantities vary together
public record BalanceResult(
        List<Double> values,
        List<Double> sds,
        double objective,
        int degreesOfFreedom,
        double allowed,
        List<Adjustment> adjustments,
        List<Suspect> found,
        List<String> activeBounds,
        List<Residual> residuals,
        Draws draws) {

    /// Standard deviations on each side of a normal 90 % interval.
    private static final double SIDE_90 = 1.6448536269514722;

    /// Copies the lists.
    public BalanceResult {
        values = List.copyOf(values);
        sds = List.copyOf(sds);
        adjustments = List.copyOf(adjustments);
        found = List.copyOf(found);
        activeBounds = List.copyOf(activeBounds);
        residuals = List.copyOf(residuals);
    }

    /// Labels of the figures that were taken out, in order.
    public List<String> suspects() {
        return found.stream().map(Suspect::label).toList();
    }

    /// True if figures or balances fix the quantity.
    public boolean isObservable(int quantity) {
        return Double.isFinite(sds.get(quantity));
    }

    /// The 90 % interval of a quantity within bounds.
    ///
    /// @param low lower bound of the quantity
    /// @param high upper bound
    public Range interval(int quantity, double low, double high) {
        double value = values.get(quantity);
        double half = isObservable(quantity) ? SIDE_90 * sds.get(quantity) : Double.POSITIVE_INFINITY;
        return new Range(
                value, Math.min(value, Math.max(low, value - half)), Math.max(value, Math.min(high, value + half)));
    }

    /// What the balance did to one figure.
    ///
    /// @param label the figure
    /// @param quantity index of its quantity
    /// @param observed what the source says
    /// @param balanced what the network implies
    /// @param z absolute adjustment over its standard deviation; 0 where the figure cannot be tested
    public record Adjustment(String label, int quantity, double observed, double balanced, double z) {}

    /// A figure that the rest of the network contradicts.
    ///
    /// @param label the figure that was taken out
    /// @param z its test value when it was
    /// @param tied figures that the balances cannot tell from it: either of them may be wrong
    public record Suspect(String label, double z, List<String> tied) {

        /// Copies the list.
        public Suspect {
            tied = List.copyOf(tied);
        }
    }

    /// How well one balance closes.
    ///
    /// @param label the balance
    /// @param before sum over the observed values (unobserved ones at their balanced value)
    /// @param after sum over the balanced values
    /// @param throughput sum of absolute terms, balanced
    /// @param sd how much it may be off; 0 for a hard row
    public record Residual(String label, double before, double after, double throughput, double sd) {}

    /// How the quantities vary together after the balance: draws from the posterior, each of which balances.
    public static final class Draws {

        private final Reconciled solution;
        private final Measured measured;
        private final int normals;

        Draws(Reconciled solution, Measured measured) {
            this.solution = solution;
            this.measured = measured;
            this.normals = measured.columns;
        }

        /// A factor `L` of the posterior covariance: `L z` with independent standard normals is a draw of the
        /// deviations, and balances.
        ///
        /// @param dropped quantities that are held where they are, besides those on a bound
        /// @return one row per quantity, each as long as its last entry that is not 0
        /// @throws IllegalArgumentException if there are too many quantities to keep a factor
        public double[][] factor(boolean[] dropped) {
            return PosteriorFactor.of(solution.holding(dropped), measured);
        }

        /// How many independent standard normals a draw takes.
        public int normals() {
            return normals;
        }

        /// Deviations of all quantities from their balanced values for one draw. Quantities on a bound, and
        /// those that nothing fixes, stay.
        public double[] deviations(double[] standardNormals) {
            if (standardNormals.length != normals) {
                throw new IllegalArgumentException(
                        "A draw takes %d normals, got %d.".formatted(normals, standardNormals.length));
            }
            return solution.draw(standardNormals);
        }
    }
}
