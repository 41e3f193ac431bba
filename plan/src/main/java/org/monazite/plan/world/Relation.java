package org.monazite.plan.world;

import java.util.List;

/// All ways from one supplier to one place.
///
/// @param supplier index of the node that ships
/// @param place place of the buyers
/// @param home true if the supplier stands there too
/// @param base flow of the base year, kt/yr
/// @param part share of the supplier's output that the place may count on in a ban, by assessed year, 0..1
/// @param bounded true if a shortage can raise the flow to a few times its base at most; false for works
/// that have no history
public record Relation(int supplier, String place, boolean home, double base, List<Double> part, boolean bounded) {

    /// Copies the list.
    public Relation {
        part = List.copyOf(part);
    }
}
