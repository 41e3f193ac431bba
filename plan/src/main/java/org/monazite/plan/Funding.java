package org.monazite.plan;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How partners may put up their budgets.
///
/// @param lines limits by year and instrument beside the budget of each partner; none if only that counts
/// @param most part of what partners put up for one project that may come by an instrument, 0..1; no entry for all
public record Funding(List<BudgetLine> lines, Map<Instrument, Double> most) {

    /// Public equity stays below half of what is put up for works: above it they would be the state's.
    public static final double EQUITY = 0.49;

    /// One budget per partner, whenever it is spent and however.
    public static final Funding FREE = new Funding(List.of(), Map.of(Instrument.EQUITY, EQUITY));

    /// Checks the shares and copies the collections.
    public Funding {
        lines = List.copyOf(lines);
        EnumMap<Instrument, Double> parts = new EnumMap<>(Instrument.class);
        parts.putAll(most);
        parts.forEach((instrument, part) -> PlanSpec.share("plan.most." + instrument.id(), part));
        most = Collections.unmodifiableMap(parts);
    }

    /// True if it matters when or how money is spent.
    public boolean isDetailed() {
        return !lines.isEmpty();
    }
}
