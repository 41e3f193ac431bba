package org.monazite.shock;

/// What a buyer takes as its own future need when it orders.
public enum OrderSignal {
    /// Smoothed demand, for use and for the stock target.
    SMOOTHED,
    /// Today's production for use, baseline for the stock target.
    FIXED,
    /// Today's production for both: a short spell feeds on itself until nothing moves. Kept for comparison with the
    /// literature; ensembles leave it out.
    REALISED
}
