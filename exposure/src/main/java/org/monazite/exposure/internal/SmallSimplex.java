package org.monazite.exposure.internal;

import java.util.Arrays;

/// Small linear programs: maximise `c x` subject to `A x <= b`, `0 <= x <= u`, with `b >= 0`, so that all
/// zero is a start.
///
/// Primal simplex on a dense tableau, upper bounds kept out of the rows (a variable at its upper bound is
/// counted from above). Right-hand sides are lifted by up to 1e-9, each by another amount, against cycling;
/// the optimum moves by about as little. `O(rows x columns)` a step, and as a rule a few steps a row.
public final class SmallSimplex {

    private static final double TINY = 1e-9;
    private static final double LIFT = 1e-9;

    private final double[][] table;
    private final double[] right;
    private final double[] gain;
    private final double[] upper;
    private final int[] basic;
    private final int[] free;
    private final boolean[] turned;
    private final int columns;
    private final double[][] rows;
    private final double[] objective;

    private SmallSimplex(double[][] rows, double[] limits, double[] objective, double[] bounds) {
        this.rows = rows;
        this.objective = objective;
        this.columns = objective.length;
        this.table = new double[rows.length][];
        this.right = limits.clone();
        this.gain = objective.clone();
        this.upper = Arrays.copyOf(bounds, columns + rows.length);
        this.basic = new int[rows.length];
        this.free = new int[columns];
        this.turned = new boolean[columns + rows.length];
        for (int i = 0; i < rows.length; i++) {
            table[i] = rows[i].clone();
            right[i] += LIFT * (i + 1) / rows.length;
            basic[i] = columns + i;
            upper[columns + i] = Double.POSITIVE_INFINITY;
        }
        for (int j = 0; j < columns; j++) {
            free[j] = j;
        }
    }

    /// An optimal point and the proof that none is better.
    ///
    /// @param x the point
    /// @param value `c x`
    /// @param bound a bound on `c x` for every admissible point, from the prices of the rows
    public record Optimum(double[] x, double value, double bound) {}

    /// Solves.
    ///
    /// @param rows `A`
    /// @param limits `b`, zero or more
    /// @param objective `c`
    /// @param bounds `u`, zero or more
    /// @throws IllegalStateException if it does not end
    public static Optimum maximise(double[][] rows, double[] limits, double[] objective, double[] bounds) {
        for (double limit : limits) {
            if (!(limit >= 0)) {
                throw new IllegalArgumentException("A limit must be zero or more, was " + limit + ".");
            }
        }
        SmallSimplex simplex = new SmallSimplex(rows, limits, objective, bounds);
        int most = 200 * (rows.length + objective.length) + 1000;
        for (int step = 0; simplex.improve(); step++) {
            if (step == most) {
                throw new IllegalStateException("The linear program has not ended after %d steps.".formatted(most));
            }
        }
        return simplex.optimum(limits, bounds);
    }

    private boolean improve() {
        int enter = -1;
        for (int j = 0; j < columns; j++) {
            if (gain[j] > TINY && upper[free[j]] > 0 && (enter < 0 || gain[j] > gain[enter])) {
                enter = j;
            }
        }
        if (enter < 0) {
            return false;
        }
        double step = upper[free[enter]];
        int leave = -1;
        boolean atTop = false;
        for (int i = 0; i < table.length; i++) {
            double t = table[i][enter];
            double top = upper[basic[i]];
            double reach = t > TINY
                    ? Math.max(0, right[i]) / t
                    : t < -TINY && top < Double.POSITIVE_INFINITY
                            ? Math.max(0, top - right[i]) / -t
                            : Double.POSITIVE_INFINITY;
            boolean firmer = leave >= 0 && reach == step && Math.abs(t) > Math.abs(table[leave][enter]);
            if (reach < step || firmer) {
                step = reach;
                leave = i;
                atTop = t < 0;
            }
        }
        if (step == Double.POSITIVE_INFINITY) {
            throw new IllegalStateException("The linear program has no upper end.");
        }
        if (leave < 0) {
            turnColumn(enter);
        } else {
            if (atTop) {
                turnRow(leave);
            }
            pivot(leave, enter);
        }
        return true;
    }

    /// Counts a free variable from its other bound.
    private void turnColumn(int j) {
        double by = upper[free[j]];
        for (int i = 0; i < table.length; i++) {
            right[i] -= table[i][j] * by;
            table[i][j] = -table[i][j];
        }
        gain[j] = -gain[j];
        turned[free[j]] ^= true;
    }

    /// Counts a basic variable from its other bound.
    private void turnRow(int i) {
        right[i] = upper[basic[i]] - right[i];
        for (int j = 0; j < columns; j++) {
            table[i][j] = -table[i][j];
        }
        turned[basic[i]] ^= true;
    }

    private void pivot(int leave, int enter) {
        double[] row = table[leave];
        double by = 1 / row[enter];
        for (int j = 0; j < columns; j++) {
            row[j] *= by;
        }
        row[enter] = by;
        right[leave] *= by;
        for (int i = 0; i < table.length; i++) {
            double factor = table[i][enter];
            if (i != leave && factor != 0) {
                subtract(table[i], row, factor, enter);
                right[i] -= factor * right[leave];
            }
        }
        double factor = gain[enter];
        subtract(gain, row, factor, enter);
        int other = basic[leave];
        basic[leave] = free[enter];
        free[enter] = other;
    }

    private static void subtract(double[] from, double[] row, double factor, int enter) {
        double own = -factor * row[enter];
        for (int j = 0; j < row.length; j++) {
            from[j] -= factor * row[j];
        }
        from[enter] = own;
    }

    private Optimum optimum(double[] limits, double[] bounds) {
        double[] all = new double[upper.length];
        for (int i = 0; i < basic.length; i++) {
            all[basic[i]] = right[i];
        }
        for (int k = 0; k < all.length; k++) {
            all[k] = turned[k] ? upper[k] - all[k] : all[k];
        }
        double[] x = new double[columns];
        double value = 0;
        for (int j = 0; j < columns; j++) {
            x[j] = Math.clamp(all[j], 0, bounds[j]);
            value += objective[j] * x[j];
        }
        double[] price = new double[rows.length];
        for (int j = 0; j < columns; j++) {
            if (free[j] >= columns) {
                price[free[j] - columns] = Math.max(0, -gain[j]);
            }
        }
        double bound = 0;
        for (int i = 0; i < rows.length; i++) {
            bound += price[i] * limits[i];
        }
        for (int j = 0; j < columns; j++) {
            double left = objective[j];
            for (int i = 0; i < rows.length; i++) {
                left -= price[i] * rows[i][j];
            }
            bound += Math.max(0, left) * bounds[j];
        }
        return new Optimum(x, value, bound);
    }
}
