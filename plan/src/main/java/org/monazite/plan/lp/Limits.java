package org.monazite.plan.lp;

/// When a run may stop.
///
/// @param seconds wall-clock seconds, 0 or more; infinity for no limit
/// @param gap how far the objective may lie above the proven bound, relative to the objective, 0 or
///     more; it matters only to models with integers
public record Limits(double seconds, double gap) {

    /// No time limit, a gap of 1e-4.
    public static final Limits NONE = new Limits(Double.POSITIVE_INFINITY, 1e-4);

    /// No time limit, and integers solved to proven optimality.
    public static final Limits EXACT = new Limits(Double.POSITIVE_INFINITY, 0);

    /// Checks both numbers.
    public Limits {
        if (!(seconds >= 0)) { // also refuses NaN
            throw new IllegalArgumentException("limits.seconds must be 0 or more, was '%s'.".formatted(seconds));
        }
        if (!(gap >= 0 && gap < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("limits.gap must be 0 or more and finite, was '%s'.".formatted(gap));
        }
    }

    /// The same gap with another time limit.
    public Limits within(double atMostSeconds) {
        return new Limits(atMostSeconds, gap);
    }
}
