package org.monazite.shock.ario;

import static java.util.Objects.requireNonNull;

/// How industries behave.
///
/// @param model with or without the factor psi on what stocks must cover
/// @param inventoryDays days of use that a stock covers in normal times (n); 1 or less counts as 2, as in
///     BoARIO
/// @param psi part of that stock below which output suffers, above 0 to 1; 1 in the base model
/// @param restorationDays days in which a gap in a stock is closed; 1 in the base model
/// @param overtimeBase output over capacity in normal times, usually 1
/// @param overtimeMost output over capacity at most, 1 or more
/// @param overtimeDays how fast overtime grows
public record ArioRules(
        Model model,
        double inventoryDays,
        double psi,
        double restorationDays,
        double overtimeBase,
        double overtimeMost,
        double overtimeDays,
        OrderRule orders) {

    /// Which of the two models.
    public enum Model {
        /// Output suffers when a stock covers less than what is produced in `inventoryDays`; gaps are
        /// closed at once.
        BASE,
        /// Output suffers below psi times that; gaps are closed in `restorationDays`.
        PSI
    }

    /// What BoARIO plays when nothing is said: 90 days of stock, psi 0.8, gaps closed in 60 days, 25 % of
    /// overtime
    /// within a year, orders by capacity.
    public static final ArioRules DEFAULT = new ArioRules(Model.PSI, 90, 0.8, 60, 1, 1.25, 365, OrderRule.BY_CAPACITY);

    /// Checks ranges.
    public ArioRules {
        requireNonNull(model, "model");
        requireNonNull(orders, "orders");
        within(inventoryDays, 0, 100_000, "inventory_days");
        within(psi, 0, 1, "psi");
        within(restorationDays, 0, 100_000, "restoration_days");
        within(overtimeBase, 0, 100, "alpha_base");
        within(overtimeMost, 1, 100, "alpha_max");
        within(overtimeDays, 0, 1_000_000, "alpha_tau_days");
        if (psi == 0 || restorationDays == 0 || overtimeDays == 0) {
            throw new IllegalArgumentException("psi, restoration_days and alpha_tau_days must be above 0.");
        }
        if (overtimeMost < overtimeBase) {
            throw new IllegalArgumentException(
                    "alpha_max must be at least alpha_base, was %s below %s".formatted(overtimeMost, overtimeBase));
        }
        if (model == Model.BASE && (psi != 1 || restorationDays != 1)) {
            throw new IllegalArgumentException(
                    "The base model has psi 1 and restoration_days 1, was %s and %s".formatted(psi, restorationDays));
        }
    }

    private static void within(double value, double least, double most, String name) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException("%s must be from %s to %s, was %s".formatted(name, least, most, value));
        }
    }

    /// Days of stock as they are played.
    double stockDays() {
        return inventoryDays <= 1 ? 2 : inventoryDays;
    }
}
