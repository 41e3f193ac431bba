package org.monazite.supply;

import java.util.List;

/// An input of a node on its way into a network.
///
/// @param node key of the node that takes it in
/// @param product product id of the input
/// @param perUnit input per unit of output and its range
/// @param unknownOrigin input with no known supplier, per year
/// @param criticality what happens when it runs out
/// @param flag how careful a reader must be with `perUnit`
/// @param citations who says so
public record CellRow(
        String node,
        String product,
        Range perUnit,
        double unknownOrigin,
        Criticality criticality,
        Flag flag,
        List<Citation> citations) {

    /// Checks ranges and copies the citations.
    public CellRow {
        if (!(perUnit.low() >= 0 && Double.isFinite(perUnit.high())) || !(perUnit.value() > 0)) {
            throw new IllegalArgumentException(
                    "Input %s of %s: it must take in more than 0 per unit, was %s.".formatted(product, node, perUnit));
        }
        if (!(unknownOrigin >= 0) || !Double.isFinite(unknownOrigin)) {
            throw new IllegalArgumentException(
                    "Input %s of %s: unknown origin must be >= 0, was %s.".formatted(product, node, unknownOrigin));
        }
        citations = List.copyOf(citations);
    }

    /// An essential input without source yet.
    public static CellRow of(String node, String product, double perUnit) {
        return new CellRow(node, product, Range.exactly(perUnit), 0, Criticality.ESSENTIAL, Flag.NONE, List.of());
    }

    /// The same with an inflow of unknown origin, per year.
    public CellRow withUnknownOrigin(double perYear) {
        return new CellRow(node, product, perUnit, perYear, criticality, flag, citations);
    }

    /// The same with another criticality.
    public CellRow withCriticality(Criticality other) {
        return new CellRow(node, product, perUnit, unknownOrigin, other, flag, citations);
    }

    /// The same with its sources.
    public CellRow citing(Flag weakest, List<Citation> sources) {
        return new CellRow(node, product, perUnit, unknownOrigin, criticality, weakest, sources);
    }
}
