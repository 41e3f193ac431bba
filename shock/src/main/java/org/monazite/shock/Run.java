package org.monazite.shock;

import java.util.List;

/// A run by weeks (week w = days 7w .. 7w + 6).
///
/// @param weeks how many
/// @param lines what happened to each product at each place
/// @param valueLost value added at risk per place and week, US dollars
/// @param spots spot price per product and place and week, times the baseline, at week's end
/// @param massError largest relative error of the mass balance over all days
public record Run(int weeks, List<Line> lines, List<Track> valueLost, List<Track> spots, double massError) {

    /// Copies the lists.
    public Run {
        lines = List.copyOf(lines);
        valueLost = List.copyOf(valueLost);
        spots = List.copyOf(spots);
    }

    /// One product at one place: its makers there, and those who use it there.
    ///
    /// @param productId the product
    /// @param place place code
    /// @param output output over baseline per week; empty if nobody makes it there
    /// @param unmet part of the baseline use that is missing, per week, 0..1; empty if nobody uses it there. At
    /// makers it is the need that the stock did not cover: `sum max(0, min(ae X_opt, A) - S)` over `7 sum A`, with
    /// `X_opt` what the maker would make if it had all inputs and `S` its stock before the use of the day; a maker
    /// that takes less because its customers ask for less misses nothing. In using sectors and final demand it is
    /// what is used less than in normal times: `max(0, 1 - served / baseline)`
    /// @param cover days of use that users hold at week's end; empty if nobody uses it there
    /// @param firstEmptyWeek first week in which a user has run dry, counted from 1; 0 for never
    public record Line(
            String productId,
            String place,
            List<Double> output,
            List<Double> unmet,
            List<Double> cover,
            int firstEmptyWeek) {

        /// Copies the lists.
        public Line {
            output = List.copyOf(output);
            unmet = List.copyOf(unmet);
            cover = List.copyOf(cover);
        }

        /// The week, counted from 1, in which most is missing; 0 if nothing ever is.
        public int worstWeek() {
            int worst = 0;
            double most = 1e-6;
            for (int week = 0; week < unmet.size(); week++) {
                if (unmet.get(week) > most) {
                    most = unmet.get(week);
                    worst = week + 1;
                }
            }
            return worst;
        }

        /// Part missing in the worst week, 0..1.
        public double worstUnmet() {
            return unmet.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        }
    }

    /// A weekly series of a place, or of a product at a place.
    ///
    /// @param key place code, or `product@place`
    /// @param values one per week
    public record Track(String key, List<Double> values) {

        /// Copies the list.
        public Track {
            values = List.copyOf(values);
        }

        /// The sum over all weeks.
        public double total() {
            double sum = 0;
            for (double value : values) {
                sum += value;
            }
            return sum;
        }
    }

    /// The line of a product at a place.
    public java.util.Optional<Line> find(String productId, String place) {
        return lines.stream()
                .filter(line ->
                        line.productId().equals(productId) && line.place().equals(place))
                .findFirst();
    }
}
