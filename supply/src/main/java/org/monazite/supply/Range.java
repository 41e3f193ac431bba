package org.monazite.supply;

/// A value and its 90 % interval.
///
/// @param value the value
/// @param low lower end, at most `value`
/// @param high upper end, at least `value`
public record Range(double value, double low, double high) {

    /// Checks the order; refuses NaN.
    public Range {
        if (!(low <= value && value <= high)) {
            throw new IllegalArgumentException(
                    "A range needs low <= value <= high, was %s <= %s <= %s.".formatted(low, value, high));
        }
    }

    /// A value that is taken as exact.
    public static Range exactly(double value) {
        return new Range(value, value, value);
    }

    /// The range times a positive factor.
    public Range times(double factor) {
        if (!(factor >= 0)) {
            throw new IllegalArgumentException("A range is scaled by zero or more, was " + factor);
        }
        return new Range(value * factor, low * factor, high * factor);
    }
}
