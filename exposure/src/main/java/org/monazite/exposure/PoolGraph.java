package org.monazite.exposure;

import java.util.Arrays;
import org.monazite.exposure.internal.ManyOrigins;
import org.monazite.exposure.internal.Mixing;

/// Pools that mix what comes in, and which part of each pool some suspects have touched, directly or through
/// others. For networks that are not a `SupplyNetwork`, and for all suspects at once.
///
/// Whatever leaves a pool has the composition of the pool (proportional mixing). A node of a suspect is
/// touched by it in full; a node without inflow is an entry and is touched by its own suspect only.
public final class PoolGraph {

    private final ManyOrigins kernel;
    private final int suspects;

    private PoolGraph(ManyOrigins kernel, int suspects) {
        this.kernel = kernel;
        this.suspects = suspects;
    }

    /// What inflow of unknown origin counts as.
    public enum UnknownOrigin {
        /// Nobody has touched it: the low end.
        UNTOUCHED,
        /// Everybody asked about has touched it: the high end.
        TOUCHED,
        /// It is like the known inflow of the same pool; one half where nothing is known.
        LIKE_KNOWN
    }

    /// A graph to be filled.
    ///
    /// @param suspects how many suspects are asked about, numbered from 0
    public static Builder builder(int suspects) {
        return new Builder(suspects);
    }

    /// Touched part of each node by each suspect, 0..1.
    public Touched touched(UnknownOrigin unknown) {
        Mixing.Unknown rule = switch (unknown) {
            case UNTOUCHED -> Mixing.Unknown.NOTHING;
            case TOUCHED -> Mixing.Unknown.ALL;
            case LIKE_KNOWN -> Mixing.Unknown.LIKE_KNOWN;
        };
        return new Touched(kernel.solve(rule), suspects);
    }

    /// Touched parts.
    public static final class Touched {

        private final double[] values;
        private final int suspects;

        private Touched(double[] values, int suspects) {
            this.values = values;
            this.suspects = suspects;
        }

        /// The part of a node that a suspect has touched.
        public double of(int node, int suspect) {
            return Math.clamp(values[node * suspects + suspect], 0, 1);
        }
    }

    /// Collects nodes and flows.
    public static final class Builder {

        private final int suspects;
        private int[] suspect = new int[16];
        private double[] unknown = new double[16];
        private int nodes;
        private int[] from = new int[16];
        private int[] to = new int[16];
        private double[] tonnes = new double[16];
        private int flows;

        private Builder(int suspects) {
            this.suspects = suspects;
        }

        /// Adds a node.
        ///
        /// @param of the suspect at whose place it lies, or -1
        /// @return its number
        public int node(int of) {
            if (of < -1 || of >= suspects) {
                throw new IllegalArgumentException("A suspect is -1 to %d, was %d.".formatted(suspects - 1, of));
            }
            if (nodes == suspect.length) {
                suspect = Arrays.copyOf(suspect, 2 * nodes);
                unknown = Arrays.copyOf(unknown, 2 * nodes);
            }
            suspect[nodes] = of;
            return nodes++;
        }

        /// Adds inflow of unknown origin to a node.
        public void unknown(int node, double amount) {
            unknown[node] += checked(amount);
        }

        /// Adds a flow between two nodes.
        public void flow(int supplier, int buyer, double amount) {
            if (checked(amount) == 0) {
                return;
            }
            if (flows == from.length) {
                from = Arrays.copyOf(from, 2 * flows);
                to = Arrays.copyOf(to, 2 * flows);
                tonnes = Arrays.copyOf(tonnes, 2 * flows);
            }
            from[flows] = supplier;
            to[flows] = buyer;
            tonnes[flows++] = amount;
        }

        private static double checked(double amount) {
            if (!(amount >= 0 && amount < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("A flow is zero or more tonnes, was " + amount + ".");
            }
            return amount;
        }

        /// The graph.
        public PoolGraph build() {
            int[] first = new int[nodes + 1];
            for (int k = 0; k < flows; k++) {
                first[to[k] + 1]++;
            }
            for (int node = 0; node < nodes; node++) {
                first[node + 1] += first[node];
            }
            int[] next = first.clone();
            int[] source = new int[flows];
            double[] weight = new double[flows];
            for (int k = 0; k < flows; k++) {
                int at = next[to[k]]++;
                source[at] = from[k];
                weight[at] = tonnes[k];
            }
            return new PoolGraph(
                    new ManyOrigins(
                            first,
                            source,
                            weight,
                            Arrays.copyOf(unknown, nodes),
                            Arrays.copyOf(suspect, nodes),
                            suspects),
                    suspects);
        }
    }
}
