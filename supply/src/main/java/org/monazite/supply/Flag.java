package org.monazite.supply;

/// How careful a reader must be with a number. Part of every number that is shown; ordered from good to weak.
public enum Flag {
    /// Reported by a source.
    NONE,
    /// Derived by arithmetic on cited figures, or adjusted by the balance.
    DERIVED,
    /// An estimate that names its basis.
    ESTIMATE,
    /// An estimate for which no document was consulted: always marked where it is shown.
    UNVERIFIED;

    /// The flag that follows from confidence and evidence.
    public static Flag of(Confidence confidence, Evidence evidence) {
        if (evidence == Evidence.UNVERIFIED) {
            return UNVERIFIED;
        }
        return switch (confidence) {
            case REPORTED -> NONE;
            case DERIVED -> DERIVED;
            case ESTIMATE -> ESTIMATE;
        };
    }

    /// The weaker of two flags: what a result that rests on both must carry.
    public Flag and(Flag other) {
        return ordinal() >= other.ordinal() ? this : other;
    }

    /// The mark before a number in plain text: `~` for estimates, nothing otherwise.
    public String mark() {
        return this == ESTIMATE || this == UNVERIFIED ? "~" : "";
    }
}
