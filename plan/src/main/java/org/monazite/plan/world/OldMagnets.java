package org.monazite.plan.world;

import java.util.List;

/// Magnets at the end of their life in a place that recyclers share: `sum of use per unit x output <=
/// collected`.
///
/// @param place place code
/// @param nodes indices of the recyclers
/// @param perUnit old magnets per unit of output, in the order of `nodes`
/// @param collected kt/yr, by assessed year
public record OldMagnets(String place, List<Integer> nodes, List<Double> perUnit, List<Double> collected) {

    /// Copies the lists.
    public OldMagnets {
        nodes = List.copyOf(nodes);
        perUnit = List.copyOf(perUnit);
        collected = List.copyOf(collected);
    }
}
