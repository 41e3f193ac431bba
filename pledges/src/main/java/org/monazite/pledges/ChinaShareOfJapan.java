package org.monazite.pledges;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.monazite.exposure.Exposure;
import org.monazite.exposure.Importer;
import org.monazite.exposure.StageExposure;
import org.monazite.pledges.internal.Span;
import org.monazite.supply.Explained;
import org.monazite.supply.Product;
import org.monazite.supply.Series;
import org.monazite.supply.SupplyNetwork;

/// China's share of Japan's rare-earth imports: one question, several true answers. Published: by weight, by value of
/// raw materials, by value with magnets, and two narrower ones; computed from the network: direct and traced, by
/// product. The target of each is its own value of the base year: "below the 2024 value, same definition"; no official
/// cap is known. A figure of the base year or before decides nothing.
final class ChinaShareOfJapan implements Measure {

    private static final String BY_WEIGHT = "JP_REE_IMPORT_CN_SHARE";
    private static final String BY_VALUE = "JP_REE_IMPORT_CN_SHARE_ALT";

    /// @param series the series
    /// @param counted which of its definitions
    private record Published(Reading.Definition definition, String series, Predicate<String> counted) {}

    private static final List<Published> PUBLISHED = List.of(
            new Published(
                    new Reading.Definition("weight", "by weight, as published", "重量ベース（公表値）"),
                    BY_WEIGHT,
                    definition -> !definition.contains("equivalent")),
            new Published(
                    new Reading.Definition("value_raw", "by value, raw materials only", "金額ベース（原料のみ）"),
                    BY_VALUE,
                    definition -> definition.contains("raw only")),
            new Published(
                    new Reading.Definition("value_with_magnets", "by value, raw materials and magnets", "金額ベース（原料＋磁石）"),
                    BY_VALUE,
                    definition -> definition.contains("raw + magnets")),
            new Published(
                    new Reading.Definition("weight_metal_equivalent", "by weight, metal equivalent", "重量ベース（金属換算）"),
                    BY_WEIGHT,
                    definition -> definition.contains("equivalent")),
            new Published(
                    new Reading.Definition("value_hs2805", "by value, metals only (HS 2805)", "金額ベース（金属のみ、HS2805）"),
                    BY_VALUE,
                    definition -> definition.contains("HS 2805")));

    @Override
    public List<Reading> read(Question question) {
        List<Reading> readings = new ArrayList<>();
        for (Published each : PUBLISHED) {
            if (question.wants(each.definition().id())) {
                readings.add(published(question, each));
            }
        }
        if (question.wants("network")) {
            readings.addAll(computed(question));
        }
        return readings;
    }

    private static Reading published(Question question, Published which) {
        List<Series.Point> points = points(question, which);
        String measure = "China's share of Japan's rare-earth imports";
        if (points.isEmpty()) {
            String formula = "as published; not defined: the atlas holds no figure by this definition";
            return Reading.open(
                    question,
                    which.definition(),
                    Figures.missing(measure, Figures.SHARE, formula, List.of()),
                    baseYear(question));
        }
        Series.Point last = points.getLast();
        Explained value = Figures.computed(
                measure,
                Figures.rounded(last.value().value()),
                Figures.SHARE,
                "as published; range: rounding of the printed figure",
                List.of(Figures.term(which.series() + " " + last.period(), last, "%")));
        Optional<Series.Point> base = points.stream()
                .filter(point -> point.period().equals(baseYear(question)))
                .findFirst();
        return compared(
                question,
                which.definition(),
                value,
                last.period(),
                base.map(point -> point.value().value() / 100));
    }

    private static List<Series.Point> points(Question question, Published which) {
        return question.facts().series().stream()
                .filter(each ->
                        each.id().equals(which.series()) && which.counted().test(each.definition()))
                .flatMap(each -> each.points().stream())
                .filter(point -> Span.of(point.period()).isPresent())
                .sorted(Comparator.comparing(
                        point -> Span.of(point.period()).orElseThrow().last()))
                .toList();
    }

    private static String baseYear(Question question) {
        return question.pledge().details().terms().basePeriod();
    }

    /// A year after the base year is compared with the base year; that year itself is only shown.
    private static Reading compared(
            Question question, Reading.Definition definition, Explained value, String period, Optional<Double> base) {
        boolean later = Span.of(period)
                .flatMap(span ->
                        Span.of(baseYear(question)).map(year -> span.first().isAfter(year.last())))
                .orElse(false);
        double target = later ? base.orElse(Double.NaN) : Double.NaN; // the base year is no target for itself
        return Reading.of(
                question,
                definition,
                value,
                period,
                target,
                later ? Reading.verdict("<", target, value) : Assessment.Verdict.OPEN);
    }

    private static List<Reading> computed(Question question) {
        SupplyNetwork network = question.facts().network();
        if (network.findPlace("JPN").isEmpty() || network.findPlace("CHN").isEmpty()) {
            return List.of();
        }
        String year = Integer.toString(network.id().year());
        List<Reading> readings = new ArrayList<>();
        for (StageExposure row : Exposure.of(network).by(Importer.place("JPN"), "CHN")) {
            Product product =
                    network.products().get(network.findProduct(row.productId()).orElseThrow());
            if (row.directShare().isDefined()) {
                var direct = new Reading.Definition(
                        "network direct " + row.productId(),
                        product.nameEn() + ": shipped by China, part of imports",
                        product.nameJa() + "：輸入に占める中国からの直接輸入");
                readings.add(compared(question, direct, row.directShare(), year, Optional.empty()));
            }
            if (row.tracedShare().isDefined()) {
                var traced = new Reading.Definition(
                        "network traced " + row.productId(),
                        product.nameEn() + ": handled by China at this or an earlier stage, part of supply",
                        product.nameJa() + "：供給のうち当該段階以前に中国を経たもの");
                readings.add(compared(question, traced, row.tracedShare(), year, Optional.empty()));
            }
        }
        return readings;
    }

    /// The weight series, whole years: its years up to 2020 and 2024 come from two sources that call the same thing by
    /// other words.
    @Override
    public List<Trend.Point> path(Question question) {
        return points(question, PUBLISHED.getFirst()).stream()
                .filter(point -> point.period().matches("\\d{4}"))
                .map(point -> new Trend.Point(
                        Span.of(point.period()).orElseThrow().last(),
                        point.value().value() / 100))
                .filter(point -> !point.when().isAfter(question.asOf()))
                .toList();
    }
}
