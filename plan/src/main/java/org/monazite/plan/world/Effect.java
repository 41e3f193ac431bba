package org.monazite.plan.world;

/// What a module of a candidate adds at full size, in kt (per year but for a stock).
public sealed interface Effect {

    /// Capacity of a node.
    ///
    /// @param node its index
    record Capacity(int node, double kt) implements Effect {}

    /// Something that a mine holds, for the separation works on a feed.
    ///
    /// @param feed its index
    record Holds(int feed, double kt) implements Effect {}

    /// Heavy rare earths saved.
    ///
    /// @param saving its index
    record Saves(int saving, double kt) implements Effect {}

    /// Room in a strategic stock, filled.
    ///
    /// @param store its index
    record Stores(int store, double kt) implements Effect {}
}
