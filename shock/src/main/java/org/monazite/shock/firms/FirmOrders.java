package org.monazite.shock.firms;

/// What a firm orders: what it uses at yesterday's output, and a part of what its stock lacks. Orders are
/// never negative.
public enum FirmOrders {
    /// o0: the wanted stock follows yesterday's output; a stock above it lowers the order.
    SCALED_TARGET,
    /// o1: the wanted stock is that of normal times; a stock above it lowers the order.
    FIXED_TARGET,
    /// o2: the wanted stock follows yesterday's output; a stock above it changes nothing.
    SCALED_TARGET_UP
}
