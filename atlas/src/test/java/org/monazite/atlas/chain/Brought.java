package org.monazite.atlas.chain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.monazite.atlas.imports.CodeCount;
import org.monazite.atlas.imports.ImportFormat;
import org.monazite.atlas.imports.ImportManifest;
import org.monazite.atlas.imports.TradeFlow;
import org.monazite.atlas.pack.FigureRecord;
import org.monazite.supply.Flag;

/// Imports as text, one flow a line: `CHN JPN 850511 2837` (exporter, importer, code, tonnes).
final class Brought {

    private static final Map<String, ImportFormat> FORMATS = Map.of(
            "baci", ImportFormat.BACI,
            "comtrade", ImportFormat.COMTRADE,
            "japan", ImportFormat.JAPAN_CUSTOMS,
            "comext", ImportFormat.EUROSTAT_COMEXT,
            "census", ImportFormat.US_CENSUS_TRADE);

    private final Map<String, ImportManifest> imports = new LinkedHashMap<>();
    private final List<TradeFlow> flows = new ArrayList<>();
    private final Map<String, List<CodeCount>> counts = new TreeMap<>();
    private final Map<String, List<FigureRecord>> figures = new TreeMap<>();
    private long line = 1;

    /// A year of BACI, revision 2017 of the codes.
    static ImportedFacts baci(String text) {
        return new Brought().trade("baci", "HS17", "both", text).facts();
    }

    Brought trade(String id, String scheme, String reportedBy, String text) {
        manifest(id, format(id));
        text.lines().filter(each -> !each.isBlank()).forEach(each -> {
            String[] cells = each.strip().split(" +", -1);
            int year = cells.length > 4 ? Integer.parseInt(cells[4]) : 2024;
            int month = cells.length > 5 ? Integer.parseInt(cells[5]) : 0;
            line++;
            counts.computeIfAbsent(id, _ -> new ArrayList<>()).add(new CodeCount(scheme, cells[2], year, 1));
            if (year == 2024) { // as they are read: other years are counted
                flows.add(new TradeFlow(
                        cells[0],
                        cells[1],
                        scheme,
                        cells[2],
                        year,
                        month,
                        reportedBy,
                        1000,
                        Double.parseDouble(cells[3]),
                        Flag.NONE,
                        id,
                        line));
            }
        });
        return this;
    }

    private static ImportFormat format(String id) {
        return FORMATS.entrySet().stream()
                .filter(each -> id.startsWith(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    /// A figure on production, such as `CHN bgs.antimony 40000 t metal content`.
    Brought made(String id, ImportFormat format, String text) {
        manifest(id, format);
        text.lines().forEach(each -> {
            String[] cells = each.strip().split(" +", 5);
            double tonnes = Double.parseDouble(cells[2]);
            line++;
            figures.computeIfAbsent(id, _ -> new ArrayList<>())
                    .add(new FigureRecord(
                            "f-" + id + line,
                            cells[0],
                            "",
                            cells[1],
                            "production",
                            cells[3],
                            tonnes,
                            tonnes,
                            tonnes,
                            "=",
                            cells[4],
                            "reported",
                            "primary-file",
                            Flag.NONE,
                            id,
                            id + ".csv:" + line,
                            cells[2],
                            ""));
        });
        return this;
    }

    private void manifest(String id, ImportFormat format) {
        imports.putIfAbsent(
                id,
                new ImportManifest(
                        id, format.id(), id + ".csv", "00", 1, 1, id, 1, 1, 0, 0, 0, 1, 0, Map.of(), List.of()));
    }

    ImportedFacts facts() {
        return new ImportedFacts(imports, flows, counts, figures);
    }
}
