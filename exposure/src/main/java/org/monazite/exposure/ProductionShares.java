package org.monazite.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.monazite.supply.Explained;
import org.monazite.supply.Figure;
import org.monazite.supply.Flag;
import org.monazite.supply.Production;

/// Who makes a product, by what one source says of one period: shares and how concentrated they are.
///
/// The total is the published world figure or, where places add up to more or no world figure stands there, the sum of
/// places. What the source withholds or does not have is never zero: it widens the ranges by the part of the total that
/// no figure covers. Where less than half of the total has a figure, no index is given.
///
/// @param productId the product
/// @param period ISO year
/// @param sourceId the source
/// @param shares known shares, largest first
/// @param hhi sum of squared shares
/// @param largest share of the largest place
/// @param largestThree sum of the three largest shares
/// @param effectiveMakers `1 / hhi`
/// @param coverage part of the world total that has a figure, 0..1; NaN when the source gives no world total
/// @param withheld places whose figure the source has and does not publish
/// @param notAvailable places of which the source says that it has no figure
public record ProductionShares(
        String productId,
        String period,
        String sourceId,
        List<Share> shares,
        Explained hhi,
        Explained largest,
        Explained largestThree,
        Explained effectiveMakers,
        double coverage,
        List<String> withheld,
        List<String> notAvailable) {

    private static final double LEAST_COVERAGE = 0.5;

    /// Copies the lists.
    public ProductionShares {
        shares = List.copyOf(shares);
        withheld = List.copyOf(withheld);
        notAvailable = List.copyOf(notAvailable);
    }

    /// The share of a place.
    ///
    /// @param place place code; `ROW` stands for all places not named
    /// @param share its part of the total, 0..1
    public record Share(String place, Explained share) {}

    /// The shares in what a source says.
    public static ProductionShares of(Production production) {
        List<Production.At> known = new ArrayList<>();
        List<String> withheld = new ArrayList<>();
        List<String> notAvailable = new ArrayList<>();
        double sum = 0;
        for (Production.At at : production.places()) {
            switch (at.figure()) {
                case Figure.Known figure -> {
                    known.add(at);
                    sum += figure.value();
                }
                case Figure.Withheld _ -> withheld.add(at.place());
                case Figure.NotAvailable _ -> notAvailable.add(at.place());
            }
        }
        double world = world(production);
        double gap = Math.max(0, world - sum); // 0 as well when the world total is not known
        double coverage = sum / Math.max(world, sum);
        PlaceAmounts amounts = new PlaceAmounts(production.unit() + "/yr", Double.isNaN(world) ? 0 : gap);
        for (Production.At at : known) {
            if (at.figure() instanceof Figure.Known figure) {
                amounts.add(at.place(), figure.value(), figure.flag(), List.of(figure.citation()));
            }
        }
        boolean enough = !(coverage < LEAST_COVERAGE);
        return new ProductionShares(
                production.productId(),
                production.period(),
                production.sourceId(),
                shares(known, amounts.total(), production.unit()),
                shown(amounts.hhi("HHI of world production"), enough),
                shown(amounts.top("share of the largest maker", 1), enough),
                shown(amounts.top("share of the three largest makers", 3), enough),
                shown(amounts.effective("effective number of makers"), enough),
                coverage,
                withheld,
                notAvailable);
    }

    private static double world(Production production) {
        return production.world().stream()
                .filter(Figure.Known.class::isInstance)
                .mapToDouble(figure -> ((Figure.Known) figure).value())
                .findFirst()
                .orElse(Double.NaN);
    }

    private static List<Share> shares(List<Production.At> known, double total, String unit) {
        List<Share> shares = new ArrayList<>();
        if (total > 0) {
            for (Production.At at : known) {
                if (at.figure() instanceof Figure.Known figure) {
                    shares.add(new Share(at.place(), share(figure, at.place(), total, unit)));
                }
            }
        }
        shares.sort(Comparator.<Share>comparingDouble(share -> -share.share().value())
                .thenComparing(Share::place));
        return shares;
    }

    private static Explained share(Figure.Known figure, String place, double total, String unit) {
        double value = figure.value() / total;
        return new Explained(
                "share of world production",
                value,
                Math.min(value, figure.low() / total),
                Math.max(value, Math.min(1, figure.high() / total)),
                "share",
                "made at the place / total",
                Flag.DERIVED.and(figure.flag()),
                figure.flag() == Flag.UNVERIFIED ? 1 : 0,
                List.of(
                        new Explained.Term(
                                place, figure.value(), unit + "/yr", figure.flag(), List.of(figure.citation())),
                        new Explained.Term("total", total, unit + "/yr", Flag.DERIVED, List.of())));
    }

    /// The number without its middle where too little of the total has a figure: the range stays.
    private static Explained shown(Explained full, boolean enough) {
        return enough
                ? full
                : new Explained(
                        full.measure(),
                        Double.NaN,
                        full.low(),
                        full.high(),
                        full.unit(),
                        full.formula() + "; cannot tell: less than half of the total has a figure",
                        full.flag(),
                        full.unverifiedShare(),
                        full.terms());
    }
}
