package org.monazite.shock;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Rank correlation and a split of variance.
final class Statistics {

    private Statistics() {}

    /// Spearman's rank correlation; equal values share their mean rank. NaN if one side does not vary.
    static double rankCorrelation(double[] a, double[] b) {
        double[] ranksA = ranks(a);
        double[] ranksB = ranks(b);
        double mean = (a.length + 1) / 2.0;
        double both = 0;
        double squareA = 0;
        double squareB = 0;
        for (int i = 0; i < a.length; i++) {
            both += (ranksA[i] - mean) * (ranksB[i] - mean);
            squareA += (ranksA[i] - mean) * (ranksA[i] - mean);
            squareB += (ranksB[i] - mean) * (ranksB[i] - mean);
        }
        return squareA > 0 && squareB > 0 ? both / Math.sqrt(squareA * squareB) : Double.NaN;
    }

    private static double[] ranks(double[] values) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted((x, y) -> values[x] == values[y] ? Integer.compare(x, y) : Double.compare(values[x], values[y]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[values.length];
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + 1 + to) / 2.0;
            }
            from = to;
        }
        return ranks;
    }

    /// Part of the variance that lies between groups, member m being in group m mod `groups`; NaN without
    /// variance.
    static double between(double[] values, int groups) {
        double mean = Arrays.stream(values).sum() / values.length;
        double[] sums = new double[groups];
        int[] counts = new int[groups];
        double total = 0;
        for (int m = 0; m < values.length; m++) {
            sums[m % groups] += values[m];
            counts[m % groups]++;
            total += (values[m] - mean) * (values[m] - mean);
        }
        double between = 0;
        for (int group = 0; group < groups; group++) {
            if (counts[group] > 0) {
                double apart = sums[group] / counts[group] - mean;
                between += counts[group] * apart * apart;
            }
        }
        return total > 0 ? Math.min(1, between / total) : Double.NaN;
    }
}
