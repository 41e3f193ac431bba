package org.monazite.shock;

/// What sets a response off, once. Looked at as each day begins; a release of stocks looks after the day's arrivals.
public sealed interface Trigger {

    /// A decision on a day.
    ///
    /// @param day from the start of the scenario
    record Day(int day) implements Trigger {

        /// Checks the range.
        public Day {
            if (day < 0) {
                throw new IllegalArgumentException("A trigger's day must be 0 or later, was %d.".formatted(day));
            }
        }
    }

    /// Users' stocks run low.
    ///
    /// @param days of normal use that their stocks cover, all together
    record CoverBelow(double days) implements Trigger {

        /// Checks the range.
        public CoverBelow {
            if (!(days >= 0 && days < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "trigger.cover_below must be 0 or more and finite, was %s.".formatted(days));
            }
        }
    }

    /// The spot price stays high.
    ///
    /// @param price times the baseline; the price must exceed it
    /// @param days on how many days in a row; 1 or more
    record SpotAbove(double price, int days) implements Trigger {

        /// Checks the ranges.
        public SpotAbove {
            if (!(price >= 0 && price < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "trigger.spot_above must be 0 or more and finite, was %s.".formatted(price));
            }
            if (days < 1) {
                throw new IllegalArgumentException("trigger.spot_days must be 1 or more, was %d.".formatted(days));
            }
        }
    }
}
