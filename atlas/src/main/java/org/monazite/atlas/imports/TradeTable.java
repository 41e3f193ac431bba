package org.monazite.atlas.imports;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.monazite.supply.Flag;

/// Trade flows as one Parquet file, sorted by code, exporter and importer. Written once; queries name one code.
final class TradeTable {

    /// Columns of the file. Money and mass are decimals: what stands in the source is what comes out.
    static final String COLUMNS = """
            line UINTEGER, year SMALLINT, month TINYINT, exporter VARCHAR, importer VARCHAR, scheme VARCHAR,
            code VARCHAR, reported_by VARCHAR, value_usd DECIMAL(18,3), weight_t DECIMAL(18,6), estimated BOOLEAN""";

    /// The columns that a table with values in other currencies has besides; `value_usd` is empty there.
    private static final String OWN = ", value DECIMAL(18,3), currency VARCHAR";

    private TradeTable() {}

    /// A database in memory that sees one folder and nothing else.
    ///
    /// @param spills whether sorting may use the disk
    static Connection connect(Path folder, boolean spills) throws SQLException {
        return connect(List.of(folder), spills ? quoted(folder.resolve("spill")) : "''");
    }

    /// A database in memory that sees some folders and nothing else, and uses no disk of its own.
    static Connection connect(List<Path> folders) throws SQLException {
        return connect(folders, "''");
    }

    /// A database in memory that sees some folders and nothing else, and sorts in one of its own.
    static Connection connect(List<Path> folders, Path spill) throws SQLException {
        return connect(folders, quoted(spill));
    }

    private static Connection connect(List<Path> folders, String spill) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET memory_limit = '1GB'");
            statement.execute("SET temp_directory = " + spill);
            if (!spill.equals("''")) {
                statement.execute("SET max_temp_directory_size = '4GB'");
            }
            statement.execute("SET autoinstall_known_extensions = false");
            statement.execute("SET autoload_known_extensions = false");
            statement.execute("SET allowed_directories = "
                    + folders.stream().map(TradeTable::quoted).toList());
            statement.execute("SET enable_external_access = false");
            statement.execute("SET lock_configuration = true");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /// A path as text in a statement; file functions take no parameters where a file is written.
    static String quoted(Path path) {
        return "'" + path.toAbsolutePath().toString().replace("'", "''") + "'";
    }

    /// Writes flows.
    static void write(Path file, List<TradeFlow> flows) throws IOException {
        Path folder = file.toAbsolutePath().resolveSibling(".").normalize();
        try (Connection connection = connect(folder, false);
                Statement statement = connection.createStatement()) {
            boolean own = isOwn(flows);
            statement.execute("CREATE TABLE flow (" + COLUMNS + (own ? OWN : "") + ")");
            try (DuckDBAppender rows = connection.unwrap(DuckDBConnection.class).createAppender("main", "flow")) {
                for (TradeFlow flow : flows) {
                    rows.beginRow();
                    rows.append((int) flow.line());
                    rows.append((short) flow.year());
                    rows.append((byte) flow.month());
                    rows.append(flow.exporter());
                    rows.append(flow.importer());
                    rows.append(flow.scheme());
                    rows.append(flow.code());
                    rows.append(flow.reportedBy());
                    append(rows, flow.valueUsd(), 3);
                    append(rows, flow.weightTonnes(), 6);
                    rows.append(flow.flag() == Flag.ESTIMATE);
                    if (own) {
                        append(rows, flow.value(), 3);
                        rows.append(flow.currency());
                    }
                    rows.endRow();
                }
            }
            statement.execute("COPY (FROM flow ORDER BY code, exporter, importer, year, month, line) TO " + quoted(file)
                    + " (FORMAT parquet)");
        } catch (SQLException e) {
            throw new IOException("Cannot write the flows " + file + ": " + e.getMessage(), e);
        }
    }

    private static boolean isOwn(List<TradeFlow> flows) {
        return flows.stream().anyMatch(flow -> Double.isNaN(flow.valueUsd()));
    }

    private static void append(DuckDBAppender rows, double number, int digits) throws SQLException {
        if (Double.isNaN(number)) {
            rows.appendNull();
        } else {
            rows.append(decimal(number, digits));
        }
    }

    private static BigDecimal decimal(double number, int digits) {
        return BigDecimal.valueOf(number).setScale(digits, java.math.RoundingMode.HALF_EVEN);
    }

    /// Where the flows of an import lie.
    ///
    /// @param folder of the import
    /// @param narrow whether places stand as numbers, with their words in `places.parquet`
    /// @param own whether values are in the currency of who reports
    record Where(Path folder, boolean narrow, boolean own) {

        /// The table as it lies there.
        String raw() {
            return "read_parquet(" + quoted(folder.resolve("trade.parquet")) + ")";
        }

        /// The words of a table whose places stand as numbers.
        String places() {
            return "read_parquet(" + quoted(folder.resolve("places.parquet")) + ")";
        }

        /// The table with words for places.
        String rows() {
            String table = raw();
            String places = places();
            return narrow
                    ? """
                    (SELECT line, e.year AS year, 0 AS month, e.place AS exporter, m.place AS importer,
                        e.scheme AS scheme, k, lpad(k::VARCHAR, 6, '0') AS code, 'both' AS reported_by,
                        (v * 1000)::DECIMAL(18,3) AS value_usd, q AS weight_t, false AS estimated,
                        (v * 1000)::DECIMAL(18,3) AS value, 'USD' AS currency
                    FROM %s JOIN %s e ON i = e.code JOIN %s m ON j = m.code)""".formatted(table, places, places)
                    : own ? table : "(SELECT *, value_usd AS value, 'USD' AS currency FROM " + table + ")";
        }
    }

    /// Flows under one code in one year, monthly ones included, in a fixed order.
    static List<TradeFlow> read(Where where, String importId, String code, int year) throws IOException {
        if (!code.matches(where.narrow() ? "[0-9]{6}" : "[0-9]{6,10}")) {
            return List.of();
        }
        return query(where, importId, where.narrow() ? "k = ? AND year = ?" : "code = ? AND year = ?", statement -> {
            if (where.narrow()) {
                statement.setInt(1, Integer.parseInt(code));
            } else {
                statement.setString(1, code);
            }
            statement.setInt(2, year);
        });
    }

    /// Flows under some codes in one year, monthly ones included, in a fixed order.
    static List<TradeFlow> read(Where where, String importId, Collection<String> codes, int year) throws IOException {
        List<String> known = known(where, codes);
        return known.isEmpty()
                ? List.of()
                : query(where, importId, in(where, known) + " AND year = ?", statement -> statement.setInt(1, year));
    }

    /// How many flows of each year stand under each of some codes.
    static List<CodeCount> counts(Where where, Collection<String> codes) throws IOException {
        List<String> known = known(where, codes);
        if (known.isEmpty()) {
            return List.of();
        }
        List<CodeCount> counts = new ArrayList<>();
        try (Connection connection = connect(where.folder(), false);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT scheme, code, year, count(*) FROM " + where.rows()
                        + " WHERE " + in(where, known) + " GROUP BY ALL ORDER BY scheme, code, year")) {
            while (row.next()) {
                counts.add(new CodeCount(row.getString(1), row.getString(2), row.getInt(3), row.getLong(4)));
            }
            return counts;
        } catch (SQLException e) {
            throw new IOException("Cannot read the flows in " + where.folder() + ": " + e.getMessage(), e);
        }
    }

    private static List<String> known(Where where, Collection<String> codes) {
        return codes.stream()
                .filter(code -> code.matches(where.narrow() ? "[0-9]{6}" : "[0-9]{6,10}"))
                .distinct()
                .sorted()
                .toList();
    }

    private static String in(Where where, List<String> codes) {
        return where.narrow()
                ? codes.stream()
                        .map(code -> String.valueOf(Integer.parseInt(code)))
                        .collect(Collectors.joining(", ", "k IN (", ")"))
                : codes.stream().collect(Collectors.joining("', '", "code IN ('", "')"));
    }

    /// All flows that one side reports.
    static List<TradeFlow> oneSided(Where where, String importId) throws IOException {
        return query(where, importId, "reported_by <> 'both'", statement -> {});
    }

    /// The newest year with whole-year flows under any of the codes.
    static OptionalInt latestYear(Where where, Collection<String> codes) throws IOException {
        List<String> known = known(where, codes);
        if (known.isEmpty()) {
            return OptionalInt.empty();
        }
        String list = in(where, known);
        try (Connection connection = connect(where.folder(), false);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT max(year) FROM " + where.rows() + " WHERE month = 0 AND " + list)) {
            rows.next();
            int year = rows.getInt(1);
            return rows.wasNull() ? OptionalInt.empty() : OptionalInt.of(year);
        } catch (SQLException e) {
            throw new IOException("Cannot read the flows in " + where.folder() + ": " + e.getMessage(), e);
        }
    }

    /// The flow of one line of the raw file.
    static List<TradeFlow> line(Where where, String importId, long line) throws IOException {
        return query(where, importId, "line = ?", statement -> statement.setLong(1, line));
    }

    /// The flows of some lines of the raw file.
    static List<TradeFlow> lines(Where where, String importId, List<Long> lines) throws IOException {
        return lines.isEmpty()
                ? List.of()
                : query(
                        where,
                        importId,
                        "line IN (" + lines.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")",
                        statement -> {});
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private static List<TradeFlow> query(Where from, String importId, String where, Binding binding)
            throws IOException {
        String sql = "SELECT line, year, month, exporter, importer, scheme, code, reported_by, value, weight_t,"
                + " estimated, currency FROM " + from.rows() + " WHERE " + where
                + " ORDER BY code, exporter, importer, year, month, reported_by, line";
        try (Connection connection = connect(from.folder(), false);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            List<TradeFlow> flows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    BigDecimal weight = row.getBigDecimal(10);
                    flows.add(new TradeFlow(
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7),
                            row.getInt(2),
                            row.getInt(3),
                            row.getString(8),
                            row.getBigDecimal(9).doubleValue(),
                            weight == null ? Double.NaN : weight.doubleValue(),
                            row.getBoolean(11) ? Flag.ESTIMATE : Flag.NONE,
                            importId,
                            row.getLong(1),
                            row.getString(12)));
                }
            }
            return flows;
        } catch (SQLException e) {
            throw new IOException("Cannot read the flows in " + from.folder() + ": " + e.getMessage(), e);
        }
    }
}
