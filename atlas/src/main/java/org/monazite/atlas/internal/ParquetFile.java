package org.monazite.atlas.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// Tables as Parquet files, written by DuckDB from rows that it is handed; it reads no file.
public final class ParquetFile implements AutoCloseable {

    private final Connection connection;

    private ParquetFile(Connection connection) {
        this.connection = connection;
    }

    /// A database in memory that loads no extension.
    public static ParquetFile writer() throws IOException {
        try {
            Connection connection = DriverManager.getConnection("jdbc:duckdb:");
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET autoinstall_known_extensions = false");
                statement.execute("SET autoload_known_extensions = false");
                statement.execute("SET threads = 1"); // one order of row groups, the same bytes each time
            }
            return new ParquetFile(connection);
        } catch (SQLException e) {
            throw new IOException("Cannot start the database that writes Parquet: " + e.getMessage(), e);
        }
    }

    /// Writes a table.
    ///
    /// @param columns names
    /// @param numeric whether a column holds numbers; its empty cells become null
    /// @param rows cells as text
    public void write(Path file, List<String> columns, boolean[] numeric, List<List<String>> rows) throws IOException {
        StringBuilder create = new StringBuilder("CREATE OR REPLACE TABLE rows (");
        for (int i = 0; i < columns.size(); i++) {
            create.append(i == 0 ? "" : ", ")
                    .append(quoted(columns.get(i), '"'))
                    .append(numeric[i] ? " DOUBLE" : " VARCHAR");
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(create.append(')').toString());
            try (DuckDBAppender appender =
                    connection.unwrap(DuckDBConnection.class).createAppender("main", "rows")) {
                for (List<String> row : rows) {
                    append(appender, numeric, row);
                }
            }
            statement.execute("COPY rows TO " + quoted(file.toString(), '\'') + " (FORMAT parquet, COMPRESSION zstd)");
            statement.execute("DROP TABLE rows");
        } catch (SQLException e) {
            throw new IOException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static void append(DuckDBAppender appender, boolean[] numeric, List<String> row) throws SQLException {
        appender.beginRow();
        for (int i = 0; i < numeric.length; i++) {
            if (!numeric[i]) {
                appender.append(row.get(i));
            } else if (row.get(i).isEmpty()) {
                appender.appendNull();
            } else {
                appender.append(Double.parseDouble(row.get(i)));
            }
        }
        appender.endRow();
    }

    private static String quoted(String text, char quote) {
        return quote + text.replace(String.valueOf(quote), String.valueOf(quote) + quote) + quote;
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException("Cannot close the database that writes Parquet: " + e.getMessage(), e);
        }
    }
}
