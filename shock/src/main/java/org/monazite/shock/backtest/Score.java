package org.monazite.shock.backtest;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/// How a forecast did on some observed months, beside forecasts that anybody could make.
///
/// @param months observations scored
/// @param wmape `sum |forecast - observed| / sum observed`
/// @param mape mean of `|forecast - observed| / observed`; empty if an observation is below a hundredth of the baseline
/// @param crps continuous ranked probability score of the ensemble, energy form (Gneiting and Raftery 2007), in
/// multiples of the baseline; less is better
/// @param cover share of observations inside the ensemble's 10-90 % band; 0.8 if the band is honest
/// @param naive the same `wmape` of naive forecasts
public record Score(int months, double wmape, OptionalDouble mape, double crps, double cover, Naive naive) {

    private static final double LEAST = 0.01;

    /// What anybody could have said.
    ///
    /// @param lastFitted the last month of the fit goes on
    /// @param before the mean before the measure comes back
    /// @param meanFitted the mean of the fit goes on
    /// @param previous the previous observed month, one step ahead; empty if months are missing throughout
    public record Naive(double lastFitted, double before, double meanFitted, OptionalDouble previous) {}

    /// Scores a central forecast and an ensemble.
    ///
    /// @param observed values, in order of time
    /// @param central forecast of each
    /// @param members by member, then by observation
    /// @param fitted observed values of the fit window, in order of time; may be empty
    /// @param previous the value of the month before each observation; NaN if unknown
    static Score of(double[] observed, double[] central, double[][] members, List<Double> fitted, double[] previous) {
        double last = fitted.isEmpty() ? 1 : fitted.getLast();
        double mean = fitted.isEmpty()
                ? 1
                : fitted.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        boolean zero = Arrays.stream(observed).anyMatch(value -> value < LEAST);
        return new Score(
                observed.length,
                weighted(observed, central),
                zero ? OptionalDouble.empty() : OptionalDouble.of(relative(observed, central)),
                crps(observed, members),
                cover(observed, members),
                new Naive(
                        weighted(observed, constant(last, observed.length)),
                        weighted(observed, constant(1, observed.length)),
                        weighted(observed, constant(mean, observed.length)),
                        oneAhead(observed, previous)));
    }

    private static double[] constant(double value, int length) {
        double[] values = new double[length];
        Arrays.fill(values, value);
        return values;
    }

    static double weighted(double[] observed, double[] forecast) {
        double off = 0;
        double sum = 0;
        for (int i = 0; i < observed.length; i++) {
            off += Math.abs(forecast[i] - observed[i]);
            sum += observed[i];
        }
        return off / sum;
    }

    private static double relative(double[] observed, double[] forecast) {
        double sum = 0;
        for (int i = 0; i < observed.length; i++) {
            sum += Math.abs(forecast[i] - observed[i]) / observed[i];
        }
        return sum / observed.length;
    }

    private static OptionalDouble oneAhead(double[] observed, double[] previous) {
        double off = 0;
        double sum = 0;
        for (int i = 0; i < observed.length; i++) {
            if (!Double.isNaN(previous[i])) {
                off += Math.abs(previous[i] - observed[i]);
                sum += observed[i];
            }
        }
        return sum > 0 ? OptionalDouble.of(off / sum) : OptionalDouble.empty();
    }

    /// `mean |X - y| - mean |X - X'| / 2`, averaged over the observations.
    static double crps(double[] observed, double[][] members) {
        double total = 0;
        for (int i = 0; i < observed.length; i++) {
            double[] sorted = column(members, i);
            double off = 0;
            double spread = 0;
            for (int m = 0; m < sorted.length; m++) {
                off += Math.abs(sorted[m] - observed[i]);
                spread += sorted[m] * (2 * m - sorted.length + 1); // sum of |X - X'| over pairs, once each
            }
            total += off / sorted.length - spread / ((double) sorted.length * sorted.length);
        }
        return total / observed.length;
    }

    private static double cover(double[] observed, double[][] members) {
        int inside = 0;
        for (int i = 0; i < observed.length; i++) {
            double[] sorted = column(members, i);
            inside += observed[i] >= Band.at(sorted, 0.1) && observed[i] <= Band.at(sorted, 0.9) ? 1 : 0;
        }
        return (double) inside / observed.length;
    }

    private static double[] column(double[][] members, int i) {
        double[] values = new double[members.length];
        for (int m = 0; m < values.length; m++) {
            values[m] = members[m][i];
        }
        Arrays.sort(values);
        return values;
    }
}
