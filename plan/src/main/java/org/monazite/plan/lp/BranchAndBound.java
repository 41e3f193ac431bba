package org.monazite.plan.lp;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.ojalgo.type.Stopwatch;

/// Depth first: solve the relaxation, split at the integer column farthest from a whole number, take
/// the nearer side first. Slow but plain; the order does not depend on anything but the model.
final class BranchAndBound {

    private static final double WHOLE = 1e-7;
    private static final double SAME = 1e-9;

    private final Model model;
    private final Limits limits;
    private final Stopwatch clock = new Stopwatch(); // ends the search, decides nothing else
    private final Deque<Node> open = new ArrayDeque<>();
    private @Nullable Solution best;

    BranchAndBound(Model model, Limits limits) {
        this.model = model;
        this.limits = limits;
    }

    /// Bounds to try.
    private static final class Node {

        private final double[] low;
        private final double[] high;
        private final double bound; // the objective of the node it was split from

        Node(double[] low, double[] high, double bound) {
            this.low = low;
            this.high = high;
            this.bound = bound;
        }
    }

    Solution solve() {
        double[] low = new double[model.columns()];
        double[] high = new double[model.columns()];
        for (int column = 0; column < low.length; column++) {
            boolean whole = model.isInteger(column);
            low[column] = whole ? Math.ceil(model.low(column) - WHOLE) : model.low(column);
            high[column] = whole ? Math.floor(model.high(column) + WHOLE) : model.high(column);
            if (low[column] > high[column]) {
                return Solution.nothing(Status.INFEASIBLE, Double.POSITIVE_INFINITY, 0);
            }
        }
        open.push(new Node(low, high, Double.NEGATIVE_INFINITY));
        while (!open.isEmpty()) {
            if (Thread.currentThread().isInterrupted()) {
                return ended(Status.INTERRUPTED);
            }
            double left = limits.seconds() - clock.countMillis() / 1000.0;
            if (left <= 0) {
                return ended(Status.TIME_LIMIT);
            }
            Node node = open.pop();
            if (node.bound < enough()) {
                Solution relaxed = new Relaxation(model, node.low, node.high).solve(left);
                Status end = look(node, relaxed);
                if (end != Status.OPTIMAL) {
                    open.push(node);
                    return ended(end);
                }
            }
        }
        return ended(best == null ? Status.INFEASIBLE : Status.OPTIMAL);
    }

    /// Splits the node, or keeps its values if they are whole and the best so far. OPTIMAL means go on.
    private Status look(Node node, Solution relaxed) {
        return switch (relaxed.status()) {
            case INFEASIBLE -> Status.OPTIMAL;
            case UNBOUNDED, INFEASIBLE_OR_UNBOUNDED -> Status.INFEASIBLE_OR_UNBOUNDED; // integers may exclude it
            case TIME_LIMIT, ITERATION_LIMIT, INTERRUPTED, ERROR -> relaxed.status();
            case OPTIMAL -> {
                int column = leastWhole(relaxed);
                if (relaxed.objective() >= enough()) {
                    yield Status.OPTIMAL;
                }
                if (column < 0) {
                    best = relaxed;
                } else {
                    split(node, column, relaxed.value(column), relaxed.objective());
                }
                yield Status.OPTIMAL;
            }
        };
    }

    /// A node is worth a look if its bound lies below this.
    private double enough() {
        if (best == null) {
            return Double.POSITIVE_INFINITY;
        }
        return best.objective() - Math.max(limits.gap(), SAME) * Math.max(1, Math.abs(best.objective()));
    }

    private int leastWhole(Solution relaxed) {
        int column = -1;
        double farthest = WHOLE;
        for (int each = 0; each < model.columns(); each++) {
            if (model.isInteger(each)) {
                double value = relaxed.value(each);
                double distance = Math.abs(value - Math.rint(value));
                if (distance > farthest) {
                    farthest = distance;
                    column = each;
                }
            }
        }
        return column;
    }

    private void split(Node node, int column, double value, double bound) {
        double[] high = node.high.clone();
        high[column] = Math.floor(value);
        Node below = new Node(node.low, high, bound);
        double[] low = node.low.clone();
        low[column] = Math.ceil(value);
        Node above = new Node(low, node.high, bound);
        boolean up = value - Math.floor(value) > 0.5;
        open.push(up ? below : above);
        open.push(up ? above : below);
    }

    private Solution ended(Status status) {
        if (status == Status.INFEASIBLE) {
            return Solution.nothing(status, Double.POSITIVE_INFINITY, 0);
        }
        double bound = best == null ? Double.POSITIVE_INFINITY : enough();
        for (Node node : open) {
            bound = Math.min(bound, node.bound);
        }
        if (best == null) {
            return Solution.nothing(status, bound, 0);
        }
        double proven = status == Status.OPTIMAL && limits.gap() == 0 ? best.objective() : bound;
        return new Solution(status, best.objective(), proven, best.values(), null, null, 0);
    }
}
