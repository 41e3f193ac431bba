package org.monazite.exposure;

/// How an importer depends on a supplier for one product, in three numbers: those of [StageExposure], without ranges,
/// terms and the other measures. A share that is not defined (no imports, no supply) is NaN.
///
/// @param productId the product
/// @param directShare part of imports that the supplier ships
/// @param directShareOfSupply part of imports and own production that the supplier ships
/// @param tracedShare part of the supply that the supplier handled at this or any earlier stage
public record SupplyShares(String productId, double directShare, double directShareOfSupply, double tracedShare) {}
