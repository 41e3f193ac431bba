package org.monazite.supply;

import java.util.List;
import java.util.Optional;

/// What one source says about who makes a product in one period. Two sources that disagree are two of these.
///
/// @param productId the product, such as `ga.refined`
/// @param period ISO year
/// @param unit unit with its basis, such as `t Li content`
/// @param sourceId the source
/// @param places what it says of each place, withheld figures included; `ROW` stands for all places not named
/// @param world what it says of the world as a whole, if it does
public record Production(
        String productId, String period, String unit, String sourceId, List<At> places, Optional<Figure> world) {

    /// Copies the places.
    public Production {
        places = List.copyOf(places);
    }

    /// What is made at a place.
    ///
    /// @param place place code
    /// @param figure the number, or that there is none
    public record At(String place, Figure figure) {}
}
