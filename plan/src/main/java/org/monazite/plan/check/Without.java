package org.monazite.plan.check;

import java.util.List;
import org.monazite.plan.world.Flows;

/// What happens without a plan: the measure of who is worse off with one.
///
/// @param calm a year without a ban
/// @param bans what happens in each ban, in the order of the world's bans
public record Without(Flows calm, List<Flows> bans) {

    /// Copies the list.
    public Without {
        bans = List.copyOf(bans);
    }
}
