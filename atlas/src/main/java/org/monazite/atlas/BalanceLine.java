package org.monazite.atlas;

import java.util.List;
import org.monazite.atlas.chain.SdReason;

/// What the balance did to one published figure.
///
/// @param quantity what it is about, such as `flow ndfeb.magnet CHN>IND`
/// @param figureIds the figures
/// @param publishedTonnes what the sources say, t/yr
/// @param balancedTonnes what the whole network implies, t/yr
/// @param sdTonnes standard deviation of the balanced value, t/yr
/// @param figureSdTonnes standard deviation that the figure was given, t/yr
/// @param why how that came about
/// @param z adjustment over its standard deviation: the suspicion score
/// @param suspect found to be a gross error and left out
public record BalanceLine(
        String quantity,
        List<String> figureIds,
        double publishedTonnes,
        double balancedTonnes,
        double sdTonnes,
        double figureSdTonnes,
        List<SdReason> why,
        double z,
        boolean suspect) {

    /// Copies the lists.
    public BalanceLine {
        why = List.copyOf(why);
        figureIds = List.copyOf(figureIds);
    }
}
