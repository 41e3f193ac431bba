package org.monazite.exposure.internal;

import java.util.Arrays;

/// Proportional mixing for many suspects at once: which part of every pool each of them has touched.
///
/// Solves `x_i = (sum of w_ij x_j + unknown_i u) / (sum of w_ij + unknown_i)` for every suspect, with `x = 1`
/// at the suspect's own nodes; a node without inflow is 0 elsewhere. Strongly connected components in the
/// order of the flows: a component of one node by substitution, larger ones by Gauss-Seidel sweeps over all
/// suspects together, from `u` (least solution from 0, greatest from 1), and by elimination where 300 sweeps
/// do not settle. Layout: `x[node * suspects + suspect]`; the innermost loop runs over suspects. `O(sweeps x
/// arcs x suspects)`.
public final class ManyOrigins {

    private static final double STILL = 1e-14;
    private static final int LOOK = 4;
    private static final int SWEEPS = 300;
    private static final int MOST_SWEEPS = 1_000_000;
    private static final int MOST_ELIMINATED = 500;

    private final int[] first;
    private final int[] source;
    private final double[] weight;
    private final double[] unknown;
    private final int[] suspect;
    private final int suspects;
    private final Components components;

    /// A graph of pools in compressed rows; the arrays are taken over.
    ///
    /// @param first start of the inflows of each node, one entry more than there are nodes
    /// @param source node each inflow comes from
    /// @param weight tonnes of each inflow
    /// @param unknown inflow of unknown origin of each node
    /// @param suspect suspect at whose place each node lies, or -1
    /// @param suspects how many there are
    public ManyOrigins(int[] first, int[] source, double[] weight, double[] unknown, int[] suspect, int suspects) {
        this.first = first;
        this.source = source;
        this.weight = weight;
        this.unknown = unknown;
        this.suspect = suspect;
        this.suspects = suspects;
        this.components = new Components(first, source);
    }

    private ManyOrigins(ManyOrigins like, double[] weight) {
        this.first = like.first;
        this.source = like.source;
        this.weight = weight;
        this.unknown = like.unknown;
        this.suspect = like.suspect;
        this.suspects = like.suspects;
        this.components = like.components;
    }

    /// The same graph with other flows, in the order of the first; the array is taken over.
    public ManyOrigins with(double[] otherWeight) {
        return new ManyOrigins(this, otherWeight);
    }

    /// The number of flows.
    public int flows() {
        return weight.length;
    }

    /// Touched parts.
    ///
    /// @param rule what inflow of unknown origin counts as
    public double[] solve(Mixing.Unknown rule) {
        double[] x = new double[suspect.length * suspects];
        if (rule == Mixing.Unknown.ALL) {
            Arrays.fill(x, 1);
        }
        double[] row = new double[suspects];
        for (int c = 0; c + 1 < components.start.length; c++) {
            int from = components.start[c];
            int to = components.start[c + 1];
            if (to - from == 1 && !drawsOnItself(components.order[from])) {
                update(components.order[from], x, row, rule, false);
            } else {
                settle(from, to, x, row, rule);
            }
        }
        return x;
    }

    private boolean drawsOnItself(int node) {
        for (int k = first[node]; k < first[node + 1]; k++) {
            if (source[k] == node) {
                return true;
            }
        }
        return false;
    }

    private void settle(int from, int to, double[] x, double[] row, Mixing.Unknown rule) {
        double change = 1;
        for (int sweep = 0; change > STILL; sweep++) {
            if (sweep == MOST_SWEEPS) {
                throw new IllegalStateException(
                        "Tracing has not settled after %d sweeps: the last change was %s.".formatted(sweep, change));
            }
            if (sweep == SWEEPS && to - from <= MOST_ELIMINATED) {
                eliminate(from, to, x, rule);
                return;
            }
            boolean looking = sweep % LOOK == 0;
            change = looking ? 0 : change;
            for (int k = from; k < to; k++) {
                change = Math.max(change, update(components.order[k], x, row, rule, looking));
            }
        }
    }

    /// Computes one node for all suspects; returns the largest change where one is asked for, else 0.
    private double update(int node, double[] x, double[] row, Mixing.Unknown rule, boolean looking) {
        double known = gather(node, x, row);
        double gap = rule == Mixing.Unknown.LIKE_KNOWN ? 0 : unknown[node];
        double total = known + gap;
        double scale = total > 0 ? 1 / total : 0;
        double plus = rule == Mixing.Unknown.ALL ? gap * scale : 0;
        if (rule == Mixing.Unknown.LIKE_KNOWN && known == 0 && unknown[node] > 0) {
            plus = 0.5;
        }
        int at = node * suspects;
        for (int s = 0; s < suspects; s++) {
            row[s] = row[s] * scale + plus;
        }
        if (suspect[node] >= 0) {
            row[suspect[node]] = 1;
        }
        double change = 0;
        if (looking) {
            for (int s = 0; s < suspects; s++) {
                change = Math.max(change, Math.abs(row[s] - x[at + s]));
            }
        }
        System.arraycopy(row, 0, x, at, suspects);
        return change;
    }

    /// Adds up what comes in, tonnes x touched part for each suspect, two flows at a time; returns the tonnes.
    private double gather(int node, double[] x, double[] row) {
        Arrays.fill(row, 0);
        double known = 0;
        int end = first[node + 1];
        int k = first[node];
        for (; k + 1 < end; k += 2) {
            double v = weight[k];
            double w = weight[k + 1];
            int a = source[k] * suspects;
            int b = source[k + 1] * suspects;
            known += v;
            known += w;
            for (int s = 0; s < suspects; s++) {
                row[s] += v * x[a + s] + w * x[b + s];
            }
        }
        if (k < end) {
            double w = weight[k];
            int a = source[k] * suspects;
            known += w;
            for (int s = 0; s < suspects; s++) {
                row[s] += w * x[a + s];
            }
        }
        return known;
    }

    /// Direct solution of one component, suspect by suspect. A component that nothing enters keeps what it
    /// has: its origin is not known.
    private void eliminate(int from, int to, double[] x, Mixing.Unknown rule) {
        int size = to - from;
        int[] place = new int[suspect.length];
        Arrays.fill(place, -1);
        for (int k = from; k < to; k++) {
            place[components.order[k]] = k - from;
        }
        for (int s = 0; s < suspects; s++) {
            double[][] rows = new double[size][size + 1];
            boolean entered = false;
            for (int k = from; k < to; k++) {
                entered |= fill(components.order[k], k - from, place, s, x, rows[k - from], rule);
            }
            if (entered) {
                double[] solved = Dense.solve(rows);
                for (int k = from; k < to; k++) {
                    x[components.order[k] * suspects + s] = Math.clamp(solved[k - from], 0, 1);
                }
            }
        }
    }

    /// One row of `(I - M) x = b`; true if something enters the component here.
    private boolean fill(int node, int at, int[] place, int s, double[] x, double[] row, Mixing.Unknown rule) {
        row[at] = 1;
        int last = row.length - 1;
        if (suspect[node] == s) {
            row[last] = 1;
            return true;
        }
        double gap = rule == Mixing.Unknown.LIKE_KNOWN ? 0 : unknown[node];
        double total = gap;
        for (int k = first[node]; k < first[node + 1]; k++) {
            total += weight[k];
        }
        boolean entered = gap > 0;
        row[last] = rule == Mixing.Unknown.ALL ? gap / total : 0;
        for (int k = first[node]; k < first[node + 1]; k++) {
            int inside = place[source[k]];
            if (inside >= 0) {
                row[inside] -= weight[k] / total;
            } else {
                row[last] += weight[k] / total * x[source[k] * suspects + s];
                entered |= weight[k] > 0;
            }
        }
        return entered;
    }
}
