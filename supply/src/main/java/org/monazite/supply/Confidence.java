package org.monazite.supply;

import java.util.Locale;

/// How a number came about.
public enum Confidence {
    /// The source says it.
    REPORTED,
    /// Arithmetic on cited figures; the formula is kept.
    DERIVED,
    /// Somebody's estimate.
    ESTIMATE;

    /// The name used in files.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Reads the name used in files.
    ///
    /// @throws IllegalArgumentException if there is no such confidence
    public static Confidence of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
