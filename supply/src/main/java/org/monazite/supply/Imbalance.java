package org.monazite.supply;

import java.util.List;

/// Where a network does not balance.
///
/// @param worst the worst nodes and cells, the largest relative residual first; empty when all balance
public record Imbalance(List<Row> worst) {

    /// Relative residual up to which a node or cell balances.
    public static final double TOLERANCE = 1e-9;

    /// Copies the rows.
    public Imbalance {
        worst = List.copyOf(worst);
    }

    /// Whether everything balances.
    public boolean isEmpty() {
        return worst.isEmpty();
    }

    /// One node or cell that does not balance.
    ///
    /// @param what the node or the input of a node
    /// @param supplied what comes in or is made, per year
    /// @param used what goes out or is needed, per year
    public record Row(String what, double supplied, double used) {

        /// The residual relative to the larger side.
        public double relative() {
            double size = Math.max(Math.abs(supplied), Math.abs(used));
            return size == 0 ? 0 : Math.abs(supplied - used) / size;
        }

        @Override
        public String toString() {
            return "%s: %.6f supplied, %.6f used".formatted(what, supplied, used);
        }
    }
}
