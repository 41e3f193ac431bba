package org.monazite.atlas.imports;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.monazite.atlas.pack.FigureRecord;
import org.monazite.supply.Flag;

/// The tables of a kept import as CSV: figures and purchases.
final class ImportTables {

    private static final List<String> FIGURE = List.of(
            "id",
            "place",
            "partner",
            "subject",
            "measure",
            "period",
            "value",
            "low",
            "high",
            "qualifier",
            "unit",
            "confidence",
            "evidence",
            "flag",
            "source_id",
            "locator",
            "raw",
            "remark");

    private static final List<String> PURCHASE = List.of(
            "id",
            "date",
            "supplier",
            "supplier_country",
            "origin_country",
            "product",
            "t",
            "basis",
            "value",
            "currency",
            "site",
            "locator",
            "raw");

    private ImportTables() {}

    static void writeFigures(Path file, List<FigureRecord> figures) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord(FIGURE);
            for (FigureRecord f : figures) {
                csv.writeRecord(
                        f.id(),
                        f.place(),
                        safe(f.partner()),
                        safe(f.subject()),
                        safe(f.measure()),
                        safe(f.period()),
                        text(f.value()),
                        text(f.low()),
                        text(f.high()),
                        f.qualifier(),
                        safe(f.unit()),
                        f.confidence(),
                        f.evidence(),
                        f.flag().name(),
                        f.sourceId(),
                        safe(f.locator()),
                        safe(f.raw()),
                        safe(f.remark()));
            }
        }
    }

    static List<FigureRecord> figures(Path file) throws IOException {
        List<FigureRecord> figures = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                List<String> f =
                        row.getFields().stream().map(ImportTables::plain).toList();
                figures.add(new FigureRecord(
                        f.get(0),
                        f.get(1),
                        f.get(2),
                        f.get(3),
                        f.get(4),
                        f.get(5),
                        number(f.get(6)),
                        number(f.get(7)),
                        number(f.get(8)),
                        f.get(9),
                        f.get(10),
                        f.get(11),
                        f.get(12),
                        Flag.valueOf(f.get(13)),
                        f.get(14),
                        f.get(15),
                        f.get(16),
                        f.get(17)));
            }
        }
        return figures;
    }

    static void writePurchases(Path file, List<LedgerLine> purchases) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord(PURCHASE);
            for (LedgerLine p : purchases) {
                csv.writeRecord(
                        p.id(),
                        p.date().toString(),
                        safe(p.supplier()),
                        p.supplierCountry(),
                        p.originCountry(),
                        safe(p.product()),
                        text(p.tonnes()),
                        p.basis(),
                        text(p.value()),
                        p.currency(),
                        safe(p.site()),
                        safe(p.locator()),
                        safe(p.raw()));
            }
        }
    }

    static List<LedgerLine> purchases(Path file) throws IOException {
        List<LedgerLine> purchases = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                List<String> p =
                        row.getFields().stream().map(ImportTables::plain).toList();
                purchases.add(new LedgerLine(
                        p.get(0),
                        LocalDate.parse(p.get(1)),
                        p.get(2),
                        p.get(3),
                        p.get(4),
                        p.get(5),
                        number(p.get(6)),
                        p.get(7),
                        number(p.get(8)),
                        p.get(9),
                        p.get(10),
                        p.get(11),
                        p.get(12)));
            }
        }
        return purchases;
    }

    /// A text that a spreadsheet would run as a formula carries an apostrophe, as does one that begins with it.
    static String safe(String text) {
        return !text.isEmpty() && "=+-@'\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String plain(String text) {
        return text.startsWith("'") ? text.substring(1) : text;
    }

    private static String text(double number) {
        return Double.isNaN(number) ? "" : Double.toString(number);
    }

    private static double number(String text) {
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }
}
