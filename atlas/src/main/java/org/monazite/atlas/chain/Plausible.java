package org.monazite.atlas.chain;

import org.monazite.supply.Range;

/// Whether an imported figure and what a chain says already can both be meant.
///
/// `z = abs(ln(y / q)) / sqrt(r_y^2 + r_q^2)` with the relative standard deviations of both. Tonnes for kilograms, or a
/// slipped decimal, are errors by a factor: next to a figure that may be off by half of itself they would not stand
/// out in tonnes, and a figure a thousand times too large would be given a standard deviation of that size. So a figure
/// that is more than five times larger or smaller, outside the range of what the chain says, with `z` above 3.29 (one
/// in a thousand), is a gross error and takes no part in the balance. `r_q` is at most 1: ranges that begin near zero
/// would else allow anything.
final class Plausible {

    /// Two-sided point of one in a thousand.
    static final double CRITICAL = 3.29;

    /// An estimate of ours that no document backs may be off by a factor of two as one standard deviation.
    static final double UNVERIFIED = 0.7;

    private static final double FACTOR = 5;
    private static final double WIDEST = 1;

    private Plausible() {}

    /// How far apart the two are.
    static double z(double imported, double importedSd, double chain, double chainSd) {
        return Math.abs(StrictMath.log(imported / chain)) / Math.hypot(importedSd, Math.min(chainSd, WIDEST));
    }

    /// Whether one of them must be wrong.
    ///
    /// @param chain what the chain says, with its range
    static boolean isGross(double imported, double importedSd, Range chain, double chainSd) {
        boolean outside = imported < chain.low() || imported > chain.high();
        boolean far = Math.abs(StrictMath.log(imported / chain.value())) > StrictMath.log(FACTOR);
        return outside && far && z(imported, importedSd, chain.value(), chainSd) > CRITICAL;
    }
}
