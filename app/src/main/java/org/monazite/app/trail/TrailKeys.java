package org.monazite.app.trail;

import java.util.List;
import org.monazite.app.SecureRequest;
import org.monazite.supply.Arcs;
import org.monazite.supply.SupplyNetwork;

/// The keys of what is computed on one chain, as results write them and [Trails] finds them. Keys of the magnet chain
/// stand alone; those of others begin with the chain: `yttrium:CHN/y.oxide`.
public final class TrailKeys {

    /// Numbers about the computation: steps, sizes, accuracy.
    public static final String COMPUTATION = "computation";

    private final String prefix;
    private final String chain;

    private TrailKeys(String chain) {
        this.chain = chain;
        this.prefix = chain.equals(SecureRequest.MAGNETS) ? "" : chain + ":";
    }

    /// The keys of a chain.
    public static TrailKeys of(String chain) {
        return new TrailKeys(chain);
    }

    /// Some keys.
    public static List<String> list(String... keys) {
        return List.of(keys);
    }

    /// The balanced network as a whole.
    public String network() {
        return "chain/" + chain;
    }

    /// A node.
    public String node(SupplyNetwork network, int node) {
        return prefix + network.nodes().key(node);
    }

    /// A flow: `CHN/ndpr.oxide>JPN`, with the buyer's full name where its place takes the product twice.
    public String arc(SupplyNetwork network, int arc) {
        return prefix + name(network, arc);
    }

    static String name(SupplyNetwork network, int arc) {
        Arcs arcs = network.arcs();
        int supplier = arcs.supplier(arc);
        String place = network.placeOf(arcs.buyer(arc));
        int there = 0;
        for (int other = arcs.first(supplier); other < arcs.first(supplier + 1); other++) {
            there += network.placeOf(arcs.buyer(other)).equals(place) ? 1 : 0;
        }
        return network.nodes().key(supplier)
                + ">"
                + (there == 1 ? place : network.nodes().key(arcs.buyer(arc)));
    }

    /// All measures of an importer, a product and a supplier.
    public String exposure(String importer, String productId, String supplier) {
        return prefix + importer + "/" + productId + "/" + supplier;
    }

    /// One of them.
    public String exposure(String importer, String productId, String supplier, String measure) {
        return exposure(importer, productId, supplier) + "/" + measure;
    }

    /// What a scenario does to a product at a place.
    public String played(String scenario, String place, String productId) {
        return prefix + "shock/" + scenario + "/" + place + "/" + productId;
    }

    /// What a scenario costs a place.
    public String played(String scenario, String place) {
        return prefix + "shock/" + scenario + "/" + place;
    }

    /// A number of a plan: `loss`, `cost`, `spent`, `share`, `chances`, `replay`, `late`, `frontier`.
    public String plan(String number) {
        return prefix + "plan/" + number;
    }

    /// What a plan of these decisions rests on, beside the decisions.
    public List<String> planned(String number, List<String> decisions) {
        List<String> keys = new java.util.ArrayList<>();
        keys.add(plan(number));
        decisions.forEach(id -> keys.add(prefix + id));
        return keys;
    }

    /// A project, an option in a place, a contract, an assumption: what a plan calls by name.
    public String named(String id) {
        return prefix + id;
    }
}
