package org.monazite.shock.scale;

/// What happens to firms. Days count from 0; windows are half-open, `end` not included.
public sealed interface FirmEvent {

    /// Firms lose capacity, then recover linearly.
    ///
    /// @param share of capacity lost, 0..1
    /// @param recoveryDays from `end` until all is back; 0 for at once
    record Outage(Firms firms, double share, int start, int end, double recoveryDays) implements FirmEvent {

        /// Checks the ranges.
        public Outage {
            window("outage", start, end);
            require("outage.share", share, 1);
            require("outage.recovery_days", recoveryDays, 36_500);
        }

        /// Share of capacity that is left on a day.
        float left(int day) {
            double lost = day < start ? 0 : day < end ? 1 : Math.max(0, 1 - (day - end) / recoveryDays);
            return day >= end && recoveryDays == 0 ? 1 : (float) (1 - share * lost);
        }
    }

    /// Links from some firms to others are closed to orders, or cut to a share of their normal flow.
    /// Goods under way arrive.
    ///
    /// @param allowed share of the normal flow that may still be ordered, 0..1; with 0 customers stop
    ///     asking
    record Ban(Firms from, Firms to, int start, int end, double allowed) implements FirmEvent {

        /// Checks the ranges.
        public Ban {
            window("ban", start, end);
            require("ban.allowed", allowed, 1);
        }

        boolean acts(int day) {
            return day >= start && day < end;
        }
    }

    /// Final demand for what firms make rises or falls.
    ///
    /// @param growth share of normal final demand, -1 or more
    /// @param rampDays days until it is reached in full
    record Surge(Firms firms, int start, int end, double growth, double rampDays) implements FirmEvent {

        private static final double MOST_GROWTH = 100;

        /// Checks the ranges.
        public Surge {
            window("surge", start, end);
            require("surge.growth + 1", growth + 1, MOST_GROWTH + 1);
            require("surge.ramp_days", rampDays, 36_500);
        }

        /// Final demand on a day, times the normal one.
        float factor(int day) {
            boolean acts = day >= start && day < end;
            double ramp = rampDays > 0 ? Math.min(1, (day - start) / rampDays) : 1;
            return acts ? (float) (1 + growth * ramp) : 1;
        }
    }

    private static void window(String what, int start, int end) {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException(
                    "%s: the window [%d, %d) is empty or begins before the scenario.".formatted(what, start, end));
        }
    }

    private static void require(String what, double value, double most) {
        if (!(value >= 0 && value <= most)) {
            throw new IllegalArgumentException("%s must be from 0 to %s, was %s.".formatted(what, most, value));
        }
    }
}
