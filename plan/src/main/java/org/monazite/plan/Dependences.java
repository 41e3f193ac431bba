package org.monazite.plan;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.monazite.exposure.Exposure;
import org.monazite.exposure.Importer;
import org.monazite.exposure.StageExposure;
import org.monazite.plan.world.World;
import org.monazite.supply.SupplyNetwork;

/// Shares of the feared supplier in a network, by partner and product, from the same code as `exposure`.
final class Dependences {

    private final Map<String, StageExposure> rows = new TreeMap<>();
    private final Set<String> products = new TreeSet<>();

    private Dependences() {}

    static Dependences of(World world, SupplyNetwork network) {
        Dependences shares = new Dependences();
        Exposure exposure = Exposure.of(network);
        for (String partner : world.partners()) {
            for (StageExposure row :
                    exposure.by(Importer.place(partner), world.spec().against())) {
                shares.rows.put(partner + "|" + row.productId(), row);
                shares.products.add(row.productId());
            }
        }
        return shares;
    }

    /// Part of imports; NaN where nothing is imported.
    double direct(String partner, String product) {
        StageExposure row = rows.get(partner + "|" + product);
        return row == null ? Double.NaN : row.directShare().value();
    }

    /// Part of supply handled at any stage; NaN where there is none.
    double traced(String partner, String product) {
        StageExposure row = rows.get(partner + "|" + product);
        return row == null ? Double.NaN : row.tracedShare().value();
    }

    Set<String> products() {
        return products;
    }
}
