package org.monazite.plan;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The same question when all works that are decided, but do not run yet, come later than the plan counts
/// on: what bans do then without a plan and with this one, and the plan that is best then.
///
/// @param years how much later; 0 where nothing was asked or nothing would change
/// @param before what bans cost then without a plan
/// @param withPlan what they cost then with the decisions of this plan
/// @param after what they cost then with the plan that is best then
/// @param onTime what they cost with that plan if works come as counted
/// @param decisions of the plan that is best then
/// @param costUsd its cost per year to society
/// @param spentUsd money it uses, by partner
/// @param kept whether it keeps every target then
/// @param proof who has checked it
public record Late(
        int years,
        PlanResult.Loss before,
        PlanResult.Loss withPlan,
        PlanResult.Loss after,
        PlanResult.Loss onTime,
        List<Decision> decisions,
        double costUsd,
        SortedMap<String, Double> spentUsd,
        boolean kept,
        Proof proof) {

    /// Nothing was asked, or nothing would change.
    public static final Late NONE = new Late(
            0,
            PlanResult.Loss.NONE,
            PlanResult.Loss.NONE,
            PlanResult.Loss.NONE,
            PlanResult.Loss.NONE,
            List.of(),
            0,
            new TreeMap<>(),
            true,
            Proof.NOT_NEEDED);

    /// Copies the collections.
    public Late {
        decisions = List.copyOf(decisions);
        spentUsd = Collections.unmodifiableSortedMap(new TreeMap<>(spentUsd));
    }

    /// True if there is an answer.
    public boolean isAsked() {
        return years > 0;
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
