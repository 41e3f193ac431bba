package org.monazite.shock;

/// How a supplier that cannot serve everyone divides what it has.
public enum RationingRule {
    /// The same share of every want.
    PROPORTIONAL,
    /// Classes in rank order, the same share of every want inside a class.
    PRIORITY_PROPORTIONAL,
    /// Classes in rank order; inside a class everyone the same level of its baseline, so that old customers are
    /// protected from rush orders.
    PRIORITY_WATERFILL,
    /// Orders of makers first, final demand gets the rest.
    FINAL_LAST
}
