package org.monazite.supply;

/// A material: an element or a basket that is traded as one.
///
/// @param id short name in files, such as `dy`
/// @param symbol chemical symbol, empty for a basket
/// @param nameEn the name in English
/// @param nameJa the name in Japanese
public record Material(String id, String symbol, String nameEn, String nameJa) {

    /// Checks that the id is there.
    public Material {
        if (id.isBlank()) {
            throw new IllegalArgumentException("A material needs an id.");
        }
    }
}
