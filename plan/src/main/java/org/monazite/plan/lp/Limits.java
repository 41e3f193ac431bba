package org.monazite.plan.lp;

/// When a run may stop.
///
/// @param seconds wall-clock seconds, 0 or more; infinity for no limit
/// @param gap how far the objective may lie above the proven bound, relative to the objective, 0 or
///     more; it matters only to models with integers
/// @param enough objective at which a model with integers may stop unproved, whatever the gap; -infinity for none
public record Limits(double seconds, double gap, double enough) {

    /// No time limit, a gap of 1e-4.
    public static final Limits NONE = new Limits(Double.POSITIVE_INFINITY, 1e-4);

    /// No time limit, and integers solved to proven optimality.
    public static final Limits EXACT = new Limits(Double.POSITIVE_INFINITY, 0);

    /// Checks the numbers.
    public Limits {
        if (!(seconds >= 0)) { // also refuses NaN
            throw new IllegalArgumentException("limits.seconds must be 0 or more, was '%s'.".formatted(seconds));
        }
        if (!(gap >= 0 && gap < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("limits.gap must be 0 or more and finite, was '%s'.".formatted(gap));
        }
        if (Double.isNaN(enough)) {
            throw new IllegalArgumentException("limits.enough must be a number.");
        }
    }

    /// Limits that stop at no objective unproved.
    public Limits(double seconds, double gap) {
        this(seconds, gap, Double.NEGATIVE_INFINITY);
    }

    /// The same gap with another time limit.
    public Limits within(double atMostSeconds) {
        return new Limits(atMostSeconds, gap, enough);
    }

    /// The same, but content with a plan of this objective or less: for models with a bound from elsewhere.
    public Limits until(double objective) {
        return new Limits(seconds, gap, objective);
    }
}
