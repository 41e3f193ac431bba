package org.monazite.supply;

/// What a node does.
public enum NodeKind {
    /// Makes its product from its inputs, or takes it from the ground.
    MAKER,
    /// The stock-and-trade point of one place and product: takes the same product from makers at home and from
    /// abroad; all that leaves it is mixed.
    POOL,
    /// A using industry of a place: builds the product into goods.
    USE
}
