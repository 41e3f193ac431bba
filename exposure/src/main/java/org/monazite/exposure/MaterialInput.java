package org.monazite.exposure;

import java.util.List;
import java.util.Map;
import org.monazite.supply.Citation;
import org.monazite.supply.Explained;
import org.monazite.supply.Flag;
import org.monazite.supply.Production;
import org.monazite.supply.Range;
import org.monazite.supply.Stage;

/// What is known of one material at one stage for one importer.
///
/// @param material id of the material
/// @param productId product id, or the series of the source
/// @param stage the stage
/// @param world who makes it
/// @param reliance net import reliance of the importer; not defined where nobody says
/// @param imports where its imports come from; empty where nobody says
/// @param importsPeriod period of these, in the words of the source
/// @param risk `g` of places, 0..1
/// @param relief how far the European method lets recycling and substitutes lower the risk; `Relief.NONE` where no
/// assessment of the material is known
public record MaterialInput(
        String material,
        String productId,
        Stage stage,
        Production world,
        Explained reliance,
        List<Source> imports,
        String importsPeriod,
        Map<String, Range> risk,
        Relief relief) {

    /// Any place at all: its `g` is somewhere in 0..1.
    public static final Range UNRATED = new Range(0.5, 0, 1);

    /// Copies the lists.
    public MaterialInput {
        imports = List.copyOf(imports);
        risk = Map.copyOf(risk);
    }

    /// A material of which no assessment is known.
    public MaterialInput(
            String material,
            String productId,
            Stage stage,
            Production world,
            Explained reliance,
            List<Source> imports,
            String importsPeriod,
            Map<String, Range> risk) {
        this(material, productId, stage, world, reliance, imports, importsPeriod, risk, Relief.NONE);
    }

    /// What lowers the risk of a material by the European method, as its study prints it.
    ///
    /// @param recycling end-of-life recycling input rate, 0..1
    /// @param substitution substitution index of supply risk, 0 (easily replaced) to 1 (not at all)
    /// @param flag how careful a reader must be
    /// @param citations who says so; empty where nobody does
    public record Relief(double recycling, double substitution, Flag flag, List<Citation> citations) {

        /// Nothing is recycled and nothing can stand in: the risk is an upper bound.
        public static final Relief NONE = new Relief(0, 1, Flag.NONE, List.of());

        /// Checks the ranges and copies the citations.
        public Relief {
            if (!(recycling >= 0 && recycling <= 1) || !(substitution >= 0 && substitution <= 1)) {
                throw new IllegalArgumentException(
                        "Recycling and substitution lie in 0..1, were %s and %s.".formatted(recycling, substitution));
            }
            citations = List.copyOf(citations);
        }

        /// What is left of a risk.
        public double factor() {
            return (1 - recycling) * substitution;
        }
    }

    /// A source of imports.
    ///
    /// @param place who ships; `ROW` for all not named
    /// @param share part of the imports, 0..1
    /// @param flag how careful a reader must be
    /// @param citations who says so
    public record Source(String place, Range share, Flag flag, List<Citation> citations) {

        /// Checks the share and copies the citations.
        public Source {
            if (!(share.low() >= 0 && share.high() <= 1)) {
                throw new IllegalArgumentException("A share lies in 0..1, that of %s was %s.".formatted(place, share));
            }
            citations = List.copyOf(citations);
        }
    }

    Range riskOf(String place) {
        return risk.getOrDefault(place, UNRATED);
    }
}
