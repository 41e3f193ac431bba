package org.monazite.plan;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// How a plan is sought.
///
/// @param traced how traced shares are capped
/// @param pairs whether any two suppliers may stop together
/// @param licences whether the feared supplier may let through a part only
/// @param outages whether the largest plant of a product may stand still
/// @param banLimit limit of unmet demand by partner in place of `targets.worst_ban`; only partners for
/// whom it differs
/// @param lanes whether a sea lane may be shut
/// @param chance probability a year that the feared supplier stops shipments, however long; NaN to take
/// it from the record
/// @param noWorse whether no ban may take more from a partner than it takes without the plan
/// @param bystanders partners who pay nothing and want nothing here, but keep what they have without a plan
public record PlanRules(
        PlanSpec.Traced traced,
        boolean pairs,
        boolean licences,
        boolean outages,
        SortedMap<String, Double> banLimit,
        boolean lanes,
        double chance,
        boolean noWorse,
        SortedSet<String> bystanders) {

    /// Single suppliers that stop everything or a stage, traced shares steered, no partner worse off.
    public static final PlanRules DEFAULT = new PlanRules(
            PlanSpec.Traced.STEERED, false, false, false, new TreeMap<>(), false, Double.NaN, true, new TreeSet<>());

    /// Checks the limits and copies them.
    public PlanRules {
        banLimit = Collections.unmodifiableSortedMap(new TreeMap<>(banLimit));
        banLimit.values().forEach(limit -> PlanSpec.share("plan.ban_limit", limit));
        bystanders = Collections.unmodifiableSortedSet(new TreeSet<>(bystanders));
        if (!Double.isNaN(chance)) {
            PlanSpec.share("plan.chance", chance);
        }
    }

    /// The same with another way to cap traced shares.
    public PlanRules with(PlanSpec.Traced how) {
        return new PlanRules(how, pairs, licences, outages, banLimit, lanes, chance, noWorse, bystanders);
    }

    /// The same with more that may happen.
    public PlanRules withMore(boolean morePairs, boolean moreLicences, boolean moreOutages) {
        return new PlanRules(
                traced,
                pairs || morePairs,
                licences || moreLicences,
                outages || moreOutages,
                banLimit,
                lanes,
                chance,
                noWorse,
                bystanders);
    }

    /// The same with sea lanes that may be shut.
    public PlanRules withLanes(boolean moreLanes) {
        return new PlanRules(
                traced, pairs, licences, outages, banLimit, lanes || moreLanes, chance, noWorse, bystanders);
    }

    /// The same with a chance that the feared supplier stops shipments in a year; NaN for the record's.
    public PlanRules withChance(double perYear) {
        return new PlanRules(traced, pairs, licences, outages, banLimit, lanes, perYear, noWorse, bystanders);
    }

    /// The same with other limits by partner.
    public PlanRules withLimits(Map<String, Double> limits) {
        return new PlanRules(
                traced, pairs, licences, outages, new TreeMap<>(limits), lanes, chance, noWorse, bystanders);
    }

    /// The same with or without the rule that no ban may take more from a partner than without the plan.
    public PlanRules withNoWorse(boolean holds) {
        return new PlanRules(traced, pairs, licences, outages, banLimit, lanes, chance, holds, bystanders);
    }

    /// The same with partners who pay nothing and want nothing, but keep what they have without a plan.
    PlanRules withBystanders(Set<String> others) {
        return new PlanRules(traced, pairs, licences, outages, banLimit, lanes, chance, noWorse, new TreeSet<>(others));
    }
}
