package org.monazite.atlas.imports;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Compares imports of trade flow by flow: the same list of codes, code, exporter, importer, period and reporter.
final class TradeChanges {

    private static final String WIDE = "scheme, code, exporter, importer, year, month, reported_by";
    private static final String NARROW = "k, i, j";

    private final ImportStore store;
    private final int most;

    /// @param most revisions and added flows that are named, of each
    TradeChanges(ImportStore store, int most) {
        this.store = store;
        this.most = most;
    }

    /// The import beside the newest of some earlier ones that speaks of the same flows.
    TradeDiff of(ImportManifest now, List<ImportManifest> earlier) throws IOException {
        List<ImportManifest> candidates = earlier.stream()
                .filter(each -> each.format().equals(now.format())
                        && each.flows() > 0
                        && !each.id().equals(now.id()))
                .sorted(Comparator.comparing(ImportManifest::vintage)
                        .thenComparing(ImportManifest::id)
                        .reversed())
                .toList();
        TradeTable.Where to = store.trade(now);
        for (ImportManifest each : candidates) {
            TradeDiff diff = beside(now, to, each, store.trade(each));
            if (diff.revised() + diff.same() > 0) {
                return diff;
            }
        }
        List<TradeDiff.Change> added = new ArrayList<>();
        try (Connection database = TradeTable.connect(to.folder(), false);
                Statement sql = database.createStatement()) {
            String by = to.narrow() ? "v DESC, k, i, j" : value(to) + " DESC, " + WIDE;
            added(
                    sql,
                    now,
                    to,
                    "SELECT %s FROM %s ORDER BY %s, line LIMIT %d".formatted(flow(to, ""), to.raw(), by, most),
                    added);
        } catch (SQLException e) {
            throw failed(now, e);
        }
        return new TradeDiff(now.id(), now.vintage(), "", "", now.flows(), 0, 0, 0, added);
    }

    private static String value(TradeTable.Where where) {
        return where.own() ? "value" : "value_usd";
    }

    /// A number for a flow: its line, and its month where a line holds several.
    private static String flow(TradeTable.Where where, String table) {
        return where.narrow() ? table + "line::BIGINT * 16" : "%sline::BIGINT * 16 + %smonth".formatted(table, table);
    }

    private static long flow(TradeFlow flow) {
        return flow.line() * 16 + flow.month();
    }

    private static IOException failed(ImportManifest now, SQLException e) {
        return new IOException("Cannot compare the flows of " + now.id() + ": " + e.getMessage(), e);
    }

    private TradeDiff beside(ImportManifest now, TradeTable.Where to, ImportManifest old, TradeTable.Where from)
            throws IOException {
        boolean narrow = to.narrow() && from.narrow();
        try (Connection database = TradeTable.connect(List.of(to.folder(), from.folder()));
                Statement sql = database.createStatement()) {
            if (narrow && !list(sql, to).equals(list(sql, from))) {
                return new TradeDiff(now.id(), now.vintage(), "", "", now.flows(), 0, 0, 0, List.of());
            }
            String value = narrow ? "v" : value(to);
            String weight = narrow ? "q" : "weight_t";
            sql.execute("""
                    CREATE TEMP VIEW pair AS SELECT %6$s AS old, %7$s AS now, a.%1$s AS v0, b.%1$s AS v1, a.%2$s AS q0,
                        b.%2$s AS q1 FROM %3$s a FULL JOIN %4$s b USING (%5$s)""".formatted(
                    value, weight, from.raw(), to.raw(), narrow ? NARROW : WIDE, flow(from, "a."), flow(to, "b.")));
            String differs = "old IS NOT NULL AND now IS NOT NULL AND (v0 <> v1 OR q0 IS DISTINCT FROM q1)";
            long[] counts = new long[4];
            try (ResultSet row = sql.executeQuery("""
                    SELECT count(*) FILTER (old IS NULL), count(*) FILTER (%1$s), count(*) FILTER (old IS NOT NULL
                        AND now IS NOT NULL AND NOT (%1$s)), count(*) FILTER (now IS NULL) FROM pair""".formatted(differs))) {
                row.next();
                for (int i = 0; i < counts.length; i++) {
                    counts[i] = row.getLong(i + 1);
                }
            }
            List<TradeDiff.Change> largest = new ArrayList<>();
            revised(sql, now, to, old, from, differs, largest);
            added(sql, now, to, "SELECT now FROM pair WHERE old IS NULL ORDER BY v1 DESC, now LIMIT " + most, largest);
            return new TradeDiff(
                    now.id(),
                    now.vintage(),
                    old.id(),
                    old.vintage(),
                    counts[0],
                    counts[1],
                    counts[2],
                    counts[3],
                    largest);
        } catch (SQLException e) {
            throw failed(now, e);
        }
    }

    /// Revision of the codes and year of a table whose flows are all of one.
    private static String list(Statement sql, TradeTable.Where where) throws SQLException {
        try (ResultSet row = sql.executeQuery("SELECT min(scheme || ' ' || year) FROM " + where.places())) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    private void revised(
            Statement sql,
            ImportManifest now,
            TradeTable.Where to,
            ImportManifest old,
            TradeTable.Where from,
            String differs,
            List<TradeDiff.Change> largest)
            throws SQLException, IOException {
        List<long[]> lines = new ArrayList<>();
        try (ResultSet row = sql.executeQuery("""
                SELECT old, now FROM pair WHERE %s ORDER BY abs(coalesce(q1, 0) - coalesce(q0, 0)) DESC,
                    abs(v1 - v0) DESC, now LIMIT %d""".formatted(differs, most))) {
            while (row.next()) {
                lines.add(new long[] {row.getLong(1), row.getLong(2)});
            }
        }
        Map<Long, TradeFlow> before =
                flows(from, old, lines.stream().map(each -> each[0]).toList());
        Map<Long, TradeFlow> after =
                flows(to, now, lines.stream().map(each -> each[1]).toList());
        for (long[] each : lines) {
            TradeFlow was = before.get(each[0]);
            TradeFlow is = after.get(each[1]);
            if (was != null && is != null) {
                largest.add(new TradeDiff.Change(List.of(was), is));
            }
        }
    }

    private static void added(
            Statement sql, ImportManifest now, TradeTable.Where to, String query, List<TradeDiff.Change> largest)
            throws SQLException, IOException {
        List<Long> lines = new ArrayList<>();
        try (ResultSet row = sql.executeQuery(query)) {
            while (row.next()) {
                lines.add(row.getLong(1));
            }
        }
        Map<Long, TradeFlow> flows = flows(to, now, lines);
        for (Long line : lines) {
            TradeFlow flow = flows.get(line);
            if (flow != null) {
                largest.add(new TradeDiff.Change(List.of(), flow));
            }
        }
    }

    private static Map<Long, TradeFlow> flows(TradeTable.Where where, ImportManifest of, List<Long> lines)
            throws IOException {
        Map<Long, TradeFlow> flows = new HashMap<>(); // asked by number, never walked through
        for (TradeFlow flow : TradeTable.lines(
                where, of.id(), lines.stream().map(each -> each / 16).distinct().toList())) {
            flows.put(flow(flow), flow);
        }
        return flows;
    }
}
