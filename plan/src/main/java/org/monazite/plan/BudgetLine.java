package org.monazite.plan;

import java.util.Optional;
import java.util.OptionalInt;

/// A limit on what a partner spends: by one instrument or all of them, in one year or all of them. A partner may have
/// any number of lines; each of them holds.
///
/// @param partner place code
/// @param instrument the instrument it limits; empty for all together
/// @param year the calendar year it limits; empty for all together
/// @param usd most, constant US dollars
public record BudgetLine(String partner, Optional<Instrument> instrument, OptionalInt year, double usd) {

    /// Checks the money.
    public BudgetLine {
        if (!(usd >= 0) || Double.isInfinite(usd)) {
            throw new IllegalArgumentException(
                    "plan.budget_lines of %s must be zero or more US dollars, was %s.".formatted(partner, usd));
        }
    }

    /// True if it limits what is spent by an instrument in a year.
    public boolean limits(Instrument by, int in) {
        return instrument.map(by::equals).orElse(true) && (year.isEmpty() || year.getAsInt() == in);
    }
}
