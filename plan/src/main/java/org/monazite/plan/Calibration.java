package org.monazite.plan;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// How the limit of bans was tightened until the daily engine keeps the target.
///
/// @param asked whether it was
/// @param closed whether the engine keeps the target with the plan shown
/// @param rounds what was tried, first the question as it is
public record Calibration(boolean asked, boolean closed, List<Round> rounds) {

    /// No calibration.
    public static final Calibration NONE = new Calibration(false, false, List.of());

    /// Copies the rounds.
    public Calibration {
        rounds = List.copyOf(rounds);
    }

    /// One plan.
    ///
    /// @param limit of unmet demand that it had to keep, by partner
    /// @param plan unmet in the worst ban by the plan's arithmetic, by partner
    /// @param engine the same by the daily engine, over the bans that were played
    /// @param spentUsd money used by all
    public record Round(
            SortedMap<String, Double> limit,
            SortedMap<String, Double> plan,
            SortedMap<String, Double> engine,
            double spentUsd) {

        /// Copies the maps.
        public Round {
            limit = Collections.unmodifiableSortedMap(new TreeMap<>(limit));
            plan = Collections.unmodifiableSortedMap(new TreeMap<>(plan));
            engine = Collections.unmodifiableSortedMap(new TreeMap<>(engine));
        }
    }
}
