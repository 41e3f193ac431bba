package org.monazite.plan.world;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What everybody has without any plan: the measure of who is worse off with one.
///
/// @param calm a year without a ban
/// @param unmet part of each partner's demand that a ban takes, by [#key] of its episode; episodes that were
/// not looked at have no entry
public record Standing(Flows calm, SortedMap<String, SortedMap<String, Double>> unmet) {

    /// Copies the maps.
    public Standing {
        unmet = Collections.unmodifiableSortedMap(new TreeMap<>(unmet));
    }

    /// Names a ban in an assessed year.
    public static String key(Episode episode) {
        return episode.year() + " " + episode.ban().map(Ban::id).orElse("");
    }

    /// Part of a partner's demand that a ban takes without a plan; all of it where that was not looked at.
    public double unmet(Episode episode, String partner) {
        SortedMap<String, Double> known = unmet.get(key(episode));
        return known == null ? 1 : known.getOrDefault(partner, 1.0);
    }
}
