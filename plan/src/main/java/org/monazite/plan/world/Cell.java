package org.monazite.plan.world;

import java.util.List;

/// One input of a node.
///
/// @param node index of the node that takes it in
/// @param product what it is
/// @param perUnit input per unit of output
/// @param important true: half of the output needs none of it; false: without it nothing is made
/// @param thrift part of the input that can be saved or replaced within a year when it is short
/// @param unknownPart part of the input that comes from nobody known; no ban reaches it
/// @param stock what is held for it in a normal year, kt, by assessed year
public record Cell(
        int node,
        String product,
        double perUnit,
        boolean important,
        double thrift,
        double unknownPart,
        List<Double> stock) {

    /// Copies the list.
    public Cell {
        stock = List.copyOf(stock);
    }

    /// The same that holds other stocks.
    Cell with(List<Double> held) {
        return new Cell(node, product, perUnit, important, thrift, unknownPart, held);
    }

    /// Input per unit of output after thrifting.
    public double perUnitShort() {
        return perUnit * (1 - thrift);
    }
}
