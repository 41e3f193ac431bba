package org.monazite.supply;

import static java.util.Objects.requireNonNull;

/// A mass and what it is a mass of: a tonne of oxide is not a tonne of metal.
///
/// @param tonnes metric tonnes, zero or more
/// @param basis what the tonnes are tonnes of
public record Mass(double tonnes, Basis basis) {

    /// Checks the range; refuses NaN too.
    public Mass {
        requireNonNull(basis, "basis");
        if (!(tonnes >= 0)) {
            throw new IllegalArgumentException("A mass must be zero or more tonnes, was " + tonnes);
        }
    }

    /// Returns the sum.
    ///
    /// @throws IllegalArgumentException if the other mass is on another basis
    public Mass plus(Mass other) {
        if (!basis.equals(other.basis)) {
            throw new IllegalArgumentException(
                    "Cannot add %s to %s. Maybe convert one of them first, with a cited factor."
                            .formatted(other, this));
        }
        return new Mass(tonnes + other.tonnes, basis);
    }

    @Override
    public String toString() {
        return tonnes + " " + basis;
    }
}
