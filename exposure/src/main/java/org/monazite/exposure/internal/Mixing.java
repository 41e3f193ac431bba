package org.monazite.exposure.internal;

import org.monazite.supply.Arcs;
import org.monazite.supply.Cells;
import org.monazite.supply.Criticality;
import org.monazite.supply.NodeKind;
import org.monazite.supply.Nodes;
import org.monazite.supply.SupplyNetwork;

/// Proportional mixing: what leaves a node has the composition of what came in.
///
/// Solves `x_i = sum over inputs of w_ij x_j + unknown_i u` with fixed values at some nodes, by Gauss-Seidel sweeps
/// in node order, which is the order of the chain; loops (recycling, re-export) make it iterate. From a start at
/// 0 the sweeps rise to the least solution, from 1 they fall to the greatest: where a loop has no entry from
/// outside its origin is unknown and the two differ. Weights are tonnes; inputs that are not essential are traced
/// as products of their own and do not dilute the main chain.
public final class Mixing {

    private static final double STILL = 1e-14;
    private static final int MOST_SWEEPS = 200_000;

    private final SupplyNetwork network;

    /// Mixing on a network.
    public Mixing(SupplyNetwork network) {
        this.network = network;
    }

    /// What the part of unknown origin counts as.
    public enum Unknown {
        /// It carries nothing: the least value.
        NOTHING,
        /// It carries all: the greatest value.
        ALL,
        /// It is like the known inputs of the same node.
        LIKE_KNOWN
    }

    /// What an arc adds by itself, whatever its supplier holds: 1 to count it in full, NaN to take the supplier's
    /// value.
    public interface ArcValue {
        /// The value of an arc.
        double of(int arc);
    }

    /// Solves for all nodes.
    ///
    /// @param fixed value of each node that is given; NaN where it is to be found
    /// @param unknown what the part of unknown origin counts as
    /// @param arcValue value of arcs that count by themselves
    public double[] solve(double[] fixed, Unknown unknown, ArcValue arcValue) {
        double[] x = fixed.clone();
        double start = unknown == Unknown.ALL ? 1 : 0;
        for (int node = 0; node < x.length; node++) {
            x[node] = Double.isNaN(fixed[node]) ? start : fixed[node];
        }
        double change = 1;
        for (int sweep = 0; change > STILL; sweep++) {
            if (sweep == MOST_SWEEPS) {
                throw new IllegalStateException(
                        "Tracing has not settled after %d sweeps: the last change was %s.".formatted(sweep, change));
            }
            change = 0;
            for (int node = 0; node < x.length; node++) {
                if (Double.isNaN(fixed[node])) {
                    double next = mixed(node, x, unknown, arcValue);
                    change = Math.max(change, Math.abs(next - x[node]));
                    x[node] = next;
                }
            }
        }
        return x;
    }

    private double mixed(int node, double[] x, Unknown unknown, ArcValue arcValue) {
        Nodes nodes = network.nodes();
        Cells cells = network.cells();
        Arcs arcs = network.arcs();
        double known = 0;
        double sum = 0;
        double gap = 0;
        for (int cell = cells.first(node); cell < cells.first(node + 1); cell++) {
            if (nodes.kind(node) == NodeKind.MAKER && cells.criticality(cell) != Criticality.ESSENTIAL) {
                continue;
            }
            gap += cells.unknownOrigin(cell);
            for (int k = cells.firstIn(cell); k < cells.firstIn(cell + 1); k++) {
                int arc = cells.arcIn(k);
                double own = arcValue.of(arc);
                known += arcs.perYear(arc);
                sum += arcs.perYear(arc) * (Double.isNaN(own) ? x[arcs.supplier(arc)] : own);
            }
        }
        double total = known + gap;
        if (total == 0) {
            return 0; // a mine, or a node without essential input: it stands at the beginning
        }
        return switch (unknown) {
            case NOTHING -> sum / total;
            case ALL -> (sum + gap) / total;
            case LIKE_KNOWN -> known == 0 ? 0.5 : sum / known;
        };
    }
}
