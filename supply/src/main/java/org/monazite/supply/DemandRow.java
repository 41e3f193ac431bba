package org.monazite.supply;

import java.util.List;

/// A final demand on its way into a network.
///
/// @param node key of the node whose product is wanted
/// @param place code of the place that wants it
/// @param useClass who is served first when supply is short
/// @param perYear demand and its range
/// @param lossUsd value lost per unit not served, US dollars; 0 where none is counted
/// @param flag how careful a reader must be with the demand
/// @param citations who says so
public record DemandRow(
        String node,
        String place,
        UseClass useClass,
        Range perYear,
        double lossUsd,
        Flag flag,
        List<Citation> citations) {

    /// Checks ranges and copies the citations.
    public DemandRow {
        if (perYear.low() < 0 || !Double.isFinite(perYear.high())) {
            throw new IllegalArgumentException(
                    "Demand of %s on %s must be finite and >= 0, was %s.".formatted(place, node, perYear));
        }
        if (!(lossUsd >= 0) || !Double.isFinite(lossUsd)) {
            throw new IllegalArgumentException(
                    "Demand of %s on %s: loss must be finite and >= 0, was %s.".formatted(place, node, lossUsd));
        }
        citations = List.copyOf(citations);
    }
}
