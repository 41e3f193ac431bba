package org.monazite.plan.world;

/// Heavy rare earths that a place can learn to do without.
///
/// @param place place code
/// @param product what is counted; the other heavy inputs of the same works fall in proportion
/// @param most part of the need that can be saved, 0..1
public record Saving(String place, String product, double most) {}
