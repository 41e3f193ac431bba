package org.monazite.exposure;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.monazite.exposure.internal.Mixing;
import org.monazite.supply.Flag;
import org.monazite.supply.NodeKind;
import org.monazite.supply.Product;
import org.monazite.supply.Stage;
import org.monazite.supply.SupplyNetwork;

/// The part of every node's goods that some places handled at this or any earlier stage, under proportional mixing:
/// whatever leaves a pool has the composition of the pool.
public final class Trace {

    private static final Mixing.ArcValue SUPPLIER = arc -> Double.NaN;

    private final SupplyNetwork network;
    private final Set<String> targets;
    private final Mixing mixing;
    private final double[] value;
    private final double[] low;
    private final double[] high;
    private final double[] unverified;
    private final Map<Stage, double[][]> made = new ConcurrentHashMap<>(); // by stage, once asked for

    private Trace(SupplyNetwork network, Set<String> targets) {
        this.network = network;
        this.targets = targets;
        this.mixing = new Mixing(network);
        double[] fixed = atTargets();
        this.low = mixing.solve(fixed, Mixing.Unknown.NOTHING, SUPPLIER);
        this.high = mixing.solve(fixed, Mixing.Unknown.ALL, SUPPLIER);
        this.value = clamp(mixing.solve(fixed, Mixing.Unknown.LIKE_KNOWN, SUPPLIER));
        this.unverified = mixing.solve(
                unknownNodes(),
                Mixing.Unknown.NOTHING,
                arc -> network.arcs().flag(arc) == Flag.UNVERIFIED ? 1 : Double.NaN);
    }

    /// Traces the goods of some places.
    public static Trace of(SupplyNetwork network, Set<String> targets) {
        return new Trace(network, Set.copyOf(targets));
    }

    private double[] unknownNodes() {
        double[] fixed = new double[network.nodes().size()];
        Arrays.fill(fixed, Double.NaN);
        return fixed;
    }

    private double[] atTargets() {
        double[] fixed = unknownNodes();
        for (int node = 0; node < fixed.length; node++) {
            if (targets.contains(network.placeOf(node))) {
                fixed[node] = 1;
            }
        }
        return fixed;
    }

    private double[] clamp(double[] values) {
        for (int node = 0; node < values.length; node++) {
            values[node] = Math.clamp(values[node], low[node], high[node]);
        }
        return values;
    }

    /// Touched share of a node's output, inputs of unknown origin taken to be like the known ones; 0..1.
    public double touched(int node) {
        return value[node];
    }

    /// The same with nothing of unknown origin touched.
    public double touchedLow(int node) {
        return low[node];
    }

    /// The same with everything of unknown origin touched.
    public double touchedHigh(int node) {
        return high[node];
    }

    /// Part of the way that rests on unverified flows, 0..1.
    public double unverified(int node) {
        return unverified[node];
    }

    /// The part of every node's goods that the places made at one stage, however the goods travelled before and
    /// after; three arrays: value, low, high.
    public double[][] madeAt(Stage stage) {
        double[][] known = made.computeIfAbsent(stage, this::solved);
        return new double[][] {known[0].clone(), known[1].clone(), known[2].clone()};
    }

    private double[][] solved(Stage stage) {
        double[] fixed = unknownNodes();
        for (int node = 0; node < fixed.length; node++) {
            boolean makesIt = network.nodes().kind(node) == NodeKind.MAKER
                    && network.productOf(node) instanceof Product.Mineral mineral
                    && mineral.stage() == stage;
            if (makesIt) {
                fixed[node] = targets.contains(network.placeOf(node)) ? 1 : 0;
            }
        }
        double[] least = mixing.solve(fixed, Mixing.Unknown.NOTHING, SUPPLIER);
        double[] most = mixing.solve(fixed, Mixing.Unknown.ALL, SUPPLIER);
        double[] middle = mixing.solve(fixed, Mixing.Unknown.LIKE_KNOWN, SUPPLIER);
        for (int node = 0; node < middle.length; node++) {
            middle[node] = Math.clamp(middle[node], least[node], most[node]);
        }
        return new double[][] {middle, least, most};
    }
}
