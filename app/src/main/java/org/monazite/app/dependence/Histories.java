package org.monazite.app.dependence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.monazite.app.Workbench;
import org.monazite.atlas.Comparables;
import org.monazite.exposure.ProductionShares;
import org.monazite.exposure.Reliance;
import org.monazite.exposure.Trend;
import org.monazite.supply.Explained;
import org.monazite.supply.Flag;
import org.monazite.supply.Production;
import org.monazite.supply.Series;

/// Measures over the years that the pack carries, editions of one source side by side.
final class Histories {

    private static final int FIRST = 2015;
    private static final int LAST = 2026;

    private final Workbench workbench;
    private final Comparables facts;

    Histories(Workbench workbench) throws IOException {
        this.workbench = workbench;
        this.facts = workbench.atlas().comparables();
    }

    /// Share of a place in world production, and concentration, by product.
    List<Trend> production(String place) throws IOException {
        Map<String, List<Trend.Point>> shares = new TreeMap<>();
        Map<String, List<Trend.Point>> indices = new TreeMap<>();
        List<Production> stated = new ArrayList<>();
        for (int year = FIRST; year <= LAST; year++) {
            facts.made(year).forEach(made -> stated.add(made.production()));
        }
        stated.addAll(workbench.atlas().importedProduction());
        for (Production production : stated) {
            if (production.places().size() < 2 || production.world().isEmpty()) {
                continue;
            }
            ProductionShares all = ProductionShares.of(production);
            add(indices, production, all.hhi());
            all.shares().stream()
                    .filter(share -> share.place().equals(place))
                    .findFirst()
                    .ifPresent(share -> add(shares, production, share.share()));
        }
        List<Trend> trends = new ArrayList<>();
        shares.forEach((product, points) -> trends.add(trend(product, "share of world production", points)));
        indices.forEach((product, points) -> {
            if (shares.containsKey(product)) {
                trends.add(trend(product, "HHI of world production", points));
            }
        });
        return trends;
    }

    private static void add(Map<String, List<Trend.Point>> trends, Production production, Explained number) {
        trends.computeIfAbsent(production.productId(), _ -> new ArrayList<>())
                .add(new Trend.Point(production.period(), production.sourceId(), number));
    }

    private static Trend trend(String subject, String measure, List<Trend.Point> points) {
        points.sort(Comparator.comparing(Trend.Point::period).thenComparing(Trend.Point::sourceId));
        return new Trend(subject, measure, points);
    }

    /// Net import reliance of a place as printed, by material and row of the source.
    List<Trend> reliance(String place) {
        Map<String, List<Trend.Point>> points = new TreeMap<>();
        for (Comparables.PrintedReliance row : facts.reliances()) {
            if (row.place().equals(place)) {
                String stage = row.detail()
                        .replaceFirst("^Net import reliance ?as a percentage of [a-z ]*consumption[,:]? ?", "");
                points.computeIfAbsent(row.material() + (stage.isEmpty() ? "" : ": " + stage), _ -> new ArrayList<>())
                        .add(new Trend.Point(
                                row.period(),
                                row.citation().sourceId(),
                                Reliance.published(
                                        row.percent(), row.qualifier(), row.flag(), List.of(row.citation()))));
            }
        }
        List<Trend> trends = new ArrayList<>();
        points.forEach((subject, each) -> trends.add(trend(subject, "net import reliance", each)));
        return trends;
    }

    private static String counted(String definition, String note) {
        String said = definition.isEmpty() || note.isEmpty() ? definition + note : definition + "; " + note;
        return said.isEmpty() ? "as published" : "as published: " + said;
    }

    /// Published series of shares: `..._CN_SHARE` and `CN_SHARE_...`.
    List<Trend> published() throws IOException {
        List<Trend> trends = new ArrayList<>();
        for (Series series : workbench.atlas().series()) {
            if (series.id().contains("CN_SHARE") && series.unit().equals("%")) {
                List<Trend.Point> points = new ArrayList<>();
                for (Series.Point point : series.points()) {
                    points.add(new Trend.Point(
                            point.period(),
                            point.citation().sourceId(),
                            new Explained(
                                    series.id(),
                                    point.value().value() / 100,
                                    point.value().low() / 100,
                                    point.value().high() / 100,
                                    "share",
                                    counted(series.definition(), point.note()),
                                    point.flag(),
                                    point.flag() == Flag.UNVERIFIED ? 1 : 0,
                                    List.of(new Explained.Term(
                                            point.period(),
                                            point.value().value(),
                                            "%",
                                            point.flag(),
                                            List.of(point.citation()))))));
                }
                trends.add(trend(series.id(), "published share", points));
            }
        }
        trends.sort(Comparator.comparing(Trend::subject));
        return trends;
    }
}
