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
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.monazite.supply.Flag;

/// Trade flows as one Parquet file, sorted by code, exporter and importer. Written once; queries name one code.
final class TradeTable {

    /// Columns of the file. Money and mass are decimals: what stands in the source is what comes out.
    static final String COLUMNS = """
            line UINTEGER, year SMALLINT, month TINYINT, exporter VARCHAR, importer VARCHAR, scheme VARCHAR,
            code VARCHAR, reported_by VARCHAR, value_usd DECIMAL(18,3), weight_t DECIMAL(18,6), estimated BOOLEAN""";

    private TradeTable() {}

    /// A database in memory that sees one folder and nothing else.
    static Connection connect(Path folder) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET memory_limit = '1GB'");
            statement.execute("SET temp_directory = " + quoted(folder.resolve("spill")));
            statement.execute("SET max_temp_directory_size = '4GB'");
            statement.execute("SET autoinstall_known_extensions = false");
            statement.execute("SET autoload_known_extensions = false");
            statement.execute("SET allowed_directories = [" + quoted(folder) + "]");
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
        try (Connection connection = connect(folder);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE flow (" + COLUMNS + ")");
            try (DuckDBAppender rows =
                    connection.unwrap(DuckDBConnection.class).createAppender("main", "flow")) {
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
                    rows.append(decimal(flow.valueUsd(), 3));
                    if (Double.isNaN(flow.weightTonnes())) {
                        rows.appendNull();
                    } else {
                        rows.append(decimal(flow.weightTonnes(), 6));
                    }
                    rows.append(flow.flag() == Flag.ESTIMATE);
                    rows.endRow();
                }
            }
            statement.execute("COPY (FROM flow ORDER BY code, exporter, importer, year, month, line) TO "
                    + quoted(file) + " (FORMAT parquet)");
        } catch (SQLException e) {
            throw new IOException("Cannot write the flows " + file + ": " + e.getMessage(), e);
        }
    }

    private static BigDecimal decimal(double number, int digits) {
        return BigDecimal.valueOf(number).setScale(digits, java.math.RoundingMode.HALF_EVEN);
    }

    /// Flows of a file under one code in one year, monthly ones included, in a fixed order.
    static List<TradeFlow> read(Path file, String importId, String code, int year) throws IOException {
        return query(file, importId, "code = ? AND year = ?", statement -> {
            statement.setString(1, code);
            statement.setInt(2, year);
        });
    }

    /// The flow of one line of the raw file.
    static List<TradeFlow> line(Path file, String importId, long line) throws IOException {
        return query(file, importId, "line = ?", statement -> statement.setLong(1, line));
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private static List<TradeFlow> query(Path file, String importId, String where, Binding binding)
            throws IOException {
        Path folder = file.toAbsolutePath().resolveSibling(".").normalize();
        String sql = "SELECT line, year, month, exporter, importer, scheme, code, reported_by, value_usd, weight_t,"
                + " estimated FROM read_parquet(" + quoted(file) + ") WHERE " + where
                + " ORDER BY code, exporter, importer, year, month, reported_by, line";
        try (Connection connection = connect(folder);
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
                            row.getLong(1)));
                }
            }
            return flows;
        } catch (SQLException e) {
            throw new IOException("Cannot read the flows " + file + ": " + e.getMessage(), e);
        }
    }
}
