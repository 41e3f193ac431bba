package org.monazite.supply;

import java.util.List;

/// How goods go from one place to another.
///
/// @param from place code of the exporter
/// @param to place code of the importer
/// @param name which of several routes, such as `suez`
/// @param days days under way
/// @param lowDays lower end
/// @param highDays upper end
/// @param lanes sea lanes, straits and canals in order; empty over land
/// @param detours what happens when one of the lanes is shut
/// @param flag how sure the days are
public record Route(
        String from,
        String to,
        String name,
        double days,
        double lowDays,
        double highDays,
        List<String> lanes,
        List<Detour> detours,
        Flag flag) {

    /// Copies the lists and checks the range.
    public Route {
        if (!(0 <= lowDays && lowDays <= days && days <= highDays)) {
            throw new IllegalArgumentException("Route %s-%s needs 0 <= low <= days <= high, was %s <= %s <= %s."
                    .formatted(from, to, lowDays, days, highDays));
        }
        lanes = List.copyOf(lanes);
        detours = List.copyOf(detours);
    }

    /// What a shut lane costs.
    ///
    /// @param lane the lane that is shut
    /// @param extraDays days more than usual; infinite when there is no way round
    public record Detour(String lane, double extraDays) {

        /// Checks the range.
        public Detour {
            if (!(extraDays >= 0)) {
                throw new IllegalArgumentException("A detour needs zero or more days, was " + extraDays);
            }
        }
    }
}
