package org.monazite.shock.scale;

import java.util.Arrays;
import org.monazite.shock.RationingRule;
import org.monazite.supply.UseClass;

/// Divides what one short supplier has in one lane among its customers and final demand, rank by rank.
final class Division {

    private static final int RANKS = 4;
    private static final int FINAL = UseClass.HOUSEHOLD.ordinal();

    private double[] ratio = new double[64];
    private double[] weight = new double[64];
    private byte[] rank = new byte[64];
    private double[] points = new double[64]; // breakpoints of a rank, with their weights
    private double[] masses = new double[64];
    private int size;
    float cut;
    float finalShare;

    /// Begins with nobody.
    void clear() {
        size = 0;
    }

    /// Adds a customer: what it wants as a multiple of its normal flow, and that flow.
    void add(double wantRatio, double normal, int customerRank) {
        if (size == ratio.length) {
            int more = 2 * size;
            ratio = Arrays.copyOf(ratio, more);
            weight = Arrays.copyOf(weight, more);
            rank = Arrays.copyOf(rank, more);
            points = new double[more];
            masses = new double[more];
        }
        ratio[size] = wantRatio;
        weight[size] = normal;
        rank[size++] = (byte) customerRank;
    }

    /// Divides; afterwards [#cut] and [#finalShare] hold.
    ///
    /// @param have what the supplier has
    /// @param finalRatio final demand as a multiple of the normal one
    /// @param finalNormal normal final demand, as a share of normal output
    /// @return share of the orders of firms that is served
    float divide(RationingRule rule, double have, double finalRatio, double finalNormal) {
        int finalRank = rule == RationingRule.FINAL_LAST ? 1 : FINAL;
        double left = have;
        double ordered = 0;
        double shipped = 0;
        cut = Cut.all(rule);
        finalShare = 1;
        boolean done = false;
        for (int r = 0; r < RANKS; r++) {
            double orders = 0;
            for (int i = 0; i < size; i++) {
                orders += rank[i] == r ? ratio[i] * weight[i] : 0;
            }
            double finals = finalRank == r ? finalRatio * finalNormal : 0;
            ordered += orders;
            if (done) {
                finalShare = finalRank == r ? 0 : finalShare;
            } else if (orders + finals <= left) {
                left -= orders + finals;
                shipped += orders;
            } else {
                shipped += partial(rule, r, left, orders, finals, finalRatio, finalNormal);
                done = true;
            }
        }
        return ordered > 0 ? (float) Math.min(1, shipped / ordered) : 1;
    }

    /// Serves the rank that cannot be served in full; returns what its firms get.
    private double partial(
            RationingRule rule,
            int r,
            double left,
            double orders,
            double finals,
            double finalRatio,
            double finalNormal) {
        if (rule != RationingRule.PRIORITY_WATERFILL) {
            double share = left / (orders + finals);
            cut = (float) (r + share);
            finalShare = finals > 0 ? (float) share : finalShare;
            return orders * share;
        }
        int n = 0;
        for (int i = 0; i < size; i++) {
            if (rank[i] == r) {
                points[n] = ratio[i];
                masses[n++] = weight[i];
            }
        }
        if (finals > 0) {
            if (n == points.length) {
                points = Arrays.copyOf(points, n + 1);
                masses = Arrays.copyOf(masses, n + 1);
            }
            points[n] = finalRatio;
            masses[n++] = finalNormal;
        }
        double level = level(points, masses, n, left);
        cut = Cut.pack((float) level, r);
        double got = 0;
        for (int i = 0; i < size; i++) {
            got += rank[i] == r ? Math.min(ratio[i], level) * weight[i] : 0;
        }
        finalShare = finals > 0 ? (float) (Math.min(finalRatio, level) / finalRatio) : finalShare;
        return got;
    }

    /// The level l with `sum min(point, l) x mass = have`, by selection: linear in the number of
    /// customers on average. Both arrays are put in another order.
    static double level(double[] points, double[] masses, int n, double have) {
        int from = 0;
        int to = n;
        double filled = 0; // by points below the range
        double slope = 0; // masses of points above it
        while (from < to) {
            double pivot = median(points[from], points[(from + to) >>> 1], points[to - 1]);
            int below = from;
            int above = to;
            double low = 0;
            double equal = 0;
            double high = 0;
            for (int i = from; i < above; ) {
                if (points[i] < pivot) {
                    low += points[i] * masses[i];
                    swap(points, masses, i++, below++);
                } else if (points[i] > pivot) {
                    high += masses[i];
                    swap(points, masses, i, --above);
                } else {
                    equal += masses[i++];
                }
            }
            if (filled + low + pivot * (equal + high + slope) >= have) {
                slope += equal + high;
                to = below;
            } else {
                filled += low + pivot * equal;
                from = above;
            }
        }
        return slope > 0 ? (have - filled) / slope : Double.MAX_VALUE;
    }

    private static double median(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    private static void swap(double[] points, double[] masses, int i, int j) {
        double point = points[i];
        points[i] = points[j];
        points[j] = point;
        double mass = masses[i];
        masses[i] = masses[j];
        masses[j] = mass;
    }
}
