package org.monazite.shock.backtest;

import java.util.List;
import java.util.Optional;

/// What a backtest found.
///
/// @param event its name
/// @param fit the numbers chosen on the fit window
/// @param members of the ensemble
/// @param rows one per series
public record Scorecard(String event, Fit fit, int members, List<Row> rows) {

    /// Copies the rows.
    public Scorecard {
        rows = List.copyOf(rows);
    }

    /// One series.
    ///
    /// @param series what was observed
    /// @param points observation by observation
    /// @param first score of the first three blind observations; empty if the series is not scored
    /// @param whole score of all blind observations; empty if the series is not scored
    /// @param timing empty if fewer than three observations lie in fit and blind together
    public record Row(
            Series series, List<Point> points, Optional<Score> first, Optional<Score> whole, Optional<Timing> timing) {

        /// Copies the points.
        public Row {
            points = List.copyOf(points);
        }
    }

    /// One observation beside the forecast, in multiples of the baseline.
    ///
    /// @param central the run with the fitted numbers
    /// @param band of the ensemble
    public record Point(Observation observation, double central, Band band) {}
}
