package org.monazite.shock;

import java.util.List;

/// Two scenarios played with the same members, number by number: what the second loses more than the first.
///
/// @param first name of the first scenario
/// @param second name of the second
/// @param weeks length of each run
/// @param members runs of each; member m of both draws the same numbers
/// @param seed of the draws
/// @param places the losses of each place
/// @param lines weeks of each product lost at each place
public record Comparison(
        String first, String second, int weeks, int members, long seed, List<PlaceLoss> places, List<Line> lines) {

    /// Copies the lists.
    public Comparison {
        places = List.copyOf(places);
        lines = List.copyOf(lines);
    }

    /// Value at risk of a place, US dollars.
    ///
    /// @param place place code
    /// @param first in the first scenario
    /// @param second in the second
    /// @param more second less first, member by member
    /// @param worse part of the members in which the second loses more, 0..1
    /// @param moreByWeek second less first per week
    public record PlaceLoss(
            String place, Spread first, Spread second, Spread more, double worse, List<Quantiles> moreByWeek) {

        /// Copies the list.
        public PlaceLoss {
            moreByWeek = List.copyOf(moreByWeek);
        }
    }

    /// Weeks of normal use of a product that are missing at a place over the run.
    ///
    /// @param productId the product
    /// @param place place code
    /// @param first in the first scenario
    /// @param second in the second
    /// @param more second less first, member by member
    public record Line(String productId, String place, Spread first, Spread second, Spread more) {}
}
