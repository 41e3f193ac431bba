package org.monazite.plan;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// When and how the money of a plan is put up, where the question gives budgets by year or instrument.
///
/// @param lines each line of the budgets, in the order of the question
/// @param starts when each decision starts, and why not sooner, in the order of the decisions
/// @param back by partner and instrument, US dollars: what comes back, if works do as hoped, and what does not
public record Money(List<Used> lines, List<Start> starts, SortedMap<String, Map<Instrument, Double>> back) {

    /// The question leaves open when and how money is put up.
    public static final Money OPEN = new Money(List.of(), List.of(), new TreeMap<>());

    /// Copies the collections.
    public Money {
        lines = List.copyOf(lines);
        starts = List.copyOf(starts);
        TreeMap<String, Map<Instrument, Double>> copy = new TreeMap<>();
        back.forEach((partner, sums) -> {
            EnumMap<Instrument, Double> own = new EnumMap<>(Instrument.class);
            own.putAll(sums);
            copy.put(partner, Collections.unmodifiableMap(own));
        });
        back = Collections.unmodifiableSortedMap(copy);
    }

    /// True if the question says when or how money is put up.
    public boolean isDetailed() {
        return !lines.isEmpty();
    }

    /// A line of a budget under the plan.
    ///
    /// @param usedUsd what the plan takes of it
    /// @param worth US dollars a year that one more US dollar of it would save if works could start in parts;
    /// they start whole, so it is a guide; NaN if it is not known
    public record Used(BudgetLine line, double usedUsd, double worth) {

        private static final double FULL = 1e-6;

        /// True if nothing is left of it.
        public boolean isFull() {
            return usedUsd >= line.usd() - FULL * Math.max(1, line.usd());
        }
    }

    /// When a decision starts.
    ///
    /// @param id of the decision
    /// @param modules that start, by year of their first output; of a stock tonnes, by year of purchase
    /// @param earliest first year in which it could start
    /// @param waitsFor lines that leave too little for a start in that year; none if it waits for nothing
    public record Start(String id, SortedMap<Integer, Double> modules, int earliest, List<BudgetLine> waitsFor) {

        /// Copies the collections.
        public Start {
            modules = Collections.unmodifiableSortedMap(new TreeMap<>(modules));
            waitsFor = List.copyOf(waitsFor);
        }

        /// The first year in which some of it starts.
        public int year() {
            return modules.isEmpty() ? earliest : modules.firstKey();
        }

        /// True if all of it could start sooner.
        public boolean isLate() {
            return year() > earliest;
        }
    }
}
