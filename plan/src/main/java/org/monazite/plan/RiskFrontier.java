package org.monazite.plan;

import java.util.List;

/// What caution costs: plans for rising weights of the mean of the worst years. Money is US dollars a year.
///
/// @param points by weight, from 0 (the expected value alone) to 1 (the worst years alone)
/// @param part of the years that are the worst, such as 0.1
/// @param before what bans cost without any plan
/// @param tailBefore its worst years
public record RiskFrontier(List<Point> points, double part, PlanResult.Loss before, Tail tailBefore) {

    /// Copies the points.
    public RiskFrontier {
        points = List.copyOf(points);
    }

    /// One plan.
    ///
    /// @param weight of the mean of the worst years, 0..1
    /// @param costUsd cost per year to society
    /// @param spentUsd what partners spend, in all
    /// @param loss what bans cost with it
    /// @param tail its worst years
    /// @param missed targets that it misses, such as `worst_ban USA`
    /// @param decisions ids of what is in
    /// @param verified whether our own verifier agrees
    /// @param second what another solver says
    public record Point(
            double weight,
            double costUsd,
            double spentUsd,
            PlanResult.Loss loss,
            Tail tail,
            List<String> missed,
            List<String> decisions,
            boolean verified,
            SecondSolver second) {

        /// Copies the lists.
        public Point {
            missed = List.copyOf(missed);
            decisions = List.copyOf(decisions);
        }
    }

    /// True if every weight gives the same decisions: then caution changes nothing.
    public boolean isOnePlan() {
        return points.stream().map(Point::decisions).distinct().count() <= 1;
    }
}
