package org.monazite.atlas.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Which format a file is of, by the column names that only this format has. A file of another format than the one
/// asked for is refused as a whole: some lines of it might fit by chance.
final class FormatGuess {

    /// Rows that are looked at, and bytes of a text.
    private static final int ROWS = 40;

    private static final int BYTES = 1 << 16;
    private static final int SHEETS = 60;

    private FormatGuess() {}

    /// The format of a file; empty when nothing in it is typical of one.
    static Optional<ImportFormat> of(Snapshot snapshot) throws IOException {
        if (snapshot.isZip()) {
            return zipped(snapshot);
        }
        byte[] start;
        try (InputStream in = Files.newInputStream(snapshot.path())) {
            start = in.readNBytes(BYTES);
        }
        String text = new String(start, StandardCharsets.ISO_8859_1).replaceFirst("^\u00ef\u00bb\u00bf", "");
        String begin = text.stripLeading();
        if (begin.startsWith("{") || begin.startsWith("[")) {
            if (UsCensus.COMMODITIES.stream().anyMatch(name -> text.contains('"' + name + '"'))
                    && text.contains("\"CTY_CODE\"")) {
                return Optional.of(ImportFormat.US_CENSUS_TRADE);
            }
            return text.contains("\"reporterCode\"") && text.contains("\"cmdCode\"")
                    ? Optional.of(ImportFormat.COMTRADE)
                    : Optional.empty();
        }
        if (begin.startsWith("<")) {
            return text.contains("<table-wrap") || text.contains("<article")
                    ? Optional.of(ImportFormat.USGS_OFR_2025_1047)
                    : Optional.empty();
        }
        Optional<ImportFormat> edition = summaries(snapshot.name(), text);
        return edition.isPresent()
                ? edition
                : text.lines()
                        .limit(ROWS)
                        .map(line -> List.of(line.split(",", -1)))
                        .flatMap(row -> header(row).stream())
                        .findFirst();
    }

    /// The format whose typical columns a row names.
    private static Optional<ImportFormat> header(List<String> row) {
        Set<String> names = new HashSet<>();
        for (String cell : row.size() > Limits.COLUMNS ? List.<String>of() : row) {
            names.add(cell.replace("\"", "").strip());
        }
        boolean years = names.stream().filter(Cells::isYear).count() >= 2;
        boolean yearly = years || names.stream().anyMatch(name -> name.matches("(19|20)[0-9]{2} \\[YR.*"));
        ImportFormat found = names.containsAll(Set.of("t", "i", "j", "k", "v", "q"))
                ? ImportFormat.BACI
                : names.stream()
                                .map(name -> name.toLowerCase(Locale.ROOT))
                                .collect(Collectors.toSet())
                                .containsAll(Set.of("reportercode", "partnercode", "cmdcode", "primaryvalue"))
                        ? ImportFormat.COMTRADE
                        : names.containsAll(Set.of("MCS chapter", "Statistics_detail"))
                                ? ImportFormat.USGS_MCS_2026
                                : names.containsAll(Set.of("COMMODITY", "COUNTRY", "UNIT_MEAS"))
                                        ? ImportFormat.USGS_MCS_2025
                                        : others(names, years, yearly);
        return Optional.ofNullable(found);
    }

    private static ImportFormat summaries(int edition) {
        return edition == 2022
                ? ImportFormat.USGS_MCS_2022
                : edition == 2023 ? ImportFormat.USGS_MCS_2023 : ImportFormat.USGS_MCS_2024;
    }

    /// The edition of a table for one commodity: the name says it, the columns that it is one.
    private static Optional<ImportFormat> summaries(String name, String text) {
        boolean table = text.lines()
                .limit(ROWS)
                .anyMatch(line -> line.startsWith("Source,Country,") || line.startsWith("DataSource,Commodity,"));
        return table ? UsgsMcsFiles.edition(name).map(FormatGuess::summaries) : Optional.empty();
    }

    private static @org.jspecify.annotations.Nullable ImportFormat others(
            Set<String> names, boolean years, boolean yearly) {
        if (names.containsAll(Set.of("Exp or Imp", "HS", "Value-Year"))) {
            return ImportFormat.JAPAN_CUSTOMS;
        }
        if (names.containsAll(Set.of("PRODUCT_NC", "FLOW", "PERIOD"))
                || names.containsAll(Set.of("reporter", "partner", "product", "indicators", "OBS_VALUE"))) {
            return ImportFormat.EUROSTAT_COMEXT;
        }
        if (names.contains("CTY_CODE") && UsCensus.COMMODITIES.stream().anyMatch(names::contains)) {
            return ImportFormat.US_CENSUS_TRADE;
        }
        if (names.containsAll(Set.of("bgs_commodity_trans", "sdmx_code"))) {
            return ImportFormat.BGS;
        }
        if (names.containsAll(Set.of("Intervention ID", "State Act ID"))) {
            return ImportFormat.GTA;
        }
        if (names.containsAll(Set.of("REF_AREA", "TIME_PERIOD", "OBS_VALUE", "MEASURE"))) {
            return ImportFormat.OECD;
        }
        if (names.containsAll(Set.of("supplier", "product", "quantity", "basis"))) {
            return ImportFormat.LEDGER;
        }
        boolean bank = names.contains("Country Code") && (yearly || names.contains("Time") || names.contains("Year"));
        if (names.contains("Country/Territory") && (names.contains("Code") || names.contains("WBCode"))
                || names.containsAll(Set.of("year", "indicator", "estimate"))
                || names.contains(WgiEconomies.CODE)
                || bank) {
            return ImportFormat.WGI;
        }
        boolean produced = names.stream().anyMatch(name -> name.matches("Production (19|20)[0-9]{2}"));
        return names.contains("Country")
                        && (years || produced)
                        && (names.contains("unit") || names.contains("data_source"))
                ? ImportFormat.WMD
                : null;
    }

    private static Optional<ImportFormat> zipped(Snapshot snapshot) throws IOException {
        try (SafeZip zip = SafeZip.open(snapshot.path(), snapshot.name())) {
            if (zip.names().stream().anyMatch(Baci::isYear)) {
                return Optional.of(ImportFormat.BACI);
            }
            Optional<Integer> edition = zip.names().stream()
                    .map(UsgsMcsFiles::edition)
                    .flatMap(Optional::stream)
                    .findFirst();
            if (edition.isPresent()) {
                return edition.map(FormatGuess::summaries);
            }
            if (!zip.has("xl/workbook.xml")) {
                return Optional.empty();
            }
        }
        try (Workbook book = Workbook.open(snapshot.path(), snapshot.name())) {
            boolean blocks = false;
            for (String sheet :
                    book.sheets().subList(0, Math.min(SHEETS, book.sheets().size()))) {
                List<List<String>> rows = first(book.lines(sheet));
                for (List<String> row : rows) {
                    Optional<ImportFormat> found = header(row);
                    if (found.isPresent()) {
                        return found;
                    }
                }
                blocks |= rows.stream().flatMap(List::stream).anyMatch(IeaExplorer::isScenario)
                        && rows.stream()
                                .anyMatch(row ->
                                        row.stream().filter(IeaExplorer::isYear).count() >= 2);
            }
            return blocks ? Optional.of(ImportFormat.IEA_CMDE) : Optional.empty();
        }
    }

    private static List<List<String>> first(Lines lines) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try {
            lines.each(row -> {
                if (rows.size() >= ROWS) {
                    throw new Enough();
                }
                rows.add(row.cells().stream().map(String::strip).toList());
            });
        } catch (Enough _) {
            return rows;
        }
        return rows;
    }

    /// Ends the reading of a sheet of which the first rows are known.
    private static final class Enough extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Enough() {
            super("", null, false, false);
        }
    }
}
