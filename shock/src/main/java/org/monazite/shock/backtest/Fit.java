package org.monazite.shock.backtest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Chooses the unknown numbers of an event by its fit window alone: every combination of the values that the knobs
/// list is played, and the least sum of squared errors (in multiples of the baseline, over all series) wins; the
/// first of equals. No search method, so nothing depends on a start or a stop.
///
/// @param values the chosen numbers, of all knobs
/// @param error root of the mean squared error in the fit window; NaN if nothing is fitted
/// @param tried combinations that were played
public record Fit(Map<Knob.What, Double> values, double error, int tried) {

    private static final int MOST_COMBINATIONS = 20_000;

    /// Copies the values.
    public Fit {
        values = new EnumMap<>(values);
    }

    @Override
    public Map<Knob.What, Double> values() {
        return new EnumMap<>(values);
    }

    /// Fits an event.
    ///
    /// @throws IllegalArgumentException if the lists of values make more than 20,000 combinations
    static Fit of(PastEvent event) {
        List<Map<Knob.What, Double>> candidates = candidates(event);
        if (candidates.size() == 1) {
            return new Fit(candidates.getFirst(), Double.NaN, 1);
        }
        Map<Knob.What, Double> best = candidates.getFirst();
        double least = Double.POSITIVE_INFINITY;
        for (Map<Knob.What, Double> candidate : candidates) {
            double error = error(event, candidate);
            if (error < least) {
                least = error;
                best = candidate;
            }
        }
        return new Fit(best, least, candidates.size());
    }

    private static List<Map<Knob.What, Double>> candidates(PastEvent event) {
        List<Map<Knob.What, Double>> all = new ArrayList<>(List.of(event.defaults()));
        for (Knob knob : event.knobs()) {
            if (!knob.tried().isEmpty()) {
                List<Map<Knob.What, Double>> more = new ArrayList<>();
                for (Map<Knob.What, Double> each : all) {
                    for (double value : knob.tried()) {
                        Map<Knob.What, Double> with = new EnumMap<>(each);
                        with.put(knob.what(), value);
                        more.add(with);
                    }
                }
                all = more;
            }
            if (all.size() > MOST_COMBINATIONS) {
                throw new IllegalArgumentException(
                        "The knobs of '%s' make more than %d combinations.".formatted(event.id(), MOST_COMBINATIONS));
            }
        }
        return all;
    }

    private static double error(PastEvent event, Map<Knob.What, Double> values) {
        Played played = Played.of(event, event.scenario(values));
        double sum = 0;
        int count = 0;
        for (int s = 0; s < event.series().size(); s++) {
            for (Observation each : event.series().get(s).in(Observation.Window.FIT)) {
                double off = played.at(s, each) - each.multiple();
                if (!Double.isNaN(off)) {
                    sum += off * off;
                    count++;
                }
            }
        }
        return count == 0 ? Double.POSITIVE_INFINITY : Math.sqrt(sum / count);
    }
}
