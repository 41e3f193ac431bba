package org.monazite.atlas;

/// How well one balance closes.
///
/// @param place place of the pool or maker
/// @param product product that is balanced
/// @param recipe true for the input of a maker, which may be off by the uncertainty of its recipe
/// @param before what the sources leave open: in less out, t/yr
/// @param after what the balance leaves open, t/yr
/// @param sd how much it may leave open; 0 for a pool
/// @param throughput sum of all that moves through it, both ways, t/yr
public record ResidualLine(
        String place, String product, boolean recipe, double before, double after, double sd, double throughput) {

    /// The gap of the sources over what moves through, 0..1; 0 where nothing moves.
    public double share() {
        return throughput == 0 ? 0 : Math.abs(before) / throughput;
    }
}
