package org.monazite.atlas;

import java.util.List;
import java.util.Set;

/// A table that goes out.
///
/// @param name its file name without ending
/// @param description what its rows are
/// @param key columns that tell rows apart; empty for none
/// @param columns names
/// @param textual columns that hold words even where they look like numbers
/// @param rows cells as text
/// @param sources ids of the sources that its rows rest on
record ExportTable(
        String name,
        String description,
        List<String> key,
        List<String> columns,
        Set<String> textual,
        List<List<String>> rows,
        Set<String> sources) {}
