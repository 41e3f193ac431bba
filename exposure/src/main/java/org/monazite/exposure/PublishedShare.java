package org.monazite.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.monazite.supply.Explained;
import org.monazite.supply.Flag;
import org.monazite.supply.Series;

/// "China's share of Japan's rare-earth imports" as others have published it. The answer depends on what is counted, so
/// every number stands with its definition, beside the number that the network gives for one product at one stage.
/// Figures of one year that disagree are all kept.
///
/// @param counting what is counted
/// @param period the period as published
/// @param share the share, 0..1, with its source
/// @param definition the definition in the words of the pack
/// @param note remark of the source; may be empty
public record PublishedShare(Counting counting, String period, Explained share, String definition, String note) {

    private static final String BY_WEIGHT = "JP_REE_IMPORT_CN_SHARE";
    private static final String BY_VALUE = "JP_REE_IMPORT_CN_SHARE_ALT";

    /// What a published share counts. Shares of unlike countings are never compared.
    public enum Counting {
        /// Tonnes of compounds and metals.
        WEIGHT("by weight", "重量ベース"),
        /// Money paid for compounds and metals.
        VALUE_RAW("by value, raw materials", "金額ベース（原料のみ）"),
        /// Money paid for compounds, metals and magnets.
        VALUE_WITH_MAGNETS("by value, raw materials and magnets", "金額ベース（原料及び磁石）"),
        /// Money paid for metals, HS 2805.
        VALUE_METALS("by value, metals (HS 2805)", "金額ベース（金属、HS2805）");

        private final String nameEn;
        private final String nameJa;

        Counting(String nameEn, String nameJa) {
            this.nameEn = nameEn;
            this.nameJa = nameJa;
        }

        /// The name used in JSON: the enum name in lower case.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The name a reader sees, in English.
        public String nameEn() {
            return nameEn;
        }

        /// The name a reader sees, in Japanese.
        public String nameJa() {
            return nameJa;
        }
    }

    /// All published points, by counting, period and value.
    public static List<PublishedShare> chinaOfJapan(List<Series> series) {
        List<PublishedShare> shares = new ArrayList<>();
        for (Series each : series) {
            if (each.id().equals(BY_WEIGHT) || each.id().equals(BY_VALUE)) {
                Counting counting = countingOf(each);
                each.points().forEach(point -> shares.add(of(counting, each, point)));
            }
        }
        shares.sort(Comparator.comparing(PublishedShare::counting)
                .thenComparing(PublishedShare::period)
                .thenComparingDouble(share -> share.share().value())
                .thenComparing(PublishedShare::definition));
        return shares;
    }

    /// The points of the newest full year of each counting.
    public static List<PublishedShare> latestChinaOfJapan(List<Series> series) {
        List<PublishedShare> all = chinaOfJapan(series);
        List<PublishedShare> latest = new ArrayList<>();
        for (Counting counting : Counting.values()) {
            String year = all.stream()
                    .filter(share -> share.counting() == counting && share.isFullYear())
                    .map(PublishedShare::period)
                    .max(Comparator.naturalOrder())
                    .orElse("");
            all.stream()
                    .filter(share ->
                            share.counting() == counting && share.period().equals(year))
                    .forEach(latest::add);
        }
        return latest;
    }

    private boolean isFullYear() {
        return period.length() == 4;
    }

    private static Counting countingOf(Series series) {
        if (series.id().equals(BY_WEIGHT)) {
            return Counting.WEIGHT;
        }
        return switch (series.definition()) {
            case "UN Comtrade value, raw only" -> Counting.VALUE_RAW;
            case "UN Comtrade value, raw + magnets" -> Counting.VALUE_WITH_MAGNETS;
            case "HS 2805 value only" -> Counting.VALUE_METALS;
            case String other -> throw new IllegalArgumentException("""
                        The series '%s' counts '%s', which this program does not know.
                        Maybe the data set is newer than the program.\
                        """.formatted(series.id(), other));
        };
    }

    private static PublishedShare of(Counting counting, Series series, Series.Point point) {
        double value = point.value().value() / 100;
        return new PublishedShare(
                counting,
                point.period(),
                new Explained(
                        "China's share of Japan's rare-earth imports, " + counting.nameEn(),
                        value,
                        point.value().low() / 100,
                        point.value().high() / 100,
                        "share",
                        "as published: " + series.definition(),
                        point.flag(),
                        point.flag() == Flag.UNVERIFIED ? 1 : 0,
                        List.of(new Explained.Term(
                                series.id() + " " + point.period(),
                                point.value().value(),
                                series.unit(),
                                point.flag(),
                                List.of(point.citation())))),
                series.definition(),
                point.note());
    }
}
