package org.monazite.shock;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Who does what and when. Days count from the start of the scenario; windows are half-open, `end` not included.
public sealed interface Action {

    /// Most that final demand can grow in a scenario, times the baseline.
    double MOST_GROWTH = 100;

    /// Flows are stopped or cut to a share of their baseline.
    ///
    /// @param allowed share of the baseline that may still be ordered, 0..1
    record ExportBan(Targets targets, int start, int end, double allowed) implements Action {

        /// Checks the ranges.
        public ExportBan {
            window("ban", start, end);
            requireShare("ban.allowed", allowed);
        }
    }

    /// Flows need a permit; applications wait, part of them is refused.
    ///
    /// @param delayDays mean time to a decision; less than three days count as three
    /// @param approval share of applications that are granted, from a day on, in order
    /// @param controlled share of the flow that needs a permit, 0..1
    /// @param spill share of the rest that waits as well because it travels under the same code, 0..1
    /// @param spillDelayDays how long that waits
    /// @param capPerDay most that is granted per day over all flows hit; infinite for no cap
    record LicenceRegime(
            Targets targets,
            int start,
            int end,
            double delayDays,
            List<Approval> approval,
            double controlled,
            double spill,
            double spillDelayDays,
            double capPerDay)
            implements Action {

        /// Checks the ranges.
        public LicenceRegime {
            window("licence", start, end);
            requireShare("licence.controlled", controlled);
            requireShare("licence.spill", spill);
            requirePositive("licence.delay_days", delayDays);
            requirePositive("licence.spill_delay_days", spillDelayDays);
            if (!(capPerDay >= 0)) {
                throw new IllegalArgumentException("licence.cap_per_day must be 0 or more, was " + capPerDay + ".");
            }
            approval = List.copyOf(approval);
            if (approval.isEmpty()) {
                throw new IllegalArgumentException("licence.approval needs at least one share.");
            }
        }
    }

    /// A share of applications that is granted, from a day on.
    record Approval(int day, double share) {

        /// Checks the range.
        public Approval {
            requireShare("licence.approval", share);
        }
    }

    /// Makers lose capacity, then recover; all makers on their sites lose with them.
    ///
    /// @param places places of the makers
    /// @param product what they make; empty for all
    /// @param loss share of capacity lost, 0..1
    /// @param recoveryDays linear recovery after the end
    record Outage(Set<String> places, Set<String> product, int start, int end, double loss, double recoveryDays)
            implements Action {

        /// Checks the ranges.
        public Outage {
            window("outage", start, end);
            requireShare("outage.loss", loss);
            requirePositive("outage.recovery_days", recoveryDays);
            places = Set.copyOf(places);
            product = Set.copyOf(product);
        }
    }

    /// A sea lane is shut: ships take their detour, or do not sail where there is none. Ships under way arrive as
    /// planned. Of several lanes shut on one route the longest detour counts.
    ///
    /// @param lane its id, such as `LN-TWS`
    /// @param extraDays detour in days, rounded up; empty takes the one of each route
    record LaneClosure(String lane, int start, int end, Optional<Double> extraDays) implements Action {

        /// Checks the window.
        public LaneClosure {
            window("lane", start, end);
            extraDays.ifPresent(days -> requirePositive("lane.extra_days", days));
        }
    }

    /// Final demand rises.
    ///
    /// @param growth share of the baseline, -1 or more
    /// @param rampDays days until it is reached in full
    record DemandSurge(Set<String> places, Set<String> products, int start, int end, double growth, double rampDays)
            implements Action {

        /// Checks the ranges.
        public DemandSurge {
            window("surge", start, end);
            if (!(growth >= -1 && growth <= MOST_GROWTH)) {
                throw new IllegalArgumentException(
                        "surge.growth must be from -1 to %s, was %s.".formatted(MOST_GROWTH, growth));
            }
            requirePositive("surge.ramp_days", rampDays);
            places = Set.copyOf(places);
            products = Set.copyOf(products);
        }
    }

    /// A strategic stock is drawn down while users' cover is low.
    ///
    /// @param place whose users are served
    /// @param product the stocked product
    /// @param tonnes how much there is
    /// @param tonnesPerDay how fast it can leave
    /// @param coverBelow users' days of cover that trigger it, once
    /// @param coverStop days of cover at which it pauses
    /// @param leadDays days from the trigger to the first delivery
    record StockRelease(
            String place,
            String product,
            double tonnes,
            double tonnesPerDay,
            double coverBelow,
            double coverStop,
            int leadDays)
            implements Action {

        /// Checks the ranges.
        public StockRelease {
            requirePositive("release.tonnes", tonnes);
            requirePositive("release.tonnes_per_day", tonnesPerDay);
            requirePositive("release.cover_below", coverBelow);
            requirePositive("release.cover_stop", coverStop);
            requirePositive("release.lead_days", leadDays);
        }
    }

    private static void window(String what, int start, int end) {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException(
                    "%s: the window [%d, %d) is empty or begins before the scenario.".formatted(what, start, end));
        }
    }

    private static void requirePositive(String what, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("%s must be 0 or more and finite, was %s.".formatted(what, value));
        }
    }

    private static void requireShare(String what, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("%s must be from 0 to 1, was %s.".formatted(what, share));
        }
    }
}
