package org.monazite.pledges;

import java.util.Set;
import java.util.TreeSet;
import org.monazite.exposure.Importer;
import org.monazite.supply.SupplyNetwork;

/// The European Union of 27 as places of a network: its members, and the synthetic place that figures of the whole
/// Union are published for.
final class EuMembers {

    private static final Set<String> CODES = Set.of(
            "EU27", "AUT", "BEL", "BGR", "HRV", "CYP", "CZE", "DNK", "EST", "FIN", "FRA", "DEU", "GRC", "HUN", "IRL",
            "ITA", "LVA", "LTU", "LUX", "MLT", "NLD", "POL", "PRT", "ROU", "SVK", "SVN", "ESP", "SWE");

    private EuMembers() {}

    static boolean holds(String place) {
        return CODES.contains(place);
    }

    /// Those members that the network knows.
    static Set<String> in(SupplyNetwork network) {
        Set<String> members = new TreeSet<>(CODES);
        members.removeIf(code -> network.findPlace(code).isEmpty());
        return members;
    }

    /// The Union as one importer.
    static Importer importer(SupplyNetwork network) {
        return new Importer("EU27", in(network));
    }
}
