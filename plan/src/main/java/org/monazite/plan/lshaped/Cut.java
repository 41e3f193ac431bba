package org.monazite.plan.lshaped;

import org.monazite.plan.lp.Status;

/// What one episode says about a decision `x0`: `value + slope · (x - x0)` lies below its cost everywhere;
/// or, if the decision is impossible in it, below what is missing, so that it must not be above zero.
public final class Cut {

    private static final int[] NO_COLUMNS = {};
    private static final double[] NO_NUMBERS = {};

    final Status status;
    final double value;
    final double cost;
    final int[] columns;
    final double[] slopes;
    final double[] plan;

    private Cut(Status status, double value, double cost, int[] columns, double[] slopes, double[] plan) {
        this.status = status;
        this.value = value;
        this.cost = cost;
        this.columns = columns;
        this.slopes = slopes;
        this.plan = plan;
    }

    /// An answer. Takes over the arrays: they are not copied.
    ///
    /// @param status OPTIMAL, or INFEASIBLE if the decision is impossible
    /// @param value where the cut touches
    /// @param cost of the episode, which is less than the value where rows were short at a price
    /// @param columns of the first stage, none of them twice
    /// @param slopes one for each of the columns
    /// @param plan values of the columns of the episode; empty if nobody asks for them
    public static Cut of(Status status, double value, double cost, int[] columns, double[] slopes, double[] plan) {
        if (columns.length != slopes.length) {
            throw new IllegalArgumentException(
                    "A cut has as many slopes as columns, was %d and %d.".formatted(slopes.length, columns.length));
        }
        return new Cut(status, value, cost, columns, slopes, plan);
    }

    /// The end: an episode without an answer.
    public static Cut none(Status status) {
        return new Cut(status, Double.NaN, Double.NaN, NO_COLUMNS, NO_NUMBERS, NO_NUMBERS);
    }

    /// How the episode's model ended.
    public Status status() {
        return status;
    }

    /// Value of a column of the episode.
    double plan(int column) {
        return plan[column];
    }
}
