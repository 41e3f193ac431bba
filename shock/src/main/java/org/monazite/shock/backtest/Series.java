package org.monazite.shock.backtest;

import java.util.Comparator;
import java.util.List;

/// A published series beside what the engine is asked for it.
///
/// @param id its name in the file of observations
/// @param probe what of a run it is compared with
/// @param baseline value before the measure, in `unit`
/// @param unit unit of the published values
/// @param scored false if it is shown without a score, because the event is contested
/// @param observations in order of time
public record Series(
        String id, Probe probe, double baseline, String unit, boolean scored, List<Observation> observations) {

    /// Sorts the observations.
    ///
    /// @throws IllegalArgumentException if the baseline is not positive
    public Series {
        if (!(baseline > 0)) {
            throw new IllegalArgumentException("The baseline of '%s' must be above 0, was %s.".formatted(id, baseline));
        }
        observations = observations.stream()
                .sorted(Comparator.comparing(Observation::month)
                        .thenComparing(each -> each.day().orElse(each.month().atDay(1)))
                        .thenComparing(Observation::multiple))
                .toList();
    }

    /// The observations of a window.
    public List<Observation> in(Observation.Window window) {
        return observations.stream().filter(each -> each.window() == window).toList();
    }
}
