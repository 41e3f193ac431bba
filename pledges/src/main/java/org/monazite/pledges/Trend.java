package org.monazite.pledges;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.monazite.pledges.Assessment.Drift;
import org.monazite.supply.Range;

/// Which way a series moves against a target.
final class Trend {

    /// A move of less than this part of the way to the target counts as none: published shares are rounded.
    private static final double ON_LINE = 0.05;

    /// Upper quartile of Student's t for 1, 2, ... degrees of freedom; beyond the table that of the normal curve.
    private static final double[] UPPER_QUARTILE = {
        1.0, 0.816497, 0.764892, 0.740697, 0.726687, 0.717558, 0.711142, 0.706387, 0.702722, 0.699812
    };

    private static final double NORMAL_UPPER_QUARTILE = 0.674490;

    private Trend() {}

    /// One value of a series.
    ///
    /// @param when last day of its period
    /// @param value the value
    record Point(LocalDate when, double value) {}

    /// Compares the latest point with a straight line from the point at signing (or the first one) to the target on
    /// the due date. Without due date only the direction of the last step counts.
    ///
    /// @param points oldest first
    /// @param rising whether a larger value is better
    static Drift drift(
            List<Point> points, Optional<LocalDate> signed, Optional<LocalDate> due, double target, boolean rising) {
        if (points.size() < 2) {
            return Drift.UNKNOWN;
        }
        Point last = points.getLast();
        if (due.isEmpty() || Double.isNaN(target)) {
            double step = last.value() - points.get(points.size() - 2).value();
            return step == 0 ? Drift.UNKNOWN : (step > 0) == rising ? Drift.ON_LINE : Drift.BEHIND;
        }
        Point start = points.getFirst();
        for (Point point : points) {
            if (signed.isPresent() && !point.when().isAfter(signed.get())) {
                start = point;
            }
        }
        double way = ChronoUnit.DAYS.between(start.when(), due.get());
        double gone = ChronoUnit.DAYS.between(start.when(), last.when());
        if (way <= 0 || gone <= 0) {
            return Drift.UNKNOWN;
        }
        double expected = start.value() + (target - start.value()) * Math.min(1, gone / way);
        double ahead = rising ? last.value() - expected : expected - last.value();
        double tolerance = ON_LINE * Math.abs(target - start.value());
        return ahead > tolerance ? Drift.AHEAD : ahead < -tolerance ? Drift.BEHIND : Drift.ON_LINE;
    }

    /// Least squares line through the points, continued to a day, with its 50 % prediction interval
    /// `t(0.75, n - 2) * s * sqrt(1 + 1/n + (x - mean)^2 / Sxx)`.
    ///
    /// @return empty with fewer than three points or when they are of one day
    static Optional<Range> projection(List<Point> points, LocalDate day) {
        int n = points.size();
        if (n < 3) {
            return Optional.empty();
        }
        double meanX = 0;
        double meanY = 0;
        for (Point point : points) {
            meanX += years(point.when()) / n;
            meanY += point.value() / n;
        }
        double sxx = 0;
        double sxy = 0;
        for (Point point : points) {
            double dx = years(point.when()) - meanX;
            sxx += dx * dx;
            sxy += dx * (point.value() - meanY);
        }
        if (sxx == 0) {
            return Optional.empty();
        }
        double slope = sxy / sxx;
        double squares = 0;
        for (Point point : points) {
            double miss = point.value() - (meanY + slope * (years(point.when()) - meanX));
            squares += miss * miss;
        }
        double ahead = years(day) - meanX;
        double value = meanY + slope * ahead;
        double half = quartile(n - 2) * Math.sqrt(squares / (n - 2) * (1 + 1.0 / n + ahead * ahead / sxx));
        return Optional.of(new Range(value, value - half, value + half));
    }

    private static double years(LocalDate day) {
        return day.toEpochDay() / 365.25;
    }

    private static double quartile(int freedom) {
        return freedom <= UPPER_QUARTILE.length ? UPPER_QUARTILE[freedom - 1] : NORMAL_UPPER_QUARTILE;
    }

    /// Whether a larger value is better under a comparator; empty where the comparator says nothing.
    static OptionalDouble sign(String comparator) {
        return switch (comparator) {
            case ">=", "increase" -> OptionalDouble.of(1);
            case "<", "<=", "decrease" -> OptionalDouble.of(-1);
            default -> OptionalDouble.empty();
        };
    }
}
