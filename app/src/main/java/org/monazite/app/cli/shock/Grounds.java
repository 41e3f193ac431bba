package org.monazite.app.cli.shock;

import org.monazite.supply.Flag;
import org.monazite.supply.SupplyNetwork;

/// How careful a reader must be with a result that the whole network enters, such as a played ban.
public final class Grounds {

    private Grounds() {}

    /// The weakest flag of what a network consists of. What is played on it rests on assumptions as well,
    /// so that the result is an estimate at best.
    public static Flag played(SupplyNetwork network) {
        Flag flag = Flag.ESTIMATE;
        for (int node = 0; node < network.nodes().size(); node++) {
            flag = flag.and(network.nodes().flag(node));
        }
        for (int arc = 0; arc < network.arcs().size(); arc++) {
            flag = flag.and(network.arcs().flag(arc));
        }
        for (int cell = 0; cell < network.cells().size(); cell++) {
            flag = flag.and(network.cells().flag(cell));
        }
        for (int demand = 0; demand < network.demands().size(); demand++) {
            flag = flag.and(network.demands().flag(demand));
        }
        return flag;
    }
}
