package org.monazite.supply;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A dated export control, or a ruling about one.
///
/// @param id the key in the pack
/// @param imposer place code of who imposes it, or `WTO`
/// @param scope `all` destinations or `named`
/// @param targets place codes it is aimed at; `WLD` for all
/// @param minerals materials in the words of the source
/// @param products products in the words of the source
/// @param hsCodes customs codes, possibly with the words `to be checked`
/// @param type `ban`, `licence`, `enhanced_licence`, `quota`, `export_tax`, `technology_ban`, ...
/// @param legalRef notice or law
/// @param announced date announced, when stated
/// @param effective date in force, when stated
/// @param end last day in force or of a suspension, when stated
/// @param endKind what happens at the end: `repealed`, `suspended until`, `open`, ... in the words of the pack
/// @param statusSeen the status when last looked at
/// @param flag how careful a reader must be
/// @param citation who says so
public record ExportControl(
        String id,
        String imposer,
        String scope,
        List<String> targets,
        String minerals,
        String products,
        List<String> hsCodes,
        String type,
        String legalRef,
        Optional<LocalDate> announced,
        Optional<LocalDate> effective,
        Optional<LocalDate> end,
        String endKind,
        String statusSeen,
        Flag flag,
        Citation citation) {

    /// Copies the lists.
    public ExportControl {
        targets = List.copyOf(targets);
        hsCodes = List.copyOf(hsCodes);
    }
}
