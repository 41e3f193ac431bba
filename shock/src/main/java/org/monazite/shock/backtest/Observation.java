package org.monazite.shock.backtest;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/// One published value of a series.
///
/// @param month the month it is about
/// @param day the day, if the source gives one; a value without is about the month as a whole
/// @param window what it may be used for
/// @param multiple the value over the baseline of its series, 0 or more
public record Observation(YearMonth month, Optional<LocalDate> day, Window window, double multiple) {

    /// Checks the value.
    public Observation {
        if (!(multiple >= 0 && multiple < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The observation of %s must be 0 or more, was %s.".formatted(month, multiple));
        }
    }

    /// What an observation may be used for.
    public enum Window {
        /// Before the measure, or too uncertain: shown, used for nothing.
        CONTEXT,
        /// Parameters are fitted on it.
        FIT,
        /// Kept from the fit; scores are taken on it.
        BLIND
    }
}
