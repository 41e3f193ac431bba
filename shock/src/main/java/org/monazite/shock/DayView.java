package org.monazite.shock;

import org.monazite.supply.UseClass;

/// A day of a run, as far as it has been played. Indices are those of the network.
public interface DayView {

    /// Output of a node, per day.
    double made(int node);

    /// Stock of a node's input after use; NaN if it takes no such product from a known supplier.
    double stock(int node, int product);

    /// What left on an arc, per day; NaN if the arc carries nothing in normal times.
    double shipped(int arc);

    /// What final demand got, per day.
    double sold(int node, int place, UseClass useClass);

    /// Spot price where prices form at the buyer, times the baseline; NaN if nothing is traded there.
    double spotAt(int product, int place);

    /// Spot price where prices form at the supplier, times the baseline; NaN if it supplies nobody.
    double spotOf(int node);

    /// Stocks and goods under way, all products, per unit of the network: for the mass balance.
    double held();
}
