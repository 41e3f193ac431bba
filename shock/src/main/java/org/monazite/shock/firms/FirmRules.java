package org.monazite.shock.firms;

import static java.util.Objects.requireNonNull;

/// How firms behave.
///
/// @param inventoryDays days of use that a stock covers in normal times (n); above 0
/// @param refillDays days in which a gap in the stock is to be closed (tau); above 0
/// @param recoveryDays speed of recovery; above 0 unless there is none
/// @param recoveryDelayDays days after the start of a damage before recovery begins; 0 or more
public record FirmRules(
        FirmRationing rationing,
        FirmOrders orders,
        double inventoryDays,
        double refillDays,
        FirmRecovery recovery,
        double recoveryDays,
        double recoveryDelayDays) {

    /// Inoue and Todo 2017: 15 days of stock, closed in 6 days, water-filling; no recovery.
    public static final FirmRules DEFAULT =
            new FirmRules(FirmRationing.WATERFILL, FirmOrders.SCALED_TARGET, 15, 6, FirmRecovery.NONE, 0, 0);

    /// Checks ranges.
    public FirmRules {
        requireNonNull(rationing, "rationing");
        requireNonNull(orders, "orders");
        requireNonNull(recovery, "recovery");
        above(inventoryDays, "inventory_days");
        above(refillDays, "refill_days");
        if (recovery != FirmRecovery.NONE) {
            above(recoveryDays, "recovery_days");
        }
        if (!(recoveryDelayDays >= 0 && recoveryDelayDays < 1e6)) {
            throw new IllegalArgumentException(
                    "recovery_starts_after_days must be from 0 to 1000000, was " + recoveryDelayDays);
        }
    }

    private static void above(double value, String name) {
        if (!(value > 0 && value < 1e6)) {
            throw new IllegalArgumentException("%s must be above 0 and below 1000000, was %s".formatted(name, value));
        }
    }
}
