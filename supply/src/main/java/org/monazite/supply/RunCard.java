package org.monazite.supply;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a result was computed from: enough to compute it again, bit for bit.
///
/// @param atlas version of the atlas
/// @param network digest of the network, SHA-256 in hex
/// @param software version of the program
/// @param seed of all draws
/// @param settings every setting by its key, such as `ensemble.members`
/// @param assumptions what had to be assumed, for a reader
public record RunCard(
        String atlas,
        String network,
        String software,
        long seed,
        SortedMap<String, String> settings,
        List<Assumed> assumptions) {

    /// Copies the collections.
    public RunCard {
        settings = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        assumptions = List.copyOf(assumptions);
    }
}
