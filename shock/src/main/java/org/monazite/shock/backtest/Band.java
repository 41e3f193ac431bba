package org.monazite.shock.backtest;

import java.util.Arrays;

/// The middle of an ensemble at one time.
///
/// @param p10 one member in ten lies below
/// @param p50 the median
/// @param p90 nine in ten lie below
public record Band(double p10, double p50, double p90) {

    /// The band of some values, linear between order statistics.
    static Band of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Band(at(sorted, 0.1), at(sorted, 0.5), at(sorted, 0.9));
    }

    static double at(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
