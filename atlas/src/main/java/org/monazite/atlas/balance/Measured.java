package org.monazite.atlas.balance;

import java.util.Arrays;
import java.util.BitSet;

/// A problem as arrays. All figures on one quantity count as one, weighted by their variances; a soft row is a hard
/// one with a column of its own, observed as 0 with the standard deviation of the row.
///
/// Figures of a group are `y = q + sd (sqrt(rho) u + sqrt(1 - rho) w)`: the group has a column `u`, observed as
/// 0 with standard deviation 1, and each figure a column `s = q + sd sqrt(rho) u` that it observes with
/// `sd sqrt(1 - rho)`. The covariance of the figures is then the one asked for, and all else stays sparse.
final class Measured {

    private static final double WIDE = 1e4;

    final int quantities;
    final int columns; // quantities, one for each soft row, one for each group, one for each figure in a group
    final int errors; // end of the columns that are errors of their own: soft rows and groups
    final int[] columnOf; // of each figure
    final double[] sdOf; // of each figure around its column
    final double[] said; // weighted mean of all figures on a quantity, NaN for none
    final double[] value; // NaN where nothing is observed
    final double[] variance;
    final double[] low;
    final double[] high;
    final double[] scale; // how far a column may be expected to move, in its unit
    final int[][] rowColumns;
    final double[][] rowValues;
    final boolean[] anchored; // a place to stand where no source gives one
    final int figures;
    final int softRows;

    /// @param out figures left out, by index
    Measured(BalanceProblem problem, BitSet out) {
        this.quantities = problem.size();
        this.softRows = (int) problem.rows.stream().filter(row -> row.sd() > 0).count();
        this.errors = quantities + softRows + problem.groups.size();
        this.columnOf = problem.observations.stream()
                .mapToInt(BalanceProblem.Observation::quantity)
                .toArray();
        this.sdOf = problem.observations.stream()
                .mapToDouble(BalanceProblem.Observation::sd)
                .toArray();
        this.columns = errors + group(problem);
        this.said = new double[quantities];
        this.value = new double[columns];
        this.variance = new double[columns];
        this.low = new double[columns];
        this.high = new double[columns];
        this.scale = new double[columns];
        this.anchored = new boolean[columns];
        int rows = problem.rows.size();
        this.rowColumns = new int[rows + columns - errors][];
        this.rowValues = new double[rowColumns.length][];
        this.figures = observe(problem, out);
        int soft = quantities;
        for (int row = 0; row < rows; row++) {
            soft = add(problem.rows.get(row), row, soft);
        }
        for (int group = 0; group < problem.groups.size(); group++) {
            rows = share(problem, group, rows);
        }
        scale();
    }

    /// Gives every figure of a group its column; returns how many there are.
    private int group(BalanceProblem problem) {
        int count = 0;
        for (BalanceProblem.Group group : problem.groups) {
            for (int i = 0; i < group.observations().size(); i++) {
                int figure = group.observations().get(i);
                columnOf[figure] = errors + count++;
                sdOf[figure] = group.own(i, sdOf[figure]);
            }
        }
        return count;
    }

    /// `s - q - sd sqrt(rho) u = 0` for every figure of a group.
    private int share(BalanceProblem problem, int group, int firstRow) {
        BalanceProblem.Group each = problem.groups.get(group);
        int common = errors - problem.groups.size() + group;
        value[common] = 0;
        variance[common] = 1;
        low[common] = Double.NEGATIVE_INFINITY;
        high[common] = Double.POSITIVE_INFINITY;
        int row = firstRow;
        for (int i = 0; i < each.observations().size(); i++) {
            int figure = each.observations().get(i);
            BalanceProblem.Observation said = problem.observations.get(figure);
            rowColumns[row] = new int[] {said.quantity(), common, columnOf[figure]};
            rowValues[row++] = new double[] {-1, -each.shared(i, said.sd()), 1};
        }
        return row;
    }

    private int observe(BalanceProblem problem, BitSet out) {
        double[] weight = new double[columns];
        double[] all = new double[quantities];
        int used = 0;
        for (int i = 0; i < problem.observations.size(); i++) {
            if (!out.get(i)) {
                BalanceProblem.Observation figure = problem.observations.get(i);
                double each = 1 / (sdOf[i] * sdOf[i]);
                weight[columnOf[i]] += each;
                value[columnOf[i]] += each * figure.value();
                double plain = 1 / (figure.sd() * figure.sd());
                all[figure.quantity()] += plain;
                said[figure.quantity()] += plain * figure.value();
                used++;
            }
        }
        for (int q = 0; q < quantities; q++) {
            said[q] = all[q] > 0 ? said[q] / all[q] : Double.NaN;
        }
        for (int q = 0; q < columns; q++) {
            low[q] = q < quantities ? problem.lows.get(q) : Double.NEGATIVE_INFINITY;
            high[q] = q < quantities ? problem.highs.get(q) : Double.POSITIVE_INFINITY;
            value[q] = weight[q] > 0 ? value[q] / weight[q] : Double.NaN;
            variance[q] = weight[q] > 0 ? 1 / weight[q] : Double.NaN;
        }
        return used;
    }

    private int add(BalanceProblem.Row row, int index, int soft) {
        int size = row.quantities().size();
        boolean isSoft = row.sd() > 0;
        int[] at = new int[size + (isSoft ? 1 : 0)];
        double[] coefficient = new double[at.length];
        Integer[] order = new Integer[size];
        Arrays.setAll(order, k -> k);
        Arrays.sort(order, java.util.Comparator.comparing(row.quantities()::get)); // stable
        int kept = 0;
        for (int k : order) {
            int column = row.quantities().get(k);
            if (kept > 0 && at[kept - 1] == column) {
                coefficient[kept - 1] += row.coefficients().get(k);
            } else {
                at[kept] = column;
                coefficient[kept++] = row.coefficients().get(k);
            }
        }
        if (isSoft) {
            at[kept] = soft;
            coefficient[kept++] = -1;
            value[soft] = 0;
            variance[soft] = row.sd() * row.sd();
            low[soft] = Double.NEGATIVE_INFINITY;
            high[soft] = Double.POSITIVE_INFINITY;
        }
        rowColumns[index] = Arrays.copyOf(at, kept);
        rowValues[index] = Arrays.copyOf(coefficient, kept);
        return soft + (isSoft ? 1 : 0);
    }

    /// Of an observed column its standard deviation; of another the largest among those it is balanced with.
    private void scale() {
        for (int q = 0; q < columns; q++) {
            scale[q] = isObserved(q) ? Math.sqrt(variance[q]) : 0;
        }
        double[] found = scale.clone();
        for (int row = 0; row < rowColumns.length; row++) {
            double largest = 0;
            for (int column : rowColumns[row]) {
                largest = Math.max(largest, scale[column]);
            }
            for (int column : rowColumns[row]) {
                found[column] = Math.max(found[column], isObserved(column) ? 0 : largest);
            }
        }
        for (int q = 0; q < columns; q++) {
            scale[q] = found[q] > 0 ? found[q] : 1;
        }
    }

    /// Gives columns that nothing fixes a place to stand: zero, or the nearest bound, with a standard
    /// deviation so wide that it moves nothing else. The balance then has one solution; these columns are
    /// reported as not observable.
    void anchor(boolean[] unfixed) {
        for (int q = 0; q < quantities; q++) {
            if (unfixed[q]) {
                anchored[q] = true;
                value[q] = Math.max(low[q], Math.min(0, high[q]));
                variance[q] = WIDE * WIDE * scale[q] * scale[q];
            }
        }
    }

    /// Columns on which at least one source speaks.
    int spoken() {
        int spoken = 0;
        for (int q = 0; q < columns; q++) {
            boolean figure = q < quantities || q >= errors;
            spoken += figure && isObserved(q) && !anchored[q] ? 1 : 0;
        }
        return spoken;
    }

    boolean isObserved(int column) {
        return !Double.isNaN(value[column]);
    }
}
