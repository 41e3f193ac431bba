package org.monazite.exposure;

import java.util.List;
import java.util.Map;
import org.monazite.supply.Explained;
import org.monazite.supply.Flag;
import org.monazite.supply.Range;

/// Supply risk of the US lists of 2020 and 2022: `SR = (DP x TE x EV)^(1/3)`, all terms in 0..1.
///
/// Preliminary: written down from a public model after the paper (Mira template model `CriticalMineralsModel`), not
/// from the paper itself, and no published value with all its inputs was found. There `DP = sum s_i^2 x ASI_i x WSI_i`,
/// the weights outside the square; `TE` is net import reliance with the change of stocks; `EV = sum over industries of
/// VA x spending / operating profit, over GDP`. The normalisation of EV is open.
///
/// @see <a href="https://doi.org/10.1126/sciadv.aay8647">Nassar et al., Science Advances 6, 2020,
/// eaay8647</a>
public final class UsgsSupplyRisk {

    /// Materials at or above this risk entered the list of 2022.
    public static final double THRESHOLD = 0.40;

    private UsgsSupplyRisk() {}

    /// Where the weight of a country stands.
    public enum Weight {
        /// `DP = sum (s_i^2 w_i)`.
        OUTSIDE_SQUARE,
        /// `DP = sum (s_i w_i)^2`.
        INSIDE_SQUARE
    }

    /// A country that makes the material.
    ///
    /// @param tonnes what it makes
    /// @param inability 0 (able to supply) to 1, `ASI`
    /// @param unwillingness 0 (willing to supply) to 1, `WSI`
    public record Maker(double tonnes, double inability, double unwillingness) {

        /// Checks the ranges.
        public Maker {
            if (!(tonnes >= 0) || !(inability >= 0 && inability <= 1) || !(unwillingness >= 0 && unwillingness <= 1)) {
                throw new IllegalArgumentException("A maker needs tonnes >= 0 and indices in 0..1, was %s, %s, %s."
                        .formatted(tonnes, inability, unwillingness));
            }
        }

        private double weight() {
            return inability * unwillingness;
        }
    }

    /// Disruption potential: concentration of production outside the importer, weighted by how unable or
    /// unwilling a country is to supply. Shares are of world production, the importer's own part included in
    /// the total.
    ///
    /// @param makers by place
    /// @param importer whose own production bears no risk
    public static double disruptionPotential(Map<String, Maker> makers, Importer importer, Weight weight) {
        double total = 0;
        for (Maker maker : makers.values()) {
            total += maker.tonnes();
        }
        double sum = 0;
        for (Map.Entry<String, Maker> entry : makers.entrySet()) {
            Maker maker = entry.getValue();
            double share = maker.tonnes() / total;
            double w = maker.weight();
            if (!importer.holds(entry.getKey())) {
                sum += switch (weight) {
                    case OUTSIDE_SQUARE -> share * share * w;
                    case INSIDE_SQUARE -> share * w * share * w;
                };
            }
        }
        return sum;
    }

    /// The supply risk; its range follows from the ranges of the terms.
    public static Explained of(Range disruption, Range exposure, Range vulnerability, Flag flag) {
        for (Range term : List.of(disruption, exposure, vulnerability)) {
            if (!(term.low() >= 0 && term.high() <= 1)) {
                throw new IllegalArgumentException("All terms lie in 0..1, one was " + term + ".");
            }
        }
        Working working = new Working()
                .add("disruption potential", disruption.value(), "0..1", flag, List.of())
                .add("trade exposure", exposure.value(), "0..1", flag, List.of())
                .add("economic vulnerability", vulnerability.value(), "0..1", flag, List.of());
        return working.result(
                "USGS supply risk",
                root(disruption.value(), exposure.value(), vulnerability.value()),
                root(disruption.low(), exposure.low(), vulnerability.low()),
                root(disruption.high(), exposure.high(), vulnerability.high()),
                "0..1",
                "(DP x TE x EV)^(1/3), preliminary");
    }

    private static double root(double dp, double te, double ev) {
        return StrictMath.cbrt(dp * te * ev);
    }
}
