package org.monazite.atlas;

import java.util.List;

/// What the balance did to one published figure.
///
/// @param quantity what it is about, such as `flow ndfeb.magnet CHN>IND`
/// @param figureIds the figures
/// @param publishedTonnes what the sources say, t/yr
/// @param balancedTonnes what the whole network implies, t/yr
/// @param sdTonnes standard deviation of the balanced value, t/yr
/// @param z adjustment over its standard deviation: the suspicion score
/// @param suspect found to be a gross error and left out
public record BalanceLine(
        String quantity,
        List<String> figureIds,
        double publishedTonnes,
        double balancedTonnes,
        double sdTonnes,
        double z,
        boolean suspect) {

    /// Copies the list.
    public BalanceLine {
        figureIds = List.copyOf(figureIds);
    }
}
