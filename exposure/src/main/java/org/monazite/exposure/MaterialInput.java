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
public record MaterialInput(
        String material,
        String productId,
        Stage stage,
        Production world,
        Explained reliance,
        List<Source> imports,
        String importsPeriod,
        Map<String, Range> risk) {

    /// Any place at all: its `g` is somewhere in 0..1.
    public static final Range UNRATED = new Range(0.5, 0, 1);

    /// Copies the lists.
    public MaterialInput {
        imports = List.copyOf(imports);
        risk = Map.copyOf(risk);
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
