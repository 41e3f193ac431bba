package org.monazite.supply;

import java.util.Locale;

/// Classes of final demand in rank order: when supply is short and rationed by priority, the first goes first.
public enum UseClass {
    /// Defence and what it needs.
    DEFENCE,
    /// Energy, medicine, machines that other industries stand on.
    ESSENTIAL,
    /// Other industry.
    INDUSTRY,
    /// Goods for households.
    HOUSEHOLD;

    /// The name used in files.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
