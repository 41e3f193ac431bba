package org.monazite.exposure;

import java.util.Arrays;

/// Orders and how they agree.
public final class Ranks {

    private Ranks() {}

    /// Kendall's tau-b: pairs in the same order less pairs in opposite order, over all pairs that neither
    /// list ties; -1..1, NaN if one list has no order. `O(n^2)`.
    ///
    /// @see <a href="https://doi.org/10.1093/biomet/33.3.239">Kendall, Biometrika 33, 1945</a>
    public static double kendall(double[] x, double[] y) {
        double sum = 0;
        double inX = 0;
        double inY = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < i; j++) {
                double a = Math.signum(x[i] - x[j]);
                double b = Math.signum(y[i] - y[j]);
                sum += a * b;
                inX += a * a;
                inY += b * b;
            }
        }
        return sum / Math.sqrt(inX * inY);
    }

    /// Ranks from 1 (least) to n, ties sharing their mean.
    public static double[] ranks(double[] values) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(values[a], values[b]));
        double[] ranks = new double[values.length];
        for (int i = 0; i < order.length; ) {
            int j = i;
            while (j + 1 < order.length && values[order[j + 1]] == values[order[i]]) {
                j++;
            }
            for (int k = i; k <= j; k++) {
                ranks[order[k]] = 1 + (i + j) / 2.0;
            }
            i = j + 1;
        }
        return ranks;
    }

    /// Spearman's rank correlation, -1..1; NaN if one list is constant.
    public static double spearman(double[] x, double[] y) {
        return pearson(ranks(x), ranks(y));
    }

    static double pearson(double[] x, double[] y) {
        double meanX = mean(x);
        double meanY = mean(y);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : Double.NaN;
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /// The median of the values that are numbers; NaN if there is none.
    public static double median(double[] values) {
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
