package org.monazite.supply;

/// What somebody says a place will need of a product in a year to come.
///
/// @param place place code
/// @param productId the product
/// @param year the year spoken of
/// @param tonnes t/yr, with its range
/// @param flag how careful a reader must be
/// @param citation who says so
public record PublishedNeed(String place, String productId, int year, Range tonnes, Flag flag, Citation citation) {}
