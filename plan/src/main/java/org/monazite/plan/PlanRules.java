package org.monazite.plan;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

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
/// @param risk what the mean of the worst part of the years counts
/// @param funding when and how partners may put up their budgets
/// @param stocks how stocks are filled, held and released
public record PlanRules(
        PlanSpec.Traced traced,
        boolean pairs,
        boolean licences,
        boolean outages,
        SortedMap<String, Double> banLimit,
        boolean lanes,
        double chance,
        boolean noWorse,
        SortedSet<String> bystanders,
        Risk risk,
        Funding funding,
        StockRules stocks) {

    /// Single suppliers that stop everything or a stage, traced shares steered, no partner worse off.
    public static final PlanRules DEFAULT = new PlanRules(
            PlanSpec.Traced.STEERED,
            false,
            false,
            false,
            new TreeMap<>(),
            false,
            Double.NaN,
            true,
            new TreeSet<>(),
            Risk.NEUTRAL,
            Funding.FREE,
            StockRules.DEFAULT);

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
        return changed(rules -> rules.traced = how);
    }

    /// The same with more that may happen.
    public PlanRules withMore(boolean morePairs, boolean moreLicences, boolean moreOutages) {
        return changed(rules -> {
            rules.pairs |= morePairs;
            rules.licences |= moreLicences;
            rules.outages |= moreOutages;
        });
    }

    /// The same with sea lanes that may be shut.
    public PlanRules withLanes(boolean moreLanes) {
        return changed(rules -> rules.lanes |= moreLanes);
    }

    /// The same with a chance that the feared supplier stops shipments in a year; NaN for the record's.
    public PlanRules withChance(double perYear) {
        return changed(rules -> rules.chance = perYear);
    }

    /// The same with other limits by partner.
    public PlanRules withLimits(Map<String, Double> limits) {
        return changed(rules -> rules.banLimit = new TreeMap<>(limits));
    }

    /// The same with or without the rule that no ban may take more from a partner than without the plan.
    public PlanRules withNoWorse(boolean holds) {
        return changed(rules -> rules.noWorse = holds);
    }

    /// The same with another weight of the worst years, or a target for them.
    public PlanRules with(Risk other) {
        return changed(rules -> rules.risk = other);
    }

    /// The same with other rules of when and how money is put up.
    public PlanRules with(Funding other) {
        return changed(rules -> rules.funding = other);
    }

    /// The same with other rules for stocks.
    public PlanRules with(StockRules other) {
        return changed(rules -> rules.stocks = other);
    }

    /// The same with partners who pay nothing and want nothing, but keep what they have without a plan.
    PlanRules withBystanders(Set<String> others) {
        return changed(rules -> rules.bystanders = new TreeSet<>(others));
    }

    private PlanRules changed(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.rules();
    }

    /// Rules that are being changed.
    private static final class Draft {

        private PlanSpec.Traced traced;
        private boolean pairs;
        private boolean licences;
        private boolean outages;
        private SortedMap<String, Double> banLimit;
        private boolean lanes;
        private double chance;
        private boolean noWorse;
        private SortedSet<String> bystanders;
        private Risk risk;
        private Funding funding;
        private StockRules stocks;

        private Draft(PlanRules from) {
            this.traced = from.traced;
            this.pairs = from.pairs;
            this.licences = from.licences;
            this.outages = from.outages;
            this.banLimit = from.banLimit;
            this.lanes = from.lanes;
            this.chance = from.chance;
            this.noWorse = from.noWorse;
            this.bystanders = from.bystanders;
            this.risk = from.risk;
            this.funding = from.funding;
            this.stocks = from.stocks;
        }

        private PlanRules rules() {
            return new PlanRules(
                    traced,
                    pairs,
                    licences,
                    outages,
                    banLimit,
                    lanes,
                    chance,
                    noWorse,
                    bystanders,
                    risk,
                    funding,
                    stocks);
        }
    }
}
