package org.monazite.shock.ario;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// Industries lose a share of their capacity for some days and get it back.
///
/// @param kind what was lost; decides how several events add up
/// @param shareByIndustry share lost, above 0 to 1, by number of the industry
/// @param firstStep first step in which it is lost, from 0
/// @param lastFullStep last step before recovery; the loss is still full in the step after it
/// @param recoveryDays days of linear recovery, above 0
public record ArioEvent(
        Kind kind, Map<Integer, Double> shareByIndustry, int firstStep, int lastFullStep, double recoveryDays) {

    /// What an event takes away.
    public enum Kind {
        /// Destroyed capital over productive capital; shares of several events add up.
        CAPITAL,
        /// Capacity as such; of several events the largest counts. Recovering shares have six decimals,
        /// as in BoARIO.
        CAPACITY
    }

    /// Checks ranges.
    public ArioEvent {
        shareByIndustry = Collections.unmodifiableMap(new TreeMap<>(shareByIndustry));
        shareByIndustry.forEach((industry, share) -> {
            if (!(share > 0 && share <= 1)) {
                throw new IllegalArgumentException(
                        "A loss is a share above 0 and up to 1, was %s at industry %d.".formatted(share, industry));
            }
        });
        if (firstStep < 0 || lastFullStep < firstStep) {
            throw new IllegalArgumentException(
                    "An event lasts from a step to a later one, was %d to %d.".formatted(firstStep, lastFullStep));
        }
        if (!(recoveryDays > 0 && recoveryDays < 1e6)) {
            throw new IllegalArgumentException("recovery_days must be above 0, was " + recoveryDays);
        }
    }

    /// What is still lost in a step of a share that was lost at first.
    double lost(double share, int step) {
        if (step < firstStep) {
            return 0;
        }
        double elapsed = step - 1 - lastFullStep;
        if (elapsed < 0) {
            return share;
        }
        double left = share * (1 - elapsed / recoveryDays);
        double rounded = kind == Kind.CAPACITY ? Math.rint(left * 1e6) / 1e6 : left;
        return Math.max(0, rounded);
    }
}
