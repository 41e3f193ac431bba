package org.monazite.supply;

/// A published price of a product.
///
/// @param productId the product
/// @param period year, or month `2025-04`
/// @param usdPerTonne price in US dollars of the period per tonne on the product's basis
/// @param basis what is quoted, in the words of the source (region, terms, policy floor)
/// @param policy whether it is a floor or other price set by policy and not a market quote
/// @param flag how careful a reader must be
/// @param citation who says so
public record Price(
        String productId,
        String period,
        double usdPerTonne,
        String basis,
        boolean policy,
        Flag flag,
        Citation citation) {

    /// Checks the range.
    public Price {
        if (!(usdPerTonne >= 0)) {
            throw new IllegalArgumentException("A price is zero or more, was " + usdPerTonne + " for " + productId);
        }
    }
}
