package org.monazite.atlas.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.monazite.atlas.balance.BalanceProblem;
import org.monazite.atlas.balance.BalanceResult;
import org.monazite.atlas.pack.FigureRecord;
import org.monazite.supply.Source;

/// The database of a version, for queries: figures, sources, adjusted quantities, residuals. Written once, in
/// staging; afterwards it is only opened for reading.
public final class QueryStore {

    private QueryStore() {}

    /// Writes the database of a version.
    public static void write(
            Path file, List<FigureRecord> figures, List<Source> sources, BalanceProblem problem, BalanceResult result)
            throws IOException {
        try (Connection connection = connect(file)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET enable_external_access = false");
                statement.execute("SET autoinstall_known_extensions = false");
                statement.execute("SET autoload_known_extensions = false");
                statement.execute("SET lock_configuration = true");
                statement.execute("""
                        CREATE TABLE figure (figure_id VARCHAR PRIMARY KEY, place VARCHAR, partner VARCHAR,
                            subject VARCHAR, measure VARCHAR, period VARCHAR, value DOUBLE, low DOUBLE, high DOUBLE,
                            qualifier VARCHAR, unit VARCHAR, confidence VARCHAR, evidence VARCHAR, flag VARCHAR,
                            source_id VARCHAR, locator VARCHAR, raw_value VARCHAR, remark VARCHAR)""");
                statement.execute("""
                        CREATE TABLE source (source_id VARCHAR PRIMARY KEY, title VARCHAR, publisher VARCHAR,
                            published VARCHAR, licence VARCHAR, redistribution VARCHAR, grade VARCHAR, url VARCHAR)""");
                statement.execute(
                        "CREATE TABLE quantity (quantity_id VARCHAR PRIMARY KEY, balanced DOUBLE, sd DOUBLE)");
                statement.execute("""
                        CREATE TABLE observation (quantity_id VARCHAR, observed DOUBLE, balanced DOUBLE, z DOUBLE)""");
                statement.execute("""
                        CREATE TABLE balance_report (balance_id VARCHAR PRIMARY KEY, residual_before DOUBLE,
                            residual_after DOUBLE, throughput DOUBLE)""");
            }
            append(connection.unwrap(DuckDBConnection.class), figures, sources, problem, result);
            try (Statement statement = connection.createStatement()) {
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

    private static Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:duckdb:" + file);
    }

    private static void append(
            DuckDBConnection connection,
            List<FigureRecord> figures,
            List<Source> sources,
            BalanceProblem problem,
            BalanceResult result)
            throws SQLException {
        try (DuckDBAppender rows = connection.createAppender("main", "figure")) {
            for (FigureRecord figure : figures) {
                row(rows, figure);
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
        try (DuckDBAppender rows = connection.createAppender("main", "quantity")) {
            for (int quantity = 0; quantity < problem.size(); quantity++) {
                rows.beginRow();
                rows.append(problem.name(quantity));
                rows.append(result.values().get(quantity).doubleValue());
                rows.append(result.sds().get(quantity).doubleValue());
                rows.endRow();
            }
        }
        try (DuckDBAppender rows = connection.createAppender("main", "observation")) {
            for (BalanceResult.Adjustment adjustment : result.adjustments()) {
                rows.beginRow();
                rows.append(adjustment.label());
                rows.append(adjustment.observed());
                rows.append(adjustment.balanced());
                rows.append(adjustment.z());
                rows.endRow();
            }
        }
        try (DuckDBAppender rows = connection.createAppender("main", "balance_report")) {
            for (BalanceResult.Residual residual : result.residuals()) {
                rows.beginRow();
                rows.append(residual.label());
                rows.append(residual.before());
                rows.append(residual.after());
                rows.append(residual.throughput());
                rows.endRow();
            }
        }
    }

    private static void row(DuckDBAppender rows, FigureRecord figure) throws SQLException {
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
                figure.remark())) {
            rows.append(text);
        }
        rows.endRow();
    }
}
