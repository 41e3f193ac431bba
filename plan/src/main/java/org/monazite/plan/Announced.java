package org.monazite.plan;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The same question where only works that somebody has announced may be backed, besides stocks, programmes and
/// contracts. A plan may rest on generic plants that nobody has announced: this is what it costs to do without.
///
/// @param asked false where the plan rests on no generic plant, or nothing was asked
/// @param decisions of that plan
/// @param costUsd its cost per year to society
/// @param spentUsd money it uses, by partner
/// @param after what bans cost with it
/// @param ifLate what bans cost with it if decided works are late; an empty id of the worst ban where not asked
/// @param kept whether it keeps every target
/// @param proof who has checked it
public record Announced(
        boolean asked,
        List<Decision> decisions,
        double costUsd,
        SortedMap<String, Double> spentUsd,
        PlanResult.Loss after,
        PlanResult.Loss ifLate,
        boolean kept,
        Proof proof) {

    /// The plan rests on no generic plant, or nothing was asked.
    public static final Announced NONE = new Announced(
            false, List.of(), 0, new TreeMap<>(), PlanResult.Loss.NONE, PlanResult.Loss.NONE, true, Proof.NOT_NEEDED);

    /// Copies the collections.
    public Announced {
        decisions = List.copyOf(decisions);
        spentUsd = Collections.unmodifiableSortedMap(new TreeMap<>(spentUsd));
    }

    /// Money that the plan uses, all partners.
    public double totalSpentUsd() {
        double sum = 0;
        for (double usd : spentUsd.values()) {
            sum += usd;
        }
        return sum;
    }
}
