package org.monazite.exposure;

import java.util.Arrays;

/// What draws of a number look like. Draws in which it is not defined are left out and counted.
///
/// @param p5 five in a hundred lie below
/// @param p50 the median
/// @param p95 five in a hundred lie above
/// @param standardError standard error of the worst of the three that comes from the number of draws
/// @param defined part of the draws in which the number is defined, 0..1
public record Percentiles(double p5, double p50, double p95, double standardError, double defined) {

    /// Of all draws of a number, in any order.
    public static Percentiles of(double[] draws) {
        double[] sorted = Arrays.stream(draws)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return new Percentiles(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0);
        }
        double error = Math.max(error(sorted, 0.05), Math.max(error(sorted, 0.5), error(sorted, 0.95)));
        return new Percentiles(
                at(sorted, 0.05), at(sorted, 0.5), at(sorted, 0.95), error, (double) sorted.length / draws.length);
    }

    /// Linear between order statistics (type 7 of Hyndman and Fan, The American Statistician 50, 1996).
    private static double at(double[] sorted, double p) {
        double place = p * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /// Half the distance of the order statistics one binomial standard deviation away.
    private static double error(double[] sorted, double p) {
        double part = Math.sqrt(p * (1 - p) / sorted.length);
        return (at(sorted, Math.min(1, p + part)) - at(sorted, Math.max(0, p - part))) / 2;
    }
}
