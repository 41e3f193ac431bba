package org.monazite.atlas.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.monazite.atlas.balance.BalanceResult;
import org.monazite.atlas.chain.BalancedChain;
import org.monazite.atlas.pack.FigureRecord;
import org.monazite.supply.Flag;
import org.monazite.supply.Source;

/// The database of a version, for queries: figures, sources, adjusted quantities, residuals. Written once, in
/// staging; afterwards it is only opened for reading.
public final class QueryStore {

    private QueryStore() {}

    /// Writes the database of a version.
    ///
    /// @param quantities what each figure is about, in the order of the figures; empty for what stands alone
    public static void write(
            Path file,
            List<FigureRecord> figures,
            List<String> quantities,
            List<Source> sources,
            List<BalancedChain> chains)
            throws IOException {
        try (Connection connection = connect(file)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET enable_external_access = false");
                statement.execute("SET autoinstall_known_extensions = false");
                statement.execute("SET autoload_known_extensions = false");
                statement.execute("SET lock_configuration = true");
                statement.execute("""
                        CREATE TABLE figure (figure_id VARCHAR, place VARCHAR, partner VARCHAR,
                            subject VARCHAR, measure VARCHAR, period VARCHAR, value DOUBLE, low DOUBLE, high DOUBLE,
                            qualifier VARCHAR, unit VARCHAR, confidence VARCHAR, evidence VARCHAR, flag VARCHAR,
                            source_id VARCHAR, locator VARCHAR, raw_value VARCHAR, remark VARCHAR, quantity VARCHAR)""");
                statement.execute("""
                        CREATE TABLE source (source_id VARCHAR PRIMARY KEY, title VARCHAR, publisher VARCHAR,
                            published VARCHAR, licence VARCHAR, redistribution VARCHAR, grade VARCHAR, url VARCHAR)""");
                statement.execute(
                        "CREATE TABLE quantity (chain VARCHAR, quantity_id VARCHAR, balanced DOUBLE, sd DOUBLE,"
                                + " PRIMARY KEY (chain, quantity_id))");
                statement.execute("""
                        CREATE TABLE observation (chain VARCHAR, quantity_id VARCHAR, observed DOUBLE, balanced DOUBLE,
                            z DOUBLE)""");
                statement.execute("""
                        CREATE TABLE balance_report (chain VARCHAR, balance_id VARCHAR, residual_before DOUBLE,
                            residual_after DOUBLE, throughput DOUBLE, PRIMARY KEY (chain, balance_id))""");
            }
            append(connection.unwrap(DuckDBConnection.class), figures, quantities, sources);
            appendBalances(connection.unwrap(DuckDBConnection.class), chains);
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        "ALTER TABLE figure ADD PRIMARY KEY (figure_id)"); // at once: row by row it takes thrice
                statement.execute("CHECKPOINT");
            }
        } catch (SQLException e) {
            throw new IOException("Cannot write the query database " + file + ": " + e.getMessage(), e);
        }
    }

    /// Counts the figures of a database, opened for reading only: the control sum after a build.
    public static long figures(Path file) throws IOException {
        Properties readOnly = new Properties();
        readOnly.setProperty("duckdb.read_only", "true");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file, readOnly);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT count(*) FROM figure")) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IOException("Cannot read the query database " + file + ": " + e.getMessage(), e);
        }
    }

    /// Loads the library of the database in a thread of its own, for a caller that has other work before it asks.
    /// Whoever asks later gets the same database, or the reason why there is none.
    public static void load() {
        Thread.ofPlatform().daemon().name("database").start(() -> {
            try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                    Statement statement = connection.createStatement()) {
                statement.execute("SELECT 1");
            } catch (SQLException e) {
                return; // the question itself will fail and say why
            }
        });
    }

    /// A figure and all others on the same quantity, the figure first, without a look at the tables of the pack.
    ///
    /// @return empty if there is no figure of this id, or the database was written before it knew quantities
    public static List<FigureRecord> withOthers(Path file, String id) throws IOException {
        Properties readOnly = new Properties();
        readOnly.setProperty("duckdb.read_only", "true");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file, readOnly)) {
            try (Statement statement = connection.createStatement();
                    ResultSet columns = statement.executeQuery("SELECT count(*) FROM information_schema.columns"
                            + " WHERE table_name = 'figure' AND column_name = 'quantity'")) {
                columns.next();
                if (columns.getLong(1) == 0) {
                    return List.of();
                }
            }
            List<FigureRecord> all = new ArrayList<>();
            String quantity = select(connection, "figure_id = ?", id, all);
            if (!all.isEmpty() && !quantity.isEmpty()) {
                select(connection, "quantity = ? ORDER BY rowid", quantity, all);
                all.subList(1, all.size()).removeIf(other -> other.id().equals(id));
            }
            return all;
        } catch (SQLException e) {
            throw new IOException("Cannot read the query database " + file + ": " + e.getMessage(), e);
        }
    }

    /// Adds the figures that match; returns the quantity of the last.
    private static String select(Connection connection, String where, String value, List<FigureRecord> into)
            throws SQLException {
        String quantity = "";
        try (PreparedStatement query = connection.prepareStatement("SELECT * FROM figure WHERE " + where)) {
            query.setString(1, value);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    into.add(figure(rows));
                    quantity = rows.getString("quantity");
                }
            }
        }
        return quantity;
    }

    private static FigureRecord figure(ResultSet row) throws SQLException {
        return new FigureRecord(
                row.getString("figure_id"),
                row.getString("place"),
                row.getString("partner"),
                row.getString("subject"),
                row.getString("measure"),
                row.getString("period"),
                number(row, "value"),
                number(row, "low"),
                number(row, "high"),
                row.getString("qualifier"),
                row.getString("unit"),
                row.getString("confidence"),
                row.getString("evidence"),
                Flag.valueOf(row.getString("flag")),
                row.getString("source_id"),
                row.getString("locator"),
                row.getString("raw_value"),
                row.getString("remark"));
    }

    private static double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }

    private static Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:duckdb:" + file);
    }

    private static void append(
            DuckDBConnection connection, List<FigureRecord> figures, List<String> quantities, List<Source> sources)
            throws SQLException {
        try (DuckDBAppender rows = connection.createAppender("main", "figure")) {
            for (int i = 0; i < figures.size(); i++) {
                row(rows, figures.get(i), quantities.get(i));
            }
        }
        try (DuckDBAppender rows = connection.createAppender("main", "source")) {
            for (Source source : sources) {
                rows.beginRow();
                for (String text : List.of(
                        source.id(),
                        source.title(),
                        source.publisher(),
                        source.published(),
                        source.licence(),
                        source.redistribution(),
                        source.grade(),
                        source.url())) {
                    rows.append(text);
                }
                rows.endRow();
            }
        }
    }

    private static void appendBalances(DuckDBConnection connection, List<BalancedChain> chains) throws SQLException {
        try (DuckDBAppender rows = connection.createAppender("main", "quantity")) {
            for (BalancedChain chain : chains) {
                for (int quantity = 0; quantity < chain.problem().size(); quantity++) {
                    row(
                            rows,
                            chain.id(),
                            chain.problem().name(quantity),
                            chain.result().values().get(quantity),
                            chain.result().sds().get(quantity));
                }
            }
        }
        try (DuckDBAppender rows = connection.createAppender("main", "observation")) {
            for (BalancedChain chain : chains) {
                for (BalanceResult.Adjustment each : chain.result().adjustments()) {
                    row(rows, chain.id(), each.label(), each.observed(), each.balanced(), each.z());
                }
            }
        }
        try (DuckDBAppender rows = connection.createAppender("main", "balance_report")) {
            for (BalancedChain chain : chains) {
                for (BalanceResult.Residual each : chain.result().residuals()) {
                    row(rows, chain.id(), each.label(), each.before(), each.after(), each.throughput());
                }
            }
        }
    }

    private static void row(DuckDBAppender rows, String chain, String label, double... numbers) throws SQLException {
        rows.beginRow();
        rows.append(chain);
        rows.append(label);
        for (double number : numbers) {
            rows.append(number);
        }
        rows.endRow();
    }

    private static void row(DuckDBAppender rows, FigureRecord figure, String quantity) throws SQLException {
        rows.beginRow();
        for (String text : List.of(
                figure.id(), figure.place(), figure.partner(), figure.subject(), figure.measure(), figure.period())) {
            rows.append(text);
        }
        for (double number : new double[] {figure.value(), figure.low(), figure.high()}) {
            if (Double.isNaN(number)) {
                rows.appendNull();
            } else {
                rows.append(number);
            }
        }
        for (String text : List.of(
                figure.qualifier(),
                figure.unit(),
                figure.confidence(),
                figure.evidence(),
                figure.flag().name(),
                figure.sourceId(),
                figure.locator(),
                figure.raw(),
                figure.remark(),
                quantity)) {
            rows.append(text);
        }
        rows.endRow();
    }
}
