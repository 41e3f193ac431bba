package org.monazite.exposure;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.monazite.exposure.internal.ManyOrigins;
import org.monazite.exposure.internal.Mixing;
import org.monazite.supply.Arcs;
import org.monazite.supply.Cells;
import org.monazite.supply.Criticality;
import org.monazite.supply.NodeKind;
import org.monazite.supply.SupplyNetwork;

/// Which part of every node's goods each place has handled, for all places at once; the numbers of [Trace],
/// which asks for one set of places. Components of the graph are solved in the order of the flows, all places
/// together.
public final class Dependence {

    private final int places;
    private final double[] value;
    private final double[] low;
    private final double[] high;

    private Dependence(int places, double[] value, double[] low, double[] high) {
        this.places = places;
        this.value = value;
        this.low = low;
        this.high = high;
    }

    /// Traces every place of a network.
    public static Dependence of(SupplyNetwork network) {
        int nodes = network.nodes().size();
        Arcs arcs = network.arcs();
        Cells cells = network.cells();
        int[] first = new int[nodes + 1];
        int[] source = new int[arcs.size()];
        double[] weight = new double[arcs.size()];
        double[] unknown = new double[nodes];
        int[] place = new int[nodes];
        int filled = 0;
        for (int node = 0; node < nodes; node++) {
            place[node] = network.nodes().place(node);
            for (int cell = cells.first(node); cell < cells.first(node + 1); cell++) {
                boolean diluting = network.nodes().kind(node) == NodeKind.MAKER
                        && cells.criticality(cell) != Criticality.ESSENTIAL;
                if (diluting) {
                    continue;
                }
                unknown[node] += cells.unknownOrigin(cell);
                for (int k = cells.firstIn(cell); k < cells.firstIn(cell + 1); k++) {
                    int arc = cells.arcIn(k);
                    if (arcs.perYear(arc) > 0) {
                        source[filled] = arcs.supplier(arc);
                        weight[filled++] = arcs.perYear(arc);
                    }
                }
            }
            first[node + 1] = filled;
        }
        int places = network.places().size();
        ManyOrigins kernel = new ManyOrigins(
                first, Arrays.copyOf(source, filled), Arrays.copyOf(weight, filled), unknown, place, places);
        double[][] solved = new double[3][];
        IntStream.range(0, solved.length)
                .parallel()
                .forEach(rule -> solved[rule] = kernel.solve(Mixing.Unknown.values()[rule]));
        return new Dependence(
                places,
                solved[Mixing.Unknown.LIKE_KNOWN.ordinal()],
                solved[Mixing.Unknown.NOTHING.ordinal()],
                solved[Mixing.Unknown.ALL.ordinal()]);
    }

    /// Part of a node's goods that a place has handled, inputs of unknown origin taken to be like the known
    /// ones.
    ///
    /// @param place index of the place in [SupplyNetwork#places()]
    public double touched(int node, int place) {
        int at = node * places + place;
        return Math.clamp(value[at], Math.min(low[at], high[at]), Math.max(low[at], high[at]));
    }

    /// The same with nothing of unknown origin handled by it.
    public double touchedLow(int node, int place) {
        return low[node * places + place];
    }

    /// The same with everything of unknown origin handled by it.
    public double touchedHigh(int node, int place) {
        return high[node * places + place];
    }
}
