package org.monazite.atlas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.monazite.atlas.pack.Pack;
import org.monazite.atlas.pack.Row;
import org.monazite.supply.Citation;
import org.monazite.supply.Confidence;
import org.monazite.supply.Evidence;
import org.monazite.supply.Figure;
import org.monazite.supply.Production;
import org.monazite.supply.Range;

/// What sources say about who makes what.
final class StatedProduction {

    private final Pack pack;

    StatedProduction(Pack pack) {
        this.pack = pack;
    }

    /// What each source says about who makes a product in a year; the newest vintage first.
    List<Production> list(String productId, String year) {
        Map<List<String>, List<Row>> bySource = new LinkedHashMap<>();
        for (Row row : pack.table("production")) {
            if (row.text("product_id").equals(productId)
                    && row.text("year").equals(year)
                    && row.text("stat").equals("production")) {
                bySource.computeIfAbsent(
                                List.of(row.text("vintage"), row.text("source_id"), row.text("basis")),
                                _ -> new ArrayList<>())
                        .add(row);
            }
        }
        List<Production> all = bySource.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.<List<String>, String>comparing(key -> key.get(0))
                        .reversed()
                        .thenComparing(key -> key.get(1))
                        .thenComparing(key -> key.get(2))))
                .map(entry -> production(productId, year, entry.getKey(), entry.getValue(), "value"))
                .collect(Collectors.toCollection(ArrayList::new));
        List<Row> baseline = pack.table("baseline_stage").stream()
                .filter(row -> row.text("product_id").equals(productId)
                        && row.text("year").equals(year))
                .toList();
        if (!baseline.isEmpty()) {
            all.add(production(productId, year, List.of("", "baseline_stage", ""), baseline, "value_t"));
        }
        return List.copyOf(all);
    }

    private static Production production(
            String productId, String year, List<String> key, List<Row> rows, String column) {
        List<Production.At> places = new ArrayList<>();
        Optional<Figure> world = Optional.empty();
        for (Row row : rows) {
            Figure figure = figure(row, column);
            if (row.text("iso3").equals("WLD")) {
                world = Optional.of(figure);
            } else {
                places.add(new Production.At(row.text("iso3"), figure));
            }
        }
        String unit = ("t " + key.get(2)).strip();
        return new Production(productId, year, unit, key.get(1), places, world);
    }

    /// Withheld, not available and zero are different facts; a word in place of a number is none.
    private static Figure figure(Row row, String column) {
        Citation citation = row.citation(column);
        String qualifier = row.cells().getOrDefault("qualifier", "=");
        if (qualifier.equals("W")) {
            return new Figure.Withheld(citation);
        }
        if (row.number(column).isEmpty()) {
            return new Figure.NotAvailable(citation);
        }
        boolean baseline = column.equals("value_t");
        Range range = row.range(column, baseline ? "low_t" : "low", baseline ? "high_t" : "high");
        return new Figure.Known(
                range.value(),
                range.low(),
                qualifier.equals(">") ? Double.POSITIVE_INFINITY : range.high(),
                Confidence.of(row.text("confidence")),
                Evidence.of(row.text("evidence")),
                citation);
    }
}
