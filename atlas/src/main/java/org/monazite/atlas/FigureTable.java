package org.monazite.atlas;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.monazite.atlas.pack.FigureRecord;

/// All figures in one table, as `show figure` tells them.
final class FigureTable {

    private FigureTable() {}

    static ExportTable of(Atlas atlas, Set<String> open, Map<String, Integer> kept) {
        List<List<String>> rows = new ArrayList<>();
        Set<String> sources = new TreeSet<>();
        Map<String, String> classes = new TreeMap<>();
        atlas.sources().forEach(source -> classes.put(source.id(), source.redistribution()));
        for (FigureRecord figure : atlas.figures().values()) {
            if (!open.contains(figure.sourceId())) {
                kept.merge(classes.getOrDefault(figure.sourceId(), "unknown"), 1, Integer::sum);
                continue;
            }
            sources.add(figure.sourceId());
            rows.add(List.of(
                    figure.id(),
                    figure.place(),
                    figure.partner(),
                    figure.subject(),
                    figure.measure(),
                    figure.period(),
                    number(figure.value()),
                    number(figure.low()),
                    number(figure.high()),
                    figure.qualifier(),
                    figure.unit(),
                    figure.confidence(),
                    figure.evidence(),
                    figure.flag().name().toLowerCase(Locale.ROOT),
                    figure.sourceId(),
                    figure.locator(),
                    figure.raw(),
                    figure.remark()));
        }
        return new ExportTable(
                "figures",
                "Every figure with its flag, source and raw cell",
                List.of("figure_id"),
                List.of(
                        "figure_id",
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
                        "raw_value",
                        "remark"),
                Set.of("period", "raw_value"),
                rows,
                sources);
    }

    static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }
}
