package org.monazite.shock.firms;

/// How a firm that cannot serve everyone divides what it makes.
public enum FirmRationing {
    /// R0: the same share of every order and of final demand.
    PROPORTIONAL,
    /// R1: final demand goes short first; orders share what is then missing.
    FINAL_LAST,
    /// R2 as the published program computes it: levels of the normal amount, but final demand keeps its
    /// weight after it
    /// has been served, so that part of the output is given to nobody. Kept for comparison only.
    WATERFILL_AS_PUBLISHED,
    /// R2 as it is meant: one level of the normal amount for everyone, `sum min(want, level * normal) =
    /// output`.
    WATERFILL
}
