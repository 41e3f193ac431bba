package org.monazite.exposure;

/// One purchase of a company. It never leaves the machine.
///
/// @param id where it stands, such as `ledger.csv:12`
/// @param supplier who sold, as the company writes it
/// @param supplierPlace place code of the seller
/// @param originPlace place code where the goods were made, as stated; empty when not stated
/// @param productId product of the atlas, such as `ndfeb.magnet`
/// @param tonnes how much, on the basis of the product; NaN when not stated
/// @param usd for how much money, US dollars; NaN when not stated
/// @param period ISO year or month; empty when not stated
public record LedgerLine(
        String id,
        String supplier,
        String supplierPlace,
        String originPlace,
        String productId,
        double tonnes,
        double usd,
        String period) {

    /// Checks that the line says from whom and how much.
    public LedgerLine {
        if (supplierPlace.isBlank() || productId.isBlank()) {
            throw new IllegalArgumentException(
                    "The line %s needs the place of the supplier and a product.".formatted(id));
        }
        if (tonnes < 0 || usd < 0 || (Double.isNaN(tonnes) && Double.isNaN(usd))) {
            throw new IllegalArgumentException(
                    "The line %s needs an amount of zero or more, in tonnes or in US dollars.".formatted(id));
        }
    }
}
