package org.monazite.atlas.chain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Customs codes of which a reader must know that they hold more than one would think.
public final class Baskets {

    private static final List<String> MIXED = List.of("284690", "280530", "850511", "811292", "811291", "282560");

    private Baskets() {}

    /// The warning that belongs to trade under a code, as messages are named: `284690`, `811230`.
    ///
    /// @param scheme `HS92` ... `HS22`, `HS`
    /// @param code six digits
    /// @param year ISO year
    /// @return empty for codes without a warning
    public static Optional<String> warning(String scheme, String code, int year) {
        if (CustomsCodes.isArtefact(scheme, code, year)) {
            return Optional.of(code);
        }
        return MIXED.contains(code) ? Optional.of(code) : Optional.empty();
    }

    /// All codes that may carry a warning.
    public static Collection<String> codes() {
        List<String> all = new java.util.ArrayList<>(MIXED);
        all.add("811230");
        return all;
    }
}
