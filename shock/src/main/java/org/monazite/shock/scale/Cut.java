package org.monazite.shock.scale;

import org.monazite.shock.RationingRule;

/// How much of an order a short supplier serves, packed in one number per supplier and lane, so that
/// customers can look it up. Shares of an order in proportion; ranks as `rank + share` of the first
/// rank that is not served in full; levels with that rank in their two lowest bits (a loss of at most
/// four parts in ten million).
final class Cut {

    /// Everything is served, under every rule but [RationingRule#PROPORTIONAL], where it is 1.
    static final float ALL_RANKS = 4;

    static final float ALL_LEVELS = pack(Float.MAX_VALUE, 3);

    private Cut() {}

    static float all(RationingRule rule) {
        return switch (rule) {
            case PROPORTIONAL -> 1;
            case PRIORITY_PROPORTIONAL, FINAL_LAST -> ALL_RANKS;
            case PRIORITY_WATERFILL -> ALL_LEVELS;
        };
    }

    static float pack(float level, int rank) {
        return Float.intBitsToFloat(Float.floatToRawIntBits(level) & ~3 | rank);
    }

    /// What is shipped of an order; both in normal flows of the link.
    ///
    /// @param rank of the customer; under [RationingRule#FINAL_LAST] all customers have rank 0
    static float served(RationingRule rule, float order, float cut, int rank) {
        return switch (rule) {
            case PROPORTIONAL -> order * cut;
            case PRIORITY_PROPORTIONAL, FINAL_LAST -> order * Math.max(0, Math.min(1, cut - rank));
            case PRIORITY_WATERFILL -> {
                int marginal = Float.floatToRawIntBits(cut) & 3;
                yield rank < marginal ? order : rank == marginal ? Math.min(order, cut) : 0;
            }
        };
    }
}
