package org.monazite.shock;

import java.util.Arrays;
import java.util.List;
import org.monazite.shock.internal.Ranks;

/// What many runs say about one number: quantiles, each with the interval that its Monte-Carlo error
/// leaves.
///
/// @param members how many runs
/// @param mean of all
/// @param points at 5, 10, 25, 50, 75, 90 and 95 %
public record Spread(int members, double mean, List<Point> points) {

    private static final double[] SHARES = {0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95};

    /// A quantile.
    ///
    /// @param share of the members below it
    /// @param value linear between order statistics (type 7 of Hyndman and Fan, 1996)
    /// @param low the order statistic below which the true quantile lies in at most 1 of 20 cases; NaN if
    /// there are
    /// too few members to say
    /// @param high likewise above
    public record Point(double share, double value, double low, double high) {}

    /// Copies the points.
    public Spread {
        points = List.copyOf(points);
    }

    /// The spread of some values, at least one; they are copied and sorted.
    public static Spread of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (double value : sorted) {
            sum += value;
        }
        return new Spread(
                sorted.length,
                sum / sorted.length,
                Arrays.stream(SHARES).mapToObj(share -> point(sorted, share)).toList());
    }

    private static Point point(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        double value = sorted[below] + (position - below) * (sorted[above] - sorted[below]);
        int low = Ranks.low(sorted.length, share);
        int high = Ranks.high(sorted.length, share);
        return new Point(
                share,
                value,
                low < 1 ? Double.NaN : sorted[low - 1],
                high > sorted.length ? Double.NaN : sorted[high - 1]);
    }

    /// The quantile of a share that is among the points.
    ///
    /// @throws IllegalArgumentException if it is not
    public Point at(double share) {
        return points.stream()
                .filter(point -> Math.abs(point.share() - share) < 1e-9)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A spread has no quantile at " + share + "."));
    }

    /// The median.
    public Point median() {
        return at(0.5);
    }
}
