package org.monazite.exposure.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.monazite.supply.Arcs;
import org.monazite.supply.Cells;
import org.monazite.supply.Criticality;
import org.monazite.supply.NodeKind;
import org.monazite.supply.Nodes;
import org.monazite.supply.SupplyNetwork;

/// Draws of the flows and outputs of a network, and the measures of one importer and one supplier in each
/// draw. Inputs are arcs, then node outputs.
public final class NetworkDraws {

    /// Measures of a product: direct, direct of supply, traced, share of the world, HHI, net import reliance.
    public static final int MEASURES = 6;

    private final SupplyNetwork network;
    private final long seed;
    private final Optional<BalancedDraws> balanced;
    private final int[] arcOfWeight;
    private final ManyOrigins tracing;
    private final boolean[] imported;
    private final boolean[] exported;
    private final boolean[] own;
    private final boolean[] supplierNode;
    private final int[] product;
    private final int products;

    /// Prepares the draws.
    public NetworkDraws(
            SupplyNetwork network, Set<String> importer, String supplier, List<String> productIds, long seed) {
        this.network = network;
        this.seed = seed;
        this.balanced = network.covariance().map(factor -> new BalancedDraws(network, factor, seed));
        this.products = productIds.size();
        int nodes = network.nodes().size();
        int arcs = network.arcs().size();
        this.imported = new boolean[arcs];
        this.exported = new boolean[arcs];
        this.own = new boolean[nodes];
        this.supplierNode = new boolean[nodes];
        this.product = new int[nodes];
        int[] suspect = new int[nodes];
        for (int node = 0; node < nodes; node++) {
            product[node] = productIds.indexOf(network.productOf(node).id());
            own[node] = importer.contains(network.placeOf(node));
            supplierNode[node] = network.placeOf(node).equals(supplier);
            suspect[node] = supplierNode[node] ? 0 : -1;
        }
        for (int arc = 0; arc < arcs; arc++) {
            boolean from = own[network.arcs().supplier(arc)];
            boolean to = own[network.arcs().buyer(arc)];
            imported[arc] = to && !from;
            exported[arc] = from && !to;
        }
        this.arcOfWeight = new int[arcs];
        int[] first = new int[nodes + 1];
        int[] source = new int[arcs];
        double[] unknown = new double[nodes];
        int filled = graph(first, source, unknown);
        this.tracing = new ManyOrigins(
                first, java.util.Arrays.copyOf(source, filled), new double[filled], unknown, suspect, 1);
    }

    private int graph(int[] first, int[] source, double[] unknown) {
        Cells cells = network.cells();
        int filled = 0;
        for (int node = 0; node < unknown.length; node++) {
            for (int cell = cells.first(node); cell < cells.first(node + 1); cell++) {
                boolean diluting = network.nodes().kind(node) == NodeKind.MAKER
                        && cells.criticality(cell) != Criticality.ESSENTIAL;
                if (diluting) {
                    continue;
                }
                unknown[node] += cells.unknownOrigin(cell);
                for (int k = cells.firstIn(cell); k < cells.firstIn(cell + 1); k++) {
                    arcOfWeight[filled] = cells.arcIn(k);
                    source[filled++] = network.arcs().supplier(cells.arcIn(k));
                }
            }
            first[node + 1] = filled;
        }
        return filled;
    }

    /// Whether draws come from the covariance of the balance.
    public boolean balances() {
        return balanced.isPresent();
    }

    /// The name of an input.
    public String name(int input) {
        int arcs = network.arcs().size();
        return input < arcs
                ? network.nodes().key(network.arcs().supplier(input)) + " > "
                        + network.nodes().key(network.arcs().buyer(input))
                : network.nodes().key(input - arcs);
    }

    /// All inputs of a draw.
    ///
    /// @param projected set where the draw had to be moved to the nearest one without negative flows
    public double[] inputs(int draw, boolean[] projected) {
        Arcs arcs = network.arcs();
        Nodes nodes = network.nodes();
        double[] x = new double[arcs.size() + nodes.size()];
        if (balanced.isPresent()) {
            BalancedDraws.Draw drawn = balanced.get().draw(draw);
            projected[draw] = drawn.projected();
            System.arraycopy(drawn.x(), 0, x, 0, x.length);
            return x;
        }
        for (int arc = 0; arc < arcs.size(); arc++) {
            x[arc] = Noise.triangular(
                    arcs.low(arc), arcs.perYear(arc), arcs.high(arc), Noise.uniform(seed, draw, arc, 0));
        }
        for (int node = 0; node < nodes.size(); node++) {
            int input = arcs.size() + node;
            x[input] = Noise.triangular(
                    nodes.outputLow(node),
                    nodes.output(node),
                    nodes.outputHigh(node),
                    Noise.uniform(seed, draw, input, 0));
        }
        return x;
    }

    /// All measures of a draw, product by product; NaN where one is not defined.
    public double[] measures(double[] x) {
        double[] weight = new double[tracing.flows()];
        for (int k = 0; k < weight.length; k++) {
            weight[k] = x[arcOfWeight[k]];
        }
        double[] touched = tracing.with(weight).solve(Mixing.Unknown.LIKE_KNOWN);
        double[] shipped = new double[products];
        double[] in = new double[products];
        double[] out = new double[products];
        double[] handled = new double[products];
        Arcs arcs = network.arcs();
        for (int arc = 0; arc < arcs.size(); arc++) {
            int from = arcs.supplier(arc);
            int at = product[from];
            if (at >= 0 && imported[arc]) {
                in[at] += x[arc];
                shipped[at] += supplierNode[from] ? x[arc] : 0;
                handled[at] += x[arc] * touched[from];
            } else if (at >= 0 && exported[arc]) {
                out[at] += x[arc];
            }
        }
        return shares(x, touched, shipped, in, out, handled);
    }

    private double[] shares(
            double[] x, double[] touched, double[] shipped, double[] in, double[] out, double[] handled) {
        int arcs = network.arcs().size();
        double[] world = new double[products];
        double[] made = new double[products];
        double[] bySupplier = new double[products];
        double[][] byPlace = new double[products][network.places().size()];
        for (int node = 0; node < product.length; node++) {
            int at = product[node];
            if (at >= 0 && network.nodes().kind(node) == NodeKind.MAKER) {
                double output = x[arcs + node];
                world[at] += output;
                byPlace[at][network.nodes().place(node)] += output;
                made[at] += own[node] ? output : 0;
                handled[at] += own[node] ? output * touched[node] : 0;
                bySupplier[at] += supplierNode[node] ? output : 0;
            }
        }
        double[] measures = new double[products * MEASURES];
        for (int at = 0; at < products; at++) {
            double used = made[at] + in[at] - out[at];
            double squares = 0;
            for (double output : byPlace[at]) {
                squares += output / world[at] * (output / world[at]);
            }
            int m = at * MEASURES;
            measures[m] = shipped[at] / in[at];
            measures[m + 1] = in[at] > 0 ? shipped[at] / (in[at] + made[at]) : Double.NaN;
            measures[m + 2] = handled[at] / (in[at] + made[at]);
            measures[m + 3] = bySupplier[at] / world[at];
            measures[m + 4] = squares;
            measures[m + 5] = used > 0 ? Math.max(0, (in[at] - out[at]) / used) : Double.NaN;
        }
        return measures;
    }
}
