package org.monazite.plan.lp;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SortedMap;

/// HiGHS below a tree of our own: depth first, split at the integer column farthest from a whole number, the
/// nearer side first. Every relaxation starts from the basis of the one before, which takes a tenth of the time of
/// one from nothing; a model whose relaxation is nearly whole needs a handful. Where the tree grows beyond that,
/// HiGHS takes over with the best plan so far.
///
/// The answer depends on the model and the gap alone. Safe for many threads.
public final class WarmTree implements Solver {

    private final Highs highs;

    /// A tree above HiGHS.
    public WarmTree(Highs highs) {
        this.highs = highs;
    }

    @Override
    public String name() {
        return highs.name();
    }

    @Override
    public Solution solve(Model model, Limits limits) {
        if (isFixed(model)) { // nothing to branch on: as a linear program it takes a quarter of the time
            return highs.solve(model.relaxed(), limits);
        }
        try (Series series = new Series(highs, model)) {
            return series.solve(limits);
        }
    }

    @Override
    public Optional<AtLeast> solve(Model model, Limits limits, SortedMap<Integer, Double> least) {
        try (Series series = new Series(highs, model)) {
            return series.solve(limits, least);
        }
    }

    /// True if no integer column has a choice.
    private static boolean isFixed(Model model) {
        for (int column = 0; column < model.columns(); column++) {
            if (model.isInteger(column) && model.low(column) != model.high(column)) {
                return false;
            }
        }
        return true;
    }

    /// A solver for a chain of related models: one that differs from an earlier one in its numbers alone starts from
    /// the basis that one ended with.
    public Chain chain() {
        return new Chain(highs);
    }

    /// A chain of solves. Its answers depend on the models and their order; one thread at a time may use it.
    public static final class Chain implements Solver, AutoCloseable {

        private static final int MOST = 64; // models that are kept loaded

        private final Highs highs;
        private final LinkedHashMap<Long, Series> loaded = new LinkedHashMap<>();

        private Chain(Highs highs) {
            this.highs = highs;
        }

        @Override
        public String name() {
            return highs.name();
        }

        @Override
        public Solution solve(Model model, Limits limits) {
            return series(model).solve(limits);
        }

        @Override
        public Optional<AtLeast> solve(Model model, Limits limits, SortedMap<Integer, Double> least) {
            return series(model).solve(limits, least);
        }

        /// What is loaded is known by a copy: callers go on to change their models.
        private Series series(Model given) {
            Model model = given.copy();
            long shape = shape(model);
            Series series = loaded.get(shape);
            if (series == null || !series.become(model)) {
                if (series != null) {
                    series.close();
                } else if (loaded.size() == MOST) {
                    loaded.pollFirstEntry().getValue().close();
                }
                series = new Series(highs, model);
                loaded.put(shape, series);
            }
            return series;
        }

        private static long shape(Model model) {
            long hash = model.columns();
            int[] start = model.startShared();
            int[] index = model.indexShared();
            for (int row = 0; row <= model.rows(); row++) {
                hash = hash * 31 + start[row];
            }
            for (int term = 0; term < start[model.rows()]; term++) {
                hash = hash * 31 + index[term];
            }
            return hash;
        }

        @Override
        public void close() {
            loaded.values().forEach(Series::close);
            loaded.clear();
        }
    }
}
