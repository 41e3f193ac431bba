package org.monazite.atlas.chain;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.monazite.atlas.pack.Pack;
import org.monazite.supply.Route;

/// The default routes between places, beyond those that a chain uses.
public final class SeaRoutes {

    private static final String UNION = "EU27"; // stands as one place in the table of routes

    private SeaRoutes() {}

    /// Every default route of the pack, in the order of its places; members of the European Union without
    /// a route of their own have that of the Union.
    public static List<Route> of(Pack pack) {
        Set<String> members = pack.table("blocs").stream()
                .filter(row -> row.text("bloc_id").equals(UNION))
                .map(row -> row.text("iso3"))
                .collect(Collectors.toCollection(TreeSet::new));
        return new Routes(pack, members).all();
    }
}
