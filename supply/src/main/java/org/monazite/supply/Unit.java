package org.monazite.supply;

/// The unit of all flows of one network; never mixed.
public enum Unit {
    /// Metric tonnes a year, each product on its own basis.
    TONNES_PER_YEAR,
    /// US dollars a year.
    USD_PER_YEAR
}
