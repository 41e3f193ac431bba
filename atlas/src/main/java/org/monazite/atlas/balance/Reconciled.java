package org.monazite.atlas.balance;

import java.util.Arrays;
import java.util.List;

/// One solve with given columns held: `x = y - V A' (A V A')^-1 (A y - c)` over the rows that are left once the
/// unobserved columns are eliminated; those follow from their rows.
final class Reconciled {

    private static final int REFINEMENTS = 2;

    private final Measured measured;
    private final double[] held; // NaN where a column is free
    private final Elimination elimination;
    private final int[] left;
    private final int[] order; // of a row among those left, or -1
    private final SparseFactor factor;
    private final double[] rowScale;
    private final int[][] rowsOf; // by column, indices among the rows left
    private final double[][] valuesOf;
    private final boolean[] expressed;
    private final boolean[] parked;
    private final int[] pivotOf; // index of the pivot of a column, or -1
    final double[] x;
    final double[] multiplier;

    /// @param held value of each column that is held, NaN where it is free
    Reconciled(Measured measured, double[] held) {
        this.measured = measured;
        this.held = held.clone();
        boolean[] unknown = new boolean[measured.columns];
        for (int q = 0; q < unknown.length; q++) {
            unknown[q] = Double.isNaN(held[q]) && !measured.isObserved(q);
        }
        this.elimination = new Elimination(rows(), unknown);
        this.left = elimination.left();
        this.order = new int[measured.rowColumns.length];
        Arrays.fill(order, -1);
        for (int k = 0; k < left.length; k++) {
            order[left[k]] = k;
        }
        this.rowsOf = new int[measured.columns][];
        this.valuesOf = new double[measured.columns][];
        transpose();
        this.rowScale = new double[left.length];
        this.factor = factor();
        this.pivotOf = new int[measured.columns];
        Arrays.fill(pivotOf, -1);
        List<Elimination.Pivot> pivots = elimination.pivots();
        for (int k = 0; k < pivots.size(); k++) {
            pivotOf[pivots.get(k).column()] = k;
        }
        this.expressed = unknown;
        this.parked = new boolean[measured.columns];
        for (int q = 0; q < unknown.length; q++) {
            parked[q] = unknown[q] && pivotOf[q] < 0;
        }
        this.x = new double[measured.columns];
        this.multiplier = new double[measured.rowColumns.length];
        solve();
    }

    /// The balances with what is held on the right-hand side.
    private Elimination.SparseRow[] rows() {
        Elimination.SparseRow[] rows = new Elimination.SparseRow[measured.rowColumns.length];
        for (int row = 0; row < rows.length; row++) {
            int[] columns = new int[measured.rowColumns[row].length];
            double[] values = new double[columns.length];
            int size = 0;
            double right = 0;
            for (int k = 0; k < columns.length; k++) {
                int column = measured.rowColumns[row][k];
                if (Double.isNaN(held[column])) {
                    columns[size] = column;
                    values[size++] = measured.rowValues[row][k];
                } else {
                    right -= measured.rowValues[row][k] * held[column];
                }
            }
            rows[row] = new Elimination.SparseRow(columns, values, size, right);
        }
        return rows;
    }

    private void transpose() {
        int[] count = new int[measured.columns];
        for (int row : left) {
            Elimination.SparseRow each = elimination.row(row);
            for (int k = 0; k < each.size; k++) {
                count[each.columns[k]]++;
            }
        }
        for (int q = 0; q < count.length; q++) {
            rowsOf[q] = new int[count[q]];
            valuesOf[q] = new double[count[q]];
        }
        int[] filled = new int[measured.columns];
        for (int i = 0; i < left.length; i++) {
            Elimination.SparseRow each = elimination.row(left[i]);
            for (int k = 0; k < each.size; k++) {
                int column = each.columns[k];
                rowsOf[column][filled[column]] = i;
                valuesOf[column][filled[column]++] = each.values[k];
            }
        }
    }

    /// `A V A'`, scaled to a unit diagonal.
    private SparseFactor factor() {
        int size = left.length;
        for (int i = 0; i < size; i++) {
            Elimination.SparseRow row = elimination.row(left[i]);
            double diagonal = 0;
            for (int k = 0; k < row.size; k++) {
                diagonal += row.values[k] * row.values[k] * measured.variance[row.columns[k]];
            }
            rowScale[i] = diagonal > 0 ? 1 / Math.sqrt(diagonal) : 1 / scaleOf(left[i]);
        }
        int[] from = new int[size + 1];
        IntList rows = new IntList();
        double[] values = new double[Math.max(16, 8 * size)];
        double[] sum = new double[size];
        int[] mark = new int[size];
        Arrays.fill(mark, -1);
        for (int i = 0; i < size; i++) {
            Elimination.SparseRow row = elimination.row(left[i]);
            int start = rows.size;
            mark[i] = i;
            rows.add(i);
            for (int k = 0; k < row.size; k++) {
                int column = row.columns[k];
                double weight = row.values[k] * measured.variance[column];
                for (int p = 0; p < rowsOf[column].length; p++) {
                    int other = rowsOf[column][p];
                    if (mark[other] != i) {
                        mark[other] = i;
                        rows.add(other);
                    }
                    sum[other] += weight * valuesOf[column][p];
                }
            }
            Arrays.sort(rows.at, start, rows.size);
            if (rows.size > values.length) {
                values = Arrays.copyOf(values, Math.max(rows.size, 2 * values.length));
            }
            for (int k = start; k < rows.size; k++) {
                int other = rows.at[k];
                values[k] = other == i ? (sum[i] > 0 ? 1 : 0) : sum[other] * rowScale[i] * rowScale[other];
                sum[other] = 0;
            }
            from[i + 1] = rows.size;
        }
        return new SparseFactor(
                size, from, Arrays.copyOf(rows.at, rows.size), Arrays.copyOf(values, Math.max(rows.size, 0)));
    }

    private double scaleOf(int row) {
        double largest = 0;
        for (int column : measured.rowColumns[row]) {
            largest = Math.max(largest, measured.scale[column]);
        }
        return largest;
    }

    private void solve() {
        for (int q = 0; q < x.length; q++) {
            x[q] = !Double.isNaN(held[q])
                    ? held[q]
                    : measured.isObserved(q)
                            ? measured.value[q]
                            : Math.max(measured.low[q], Math.min(0, measured.high[q]));
        }
        double[] lambda = new double[left.length];
        for (int round = 0; round <= REFINEMENTS; round++) {
            correct(lambda);
        }
        for (int i = 0; i < left.length; i++) {
            multiplier[left[i]] = lambda[i];
        }
        elimination.multipliers(multiplier);
        express(x, true);
    }

    /// One step towards balance: what the rows are off goes into multipliers, and from there into the columns.
    private void correct(double[] lambda) {
        double[] off = new double[left.length];
        for (int i = 0; i < left.length; i++) {
            Elimination.SparseRow row = elimination.row(left[i]);
            double sum = -row.right;
            for (int k = 0; k < row.size; k++) {
                sum += row.values[k] * x[row.columns[k]];
            }
            off[i] = sum * rowScale[i];
        }
        double[] step = factor.solve(off);
        for (int i = 0; i < left.length; i++) {
            double change = step[i] * rowScale[i];
            lambda[i] += change;
            Elimination.SparseRow row = elimination.row(left[i]);
            for (int k = 0; k < row.size; k++) {
                x[row.columns[k]] -= measured.variance[row.columns[k]] * row.values[k] * change;
            }
        }
    }

    /// Eliminated columns from their rows, the last pivot first.
    private void express(double[] of, boolean withRight) {
        List<Elimination.Pivot> pivots = elimination.pivots();
        for (int p = pivots.size() - 1; p >= 0; p--) {
            Elimination.Pivot pivot = pivots.get(p);
            Elimination.SparseRow row = elimination.row(pivot.row());
            double sum = withRight ? row.right : 0;
            for (int k = 0; k < row.size; k++) {
                if (row.columns[k] != pivot.column()) {
                    sum -= row.values[k] * of[row.columns[k]];
                }
            }
            of[pivot.column()] = sum / pivot.value();
        }
    }

    /// Half the slope of the objective along a held column, per unit.
    double slope(int column, int[] rows, double[] values) {
        double slope =
                measured.isObserved(column) ? (x[column] - measured.value[column]) / measured.variance[column] : 0;
        for (int k = 0; k < rows.length; k++) {
            slope += values[k] * multiplier[rows[k]];
        }
        return slope;
    }

    /// Independent balances among observed quantities.
    int rank() {
        return factor.rank();
    }

    /// Columns that neither figures nor balances fix, one out of each group that only hold each other.
    boolean[] unfixed() {
        return parked.clone();
    }

    /// These columns and all that move with them.
    boolean[] loose() {
        return elimination.moving(parked);
    }

    /// Posterior variance of every quantity and grouped figure; infinite where nothing fixes it, 0 where it is held.
    double[] variances() {
        double[] variances = new double[measured.columns];
        double[] work = new double[left.length];
        for (int q = 0; q < variances.length; q++) {
            if (q >= measured.quantities && q < measured.errors) {
                continue; // errors of rows and groups are no quantities
            }
            variances[q] = !Double.isNaN(held[q]) ? 0 : measured.isObserved(q) ? observed(q) : unobserved(q, work);
        }
        return variances;
    }

    private double observed(int q) {
        double sum = 0;
        for (int a = 0; a < rowsOf[q].length; a++) {
            for (int b = 0; b <= a; b++) {
                double each = valuesOf[q][a]
                        * valuesOf[q][b]
                        * rowScale[rowsOf[q][a]]
                        * rowScale[rowsOf[q][b]]
                        * factor.inverse(rowsOf[q][a], rowsOf[q][b]);
                sum += a == b ? each : 2 * each;
            }
        }
        double variance = measured.variance[q];
        return Math.max(0, variance - variance * variance * sum);
    }

    /// A column as a combination of observed ones: `u = t x + constant`.
    ///
    /// @return false if nothing fixes it
    private boolean combination(int q, IntList columns, java.util.Map<Integer, Double> weights) {
        java.util.TreeMap<Integer, Integer> open = new java.util.TreeMap<>(); // pivots still to be put in
        weights.put(q, 1.0);
        if (pivotOf[q] < 0) {
            return false;
        }
        open.put(pivotOf[q], q);
        while (!open.isEmpty()) {
            Elimination.Pivot pivot = elimination.pivots().get(open.firstKey());
            open.pollFirstEntry();
            double weight = weights.getOrDefault(pivot.column(), 0.0);
            weights.remove(pivot.column());
            Elimination.SparseRow row = elimination.row(pivot.row());
            for (int k = 0; k < row.size; k++) {
                int column = row.columns[k];
                if (column == pivot.column()) {
                    continue;
                }
                if (parked[column]) {
                    return false;
                }
                weights.merge(column, -weight * row.values[k] / pivot.value(), Double::sum);
                if (expressed[column]) {
                    open.put(pivotOf[column], column);
                }
            }
        }
        weights.keySet().forEach(columns::add);
        return true;
    }

    private double unobserved(int q, double[] work) {
        IntList columns = new IntList();
        java.util.Map<Integer, Double> weights = new java.util.TreeMap<>();
        if (!combination(q, columns, weights)) {
            return Double.POSITIVE_INFINITY;
        }
        double prior = 0;
        IntList rows = new IntList();
        double[] values = new double[16];
        for (int c = 0; c < columns.size; c++) {
            int column = columns.at[c];
            double weight = weights.getOrDefault(column, 0.0);
            prior += weight * weight * measured.variance[column];
            for (int k = 0; k < rowsOf[column].length; k++) {
                if (rows.size == values.length) {
                    values = Arrays.copyOf(values, 2 * values.length);
                }
                values[rows.size] =
                        valuesOf[column][k] * measured.variance[column] * weight * rowScale[rowsOf[column][k]];
                rows.add(rowsOf[column][k]);
            }
        }
        return Math.max(0, prior - factor.quadratic(rows.at, values, rows.size, work));
    }

    /// Posterior covariance of every column with one observed, free quantity.
    double[] covarianceWith(int q) {
        double[] prior = new double[measured.columns];
        prior[q] = measured.variance[q];
        return project(prior);
    }

    /// A deviation of the figures as the deviation of the balanced quantities that follows: a draw from the
    /// posterior if the deviation is one from the prior.
    double[] project(double[] deviation) {
        double[] z = deviation.clone();
        double[] off = new double[left.length];
        for (int i = 0; i < left.length; i++) {
            Elimination.SparseRow row = elimination.row(left[i]);
            double sum = 0;
            for (int k = 0; k < row.size; k++) {
                sum += row.values[k] * z[row.columns[k]];
            }
            off[i] = sum * rowScale[i];
        }
        double[] step = factor.solve(off);
        for (int i = 0; i < left.length; i++) {
            Elimination.SparseRow row = elimination.row(left[i]);
            for (int k = 0; k < row.size; k++) {
                z[row.columns[k]] -= measured.variance[row.columns[k]] * row.values[k] * step[i] * rowScale[i];
            }
        }
        express(z, false);
        return z;
    }

    /// True if a column has an error of its own: it is observed and free, and not only anchored.
    boolean isDrawn(int column) {
        return Double.isNaN(held[column]) && measured.isObserved(column) && !measured.anchored[column];
    }

    /// The same balance with more quantities held.
    Reconciled holding(boolean[] more) {
        double[] all = held.clone();
        for (int q = 0; q < more.length; q++) {
            all[q] = more[q] ? x[q] : all[q];
        }
        return new Reconciled(measured, all);
    }

    /// One draw of how the balanced quantities may deviate together, from one standard normal for each column.
    double[] draw(double[] normals) {
        double[] deviation = new double[measured.columns];
        for (int q = 0; q < deviation.length; q++) {
            deviation[q] = isDrawn(q) ? normals[q] * Math.sqrt(measured.variance[q]) : 0;
        }
        return Arrays.copyOf(project(deviation), measured.quantities);
    }
}
