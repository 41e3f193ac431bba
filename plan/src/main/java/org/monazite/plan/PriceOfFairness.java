package org.monazite.plan;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What it costs that no ban takes more from a partner than it takes without the plan.
///
/// @param binds whether the rule changes the plan; the rest is said only if it does
/// @param pricedUsd yearly cost and expected value at risk with the rule, less those without it; below zero
/// where without it a target of another partner could be kept better, at a price
/// @param spentUsd money of all partners without the rule
/// @param worst part of each partner's demand unmet in its worst ban, with the rule
/// @param worstWithout the same without the rule
/// @param proof who has checked the plan without the rule
public record PriceOfFairness(
        boolean binds,
        double pricedUsd,
        double spentUsd,
        SortedMap<String, Double> worst,
        SortedMap<String, Double> worstWithout,
        Proof proof) {

    /// The rule does not hold, or holds by itself.
    public static final PriceOfFairness NONE =
            new PriceOfFairness(false, 0, Double.NaN, new TreeMap<>(), new TreeMap<>(), Proof.NOT_NEEDED);

    /// Copies the maps.
    public PriceOfFairness {
        worst = Collections.unmodifiableSortedMap(new TreeMap<>(worst));
        worstWithout = Collections.unmodifiableSortedMap(new TreeMap<>(worstWithout));
    }
}
