package org.monazite.shock.firms;

/// A day of a run, as far as it has been played: firms and links by their numbers in the network, money
/// per day. The
/// view is good until the next day begins.
public interface FirmDayView {

    /// The day, from 0.
    int day();

    /// What a firm made.
    double made(int firm);

    /// What a firm was asked for: orders and final demand.
    double asked(int firm);

    /// What its stocks would have let it make; meaningless for a firm without suppliers.
    double stockLimit(int firm);

    /// The share of its capacity that is lost, after today's recovery.
    double lost(int firm);

    /// What its final demand got.
    double sold(int firm);

    /// What arrived on a link.
    double delivered(int link);

    /// Output of all firms.
    double totalMade();

    /// Value added of all firms: output times the share of normal output that is not bought.
    double totalValueAdded();

    /// Final demand served by all firms.
    double totalSold();
}
