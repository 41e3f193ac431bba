package org.monazite.exposure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.monazite.exposure.internal.Remaining;
import org.monazite.supply.Arcs;
import org.monazite.supply.Explained;
import org.monazite.supply.Flag;
import org.monazite.supply.NodeKind;
import org.monazite.supply.Nodes;
import org.monazite.supply.Product;
import org.monazite.supply.SupplyNetwork;

/// The measures of one importer, one supplier and one product, each with its terms.
final class StageMeasures {

    private static final String SHARE = "share";

    private final SupplyNetwork network;
    private final Trace trace;
    private final Importer importer;
    private final String supplier;
    private final Product.Mineral product;
    private final List<Integer> imports = new ArrayList<>();
    private final List<Integer> exports = new ArrayList<>();
    private final List<Integer> makers = new ArrayList<>();

    StageMeasures(SupplyNetwork network, Trace trace, Importer importer, String supplier, Product.Mineral product) {
        this.network = network;
        this.trace = trace;
        this.importer = importer;
        this.supplier = supplier;
        this.product = product;
        Arcs arcs = network.arcs();
        for (int arc = 0; arc < arcs.size(); arc++) {
            if (network.productOf(arcs.supplier(arc)).id().equals(product.id())) {
                boolean from = importer.holds(network.placeOf(arcs.supplier(arc)));
                boolean to = importer.holds(network.placeOf(arcs.buyer(arc)));
                if (to && !from) {
                    imports.add(arc);
                } else if (from && !to) {
                    exports.add(arc);
                }
            }
        }
        for (int node = 0; node < network.nodes().size(); node++) {
            if (network.nodes().kind(node) == NodeKind.MAKER
                    && network.productOf(node).id().equals(product.id())) {
                makers.add(node);
            }
        }
    }

    /// The shares alone.
    SupplyShares shares() {
        double imported = sum(imports);
        double supply = imported + made(true);
        double shipped = shippedBySupplier();
        return new SupplyShares(
                product.id(),
                imported == 0 ? Double.NaN : shipped / imported,
                imported == 0 ? Double.NaN : shipped / supply,
                supply == 0 ? Double.NaN : part(supply, trace::touched));
    }

    StageExposure measure() {
        double imported = sum(imports);
        double made = made(true);
        double shipped = shippedBySupplier();
        PlaceAmounts byMaker = byMaker();
        PlaceAmounts byOrigin = byOrigin();
        return new StageExposure(
                product.stage(),
                product.id(),
                importer.name(),
                supplier,
                direct("direct share of imports", shipped, imported, imported, "shipped by supplier / all imports"),
                direct(
                        "direct share of supply",
                        shipped,
                        imported + made,
                        imported,
                        "shipped by supplier / (own production + imports)"),
                traced(imported + made),
                origin(),
                world(),
                byMaker.hhi("HHI of world production"),
                byOrigin.hhi("HHI of imports"),
                reliance(made, imported, sum(exports)),
                lost(imported + made),
                byMaker.top("share of the largest maker", 1),
                byMaker.top("share of the three largest makers", 3),
                byMaker.effective("effective number of makers"),
                byOrigin.top("share of the largest place of shipment", 1),
                byOrigin.top("share of the three largest places of shipment", 3),
                byOrigin.effective("effective number of places of shipment"));
    }

    private double sum(List<Integer> arcs) {
        double sum = 0;
        for (int arc : arcs) {
            sum += network.arcs().perYear(arc);
        }
        return sum;
    }

    private double made(boolean byImporter) {
        double sum = 0;
        for (int node : makers) {
            sum += !byImporter || importer.holds(network.placeOf(node))
                    ? network.nodes().output(node)
                    : 0;
        }
        return sum;
    }

    private double shippedBySupplier() {
        double sum = 0;
        for (int arc : imports) {
            sum += fromSupplier(arc) ? network.arcs().perYear(arc) : 0;
        }
        return sum;
    }

    private boolean fromSupplier(int arc) {
        return network.placeOf(network.arcs().supplier(arc)).equals(supplier);
    }

    /// Corners of the ranges: the supplier ships least and all others most, and the other way round.
    private Explained direct(String measure, double shipped, double total, double imported, String formula) {
        if (imported == 0) {
            return undefined(measure, formula);
        }
        Arcs arcs = network.arcs();
        double ownLow = 0;
        double ownHigh = 0;
        double restLow = total - imported;
        double restHigh = total - imported;
        for (int arc : imports) {
            if (fromSupplier(arc)) {
                ownLow += arcs.low(arc);
                ownHigh += arcs.high(arc);
            } else {
                restLow += arcs.low(arc);
                restHigh += arcs.high(arc);
            }
        }
        double value = shipped / total;
        double low = ownLow == 0 ? 0 : ownLow / (ownLow + restHigh);
        double high = ownHigh == 0 ? 0 : ownHigh / (ownHigh + restLow);
        return explained(
                measure,
                value,
                Math.min(low, value),
                Math.max(high, value),
                formula,
                unverifiedImports(),
                terms(imports));
    }

    private double unverifiedImports() {
        double sum = 0;
        double unverified = 0;
        for (int arc : imports) {
            sum += network.arcs().perYear(arc);
            unverified +=
                    network.arcs().flag(arc) == Flag.UNVERIFIED ? network.arcs().perYear(arc) : 0;
        }
        return sum > 0 ? unverified / sum : 0;
    }

    private List<Explained.Term> terms(List<Integer> flows) {
        Arcs arcs = network.arcs();
        return flows.stream()
                .sorted((a, b) -> Double.compare(arcs.perYear(b), arcs.perYear(a)))
                .map(arc -> new Explained.Term(
                        network.placeOf(arcs.supplier(arc)) + " > " + network.placeOf(arcs.buyer(arc)),
                        arcs.perYear(arc),
                        product.basis() + "/yr",
                        arcs.flag(arc),
                        network.citations().of(arcs.citationSet(arc))))
                .toList();
    }

    private Explained traced(double supply) {
        String formula =
                "part of the supply that the supplier handled at this or any earlier stage; proportional mixing";
        if (supply == 0) {
            return undefined("traced share of supply", formula);
        }
        double value = part(supply, trace::touched);
        double low = part(supply, trace::touchedLow);
        double high = part(supply, trace::touchedHigh);
        return explained(
                "traced share of supply",
                value,
                Math.min(low, value),
                Math.max(high, value),
                formula,
                unverifiedSupply(supply),
                supplyTerms());
    }

    /// Of the supply, the part that some part of each node's goods adds up to.
    private double part(double supply, IntToDoubleFunction ofNode) {
        double sum = 0;
        for (int arc : imports) {
            sum += network.arcs().perYear(arc)
                    / supply
                    * ofNode.applyAsDouble(network.arcs().supplier(arc));
        }
        for (int node : makers) {
            if (importer.holds(network.placeOf(node))) {
                sum += network.nodes().output(node) / supply * ofNode.applyAsDouble(node);
            }
        }
        return sum;
    }

    /// The part of the supply that rests on estimates without a document, here or at an earlier stage.
    private double unverifiedSupply(double supply) {
        double unverified = 0;
        for (int arc : imports) {
            double part = network.arcs().perYear(arc) / supply;
            int from = network.arcs().supplier(arc);
            unverified += part * (network.arcs().flag(arc) == Flag.UNVERIFIED ? 1 : trace.unverified(from));
        }
        for (int node : makers) {
            unverified += importer.holds(network.placeOf(node))
                    ? network.nodes().output(node) / supply * trace.unverified(node)
                    : 0;
        }
        return Math.clamp(unverified, 0, 1);
    }

    /// What the supply consists of: imports, largest first, then own works.
    private List<Explained.Term> supplyTerms() {
        List<Explained.Term> terms = new ArrayList<>(terms(imports));
        for (int node : makers) {
            if (importer.holds(network.placeOf(node))) {
                terms.add(maker(node));
            }
        }
        return terms;
    }

    /// Of what the importer uses at the end, the part that the supplier made at this stage.
    private Explained origin() {
        String measure = "share of end use made by supplier at this stage";
        String formula = "tonnes used whose product of this stage was made by the supplier / tonnes used";
        double[][] made = trace.madeAt(product.stage());
        double used = 0;
        double[] sums = new double[3];
        double unverified = 0;
        for (int node = 0; node < network.nodes().size(); node++) {
            if (network.nodes().kind(node) == NodeKind.USE && importer.holds(network.placeOf(node))) {
                double tonnes = network.nodes().output(node);
                used += tonnes;
                for (int i = 0; i < 3; i++) {
                    sums[i] += tonnes * made[i][node];
                }
                unverified += tonnes * trace.unverified(node);
            }
        }
        if (used == 0) {
            return undefined(measure, formula);
        }
        return explained(
                measure,
                sums[0] / used,
                Math.min(sums[0], sums[1]) / used,
                Math.max(sums[0], sums[2]) / used,
                formula,
                Math.clamp(unverified / used, 0, 1),
                List.of());
    }

    private Explained world() {
        double all = made(false);
        double own = 0;
        List<Explained.Term> terms = new ArrayList<>();
        double unverified = 0;
        for (int node : makers) {
            own += network.placeOf(node).equals(supplier) ? network.nodes().output(node) : 0;
            unverified += network.nodes().flag(node) == Flag.UNVERIFIED
                    ? network.nodes().output(node)
                    : 0;
            terms.add(maker(node));
        }
        if (all == 0) {
            return undefined("share of world production", "made by supplier / made by all");
        }
        double value = own / all;
        return explained(
                "share of world production",
                value,
                value,
                value,
                "made by supplier / made by all",
                unverified / all,
                terms);
    }

    private Explained.Term maker(int node) {
        Nodes nodes = network.nodes();
        return new Explained.Term(
                nodes.key(node),
                nodes.output(node),
                product.basis() + "/yr",
                nodes.flag(node),
                network.citations().of(nodes.citationSet(node)));
    }

    private PlaceAmounts byMaker() {
        PlaceAmounts amounts = new PlaceAmounts(product.basis() + "/yr", 0);
        Nodes nodes = network.nodes();
        for (int node : makers) {
            amounts.add(
                    network.placeOf(node),
                    nodes.output(node),
                    nodes.flag(node),
                    network.citations().of(nodes.citationSet(node)));
        }
        return amounts;
    }

    private PlaceAmounts byOrigin() {
        PlaceAmounts amounts = new PlaceAmounts(product.basis() + "/yr", 0);
        Arcs arcs = network.arcs();
        for (int arc : imports) {
            amounts.add(
                    network.placeOf(arcs.supplier(arc)),
                    arcs.perYear(arc),
                    arcs.flag(arc),
                    network.citations().of(arcs.citationSet(arc)));
        }
        return amounts;
    }

    private Explained reliance(double made, double imported, double exported) {
        String formula = "(imports - exports) / (production + imports - exports); a net exporter counts as 0";
        double use = made + imported - exported;
        if (use <= 0) {
            return undefined("net import reliance", formula);
        }
        double value = Math.max(0, (imported - exported) / use);
        List<Explained.Term> terms =
                List.of(term("production", made), term("imports", imported), term("exports", exported));
        return explained("net import reliance", value, value, value, formula, unverifiedImports(), terms);
    }

    private Explained.Term term(String name, double tonnes) {
        return new Explained.Term(name, tonnes, product.basis() + "/yr", Flag.DERIVED, List.of());
    }

    private Explained lost(double supply) {
        String measure = "share of supply lost if the supplier vanishes";
        String formula = "no stocks, no rerouting: each process falls to its smallest remaining input";
        if (supply == 0) {
            return undefined(measure, formula);
        }
        boolean[] gone = new boolean[network.nodes().size()];
        for (int node = 0; node < gone.length; node++) {
            gone[node] = network.placeOf(node).equals(supplier);
        }
        double[] left = Remaining.without(network, gone);
        double lost = 0;
        for (int arc : imports) {
            lost += network.arcs().perYear(arc) * (1 - left[network.arcs().supplier(arc)]);
        }
        for (int node : makers) {
            lost += importer.holds(network.placeOf(node)) ? network.nodes().output(node) * (1 - left[node]) : 0;
        }
        double value = lost / supply;
        return explained(measure, value, value, value, formula, unverifiedSupply(supply), supplyTerms());
    }

    private static Explained undefined(String measure, String formula) {
        return new Explained(measure, Double.NaN, Double.NaN, Double.NaN, SHARE, formula, Flag.DERIVED, 0, List.of());
    }

    /// A computed number is derived at best; one unverified input is enough to say so.
    private static Explained explained(
            String measure,
            double value,
            double low,
            double high,
            String formula,
            double unverified,
            List<Explained.Term> terms) {
        Flag flag = unverified > 0 ? Flag.UNVERIFIED : Flag.DERIVED;
        for (Explained.Term term : terms) {
            flag = flag.and(term.flag());
        }
        return new Explained(measure, value, low, high, SHARE, formula, flag, unverified, List.copyOf(terms));
    }
}
