package org.monazite.plan;

import java.util.Locale;

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

    /// The name used in files and JSON.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
