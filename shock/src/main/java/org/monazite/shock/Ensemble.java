package org.monazite.shock;

import java.util.List;
import java.util.Optional;

/// Many runs of one scenario with drawn assumptions: what is likely, what is possible.
///
/// @param weeks length of each run
/// @param members how many runs
/// @param seed of the draws
/// @param lines each product at each place that uses it
/// @param values value at risk of each place that has any
/// @param central the run with the default assumptions
/// @param massError largest relative error of the mass balance over all members
/// @param evidence how sure the losses are and what they depend on
public record Ensemble(
        int weeks,
        int members,
        long seed,
        List<Line> lines,
        List<Value> values,
        Run central,
        double massError,
        Evidence evidence) {

    /// An ensemble of which nothing more is known.
    public Ensemble(
            int weeks, int members, long seed, List<Line> lines, List<Value> values, Run central, double massError) {
        this(weeks, members, seed, lines, values, central, massError, Evidence.NONE);
    }

    /// Copies the lists.
    public Ensemble {
        lines = List.copyOf(lines);
        values = List.copyOf(values);
    }

    /// What may be missing of a product at a place.
    ///
    /// @param productId the product
    /// @param place place code
    /// @param worst part missing in each member's own worst week
    /// @param worstWeek week, from 1, in which the median of the part missing is largest; 0 if it
    /// never rises
    /// @param firstEmptyWeek median week, from 1, in which a user runs dry, where it does in half of the
    /// members or
    /// more; else 0
    /// @param dryShare part of the members in which a user runs dry, 0..1
    /// @param byWeek part missing per week
    /// @param samples paths of the members nearest to P10, P50 and P90 of the worst week
    public record Line(
            String productId,
            String place,
            Quantiles worst,
            int worstWeek,
            int firstEmptyWeek,
            double dryShare,
            List<Quantiles> byWeek,
            List<List<Double>> samples) {

        /// Copies the lists.
        public Line {
            byWeek = List.copyOf(byWeek);
            samples = List.copyOf(samples);
        }
    }

    /// Value at risk of a place, US dollars: an upper bound, as nothing is substituted in the using
    /// industries.
    ///
    /// @param place place code
    /// @param total over all weeks
    /// @param byWeek per week
    public record Value(String place, Quantiles total, List<Quantiles> byWeek) {

        /// Copies the list.
        public Value {
            byWeek = List.copyOf(byWeek);
        }
    }

    /// The line of a product at a place.
    public Optional<Line> find(String productId, String place) {
        return lines.stream()
                .filter(line ->
                        line.productId().equals(productId) && line.place().equals(place))
                .findFirst();
    }

    /// The value at risk of a place.
    public Optional<Value> findValue(String place) {
        return values.stream().filter(value -> value.place().equals(place)).findFirst();
    }
}
