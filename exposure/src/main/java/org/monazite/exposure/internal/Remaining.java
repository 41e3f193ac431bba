package org.monazite.exposure.internal;

import java.util.Arrays;
import org.monazite.supply.Arcs;
import org.monazite.supply.Cells;
import org.monazite.supply.SupplyNetwork;

/// What every node can still make when some nodes make nothing, without stocks, rerouting or substitution.
///
/// Fixed point of `Y_i = min over essential inputs of q, (1 + q) / 2 over important ones, 1 - w (1 - q) over the
/// others`, `q` being the part of the input that still comes; iterated downward from 1, hence monotone and bounded,
/// hence convergent. The half of important inputs follows Pichler et al., arXiv 2102.09608.
public final class Remaining {

    private static final double STILL = 1e-12;
    private static final int MOST_SWEEPS = 100_000;

    private Remaining() {}

    /// Part of the baseline output that each node keeps.
    ///
    /// @param gone nodes that make nothing
    public static double[] without(SupplyNetwork network, boolean[] gone) {
        double[] left = new double[network.nodes().size()];
        Arrays.fill(left, 1);
        for (int node = 0; node < left.length; node++) {
            left[node] = gone[node] ? 0 : 1;
        }
        double change = 1;
        for (int sweep = 0; change > STILL && sweep < MOST_SWEEPS; sweep++) {
            change = 0;
            for (int node = 0; node < left.length; node++) {
                if (!gone[node]) {
                    double next = Math.min(left[node], limit(network, node, left));
                    change = Math.max(change, left[node] - next);
                    left[node] = next;
                }
            }
        }
        return left;
    }

    private static double limit(SupplyNetwork network, int node, double[] left) {
        Cells cells = network.cells();
        Arcs arcs = network.arcs();
        double limit = 1;
        for (int cell = cells.first(node); cell < cells.first(node + 1); cell++) {
            double total = cells.unknownOrigin(cell);
            double still = total;
            for (int k = cells.firstIn(cell); k < cells.firstIn(cell + 1); k++) {
                int arc = cells.arcIn(k);
                total += arcs.perYear(arc);
                still += arcs.perYear(arc) * left[arcs.supplier(arc)];
            }
            double q = total > 0 ? still / total : 1;
            limit = Math.min(
                    limit,
                    switch (cells.criticality(cell)) {
                        case ESSENTIAL -> q;
                        case IMPORTANT -> (1 + q) / 2;
                        case NON_ESSENTIAL, NO_EFFECT -> 1;
                    });
        }
        return limit;
    }
}
