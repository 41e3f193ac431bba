package org.monazite.shock.internal;

import java.util.Arrays;
import org.monazite.shock.RationingRule;

/// Divides what a short supplier has among its customers. Static, allocates nothing once built.
final class Rationing {

    static final int RANKS = 4;

    private final double[] guarantee;
    private final double[] rest;
    private final double[] ratio;
    private final double[] sorted;

    Rationing(int customers, double[] guarantee) {
        this.guarantee = guarantee.clone();
        this.rest = new double[customers];
        this.ratio = new double[customers];
        this.sorted = new double[customers];
    }

    /// Serves `n` customers: writes `got`, reads the others.
    ///
    /// @param have what the supplier has
    /// @param want what each asks
    /// @param base what each takes in normal times
    /// @param rank class of each, 0 first
    /// @param order true for makers' orders, false for final demand
    void serve(
            RationingRule rule,
            int n,
            double have,
            double[] want,
            double[] base,
            int[] rank,
            boolean[] order,
            double[] got) {
        double wanted = 0;
        for (int i = 0; i < n; i++) {
            wanted += want[i];
        }
        if (wanted <= have) {
            System.arraycopy(want, 0, got, 0, n);
            return;
        }
        switch (rule) {
            case PROPORTIONAL -> share(n, have / wanted, want, got);
            case FINAL_LAST -> finalLast(n, have, want, order, got);
            case PRIORITY_PROPORTIONAL, PRIORITY_WATERFILL -> byRank(rule, n, have, want, base, rank, got);
        }
    }

    private static void share(int n, double part, double[] want, double[] got) {
        for (int i = 0; i < n; i++) {
            got[i] = want[i] * part;
        }
    }

    private static void finalLast(int n, double have, double[] want, boolean[] order, double[] got) {
        double orders = 0;
        double finals = 0;
        for (int i = 0; i < n; i++) {
            orders += order[i] ? want[i] : 0;
            finals += order[i] ? 0 : want[i];
        }
        double forOrders = orders > 0 ? Math.min(1, have / orders) : 0;
        double left = Math.max(0, have - orders);
        double forFinals = finals > 0 ? Math.min(1, left / finals) : 0;
        for (int i = 0; i < n; i++) {
            got[i] = want[i] * (order[i] ? forOrders : forFinals);
        }
    }

    private void byRank(
            RationingRule rule, int n, double have, double[] want, double[] base, int[] rank, double[] got) {
        double promised = 0;
        for (int i = 0; i < n; i++) {
            got[i] = guarantee[rank[i]] * Math.min(want[i], base[i]);
            promised += got[i];
        }
        if (promised > have) {
            share(n, have / promised, got, got);
            return;
        }
        double left = have - promised;
        for (int r = 0; r < RANKS && left > 0; r++) {
            double wanted = 0;
            for (int i = 0; i < n; i++) {
                rest[i] = rank[i] == r ? want[i] - got[i] : 0;
                wanted += rest[i];
            }
            if (wanted <= left) {
                for (int i = 0; i < n; i++) {
                    got[i] += rest[i];
                }
                left -= wanted;
            } else {
                if (rule == RationingRule.PRIORITY_WATERFILL) {
                    waterfill(n, left, base, rank, r, got);
                } else {
                    for (int i = 0; i < n; i++) {
                        got[i] += rest[i] * left / wanted;
                    }
                }
                return;
            }
        }
    }

    /// Raises all customers of a rank to the same level of their baseline: `sum min(rest, level x base) = left`.
    private void waterfill(int n, double left, double[] base, int[] rank, int r, double[] got) {
        int m = 0;
        double slope = 0;
        for (int i = 0; i < n; i++) {
            if (rank[i] == r && base[i] > 0) {
                ratio[i] = rest[i] / base[i];
                sorted[m++] = ratio[i];
                slope += base[i];
            }
        }
        Arrays.sort(sorted, 0, m);
        double level = 0;
        double filled = 0;
        for (int k = 0; k < m; k++) {
            double next = filled + (sorted[k] - level) * slope;
            if (next >= left) {
                break;
            }
            filled = next;
            level = sorted[k];
            slope = 0;
            for (int i = 0; i < n; i++) {
                slope += rank[i] == r && base[i] > 0 && ratio[i] > level ? base[i] : 0;
            }
        }
        level += slope > 0 ? (left - filled) / slope : 0;
        for (int i = 0; i < n; i++) {
            if (rank[i] == r && base[i] > 0) {
                got[i] += Math.min(rest[i], level * base[i]);
            }
        }
    }
}
