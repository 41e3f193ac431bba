package org.monazite.atlas.imports;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.monazite.atlas.internal.NumberTable;

/// The rules of BACI as queries over all lines at once.
final class BaciQueries {

    private final Connection database;
    private final Baci.Year year;
    private final Path table;

    BaciQueries(Connection database, Baci.Year year, Path table) {
        this.database = database;
        this.year = year;
        this.table = table;
    }

    /// The words of the places, one short table beside the long one.
    void prepare() throws SQLException {
        StringBuilder rows = new StringBuilder();
        for (Map.Entry<Integer, String> place : year.places().entrySet()) {
            if (!place.getValue().matches("[A-Z0-9]{2,4}")) {
                throw new IllegalStateException("A place code '" + place.getValue() + "' in the list of codes.");
            }
            rows.append(rows.isEmpty() ? "" : ", ")
                    .append("(%d, '%s', '%s', %d)"
                            .formatted(place.getKey(), place.getValue(), year.scheme(), year.year()));
        }
        try (Statement sql = database.createStatement()) {
            sql.execute("CREATE TABLE place (code SMALLINT, place VARCHAR, scheme VARCHAR, year SMALLINT)");
            sql.execute("INSERT INTO place VALUES " + rows);
        }
    }

    private static Map<Integer, Boolean> set(Iterable<Integer> codes) {
        Map<Integer, Boolean> set = new TreeMap<>();
        codes.forEach(code -> set.put(code, true));
        return set;
    }

    /// Words are not written eleven million times: `places.parquet` holds them.
    void writePlaces() throws SQLException {
        try (Statement sql = database.createStatement()) {
            sql.execute("COPY place TO " + TradeTable.quoted(table.resolveSibling("places.parquet"))
                    + " (FORMAT parquet, COMPRESSION snappy)");
        }
    }

    /// Sorted by code, exporter and importer.
    private void write(Statement sql, String good) throws SQLException {
        sql.execute("""
                COPY (SELECT line::UINTEGER AS line, i, j, k, v, q FROM (%s)
                    ORDER BY (k::BIGINT * 1000 + i::BIGINT) * 1000 + j::BIGINT)
                TO %s (FORMAT parquet, COMPRESSION snappy)""".formatted(good, TradeTable.quoted(table)));
    }

    /// Reads the lines as text, names those that break a rule and takes the others.
    ///
    /// @param rows how many lines stand below the header
    void takeGood(long rows, Out out) throws SQLException {
        try (Statement sql = database.createStatement()) {
            text(sql, rows);
            judge(sql, "rowid + 2");
            Map<Reason, Long> refused = refused(sql);
            rejects(sql, out);
            String good = "SELECT line, i, j, k, v, q FROM judged WHERE reason IS NULL";
            long taken = count(sql, "SELECT count(*) FROM judged WHERE reason IS NULL");
            out.bulk(taken, refused);
            out.note("weight-missing", count(sql, "SELECT count(*) FROM (" + good + ") WHERE q IS NULL"));
            out.note("weight-rounded", count(sql, "SELECT count(*) FROM (" + good + ") WHERE q = 0"));
            if (taken > 0) {
                write(sql, good);
                writePlaces();
            }
        }
    }

    /// Judges some lines of a file.
    ///
    /// @param texts the lines by their number in the file
    void judge(SortedMap<Integer, String> texts) throws SQLException {
        try (Statement sql = database.createStatement()) {
            sql.execute("DROP TABLE IF EXISTS judged");
            sql.execute("CREATE TABLE text (line BIGINT, l VARCHAR)");
            try (DuckDBAppender rows = database.unwrap(DuckDBConnection.class).createAppender("main", "text")) {
                for (Map.Entry<Integer, String> text : texts.entrySet()) {
                    rows.beginRow();
                    rows.append((long) text.getKey());
                    rows.append(text.getValue());
                    rows.endRow();
                }
            }
            judge(sql, "line");
        }
    }

    /// @param line where the number of a line stands in the table of texts
    private void judge(Statement sql, String line) throws SQLException {
        sql.execute("""
                CREATE TABLE cell AS SELECT line, l, len(c) AS n, trim(c[1]) AS t, trim(c[2]) AS i,
                    trim(c[3]) AS j, trim(c[4]) AS k, trim(c[5]) AS v, trim(c[6]) AS q
                FROM (SELECT %s AS line, l, string_split(rtrim(coalesce(l, ''), chr(13)), ',') AS c FROM text)""".formatted(line));
        sql.execute("DROP TABLE text");
        sql.execute("CREATE TABLE judged AS " + judged());
        sql.execute("DROP TABLE cell");
    }

    /// The lines that were judged and are sound.
    ///
    /// @param lines where they stand in the file
    /// @param part what they say
    record Sound(int[] lines, PlainLines.Part part) {}

    /// The lines that were judged and are sound, in the order of the file.
    Sound sound() throws SQLException {
        try (Statement sql = database.createStatement()) {
            int rows = (int) count(sql, "SELECT count(*) FROM judged WHERE reason IS NULL");
            int[] lines = new int[rows];
            long[] keys = new long[rows];
            long[] values = new long[rows];
            long[] weights = new long[rows];
            try (ResultSet row = sql.executeQuery("""
                    SELECT line, i, j, k, v, q FROM judged
                    WHERE reason IS NULL ORDER BY line""")) {
                for (int each = 0; row.next(); each++) {
                    lines[each] = row.getInt(1);
                    keys[each] =
                            ((long) row.getInt(4) << PlainLines.PLACE_BITS | row.getInt(2)) << PlainLines.PLACE_BITS
                                    | row.getInt(3);
                    values[each] = row.getBigDecimal(5).unscaledValue().longValueExact(); // DECIMAL(18,6)
                    BigDecimal weight = row.getBigDecimal(6);
                    weights[each] = weight == null
                            ? NumberTable.MISSING
                            : weight.unscaledValue().longValueExact();
                }
            }
            return new Sound(lines, new PlainLines.Part(keys, values, weights, new int[0]));
        }
    }

    /// Names and counts the lines that were judged and break a rule.
    ///
    /// @return how many, by the rule
    Map<Reason, Long> refuse(Out out) throws SQLException {
        try (Statement sql = database.createStatement()) {
            rejects(sql, out);
            return refused(sql);
        }
    }

    private static Map<Reason, Long> refused(Statement sql) throws SQLException {
        Map<Reason, Long> refused = new EnumMap<>(Reason.class);
        try (ResultSet row = sql.executeQuery(
                "SELECT reason, count(*) FROM judged WHERE reason IS NOT NULL GROUP BY reason ORDER BY reason")) {
            while (row.next()) {
                refused.put(Reason.valueOf(row.getString(1)), row.getLong(2));
            }
        }
        return refused;
    }

    /// The lines as text. Only a file whose lines end in one way has as many as were counted.
    private void text(Statement sql, long rows) throws SQLException {
        try {
            sql.execute("""
                    CREATE TABLE text AS SELECT l FROM read_csv(%s, header = true, delim = '\u0001', quote = '',
                        escape = '', auto_detect = false, columns = {'l': 'VARCHAR'}, null_padding = true,
                        max_line_size = 2097152)""".formatted(TradeTable.quoted(year.path())));
        } catch (SQLException e) {
            throw new ImportException(
                    ImportException.Fault.LINE_ENDS,
                    year.name(),
                    Reject.shown(firstLine(String.valueOf(e.getMessage()))),
                    e);
        }
        long read = count(sql, "SELECT count(*) FROM text");
        if (read != rows) {
            throw new ImportException(ImportException.Fault.LINE_ENDS, year.name(), read + " / " + rows);
        }
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private String judged() {
        String number = "'[0-9]{1,12}([.][0-9]{1,9})?'";
        String unlisted = year.products().isEmpty()
                ? "false"
                : "TRY_CAST(k AS INTEGER) NOT IN (SELECT unnest(%s))"
                        .formatted(new TreeMap<>(set(year.products())).keySet());
        String place =
                "(NOT regexp_full_match(%1$s, '[0-9]{1,3}') OR TRY_CAST(%1$s AS INTEGER) NOT IN (SELECT code FROM place))";
        return """
                WITH ruled AS (SELECT *, CASE
                    WHEN n <> 6 THEN ['CELL_COUNT', '', '0']
                    WHEN NOT regexp_full_match(t, '[12][0-9]{3}') THEN ['NOT_A_PERIOD', 't', '1']
                    WHEN t <> '%1$d' THEN ['WRONG_YEAR', 't', '1']
                    WHEN %2$s THEN ['UNKNOWN_PLACE', 'i', '2']
                    WHEN %3$s THEN ['UNKNOWN_PLACE', 'j', '3']
                    WHEN i::INTEGER = j::INTEGER THEN ['SELF_TRADE', 'j', '3']
                    WHEN NOT regexp_full_match(k, '[0-9]{5,6}') OR k::INTEGER < 10000 OR k::INTEGER // 10000 = 77 OR %4$s
                        THEN ['UNKNOWN_CODE', 'k', '4']
                    WHEN v IN ('', 'NA') THEN ['MISSING', 'v', '5']
                    WHEN regexp_full_match(v, '-' || %5$s) THEN ['NOT_POSITIVE', 'v', '5']
                    WHEN NOT regexp_full_match(v, %5$s) THEN ['NOT_A_NUMBER', 'v', '5']
                    WHEN v::DECIMAL(18,6) <= 0 THEN ['NOT_POSITIVE', 'v', '5']
                    WHEN v::DECIMAL(18,6) > 1e9 THEN ['OUT_OF_RANGE', 'v', '5']
                    WHEN q = '' THEN ['MISSING', 'q', '6']
                    WHEN q <> 'NA' AND regexp_full_match(q, '-' || %5$s) THEN ['NEGATIVE', 'q', '6']
                    WHEN q <> 'NA' AND NOT regexp_full_match(q, %5$s) THEN ['NOT_A_NUMBER', 'q', '6']
                    WHEN q <> 'NA' AND q::DECIMAL(18,6) > 1e9 THEN ['OUT_OF_RANGE', 'q', '6']
                    END AS broken FROM cell),
                typed AS (SELECT line, l, broken,
                    CASE WHEN broken IS NULL THEN i::SMALLINT END AS i,
                    CASE WHEN broken IS NULL THEN j::SMALLINT END AS j,
                    CASE WHEN broken IS NULL THEN k::INTEGER END AS k,
                    CASE WHEN broken IS NULL THEN v::DECIMAL(18,6) END AS v,
                    CASE WHEN broken IS NULL AND q <> 'NA' THEN q::DECIMAL(18,6) END AS q FROM ruled)
                SELECT line, l, i, j, k, v, q, CASE WHEN broken IS NOT NULL THEN broken
                    WHEN line > first THEN ['STANDS_TWICE', '', '1'] END AS why, why[1] AS reason, first
                FROM (SELECT *, min(line) OVER (PARTITION BY broken IS NULL, i, j, k) AS first FROM typed)""".formatted(year.year(), place.formatted("i"), place.formatted("j"), unlisted, number);
    }

    private void rejects(Statement sql, Out out) throws SQLException {
        try (ResultSet row = sql.executeQuery("""
                SELECT line, why[1], why[2], why[3]::INTEGER, coalesce(l, ''), first FROM judged
                WHERE reason IS NOT NULL ORDER BY line LIMIT %d""".formatted(Limits.REJECTS))) {
            while (row.next()) {
                int column = row.getInt(4);
                String line = row.getString(5);
                String[] cells = line.split(",", -1);
                boolean whole =
                        column == 0 || column > cells.length || row.getString(3).isEmpty();
                Reason reason = Reason.valueOf(row.getString(2));
                String suggestion = reason == Reason.STANDS_TWICE
                        ? year.name() + ":" + row.getLong(6)
                        : reason == Reason.WRONG_YEAR
                                ? String.valueOf(year.year())
                                : reason == Reason.CELL_COUNT ? cells.length + " / 6" : "";
                out.show(new Reject(
                        year.name() + ":" + row.getLong(1) + ":" + Math.max(1, column),
                        row.getString(3),
                        whole ? line : cells[column - 1].strip(),
                        reason,
                        suggestion));
            }
        }
    }

    private static long count(Statement sql, String query) throws SQLException {
        try (ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
