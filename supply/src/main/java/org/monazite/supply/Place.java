package org.monazite.supply;

/// A country, or one of the few synthetic places that figures are published for.
///
/// @param code ISO 3166 alpha-3, or `EU27`, `ROW` (rest of the world), `WLD` (the world, never a node)
/// @param nameEn the name in English
/// @param nameJa the name in Japanese
public record Place(String code, String nameEn, String nameJa) {

    /// Checks that code and names are there.
    public Place {
        if (!code.matches("[A-Z][A-Z0-9_]{1,11}")) {
            throw new IllegalArgumentException(
                    "A place code is ISO 3166 alpha-3 or a synthetic code in capitals, was '" + code + "'.");
        }
        if (nameEn.isBlank() || nameJa.isBlank()) {
            throw new IllegalArgumentException("Place " + code + " needs a name in English and in Japanese.");
        }
    }
}
