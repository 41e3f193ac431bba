package org.monazite.plan;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// How partners may put up their budgets.
///
/// @param lines limits by year and instrument beside the budget of each partner; none if only that counts
/// @param most part of what partners put up for one project that may come by an instrument, 0..1; no entry for all
public record Funding(List<BudgetLine> lines, Map<Instrument, Double> most) {

    /// Public equity stays below half of what is put up for works: above it they would be the state's.
    public static final double EQUITY = 0.49;

    /// A public loan covers four fifths of what is put up for works at most: an estimate, as public lenders leave a
    /// part
    /// of the cost to others.
    public static final double LOAN = 0.8;

    /// One budget per partner, whenever it is spent and however.
    public static final Funding FREE = new Funding(List.of(), Map.of(Instrument.EQUITY, EQUITY, Instrument.LOAN, LOAN));

    /// Checks the shares and copies the collections.
    public Funding {
        lines = List.copyOf(lines);
        EnumMap<Instrument, Double> parts = new EnumMap<>(Instrument.class);
        parts.putAll(most);
        parts.forEach((instrument, part) -> PlanSpec.share("plan.most." + instrument.id(), part));
        most = Collections.unmodifiableMap(parts);
        double together = 0;
        for (Instrument instrument : Instrument.payingFor(Decision.Kind.PROJECT)) {
            together += parts.getOrDefault(instrument, 1.0);
        }
        if (together < 1) {
            throw new IllegalArgumentException("""
                    plan.most_of_project leaves nobody to pay %.0f %% of works: its parts are %s.
                    Maybe raise one of them: grant, equity and loan together must reach 1.""".formatted(100 * (1 - together), parts));
        }
    }

    /// Part of what is put up for a kind of decision that may come by an instrument, 0..1: what has one instrument
    /// alone is paid by it in full.
    public double most(Decision.Kind kind, Instrument instrument) {
        return Instrument.payingFor(kind).size() == 1 ? 1 : most.getOrDefault(instrument, 1.0);
    }

    /// How works are paid where nothing limits an instrument but its part: money that comes back first.
    public SortedMap<Instrument, Double> usualMix() {
        TreeMap<Instrument, Double> mix = new TreeMap<>();
        double left = 1;
        for (Instrument instrument : Instrument.payingFor(Decision.Kind.PROJECT)) {
            double part = Math.min(left, most.getOrDefault(instrument, 1.0));
            if (part > 0) {
                mix.put(instrument, part);
            }
            left -= part;
        }
        return mix;
    }

    /// True if some line of these partners limits an instrument.
    public boolean limits(Instrument instrument, List<String> partners) {
        return lines.stream()
                .anyMatch(line -> partners.contains(line.partner())
                        && line.instrument().filter(instrument::equals).isPresent());
    }

    /// The same with every line that many times as large.
    public Funding times(double factor) {
        return new Funding(
                lines.stream()
                        .map(line ->
                                new BudgetLine(line.partner(), line.instrument(), line.year(), line.usd() * factor))
                        .toList(),
                most);
    }

    /// True if it matters when or how money is spent.
    public boolean isDetailed() {
        return !lines.isEmpty();
    }
}
