package org.monazite.atlas.chain;

import java.util.List;

/// What became of imported figures in the balance of a chain.
///
/// @param uses figures that were held beside the chain: observations, and gross errors that were left out
/// @param unused figures that the chain does not rest on, by reason
public record ImportReport(List<ImportUse> uses, List<ImportUnused> unused) {

    /// A chain beside which no import speaks.
    public static final ImportReport NONE = new ImportReport(List.of(), List.of());

    /// Copies the lists.
    public ImportReport {
        uses = List.copyOf(uses);
        unused = List.copyOf(unused);
    }
}
