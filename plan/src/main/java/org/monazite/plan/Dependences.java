package org.monazite.plan;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.monazite.exposure.Dependence;
import org.monazite.exposure.Exposure;
import org.monazite.exposure.Importer;
import org.monazite.exposure.SupplyShares;
import org.monazite.plan.world.Sale;
import org.monazite.plan.world.World;
import org.monazite.supply.NodeKind;
import org.monazite.supply.SupplyNetwork;

/// Shares of the feared supplier in a network, by partner and product, from the same code as `exposure`.
final class Dependences {

    private final Map<String, SupplyShares> rows = new TreeMap<>();
    private final Set<String> products = new TreeSet<>();

    private Dependences() {}

    static Dependences of(World world, SupplyNetwork network) {
        Dependences shares = new Dependences();
        Exposure exposure = Exposure.of(network);
        for (String partner : world.partners()) {
            for (SupplyShares row :
                    exposure.sharesBy(Importer.place(partner), world.spec().against())) {
                shares.rows.put(partner + "|" + row.productId(), row);
                shares.products.add(row.productId());
            }
        }
        return shares;
    }

    /// Part of imports; NaN where nothing is imported.
    double direct(String partner, String product) {
        SupplyShares row = rows.get(partner + "|" + product);
        return row == null ? Double.NaN : row.directShare();
    }

    /// Part of own production and imports that comes straight from the feared supplier; NaN where there is none.
    double directOfSupply(String partner, String product) {
        SupplyShares row = rows.get(partner + "|" + product);
        return row == null ? Double.NaN : row.directShareOfSupply();
    }

    /// Part of supply handled at any stage; NaN where there is none.
    double traced(String partner, String product) {
        SupplyShares row = rows.get(partner + "|" + product);
        return row == null ? Double.NaN : row.tracedShare();
    }

    /// What a partner's users take in.
    static Set<String> lastProducts(World world, String partner) {
        Set<String> products = new TreeSet<>();
        for (Sale sale : world.chain().sales()) {
            if (sale.isProtected() && sale.place().equals(partner)) {
                world.chain()
                        .cellsOf(sale.node())
                        .forEach(cell ->
                                products.add(world.chain().cells().get(cell).product()));
            }
        }
        return products;
    }

    /// Part of what a partner's users take in whose origin nobody knows, at this or any earlier stage, by partner:
    /// what tracing leaves between nothing and all of it handled by the feared supplier.
    static SortedMap<String, Double> unknown(World world, SupplyNetwork network) {
        TreeMap<String, Double> unknown = new TreeMap<>();
        int feared = -1;
        for (int place = 0; place < network.places().size(); place++) {
            feared = network.places().get(place).code().equals(world.spec().against()) ? place : feared;
        }
        if (feared < 0) {
            return unknown;
        }
        Dependence traced = Dependence.of(network);
        for (String partner : world.partners()) {
            double used = 0;
            double open = 0;
            for (int node = 0; node < network.nodes().size(); node++) {
                boolean uses = network.nodes().kind(node) == NodeKind.USE
                        && network.placeOf(node).equals(partner);
                if (uses) {
                    double output = network.nodes().output(node);
                    used += output;
                    open += output * (traced.touchedHigh(node, feared) - traced.touchedLow(node, feared));
                }
            }
            unknown.put(partner, used > 0 ? Math.max(0, open / used) : 0);
        }
        return unknown;
    }

    Set<String> products() {
        return products;
    }
}
