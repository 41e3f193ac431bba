package org.monazite.supply;

/// A published figure on a stock: a target, a purchase, a holding, a fund.
///
/// @param holder who holds it or plans it
/// @param place place code
/// @param productId the product, empty when it covers many
/// @param scope what it covers, in the words of the source
/// @param kind `policy target`, `working stock`, `planned purchase`, `fund`, ...
/// @param value the value and its range; NaN is not allowed: undisclosed holdings have no StockFact
/// @param unit `days`, `t`, `MUSD`, ...
/// @param year year of the figure, 0 when not stated
/// @param flag how careful a reader must be
/// @param citation who says so
public record StockFact(
        String holder,
        String place,
        String productId,
        String scope,
        String kind,
        Range value,
        String unit,
        int year,
        Flag flag,
        Citation citation) {}
