package org.monazite.supply;

import java.util.List;
import java.util.Optional;

/// A named time series, such as GDP of a place or a published import share.
///
/// @param id the name in files, such as `JP_REE_IMPORT_CN_SHARE`
/// @param place place code, empty when the series is not about one place
/// @param unit the unit as published: `%`, `trillion JPY`, `t`
/// @param definition what exactly is counted
/// @param points its values in the order of the source; a period may occur twice when sources differ
public record Series(String id, String place, String unit, String definition, List<Point> points) {

    /// Copies the points.
    public Series {
        points = List.copyOf(points);
    }

    /// One value.
    ///
    /// @param period ISO year, half-year `2024-H1`, month `2025-04` or fiscal year `FY2025`
    /// @param value the value and its range
    /// @param flag how careful a reader must be
    /// @param citation who says so
    /// @param note remark of the source
    public record Point(String period, Range value, Flag flag, Citation citation, String note) {}

    /// The first point of this period.
    public Optional<Point> find(String period) {
        return points.stream().filter(point -> point.period().equals(period)).findFirst();
    }

    /// The point of the latest period, by text order of the periods.
    public Optional<Point> latest() {
        return points.stream().max((a, b) -> a.period().compareTo(b.period()));
    }
}
