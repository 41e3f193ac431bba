package org.monazite.supply;

import java.util.List;

/// A stock on its way into a network.
///
/// @param kind who holds it and what for
/// @param holder key of the node (WORKING) or code of the place (STRATEGIC)
/// @param node key of the node whose input it serves
/// @param product product id of that input
/// @param amount the amount; NaN when not known
/// @param low lower end, NaN when not known
/// @param high upper end, NaN when not known
/// @param releasePerDay the most that can be released a day
/// @param flag how careful a reader must be with the amount
/// @param citations who says so
public record StockRow(
        Stocks.Kind kind,
        String holder,
        String node,
        String product,
        double amount,
        double low,
        double high,
        double releasePerDay,
        Flag flag,
        List<Citation> citations) {

    /// Checks ranges and copies the citations.
    public StockRow {
        if (amount < 0 || low > amount || high < amount) {
            throw new IllegalArgumentException("Stock of %s at %s needs 0 <= low <= amount <= high, was %s <= %s <= %s."
                    .formatted(product, holder, low, amount, high));
        }
        if (!(releasePerDay >= 0)) {
            throw new IllegalArgumentException("Stock of %s at %s: release per day must be >= 0, was %s."
                    .formatted(product, holder, releasePerDay));
        }
        citations = List.copyOf(citations);
    }

    /// A working stock of a node for one of its inputs.
    public static StockRow working(String node, String product, Range amount, Flag flag, List<Citation> citations) {
        return new StockRow(
                Stocks.Kind.WORKING,
                node,
                node,
                product,
                amount.value(),
                amount.low(),
                amount.high(),
                Double.POSITIVE_INFINITY,
                flag,
                citations);
    }
}
