package org.monazite.shock;

import java.util.Arrays;

/// The usual five points of a distribution, linear between order statistics (type 7 of Hyndman and Fan, 1996).
///
/// @param p10 one member in ten lies below
/// @param p25 one in four
/// @param p50 the median
/// @param p75 three in four
/// @param p90 nine in ten
public record Quantiles(double p10, double p25, double p50, double p75, double p90) {

    /// The quantiles of some values; they are copied and sorted.
    public static Quantiles of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Quantiles(at(sorted, 0.10), at(sorted, 0.25), at(sorted, 0.50), at(sorted, 0.75), at(sorted, 0.90));
    }

    private static double at(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
