package org.monazite.atlas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.monazite.atlas.pack.Pack;
import org.monazite.atlas.pack.Row;
import org.monazite.supply.Range;
import org.monazite.supply.Series;

/// The time series of the pack: shares, budgets, exports.
final class StatedSeries {

    private static final String IMPORT_SHARE = "JP_REE_IMPORT_CN_SHARE";

    private final Pack pack;

    StatedSeries(Pack pack) {
        this.pack = pack;
    }

    List<Series> list() {
        Map<List<String>, List<Row>> rows = new TreeMap<>(Comparator.comparing(Object::toString));
        for (Row row : pack.table("series")) {
            if (row.number("value").isPresent()) {
                rows.computeIfAbsent(
                                List.of(row.text("series_id"), row.text("definition"), row.text("unit")),
                                _ -> new ArrayList<>())
                        .add(row);
            }
        }
        List<Series> all = new ArrayList<>(rows.entrySet().stream()
                .map(entry -> new Series(
                        entry.getKey().get(0),
                        placeOf(entry.getKey().get(0)),
                        entry.getKey().get(2),
                        entry.getKey().get(1),
                        entry.getValue().stream().map(StatedSeries::point).toList()))
                .toList());
        all.addAll(tradeShares(all));
        return List.copyOf(all);
    }

    /// China's share of Japan's imports stands in two tables: what `trade` says and `series` does not.
    private List<Series> tradeShares(List<Series> known) {
        Map<String, List<Series.Point>> points = new TreeMap<>();
        for (Row row : pack.table("trade")) {
            boolean asked = row.text("product_id").equals("ree.all")
                    && row.text("reporter").equals("JPN")
                    && row.text("partner").equals("CHN")
                    && row.text("share_basis").equals("qty")
                    && row.number("share_pct").isPresent();
            if (asked && !isKnown(known, row)) {
                points.computeIfAbsent(row.text("detail"), _ -> new ArrayList<>())
                        .add(new Series.Point(
                                row.text("period"),
                                Range.exactly(row.need("share_pct")),
                                row.flag(),
                                row.citation("share_pct"),
                                row.text("note")));
            }
        }
        return points.entrySet().stream()
                .map(entry -> new Series(IMPORT_SHARE, "JPN", "%", entry.getKey(), entry.getValue()))
                .toList();
    }

    private static boolean isKnown(List<Series> known, Row row) {
        return known.stream()
                .filter(series -> series.id().equals(IMPORT_SHARE))
                .flatMap(series -> series.points().stream())
                .anyMatch(point -> point.period().equals(row.text("period"))
                        && point.value().value() == row.need("share_pct"));
    }

    private static Series.Point point(Row row) {
        return new Series.Point(
                row.text("period"),
                Range.exactly(row.need("value")),
                row.flag(),
                row.citation("value"),
                row.text("note"));
    }

    private static String placeOf(String series) {
        return switch (series.substring(0, Math.min(3, series.length()))) {
            case "JP_" -> "JPN";
            case "US_" -> "USA";
            case "CN_" -> "CHN";
            case "EU_" -> "EU27";
            default -> "WLD";
        };
    }
}
