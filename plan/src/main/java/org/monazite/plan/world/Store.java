package org.monazite.plan.world;

/// A strategic stock that a partner may fill.
///
/// @param place the partner
/// @param product what is held
public record Store(String place, String product) {}
