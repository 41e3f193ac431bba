package org.monazite.plan.lp;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a solver found. Columns and rows are those of the model, by index.
public final class Solution {

    private final Status status;
    private final double objective;
    private final double bound;
    private final double[] values;
    private final double @Nullable [] duals;
    private final double @Nullable [] reducedCosts;
    private final long iterations;
    private final List<Trouble> trouble;

    /// Takes over the arrays: they are not copied.
    Solution(
            Status status,
            double objective,
            double bound,
            double[] values,
            double @Nullable [] duals,
            double @Nullable [] reducedCosts,
            long iterations) {
        this(status, objective, bound, values, duals, reducedCosts, iterations, List.of());
    }

    private Solution(
            Status status,
            double objective,
            double bound,
            double[] values,
            double @Nullable [] duals,
            double @Nullable [] reducedCosts,
            long iterations,
            List<Trouble> trouble) {
        this.status = status;
        this.objective = objective;
        this.bound = bound;
        this.values = values;
        this.duals = duals;
        this.reducedCosts = reducedCosts;
        this.iterations = iterations;
        this.trouble = List.copyOf(trouble);
    }

    /// What was put together from the solutions of parts of a model; it has no duals.
    ///
    /// @param values one for each column of the model, a copy is kept; empty if there is no plan
    /// @param iterations what is counted
    public static Solution assembled(Status status, double objective, double bound, double[] values, long iterations) {
        return values.length == 0
                ? nothing(status, bound, iterations)
                : new Solution(status, objective, bound, values.clone(), null, null, iterations);
    }

    /// A run that found nothing.
    static Solution nothing(Status status, double bound, long iterations) {
        return new Solution(status, Double.NaN, bound, new double[0], null, null, iterations);
    }

    /// The same, reached after other iterations.
    Solution after(long before) {
        return new Solution(status, objective, bound, values, duals, reducedCosts, before + iterations, trouble);
    }

    /// The same, reached on another rung of the ladder.
    Solution troubled(Trouble rung) {
        return troubled(List.of(rung));
    }

    /// The same, reached after other rungs of the ladder.
    Solution troubled(List<Trouble> rungs) {
        List<Trouble> all = new ArrayList<>(trouble);
        rungs.stream().filter(rung -> !all.contains(rung)).forEach(all::add);
        return new Solution(status, objective, bound, values, duals, reducedCosts, iterations, all);
    }

    /// The same values as the end of a longer search; it has no duals.
    public Solution provedTo(Status end, double proven, long all) {
        return new Solution(end, objective, proven, values, null, null, all, trouble);
    }

    /// How the run ended.
    public Status status() {
        return status;
    }

    /// True if there are values that fit all rows and bounds, optimal or not.
    public boolean hasPlan() {
        return !Double.isNaN(objective);
    }

    /// True if the rows have duals: a linear program, solved to optimality.
    public boolean hasDuals() {
        return duals != null;
    }

    /// The objective of the values, with the model's offset; NaN if there is no plan.
    public double objective() {
        return objective;
    }

    /// No plan can have a smaller objective than this, as far as the solver proved; -infinity if it
    /// proved nothing.
    public double bound() {
        return bound;
    }

    /// `(objective - bound) / max(1, |objective|)`, 0 or more; infinity if there is no plan or no
    /// bound.
    public double gap() {
        if (!hasPlan()) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.max(0, objective - bound) / Math.max(1, Math.abs(objective));
    }

    /// The value of a column.
    ///
    /// @throws IllegalStateException if there is no plan
    public double value(int column) {
        if (!hasPlan()) {
            throw new IllegalStateException(
                    "There are no values: the run ended as %s without a plan.".formatted(status));
        }
        return values[column];
    }

    /// How much the objective rises per unit by which the side of the row that binds rises.
    ///
    /// Zero if no side binds; zero or more where `atLeast` binds, zero or less where `atMost` does. If
    /// the optimum is degenerate this is one of several values that are all right.
    ///
    /// @throws IllegalStateException if there are no duals
    public double dual(int row) {
        return present(duals)[row];
    }

    /// How much the objective rises per unit by which the column rises from its bound; zero between the
    /// bounds.
    ///
    /// @throws IllegalStateException if there are no duals
    public double reducedCost(int column) {
        return present(reducedCosts)[column];
    }

    private double[] present(double @Nullable [] duals) {
        if (duals == null) {
            throw new IllegalStateException("""
                    There are no duals: the run ended as %s %s.
                    Maybe the model has integers: fix them with model.fixedAt(solution) and solve again.""".formatted(status, hasPlan() ? "with a plan" : "without a plan"));
        }
        return duals;
    }

    /// The values of all columns, a copy; empty if there is no plan.
    public double[] values() {
        return values.clone();
    }

    /// Simplex iterations made, all nodes of a search together; what else a solver counts if it does
    /// not use simplex.
    public long iterations() {
        return iterations;
    }

    /// What had to be tried beyond a plain run because of numerical trouble, in order; mostly nothing.
    public List<Trouble> trouble() {
        return trouble;
    }

    @Override
    public String toString() {
        return "%s objective %s bound %s".formatted(status, objective, bound);
    }
}
