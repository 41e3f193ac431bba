package org.monazite.plan;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What more money buys: plans for rising budgets.
///
/// @param points from the smallest budget to the largest
/// @param knee index of the point after which a dollar spent saves less than a fifth of what it saved up to there
/// @param setting what is needed and can be made without any plan, which says why the knee is where it is
/// @param tracedWithout traced share of what a partner's users take in without any plan, by partner
public record Frontier(List<Point> points, int knee, Setting setting, SortedMap<String, Double> tracedWithout) {

    /// A frontier without a word on its setting.
    public Frontier(List<Point> points, int knee) {
        this(points, knee, Setting.NONE, new TreeMap<>());
    }

    /// Copies the points.
    public Frontier {
        points = List.copyOf(points);
        tracedWithout = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(tracedWithout));
        if (knee < 0 || knee >= points.size()) {
            throw new IllegalArgumentException(
                    "The knee must be one of %d points, was %d.".formatted(points.size(), knee));
        }
    }

    /// One plan.
    ///
    /// @param budgetUsd what all partners may spend
    /// @param spentUsd what they do spend
    /// @param costUsd cost per year to society
    /// @param worstUnmet part of a partner's demand unmet in the worst ban
    /// @param worstUsd value at risk in the worst ban
    /// @param expectedUsd expected value at risk per year
    /// @param missed targets that it misses by the plan's own arithmetic, such as `worst_ban USA`
    /// @param decisions ids of what is in
    /// @param verified whether our own verifier agrees
    /// @param second what another solver says
    /// @param traced part of what a partner's users take in that the feared supplier handled at any stage, in the
    /// target year without a ban, by partner
    /// @param backed the same decisions in full, with sizes; none where only their ids are known
    public record Point(
            double budgetUsd,
            double spentUsd,
            double costUsd,
            double worstUnmet,
            double worstUsd,
            double expectedUsd,
            List<String> missed,
            List<String> decisions,
            boolean verified,
            SecondSolver second,
            SortedMap<String, Double> traced,
            List<Decision> backed) {

        /// A plan of which only the ids of its decisions are known.
        public Point(
                double budgetUsd,
                double spentUsd,
                double costUsd,
                double worstUnmet,
                double worstUsd,
                double expectedUsd,
                List<String> missed,
                List<String> decisions,
                boolean verified,
                SecondSolver second,
                SortedMap<String, Double> traced) {
            this(
                    budgetUsd,
                    spentUsd,
                    costUsd,
                    worstUnmet,
                    worstUsd,
                    expectedUsd,
                    missed,
                    decisions,
                    verified,
                    second,
                    traced,
                    List.of());
        }

        /// Copies the lists.
        public Point {
            missed = List.copyOf(missed);
            decisions = List.copyOf(decisions);
            backed = List.copyOf(backed);
            traced = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(traced));
        }

        /// False if demand is unmet and no value at risk is known for it: then no loss in money is known, and not zero.
        public boolean isValued() {
            return worstUsd > 0 || worstUnmet == 0;
        }
    }
}
