package org.monazite.plan.world;

import java.util.List;

/// Concentrates that several separation works share: what they separate of a product is no more than what
/// the mines hold of it.
///
/// @param id such as `White Mesa`
/// @param product what is separated
/// @param supply held by concentrates that come anyway, kt/yr, by assessed year
/// @param draws works that separate it
public record Feed(String id, String product, List<Double> supply, List<Draw> draws) {

    /// Copies the lists.
    public Feed {
        supply = List.copyOf(supply);
        draws = List.copyOf(draws);
    }

    /// A separation works on the feed.
    ///
    /// @param candidate index of the candidate; -1 if it is decided
    /// @param node index of the node it adds to
    /// @param most kt/yr at full size, per module
    /// @param ramp part of the size in use, by assessed year
    public record Draw(int candidate, int node, double most, List<Double> ramp) {

        /// Copies the list.
        public Draw {
            ramp = List.copyOf(ramp);
        }
    }
}
