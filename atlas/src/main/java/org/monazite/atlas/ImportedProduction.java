package org.monazite.atlas;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.monazite.atlas.imports.ImportManifest;
import org.monazite.atlas.imports.Imported;
import org.monazite.atlas.pack.FigureRecord;
import org.monazite.atlas.pack.Pack;
import org.monazite.supply.Citation;
import org.monazite.supply.Confidence;
import org.monazite.supply.Evidence;
import org.monazite.supply.Figure;
import org.monazite.supply.Production;

/// What imports say about who makes what. An edition that the pack holds too says nothing new and is left out.
final class ImportedProduction {

    private final Pack pack;
    private final Imported imported;

    ImportedProduction(Pack pack, Imported imported) {
        this.pack = pack;
        this.imported = imported;
    }

    /// One entry for each import, product, year and unit, in the order of the imports and their lines.
    List<Production> list() throws IOException {
        Set<String> products = new TreeSet<>();
        pack.table("products").forEach(row -> products.add(row.text("product_id")));
        Set<String> editions = new TreeSet<>();
        pack.table("production").forEach(row -> editions.add(row.text("vintage")));
        List<Production> all = new ArrayList<>();
        for (ImportManifest each : imported.list()) {
            boolean packed = each.importFormat().family().startsWith("SRC_USGS") && editions.contains(each.vintage());
            if (!packed) {
                Map<List<String>, List<FigureRecord>> groups = new LinkedHashMap<>();
                for (FigureRecord figure : imported.figures(each)) {
                    if (figure.measure().equals("production") && products.contains(figure.subject())) {
                        groups.computeIfAbsent(
                                        List.of(figure.subject(), figure.period(), figure.unit()),
                                        _ -> new ArrayList<>())
                                .add(figure);
                    }
                }
                groups.forEach((key, figures) -> all.add(production(key, each.id(), figures)));
            }
        }
        return all;
    }

    private static Production production(List<String> key, String source, List<FigureRecord> figures) {
        List<Production.At> places = new ArrayList<>();
        Optional<Figure> world = Optional.empty();
        for (FigureRecord each : figures) {
            if (each.place().equals("WLD")) {
                world = Optional.of(figure(each));
            } else {
                places.add(new Production.At(each.place(), figure(each)));
            }
        }
        return new Production(key.get(0), key.get(1), key.get(2), source, places, world);
    }

    private static Figure figure(FigureRecord figure) {
        Citation citation = new Citation(figure.id(), figure.sourceId(), figure.locator(), figure.raw());
        return switch (figure.qualifier()) {
            case "W" -> new Figure.Withheld(citation);
            case "NA", "TEXT", "NET_EXPORTER" -> new Figure.NotAvailable(citation);
            default ->
                new Figure.Known(
                        figure.value(),
                        figure.qualifier().equals("<") ? 0 : figure.low(),
                        figure.qualifier().equals(">") ? Double.POSITIVE_INFINITY : figure.high(),
                        Confidence.of(figure.confidence()),
                        Evidence.of(figure.evidence()),
                        citation);
        };
    }
}
