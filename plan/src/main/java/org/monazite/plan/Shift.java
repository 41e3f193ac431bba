package org.monazite.plan;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// A partner who loses more with the plan than without it.
///
/// @param partner place code
/// @param banId its worst ban with the plan
/// @param before part of its demand unmet in its worst ban without the plan
/// @param after the same with it
/// @param unmet part unmet in that ban with the plan, by partner
/// @param held the same if the partner is held at what it lost without the plan, nothing else bought;
/// empty if the decisions do not allow it: others have bought what it used to get
public record Shift(
        String partner,
        String banId,
        double before,
        double after,
        SortedMap<String, Double> unmet,
        SortedMap<String, Double> held) {

    /// Copies the maps.
    public Shift {
        unmet = Collections.unmodifiableSortedMap(new TreeMap<>(unmet));
        held = Collections.unmodifiableSortedMap(new TreeMap<>(held));
    }
}
