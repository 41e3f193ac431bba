package org.monazite.atlas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.monazite.atlas.pack.Pack;
import org.monazite.atlas.pack.Row;
import org.monazite.supply.Source;

/// Tables of the pack on their way out.
final class PackTable {

    /// Codes and periods are words: `08`, `2024`, `NA`.
    private static final Set<String> WORDS = Set.of(
            "code", "hs_code", "hs_codes", "baci_code", "year", "period", "month", "vintage", "raw_value", "iso2");

    private PackTable() {}

    /// @param imported sources of imports; those that may be passed on join the register of sources
    static ExportTable of(Pack pack, List<Source> imported, String table, Set<String> open, Map<String, Integer> kept) {
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
        if (register) {
            imported.stream()
                    .filter(source -> open.contains(source.id()))
                    .forEach(source -> rows.add(
                            columns.stream().map(column -> cell(source, column)).toList()));
        }
        return new ExportTable(
                table, "Table " + table + " of the pack", pack.keyColumns(table), columns, WORDS, rows, sources);
    }

    private static String cell(Source source, String column) {
        return switch (column) {
            case "source_id" -> source.id();
            case "title" -> source.title();
            case "publisher" -> source.publisher();
            case "published" -> source.published();
            case "licence" -> source.licence();
            case "redistribution" -> source.redistribution();
            case "grade" -> source.grade();
            case "url" -> source.url();
            default -> "";
        };
    }
}
