package org.monazite.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How a partner puts up money.
public enum Instrument {
    /// Money that nobody pays back, for works or programmes.
    GRANT,
    /// A share in works, up to a part of what is put up for them.
    EQUITY,
    /// Money that works pay back.
    LOAN,
    /// A floor under a price: what contracts pay above the market.
    FLOOR,
    /// Purchase of a stock.
    PURCHASE;

    private static final List<Instrument> FOR_WORKS = List.of(LOAN, EQUITY, GRANT);

    /// What may pay for a kind of decision, the one first that is taken where nothing else decides: money that comes
    /// back before money that does not.
    public static List<Instrument> payingFor(Decision.Kind kind) {
        return switch (kind) {
            case PROJECT, MODULE, RECYCLING -> FOR_WORKS;
            case SUBSTITUTION -> List.of(GRANT);
            case STOCKPILE -> List.of(PURCHASE);
            case OFFTAKE -> List.of(FLOOR);
        };
    }

    /// True for money that works may pay back or that buys a part of them.
    public boolean comesBack() {
        return this == LOAN || this == EQUITY;
    }

    /// True if it may pay for works, among others that may.
    public boolean paysForWorks() {
        return FOR_WORKS.contains(this);
    }

    /// The instrument of a name used in files.
    public static Optional<Instrument> find(String id) {
        return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
    }

    /// The name used in files and JSON.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
