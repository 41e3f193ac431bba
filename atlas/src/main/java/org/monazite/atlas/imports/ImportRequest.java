package org.monazite.atlas.imports;

import java.nio.file.Path;

/// What a user asks for.
///
/// @param file the file to import
/// @param format its format
/// @param vintage edition of the source; empty: that of the format, or of the file's name
/// @param indicator of a wide table of governance; empty: as its name says
/// @param year which of the years in a zip of BACI; 0: the only one
/// @param acceptPartial whether lines that keep all rules are taken although others do not
public record ImportRequest(
        Path file, ImportFormat format, String vintage, String indicator, int year, boolean acceptPartial) {

    /// The same for a file that needs no year.
    public ImportRequest(Path file, ImportFormat format, String vintage, String indicator, boolean acceptPartial) {
        this(file, format, vintage, indicator, 0, acceptPartial);
    }
}
