package org.monazite.plan;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// How a stock of a plan is filled, held and released.
///
/// @param fill tonnes bought, by calendar year
/// @param coverDays days for which it covers what users of its place take in of the product in the target year
/// @param yearlyUsd what it costs to hold, US dollars a year
/// @param releaseTonnes most that is released in a quarter, t
/// @param triggers suppliers whose bans open it; empty for every ban
public record Holding(
        SortedMap<Integer, Double> fill,
        double coverDays,
        double yearlyUsd,
        double releaseTonnes,
        SortedSet<String> triggers) {

    /// Copies the collections.
    public Holding {
        fill = Collections.unmodifiableSortedMap(new TreeMap<>(fill));
        triggers = Collections.unmodifiableSortedSet(new TreeSet<>(triggers));
    }
}
