package org.monazite.atlas.imports;

import java.time.LocalDate;

/// One purchase of the company that owns the workspace. Private: it never enters a version or an export.
///
/// @param id its name, `p-` and ten hex digits
/// @param date day of the purchase
/// @param supplier the seller as the ledger writes it
/// @param supplierCountry ISO alpha-3 of the seller
/// @param originCountry ISO alpha-3 of the goods' origin, empty when not stated
/// @param product id of the product
/// @param tonnes mass bought, more than zero, on the basis of the product
/// @param basis what the tonnes are tonnes of
/// @param value money paid, zero or more; NaN when not stated
/// @param currency three letters, empty when no value is stated
/// @param site site of the company that received the goods, may be empty
/// @param locator file, line and column of the quantity
/// @param raw quantity and unit as they stand in the ledger
public record LedgerLine(
        String id,
        LocalDate date,
        String supplier,
        String supplierCountry,
        String originCountry,
        String product,
        double tonnes,
        String basis,
        double value,
        String currency,
        String site,
        String locator,
        String raw) {}
