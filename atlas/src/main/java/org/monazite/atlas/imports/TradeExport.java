package org.monazite.atlas.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.monazite.atlas.internal.Disk;

/// Imported trade on its way out: one table of all flows whose source may be passed on, in a fixed order.
public final class TradeExport {

    /// Columns of the table.
    public static final List<String> COLUMNS = List.of(
            "source_id",
            "line",
            "scheme",
            "code",
            "exporter",
            "importer",
            "year",
            "month",
            "reported_by",
            "value_usd",
            "weight_t",
            "confidence",
            "redistribution",
            "value",
            "currency");

    /// Above this number of rows only Parquet is written: no program reads such a CSV with pleasure.
    private static final long CSV_ROWS = 2_000_000;

    private TradeExport() {}

    /// What was written.
    ///
    /// @param rows number of flows
    /// @param csv whether a CSV stands beside the Parquet file
    public record Written(long rows, boolean csv) {}

    /// Writes `NAME.parquet` and, unless it would be too long, `NAME.csv`.
    ///
    /// @param folder that exists
    static Written write(ImportStore store, List<ImportManifest> imports, Path folder, String name) throws IOException {
        List<Path> folders = new ArrayList<>(List.of(folder));
        List<String> parts = new ArrayList<>();
        for (ImportManifest each : imports) {
            TradeTable.Where where = store.trade(each);
            folders.add(where.folder());
            parts.add("""
                    SELECT '%s' AS source_id, line, scheme, code, exporter, importer, year, month, reported_by, value_usd,
                        weight_t, CASE WHEN estimated THEN 'estimate' ELSE 'reported' END AS confidence,
                        '%s' AS redistribution, value, currency FROM %s""".formatted(each.id(), each.redistribution(), where.rows()));
        }
        Path spill = folder.resolve(".spill");
        String all = String.join(" UNION ALL ", parts);
        Path parquet = folder.resolve(name + ".parquet");
        try (Connection database = TradeTable.connect(folders, spill);
                Statement sql = database.createStatement()) {
            sql.execute(
                    "COPY (SELECT * FROM (%s) ORDER BY source_id, code, exporter, importer, year, month, reported_by, line) TO %s (FORMAT parquet, COMPRESSION zstd)"
                            .formatted(all, TradeTable.quoted(parquet)));
            long rows;
            try (ResultSet row =
                    sql.executeQuery("SELECT count(*) FROM read_parquet(" + TradeTable.quoted(parquet) + ")")) {
                row.next();
                rows = row.getLong(1);
            }
            if (rows <= CSV_ROWS) {
                sql.execute("COPY (SELECT * FROM read_parquet(%s)) TO %s (FORMAT csv, HEADER true)"
                        .formatted(TradeTable.quoted(parquet), TradeTable.quoted(folder.resolve(name + ".csv"))));
            }
            return new Written(rows, rows <= CSV_ROWS);
        } catch (SQLException e) {
            throw new IOException("Cannot write the imported trade to " + folder + ": " + e.getMessage(), e);
        } finally {
            Disk.delete(spill);
        }
    }
}
