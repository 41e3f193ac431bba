package org.monazite.atlas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.monazite.atlas.pack.Pack;
import org.monazite.atlas.pack.Row;

/// Tables of the pack on their way out.
final class PackTable {

    /// Codes and periods are words: `08`, `2024`, `NA`.
    private static final Set<String> WORDS = Set.of(
            "code", "hs_code", "hs_codes", "baci_code", "year", "period", "month", "vintage", "raw_value", "iso2");

    private PackTable() {}

    static ExportTable of(Pack pack, String table, Set<String> open, Map<String, Integer> kept) {
        List<String> columns = List.copyOf(pack.columns(table));
        List<List<String>> rows = new ArrayList<>();
        Set<String> sources = new TreeSet<>();
        boolean register = table.equals("sources");
        for (Row row : pack.table(table)) {
            String source = row.text("source_id");
            if (register || open.contains(source)) {
                rows.add(List.copyOf(row.cells().values()));
                if (!register) {
                    sources.add(source);
                }
            } else {
                kept.merge(pack.redistribution(source), 1, Integer::sum);
            }
        }
        return new ExportTable(
                table, "Table " + table + " of the pack", pack.keyColumns(table), columns, WORDS, rows, sources);
    }
}
