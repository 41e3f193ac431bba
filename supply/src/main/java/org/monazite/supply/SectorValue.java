package org.monazite.supply;

/// A figure on an industry that uses a product: its value added, or the share of it that needs the product.
///
/// @param place place code
/// @param sector the industry in the words of the pack, such as `cars_ev`
/// @param metric `gross_value_added`, `dependent_share`, `magnet_use`, `sales`, ...
/// @param industryCode its code in a published classification
/// @param value the value and its range, in `unit`
/// @param unit `million`, `t`, `share`
/// @param currency ISO 4217, empty for tonnes and shares
/// @param year year of the figure
/// @param flag how careful a reader must be
/// @param citation who says so
public record SectorValue(
        String place,
        String sector,
        String metric,
        String industryCode,
        Range value,
        String unit,
        String currency,
        int year,
        Flag flag,
        Citation citation) {}
