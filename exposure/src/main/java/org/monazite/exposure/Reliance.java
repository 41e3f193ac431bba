package org.monazite.exposure;

import java.util.List;
import org.monazite.supply.Citation;
import org.monazite.supply.Explained;
import org.monazite.supply.Figure;
import org.monazite.supply.Flag;
import org.monazite.supply.Production;

/// How much of what a place consumes of one product at one stage comes from abroad, by the practice of the US
/// Geological Survey.
///
/// `apparent consumption = P + R + M - X + stock release`; `net import reliance = (M - X + stock release) /
/// apparent consumption`. A negative consumption is an error of the data and is shown as such, never clipped.
/// All amounts in tonnes of one basis and period.
///
/// @param production own primary production
/// @param recycled own secondary production
/// @param imports imports
/// @param exports exports
/// @param stockRelease stocks taken down; negative when stocks grew
/// @see <a href="https://www.usgs.gov/centers/national-minerals-information-center">Mineral Commodity
/// Summaries, appendix B</a>
public record Reliance(double production, double recycled, double imports, double exports, double stockRelease) {

    private static final String MEASURE = "net import reliance";

    /// Checks the amounts.
    public Reliance {
        for (double amount : new double[] {production, recycled, imports, exports}) {
            if (!(amount >= 0)) {
                throw new IllegalArgumentException("An amount is zero or more tonnes, was " + amount + ".");
            }
        }
        if (!Double.isFinite(stockRelease)) {
            throw new IllegalArgumentException("A change of stocks is a number of tonnes, was " + stockRelease + ".");
        }
    }

    /// What the place has used, as far as these figures tell.
    public double apparentConsumption() {
        return production + recycled + imports - exports + stockRelease;
    }

    /// Net import reliance, 0..1; 0 for a net exporter; not defined where nothing is used.
    ///
    /// @param unit basis of the amounts
    /// @param flag the weakest flag of the amounts
    /// @param citations who says so
    public Explained share(String unit, Flag flag, List<Citation> citations) {
        Working working = new Working();
        working.add("production", production, unit, flag, citations);
        working.add("recycled", recycled, unit, flag, citations);
        working.add("imports", imports, unit, flag, citations);
        working.add("exports", exports, unit, flag, citations);
        working.add("stock release", stockRelease, unit, flag, citations);
        double used = apparentConsumption();
        if (used < 0) {
            return working.missing(MEASURE, "share", "apparent consumption is negative: the figures contradict");
        }
        if (used == 0) {
            return working.missing(MEASURE, "share", "nothing is used");
        }
        double net = (imports - exports + stockRelease) / used;
        String formula = net < 0
                ? "(imports - exports + stock release) / apparent consumption; net exporter, shown as 0"
                : "(imports - exports + stock release) / (production + recycled + imports - exports + stock release)";
        double value = Math.max(0, net);
        return working.result(MEASURE, value, value, value, "share", formula);
    }

    /// Net import reliance as a survey prints it: a number, a bound, or "net exporter". A bound stays an
    /// interval with its middle as value.
    ///
    /// @param percent the printed number, NaN when there is none
    /// @param qualifier `=`, `>`, `<`, `NET_EXPORTER`, or anything else for "not available"
    public static Explained published(double percent, String qualifier, Flag flag, List<Citation> citations) {
        double share = percent / 100;
        Working working = new Working();
        String formula = "as published, " + qualifier;
        return switch (qualifier) {
            case "NET_EXPORTER" ->
                working.add("net exporter", 0, "%", flag, citations).result(MEASURE, 0, 0, 0, "share", formula);
            case ">" ->
                working.add("printed bound", percent, "%", flag, citations)
                        .result(MEASURE, (share + 1) / 2, share, 1, "share", "as published: more than the bound");
            case "<" ->
                working.add("printed bound", percent, "%", flag, citations)
                        .result(MEASURE, share / 2, 0, share, "share", "as published: less than the bound");
            case "=", "~" ->
                working.add("printed", percent, "%", flag, citations)
                        .result(MEASURE, share, share, share, "share", formula);
            default -> working.missing(MEASURE, "share", "not published: " + qualifier);
        };
    }

    /// Net import reliance of a place that no table of makers names: what it uses comes from abroad, 1.
    /// Primary material alone: what it recycles is not counted. Not defined where the place makes some, or
    /// where the table covers less than 95 % of the world; down to 0 and an estimate where the table has
    /// makers that it does not name.
    public static Explained withoutMakers(Production world, Importer importer) {
        ProductionShares shares = ProductionShares.of(world);
        String why = "cannot tell: nobody says";
        boolean makes = world.places().stream()
                .anyMatch(at -> importer.holds(at.place())
                        && !(at.figure() instanceof Figure.Known known && known.value() == 0));
        if (makes || !(shares.coverage() >= 0.95)) {
            return new Working().missing(MEASURE, "share", why);
        }
        double rest = 1 - shares.coverage();
        Working working = new Working();
        for (ProductionShares.Share share : shares.shares()) {
            rest += share.place().equals("ROW") ? share.share().value() : 0;
            working.add(
                    share.place(),
                    share.share().value(),
                    "share",
                    rest > 1e-9 ? Flag.ESTIMATE : Flag.DERIVED,
                    share.share().terms().getFirst().citations());
        }
        return working.result(
                MEASURE,
                1,
                rest > 1e-9 ? 0 : 1,
                1,
                "share",
                "no maker named in the place by a table that covers the world; primary material, without recycling");
    }
}
