package org.monazite.exposure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.monazite.supply.Arcs;
import org.monazite.supply.Explained;
import org.monazite.supply.Flag;
import org.monazite.supply.Product;
import org.monazite.supply.Range;
import org.monazite.supply.SupplyNetwork;

/// A supplier's share of an importer's purchases of several products at once. Tonnes of unlike products are
/// only added through a factor that is named: 1 (weight as it is), a price (value), or the part that is one
/// element.
///
/// @param counting what is counted
/// @param share shipped by the supplier / all imports, each times its factor
/// @param withoutFactor products of the basket that come in and have no factor: not counted
/// @param coverage part of the tonnes that have a factor, 0..1
public record BasketShare(Counting counting, Explained share, List<String> withoutFactor, double coverage) {

    /// Copies the list.
    public BasketShare {
        withoutFactor = List.copyOf(withoutFactor);
    }

    /// What is counted. Answers of two countings are never compared without a conversion.
    public enum Counting {
        /// Tonnes as they are declared.
        WEIGHT,
        /// US dollars.
        VALUE,
        /// Tonnes of an element.
        ELEMENT
    }

    /// What one tonne of a product counts.
    ///
    /// @param perTonne with its range
    /// @param flag how careful a reader must be
    public record Factor(Range perTonne, Flag flag) {

        /// A tonne counts as a tonne.
        public static final Factor ONE = new Factor(Range.exactly(1), Flag.NONE);
    }

    /// The share.
    ///
    /// @param products the basket, product ids
    /// @param factors what a tonne of each counts; a product without one is not counted
    public static BasketShare of(
            SupplyNetwork network,
            Importer importer,
            String supplier,
            List<String> products,
            Counting counting,
            Map<String, Factor> factors) {
        double[] own = new double[3];
        double[] rest = new double[3];
        double all = 0;
        double counted = 0;
        TreeMap<String, Boolean> missing = new TreeMap<>();
        Working working = new Working();
        Arcs arcs = network.arcs();
        for (int arc : imports(network, importer, products)) {
            Product product = network.productOf(arcs.supplier(arc));
            Factor factor = counting == Counting.WEIGHT ? Factor.ONE : factors.get(product.id());
            all += arcs.perYear(arc);
            if (factor == null) {
                missing.put(product.id(), true);
                continue;
            }
            counted += arcs.perYear(arc);
            String from = network.placeOf(arcs.supplier(arc));
            double[] side = from.equals(supplier) ? own : rest;
            side[0] += arcs.perYear(arc) * factor.perTonne().value();
            side[1] += arcs.low(arc) * factor.perTonne().low();
            side[2] += arcs.high(arc) * factor.perTonne().high();
            working.add(
                    product.id() + " " + from + " > " + network.placeOf(arcs.buyer(arc)),
                    arcs.perYear(arc) * factor.perTonne().value(),
                    unit(counting),
                    arcs.flag(arc).and(factor.flag()),
                    network.citations().of(arcs.citationSet(arc)));
        }
        double coverage = all > 0 ? counted / all : 0;
        return new BasketShare(
                counting, share(working, counting, own, rest, coverage), List.copyOf(missing.keySet()), coverage);
    }

    private static Explained share(Working working, Counting counting, double[] own, double[] rest, double coverage) {
        String measure = "share of imports of the basket by " + unit(counting);
        double total = own[0] + rest[0];
        if (!(total > 0) || coverage < 0.5) {
            return working.missing(
                    measure, "share", total > 0 ? "cannot tell: less than half has a factor" : "nothing comes in");
        }
        return working.result(
                measure,
                own[0] / total,
                own[1] == 0 ? 0 : own[1] / (own[1] + rest[2]),
                own[2] == 0 ? 0 : own[2] / (own[2] + rest[1]),
                "share",
                "sum of flow x factor shipped by the supplier / sum of all");
    }

    private static String unit(Counting counting) {
        return switch (counting) {
            case WEIGHT -> "t";
            case VALUE -> "USD";
            case ELEMENT -> "t element";
        };
    }

    private static List<Integer> imports(SupplyNetwork network, Importer importer, List<String> products) {
        List<Integer> imports = new ArrayList<>();
        for (int arc = 0; arc < network.arcs().size(); arc++) {
            int from = network.arcs().supplier(arc);
            if (products.contains(network.productOf(from).id())
                    && importer.holds(network.placeOf(network.arcs().buyer(arc)))
                    && !importer.holds(network.placeOf(from))) {
                imports.add(arc);
            }
        }
        return imports;
    }
}
