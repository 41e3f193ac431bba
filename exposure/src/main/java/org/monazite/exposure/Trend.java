package org.monazite.exposure;

import java.util.List;
import org.monazite.supply.Explained;

/// A number over the years, each point with the source and vintage it comes from. Two sources of one year are
/// two points.
///
/// @param subject product, series or material
/// @param measure what is measured
/// @param points by period, then source
public record Trend(String subject, String measure, List<Point> points) {

    /// Copies the points.
    public Trend {
        points = List.copyOf(points);
    }

    /// One point.
    ///
    /// @param period ISO year
    /// @param sourceId the source, whose id names its edition
    /// @param number the number
    public record Point(String period, String sourceId, Explained number) {}

    /// Difference of the last and the first point that are defined; NaN with fewer than two.
    public double change() {
        List<Point> told =
                points.stream().filter(point -> point.number().isDefined()).toList();
        return told.size() < 2
                ? Double.NaN
                : told.getLast().number().value() - told.getFirst().number().value();
    }

    /// Largest distance between two sources for one period: what a revision or another definition moved.
    public double disagreement() {
        double most = 0;
        for (Point a : points) {
            for (Point b : points) {
                if (a.period().equals(b.period())
                        && a.number().isDefined()
                        && b.number().isDefined()) {
                    most = Math.max(
                            most, Math.abs(a.number().value() - b.number().value()));
                }
            }
        }
        return most;
    }
}
