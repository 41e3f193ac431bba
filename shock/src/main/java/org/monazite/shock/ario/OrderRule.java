package org.monazite.shock.ario;

/// Whom an industry orders from within a sector.
public enum OrderRule {
    /// Shares of normal times.
    FIXED_SHARES,
    /// Shares of normal times, times what is left of each supplier's capacity.
    BY_CAPACITY
}
