package org.monazite.shock.backtest;

import java.util.List;
import java.util.Locale;

/// A number of a past event that is not known: where it starts, which values the fit tries, and how far an ensemble
/// spreads it.
///
/// @param what which number
/// @param value value before any fit
/// @param low least in an ensemble
/// @param high most in an ensemble
/// @param tried values among which the fit chooses; empty if it is not fitted
/// @param source where the value comes from, or `guess`
public record Knob(What what, double value, double low, double high, List<Double> tried, String source) {

    /// Copies the list and checks the order.
    public Knob {
        tried = List.copyOf(tried);
        if (!(low <= value && value <= high)) {
            throw new IllegalArgumentException(
                    "%s must satisfy low <= value <= high, was %s, %s, %s.".formatted(what.key(), low, value, high));
        }
    }

    /// The numbers that can be unknown.
    public enum What {
        /// Share of applications granted from the first day.
        APPROVAL,
        /// Share granted later, from the day that the measure names.
        LATER_APPROVAL,
        /// Mean time to a decision, days.
        DELAY_DAYS,
        /// Days from the start of the measure for which cargo that was declared before still leaves.
        START_DAYS,
        /// Share of the flow that needs a permit.
        CONTROLLED,
        /// Share of the rest that waits under the same customs code.
        SPILL,
        /// How long that waits, days.
        SPILL_DELAY_DAYS,
        /// Share of the flow that may still be ordered under a ban.
        ALLOWED,
        /// Speed of the spot price, per day.
        PRICE_SPEED,
        /// Days of use that buyers hold.
        STOCK_DAYS;

        /// Its key in files.
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
