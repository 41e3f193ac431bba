package org.monazite.plan.lp;

import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;

/// A model that is loaded, and changed to others of the same shape.
final class Series implements AutoCloseable {

    private static final SortedMap<Integer, Double> NO_LEAST = Collections.emptySortedMap();
    private static final int MOST_CHANGES = 2_000; // of coefficients; beyond, loading again is quicker

    final Highs highs;
    final Session session;
    final int[] whole; // integer columns
    Model model;
    long fromNothing; // most iterations that a first relaxation took

    Series(Highs highs, Model model) {
        this.highs = highs;
        this.model = model;
        this.session = highs.open(model.integers() == 0 ? model : model.relaxed());
        this.whole = whole(model);
    }

    private static int[] whole(Model model) {
        int[] columns = new int[model.integers()];
        int found = 0;
        for (int column = 0; column < model.columns(); column++) {
            if (model.isInteger(column)) {
                columns[found++] = column;
            }
        }
        return columns;
    }

    /// Changes what is loaded to another model; false if that is of another shape.
    boolean become(Model next) {
        if (!sameShape(next)) {
            return false;
        }
        int[] start = next.startShared();
        for (int row = 0; row < next.rows(); row++) {
            for (int term = start[row]; term < start[row + 1]; term++) {
                if (next.valueShared()[term] != model.valueShared()[term]) {
                    session.coefficient(row, next.indexShared()[term], next.valueShared()[term]);
                }
            }
            if (next.rowLow(row) != model.rowLow(row) || next.rowHigh(row) != model.rowHigh(row)) {
                session.rowBounds(row, next.rowLow(row), next.rowHigh(row));
            }
        }
        for (int column = 0; column < next.columns(); column++) {
            if (next.cost(column) != model.cost(column)) {
                session.cost(column, next.cost(column));
            }
            if (next.low(column) != model.low(column) || next.high(column) != model.high(column)) {
                session.bounds(column, next.low(column), next.high(column));
            }
        }
        session.offset(next.offset());
        model = next;
        return true;
    }

    private boolean sameShape(Model next) {
        int rows = model.rows();
        if (next.rows() != rows
                || next.columns() != model.columns()
                || !Arrays.equals(next.startShared(), 0, rows + 1, model.startShared(), 0, rows + 1)
                || !Arrays.equals(whole, whole(next))) {
            return false;
        }
        int terms = next.startShared()[rows];
        if (!Arrays.equals(next.indexShared(), 0, terms, model.indexShared(), 0, terms)) {
            return false;
        }
        int changes = 0;
        for (int term = 0; term < terms; term++) {
            changes += next.valueShared()[term] == model.valueShared()[term] ? 0 : 1;
        }
        return changes <= MOST_CHANGES;
    }

    Optional<Solver.AtLeast> solve(Limits limits, SortedMap<Integer, Double> least) {
        TreeWalk walk = new TreeWalk(this, limits, least);
        return walk.run().map(found -> new Solver.AtLeast(found, walk.split()));
    }

    Solution solve(Limits limits) {
        if (whole.length > 0) {
            TreeWalk walk = new TreeWalk(this, limits, NO_LEAST);
            return walk.run().orElseGet(walk::handedOver);
        }
        Solution found = session.run(limits);
        return found.status() == Status.ERROR ? highs.solve(model, limits) : found;
    }

    @Override
    public void close() {
        session.close();
    }
}
