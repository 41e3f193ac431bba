package org.monazite.shock.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.monazite.shock.PriceMarket;
import org.monazite.supply.SupplyNetwork;

/// Where prices form: a product at the place of its buyers, or one supplier. Numbered in the order in which they are
/// first asked for; built with a wiring, read only from then on.
final class Markets {

    private final SupplyNetwork network;
    private final PriceMarket rule;
    private final Map<Long, Integer> index = new HashMap<>(); // looked up, never walked through
    private final List<Long> keys = new ArrayList<>();

    Markets(SupplyNetwork network, PriceMarket rule) {
        this.network = network;
        this.rule = rule;
    }

    /// The market in which a supplier sells to a place; a new one if it was never asked for.
    int of(int supplier, int place) {
        long key = rule == PriceMarket.SUPPLIER ? supplier : key(network.nodes().product(supplier), place);
        return index.computeIfAbsent(key, _ -> {
            keys.add(key);
            return keys.size() - 1;
        });
    }

    int size() {
        return keys.size();
    }

    /// Product and place as one key; never equal to the key of a supplier, as products count from 1 here.
    static long key(int product, int place) {
        return ((long) (product + 1) << 32) | place;
    }

    /// The market of a key, -1 for none.
    int find(long key) {
        return index.getOrDefault(key, -1);
    }

    /// How a market is named in reports: `product@place`, or the key of its supplier.
    String name(int market) {
        long key = keys.get(market);
        return key >> 32 == 0
                ? network.nodes().key((int) key)
                : network.products().get((int) (key >> 32) - 1).id() + "@"
                        + network.places().get((int) key).code();
    }
}
