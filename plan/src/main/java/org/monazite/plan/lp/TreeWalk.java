package org.monazite.plan.lp;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One walk through the tree over a loaded model: depth first, the nearer side of a split first.
final class TreeWalk {

    private static final int MOST_NODES = 200;
    private static final int MORE = 1_000; // iterations beyond twice those of the first relaxation
    private static final double WHOLE = 1e-6;
    private static final double EXACT = 1e-9;
    private static final double NOTHING = 1e-6;

    private final Series of;
    private final Limits limits;
    private final int[] columns; // integer ones, then those that are nothing or at least so much
    private final double[] least; // 0 for integer ones
    private final long begun = System.nanoTime(); // ends the search, decides nothing else
    private final Deque<Node> open = new ArrayDeque<>();
    private @Nullable Solution best;
    private double closed = Double.POSITIVE_INFINITY; // least bound of what was not looked into
    private final TreeSet<Integer> split = new TreeSet<>(); // columns with a least
    private long iterations;
    private long most = Long.MAX_VALUE; // iterations, known once the first relaxation is solved

    TreeWalk(Series of, Limits limits, SortedMap<Integer, Double> leasts) {
        this.of = of;
        this.limits = limits;
        this.columns = Arrays.copyOf(of.whole, of.whole.length + leasts.size());
        this.least = new double[columns.length];
        int next = of.whole.length;
        for (Map.Entry<Integer, Double> each : leasts.entrySet()) {
            columns[next] = each.getKey();
            least[next++] = each.getValue();
        }
    }

    /// Bounds to try, by integer column, and what the relaxation they were split from came to.
    private record Node(double[] low, double[] high, double bound) {}

    /// Empty if the tree grows beyond what it is good for.
    Optional<Solution> run() {
        double[] low = new double[columns.length];
        double[] high = new double[columns.length];
        for (int i = 0; i < low.length; i++) {
            boolean whole = i < of.whole.length;
            low[i] = whole ? Math.ceil(of.model.low(columns[i]) - EXACT) : of.model.low(columns[i]);
            high[i] = whole ? Math.floor(of.model.high(columns[i]) + EXACT) : of.model.high(columns[i]);
        }
        open.push(new Node(low, high, Double.NEGATIVE_INFINITY));
        try {
            return walked();
        } finally {
            for (int i = of.whole.length; i < columns.length; i++) {
                of.session.bounds(columns[i], of.model.low(columns[i]), of.model.high(columns[i]));
            }
        }
    }

    private Optional<Solution> walked() {
        for (int nodes = 0; !open.isEmpty(); nodes++) {
            if (nodes == 1) {
                of.fromNothing = Math.max(of.fromNothing, iterations);
                most = iterations + 2 * of.fromNothing + MORE;
            }
            if (nodes == MOST_NODES || iterations > most || left() <= 0) {
                return Optional.empty();
            }
            Node node = open.pop();
            if (node.bound >= enough()) {
                closed = Math.min(closed, node.bound);
            } else if (!looked(node)) {
                return Optional.empty();
            }
        }
        return Optional.of(
                best == null
                        ? Solution.nothing(Status.INFEASIBLE, Double.POSITIVE_INFINITY, iterations)
                        : best.provedTo(Status.OPTIMAL, Math.min(best.objective(), closed), iterations));
    }

    private double left() {
        return limits.seconds() - (System.nanoTime() - begun) / 1e9;
    }

    /// A node is worth a look if its bound lies below this.
    private double enough() {
        return best == null
                ? Double.POSITIVE_INFINITY
                : best.objective() - Math.max(limits.gap(), EXACT) * Math.max(1, Math.abs(best.objective()));
    }

    /// Splits the node, or keeps its values; false if the relaxation is no help.
    private boolean looked(Node node) {
        Solution relaxed = relaxed(node.low, node.high);
        if (relaxed.status() == Status.INFEASIBLE) {
            return true;
        }
        if (relaxed.status() != Status.OPTIMAL) {
            return false;
        }
        if (relaxed.objective() >= enough()) {
            closed = Math.min(closed, relaxed.objective());
            return true;
        }
        int at = farthest(relaxed);
        if (at >= 0) {
            split(node, at, relaxed.value(columns[at]), relaxed.objective());
            return true;
        }
        return kept(node, relaxed);
    }

    /// Values that are whole within the solver's tolerance are made so exactly.
    private boolean kept(Node node, Solution relaxed) {
        double[] low = Arrays.copyOf(node.low, node.low.length);
        double[] high = Arrays.copyOf(node.high, node.high.length);
        boolean same = true;
        for (int i = 0; i < of.whole.length; i++) {
            double value = relaxed.value(columns[i]);
            low[i] = Math.rint(value);
            high[i] = low[i];
            same &= Math.abs(low[i] - value) <= EXACT;
        }
        Solution plan = same ? relaxed : relaxed(low, high);
        if (plan.status() != Status.OPTIMAL) {
            return false;
        }
        closed = Math.min(closed, relaxed.objective());
        if (best == null || plan.objective() < best.objective()) {
            best = plan;
        }
        return true;
    }

    private Solution relaxed(double[] low, double[] high) {
        for (int i = 0; i < low.length; i++) {
            of.session.bounds(columns[i], low[i], high[i]);
        }
        Solution relaxed = of.session.run(limits.within(Math.max(0, left())));
        iterations += relaxed.iterations();
        return relaxed;
    }

    /// The integer column farthest from a whole number; without one, the column that is most clearly too small;
    /// -1 for none.
    private int farthest(Solution relaxed) {
        int at = -1;
        double farthest = WHOLE;
        for (int i = 0; i < columns.length; i++) {
            if (i == of.whole.length && at >= 0) {
                return at;
            }
            double value = relaxed.value(columns[i]);
            double distance = i < of.whole.length ? Math.abs(value - Math.rint(value)) : small(value, least[i]);
            if (distance > farthest) {
                farthest = distance;
                at = i;
            }
        }
        return at;
    }

    /// How far a value is from nothing and from the least, 0 to a half.
    private static double small(double value, double least) {
        boolean ok = value <= NOTHING || value >= least * (1 - WHOLE);
        return ok ? 0 : Math.max(2 * WHOLE, Math.min(value, least - value) / least);
    }

    /// Columns with a least that were split.
    TreeSet<Integer> split() {
        return split;
    }

    private void split(Node node, int at, double value, double bound) {
        boolean whole = at < of.whole.length;
        if (!whole) {
            split.add(columns[at]);
        }
        double[] high = Arrays.copyOf(node.high, node.high.length);
        high[at] = whole ? Math.floor(value) : 0;
        double[] low = Arrays.copyOf(node.low, node.low.length);
        low[at] = whole ? Math.ceil(value) : least[at];
        Node below = new Node(node.low, high, bound);
        Node above = new Node(low, node.high, bound);
        boolean up = whole ? value - Math.floor(value) > 0.5 : value > least[at] / 2;
        open.push(up ? below : above);
        open.push(up ? above : below);
    }

    /// The whole model by branch and cut, from the best plan so far.
    Solution handedOver() {
        try (Session session = of.highs.open(of.model)) {
            if (best != null) {
                session.start(best.values());
            }
            Solution found = session.run(limits.within(Math.max(0, left())));
            return best != null && !found.hasPlan()
                    ? best.provedTo(found.status(), found.bound(), iterations + found.iterations())
                    : found.after(iterations);
        }
    }
}
