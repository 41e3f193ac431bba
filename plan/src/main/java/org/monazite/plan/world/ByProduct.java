package org.monazite.plan.world;

import java.util.List;

/// Something that falls off where other things are made: `output <= ratio x output of the mains`.
///
/// @param node index of the node whose output is bounded
/// @param mains indices of the nodes that let it fall off
/// @param ratio output per unit of their output
public record ByProduct(int node, List<Integer> mains, double ratio) {

    /// Copies the list.
    public ByProduct {
        mains = List.copyOf(mains);
    }
}
