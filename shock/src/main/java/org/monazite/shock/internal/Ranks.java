package org.monazite.shock.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Which order statistics bound a quantile of the population with 90 % confidence, whatever its
/// distribution: the
/// number of members below it is binomial.
public final class Ranks {

    private static final double TAIL = 0.05;

    private record Key(int members, double share) {}

    private static final Map<Key, int[]> KNOWN = new ConcurrentHashMap<>();

    private Ranks() {}

    /// Rank, from 1, of the lower bound: the largest with `P(B <= rank - 1) <= 5 %`; 0 if there is none.
    public static int low(int members, double share) {
        return of(members, share)[0];
    }

    /// Rank, from 1, of the upper bound: the smallest with `P(B <= rank - 1) >= 95 %`; `members + 1` if
    /// there is none.
    public static int high(int members, double share) {
        return of(members, share)[1];
    }

    private static int[] of(int members, double share) {
        return KNOWN.computeIfAbsent(new Key(members, share), key -> find(key.members(), key.share()));
    }

    private static int[] find(int n, double share) {
        double odds = StrictMath.log(share / (1 - share));
        double logChance = n * StrictMath.log(1 - share); // of nobody below
        double below = 0;
        int low = 0;
        for (int k = 0; k < n; k++) {
            below += StrictMath.exp(logChance); // P(B <= k)
            if (below <= TAIL) {
                low = k + 1;
            }
            if (below >= 1 - TAIL) {
                return new int[] {low, k + 1};
            }
            logChance += StrictMath.log((n - k) / (k + 1.0)) + odds;
        }
        return new int[] {low, n + 1};
    }
}
