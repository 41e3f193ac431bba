package org.monazite.exposure;

import java.util.ArrayList;
import java.util.List;
import org.monazite.supply.Citation;
import org.monazite.supply.Explained;
import org.monazite.supply.Flag;
import org.monazite.supply.Range;

/// GeoPolRisk of one importer, material and year, counted twice: as the reference implementation counts,
/// and as we do.
///
/// Where the two part: the reference set gives weight 0 to partners it has no indicator for (code 490,
/// Taiwan) and takes a quantity that is not stated as 0. Here a partner without indicator has the range of
/// its region, and a row without quantity is left out and lowers the coverage. Formulas: [GeoPolRisk].
///
/// @param reference as geopolrisk-py 2.0 counts
/// @param importRisk 0..1, as we count
/// @param score HHI x import risk, 0..1
/// @param characterisationFactor kg copper equivalent per kg
/// @param difference our score minus that of the reference; NaN when one is not defined
/// @param coverage part of the money whose row has a quantity, 0..1; by rows where no row states money
/// @param leftOut partners whose quantity is not stated
/// @param unrated partners without an indicator of their own
public record GeoPolRiskStudy(
        GeoPolRisk reference,
        Explained importRisk,
        Explained score,
        Explained characterisationFactor,
        double difference,
        double coverage,
        List<String> leftOut,
        List<String> unrated) {

    private static final double LEAST_COVERAGE = 0.5;

    /// Copies the lists.
    public GeoPolRiskStudy {
        leftOut = List.copyOf(leftOut);
        unrated = List.copyOf(unrated);
    }

    /// Imports from one partner.
    ///
    /// @param place who ships
    /// @param tonnes how much; NaN when not stated
    /// @param thousandUsd for how much money; NaN when not stated
    /// @param risk `g` of the partner, 0..1; of a partner without indicator the range of its region
    /// @param rated whether the partner has an indicator of its own
    /// @param inReference whether the reference set counts the partner
    /// @param flag how careful a reader must be with the flow
    /// @param citations who says so
    public record Partner(
            String place,
            double tonnes,
            double thousandUsd,
            Range risk,
            boolean rated,
            boolean inReference,
            Flag flag,
            List<Citation> citations) {

        /// Checks the risk and copies the citations.
        public Partner {
            if (!(risk.low() >= 0 && risk.high() <= 1)) {
                throw new IllegalArgumentException("The risk of %s must lie in 0..1, was %s.".formatted(place, risk));
            }
            citations = List.copyOf(citations);
        }
    }

    /// Counts both ways.
    ///
    /// @param hhi concentration of world production, with its range
    /// @param domesticTonnes own production
    /// @param copper score x price of the reference material; another base year needs its own
    public static GeoPolRiskStudy of(Explained hhi, double domesticTonnes, double copper, List<Partner> partners) {
        return of(hhi, domesticTonnes, domesticTonnes, copper, partners);
    }

    /// Counts both ways, with own production on the basis of the imports and as the reference takes it.
    ///
    /// @param hhi concentration of world production, with its range
    /// @param domesticTonnes own production on the basis of the imports
    /// @param referenceTonnes own production as its source prints it, whatever the basis
    /// @param copper score x price of the reference material; another base year needs its own
    public static GeoPolRiskStudy of(
            Explained hhi, double domesticTonnes, double referenceTonnes, double copper, List<Partner> partners) {
        List<GeoPolRisk.Import> theirs = new ArrayList<>();
        List<GeoPolRisk.Import> ours = new ArrayList<>();
        List<GeoPolRisk.Import> least = new ArrayList<>();
        List<GeoPolRisk.Import> most = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        List<String> unrated = new ArrayList<>();
        Working working = new Working();
        for (Partner each : partners) {
            double usd = zeroIfNaN(each.thousandUsd());
            theirs.add(new GeoPolRisk.Import(
                    zeroIfNaN(each.tonnes()),
                    usd,
                    each.inReference() ? each.risk().value() : 0));
            if (Double.isNaN(each.tonnes())) {
                leftOut.add(each.place());
                continue;
            }
            ours.add(new GeoPolRisk.Import(each.tonnes(), usd, each.risk().value()));
            least.add(new GeoPolRisk.Import(each.tonnes(), usd, each.risk().low()));
            most.add(new GeoPolRisk.Import(each.tonnes(), usd, each.risk().high()));
            if (!each.rated()) {
                unrated.add(each.place());
            }
            working.add(each.place(), each.tonnes(), "t", each.flag(), each.citations());
        }
        working.add("own production", domesticTonnes, "t", Flag.DERIVED, List.of());
        working.from("HHI of world production", hhi);
        return told(
                working,
                GeoPolRisk.of(hhi.value(), referenceTonnes, copper, theirs),
                GeoPolRisk.of(hhi.value(), domesticTonnes, copper, ours),
                GeoPolRisk.of(hhi.low(), domesticTonnes, copper, least),
                GeoPolRisk.of(hhi.high(), domesticTonnes, copper, most),
                copper,
                new Left(coverage(partners), leftOut, unrated));
    }

    private record Left(double coverage, List<String> leftOut, List<String> unrated) {}

    private static GeoPolRiskStudy told(
            Working working,
            GeoPolRisk reference,
            GeoPolRisk value,
            GeoPolRisk low,
            GeoPolRisk high,
            double copper,
            Left left) {
        return new GeoPolRiskStudy(
                reference,
                shown(
                        working,
                        "import risk",
                        new double[] {value.importRisk(), low.importRisk(), high.importRisk()},
                        "0..1",
                        "sum g f / (p + sum f), g = (2.5 - WGI) / 5",
                        left.coverage()),
                shown(
                        working,
                        "GeoPolRisk score",
                        new double[] {value.score(), low.score(), high.score()},
                        "0..1",
                        "HHI x import risk",
                        left.coverage()),
                shown(
                        working,
                        "GeoPolRisk characterisation factor",
                        new double[] {
                            value.characterisationFactor(), low.characterisationFactor(), high.characterisationFactor()
                        },
                        "kg Cu-eq/kg",
                        "score x price / " + copper,
                        left.coverage()),
                value.score() - reference.score(),
                left.coverage(),
                left.leftOut(),
                left.unrated());
    }

    /// @param ends value, low and high
    private static Explained shown(
            Working working, String measure, double[] ends, String unit, String formula, double coverage) {
        return coverage < LEAST_COVERAGE
                ? working.missing(measure, unit, "cannot tell: less than half of the imports state a quantity")
                : working.result(measure, ends[0], ends[1], ends[2], unit, formula);
    }

    private static double zeroIfNaN(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    private static double coverage(List<Partner> partners) {
        double money = 0;
        double counted = 0;
        int rows = 0;
        for (Partner each : partners) {
            double usd = zeroIfNaN(each.thousandUsd());
            boolean stated = !Double.isNaN(each.tonnes());
            money += usd;
            counted += stated ? usd : 0;
            rows += stated ? 1 : 0;
        }
        return money > 0 ? counted / money : partners.isEmpty() ? 1 : (double) rows / partners.size();
    }
}
