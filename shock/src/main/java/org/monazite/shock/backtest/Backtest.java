package org.monazite.shock.backtest;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.monazite.shock.EnsembleRunner;
import org.monazite.shock.Scenario;
import org.monazite.shock.internal.Draws;

/// Plays a past event: fits the unknown numbers on the first months, plays the rest without looking, and scores what
/// came out beside naive forecasts.
public final class Backtest {

    private static final int FIRST = 3;
    private static final int KNOB_DRAW = 300;
    private static final int NOISE_DRAW = 400;
    private static final int LEAST_MONTHS = 3;

    private Backtest() {}

    /// The scorecard of an event. The same on any number of processors.
    ///
    /// @param members of the ensemble that gives the band, 2 or more
    /// @throws IllegalArgumentException if a series asks for trade that the event's network does not have
    public static Scorecard of(PastEvent event, int members, long seed) {
        Fit fit = Fit.of(event);
        Played central = Played.of(event, event.scenario(fit.values()));
        List<Noisy> ensemble = IntStream.range(0, members)
                .parallel()
                .mapToObj(member -> new Noisy(
                        Played.of(event, member(event, fit, seed, member)), noise(event), new Draws(seed), member))
                .toList();
        List<Scorecard.Row> rows = new ArrayList<>();
        for (int s = 0; s < event.series().size(); s++) {
            rows.add(row(event, s, central, ensemble));
        }
        return new Scorecard(event.id(), fit, members, rows);
    }

    /// A member as an observer would have seen it: months differ in normal times too, so each month of exports or
    /// imports is multiplied with a month from before the measure, drawn with equal chance.
    private record Noisy(Played played, List<double[]> noise, Draws draws, int member) {

        double at(int s, Observation observation) {
            double[] normal = noise.get(s);
            if (normal.length < LEAST_MONTHS) {
                return played.at(s, observation);
            }
            int month = observation.month().getYear() * 12 + observation.month().getMonthValue();
            return played.at(s, observation)
                    * normal[(int) (draws.uniform(member, NOISE_DRAW + s, month) * normal.length)];
        }
    }

    /// Months before the measure over their mean, by series; none for prices.
    private static List<double[]> noise(PastEvent event) {
        YearMonth start = YearMonth.from(event.start());
        return event.series().stream()
                .map(series -> {
                    double[] before = series.observations().stream()
                            .filter(each -> each.month().isBefore(start) && !(series.probe() instanceof Probe.Spot))
                            .mapToDouble(Observation::multiple)
                            .toArray();
                    double mean = Arrays.stream(before).average().orElse(1);
                    return Arrays.stream(before).map(value -> value / mean).toArray();
                })
                .toList();
    }

    /// A member: the engine's parameters as in any ensemble, the event's own numbers triangular around the fit.
    private static Scenario member(PastEvent event, Fit fit, long seed, int member) {
        Draws draws = new Draws(seed);
        Map<Knob.What, Double> values = new EnumMap<>(Knob.What.class);
        fit.values().forEach(values::put);
        for (Knob knob : event.knobs()) {
            double mode = fit.values().getOrDefault(knob.what(), knob.value());
            values.put(
                    knob.what(),
                    Draws.triangular(
                            draws.uniform(member, KNOB_DRAW + knob.what().ordinal(), 0),
                            Math.min(knob.low(), mode),
                            mode,
                            Math.max(knob.high(), mode)));
        }
        return EnsembleRunner.member(event.scenario(values), seed, member);
    }

    private static Scorecard.Row row(PastEvent event, int s, Played central, List<Noisy> ensemble) {
        Series series = event.series().get(s);
        List<Scorecard.Point> points = new ArrayList<>();
        for (Observation each : series.observations()) {
            double[] values =
                    ensemble.stream().mapToDouble(run -> run.at(s, each)).toArray();
            points.add(new Scorecard.Point(each, central.at(s, each), Band.of(values)));
        }
        List<Observation> blind = series.in(Observation.Window.BLIND);
        boolean scored = series.scored() && !blind.isEmpty();
        return new Scorecard.Row(
                series,
                points,
                scored ? Optional.of(score(event, s, central, ensemble, FIRST)) : Optional.empty(),
                scored ? Optional.of(score(event, s, central, ensemble, blind.size())) : Optional.empty(),
                timing(series, s, central));
    }

    private static Score score(PastEvent event, int s, Played central, List<Noisy> ensemble, int most) {
        Series series = event.series().get(s);
        List<Observation> blind =
                series.in(Observation.Window.BLIND).stream().limit(most).toList();
        List<Double> fitted = series.in(Observation.Window.FIT).stream()
                .map(Observation::multiple)
                .toList();
        return Score.of(
                blind.stream().mapToDouble(Observation::multiple).toArray(),
                blind.stream().mapToDouble(each -> central.at(s, each)).toArray(),
                ensemble.stream()
                        .map(run -> blind.stream()
                                .mapToDouble(each -> run.at(s, each))
                                .toArray())
                        .toArray(double[][]::new),
                fitted,
                blind.stream().mapToDouble(each -> before(series, each)).toArray());
    }

    private static double before(Series series, Observation observation) {
        YearMonth month = observation.month().minusMonths(1);
        return series.observations().stream()
                .filter(each -> each.month().equals(month))
                .mapToDouble(Observation::multiple)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static Optional<Timing> timing(Series series, int s, Played central) {
        List<Observation> seen = series.observations().stream()
                .filter(each -> each.window() != Observation.Window.CONTEXT)
                .toList();
        if (seen.size() < LEAST_MONTHS) {
            return Optional.empty();
        }
        return Optional.of(Timing.of(
                seen.stream().map(Observation::month).toList(),
                seen.stream().mapToDouble(Observation::multiple).toArray(),
                seen.stream().mapToDouble(each -> central.at(s, each)).toArray(),
                series.probe() instanceof Probe.Spot));
    }
}
