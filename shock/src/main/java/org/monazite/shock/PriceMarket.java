package org.monazite.shock;

/// Where prices form.
public enum PriceMarket {
    /// One price per product and place of the buyer.
    DESTINATION,
    /// One price per supplying node.
    SUPPLIER
}
