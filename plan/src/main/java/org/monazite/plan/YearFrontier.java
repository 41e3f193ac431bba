package org.monazite.plan;

import java.util.List;

/// What waiting saves: for each year the cheapest plan by which the targets hold from that year on.
///
/// @param points by rising year
/// @param knee index of the year after which another year of waiting saves less than a fifth of what a year saved up
/// to there; -1 if no year keeps all targets
public record YearFrontier(List<Point> points, int knee) {

    /// Copies the points.
    public YearFrontier {
        points = List.copyOf(points);
        if (knee < -1 || knee >= points.size()) {
            throw new IllegalArgumentException(
                    "The knee must be one of %d points or -1, was %d.".formatted(points.size(), knee));
        }
    }

    /// One plan. Where it misses a target it is the nearest one, and its cost is not the price of the targets.
    ///
    /// @param year from which the targets are to hold
    /// @param costUsd cost per year to society
    /// @param spentUsd what the partners spend over all plan years
    /// @param worstUnmet part of a partner's demand unmet in the worst ban
    /// @param missed targets that it misses by the plan's own arithmetic, such as `worst_ban USA`
    /// @param decisions ids of what is in, sorted
    /// @param proved whether no cheaper plan exists, within the gap
    /// @param verified whether our own verifier agrees
    /// @param second what another solver says
    public record Point(
            int year,
            double costUsd,
            double spentUsd,
            double worstUnmet,
            List<String> missed,
            List<String> decisions,
            boolean proved,
            boolean verified,
            SecondSolver second) {

        /// Copies the lists.
        public Point {
            missed = List.copyOf(missed);
            decisions = List.copyOf(decisions);
        }

        /// Whether every target is kept.
        public boolean keepsAll() {
            return missed.isEmpty();
        }
    }
}
