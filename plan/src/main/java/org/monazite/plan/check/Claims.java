package org.monazite.plan.check;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a plan says of itself, in US dollars and shares.
///
/// @param costUsd cost to society a year
/// @param spentUsd by partner
/// @param bans what each ban does
/// @param worstUnmet largest part of a partner's demand unmet in a ban
/// @param worstUsd largest value at risk a year in a ban
/// @param expectedUsd probability times value at risk
/// @param tailUsd mean of the worst part of the years
/// @param tailBeyondUsd by how much that of those who want something of the plan misses its target; 0 if it is kept,
/// or none is set
public record Claims(
        double costUsd,
        SortedMap<String, Double> spentUsd,
        List<BanClaim> bans,
        double worstUnmet,
        double worstUsd,
        double expectedUsd,
        double tailUsd,
        double tailBeyondUsd) {

    /// Copies the collections.
    public Claims {
        spentUsd = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(spentUsd));
        bans = List.copyOf(bans);
    }

    /// What a ban does.
    ///
    /// @param unmet part of demand, by partner
    /// @param lossUsd value at risk a year
    /// @param more part of demand that a partner loses beyond what it loses without the plan, of those who are to
    /// keep what they have; no entry for nothing
    public record BanClaim(SortedMap<String, Double> unmet, double lossUsd, SortedMap<String, Double> more) {

        /// Copies the maps.
        public BanClaim {
            unmet = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(unmet));
            more = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(more));
        }
    }
}
