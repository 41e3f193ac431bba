package org.monazite.atlas.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/// Removes the unknowns that nobody observed from the balances: each is expressed by one row and put into
/// the others, until the rows that are left hold observed quantities alone. An unknown that is left without
/// a row is fixed by nothing. After Crowe, Garcia Campos and Hrymak, Reconciliation of process flow rates
/// by matrix projection, AIChE J. 29 (1983), by sparse elimination in place of a projection matrix.
final class Elimination {

    private static final double DUST = 1e-13;
    private static final double STABLE = 0.1;
    private static final double CANCELLED = 1e-10;

    private final SparseRow[] rows;
    private final boolean[] unknown;
    private final IntList[] rowsOf;
    private final boolean[] spent;
    private final List<Pivot> pivots = new ArrayList<>();
    private final List<Operation> operations = new ArrayList<>();

    /// A row with its right-hand side: `sum value x = right`. Columns ascend.
    static final class SparseRow {
        int[] columns;
        double[] values;
        int size;
        double right;

        SparseRow(int[] columns, double[] values, int size, double right) {
            this.columns = columns;
            this.values = values;
            this.size = size;
            this.right = right;
        }

        double at(int column) {
            int k = Arrays.binarySearch(columns, 0, size, column);
            return k < 0 ? 0 : values[k];
        }
    }

    /// An unknown and the row that says what it is.
    record Pivot(int column, int row, double value) {}

    /// `row target -= factor x row source`.
    private record Operation(int target, int source, double factor) {}

    /// Eliminates at once.
    ///
    /// @param rows taken over and changed
    /// @param unknown which columns nobody observed
    Elimination(SparseRow[] rows, boolean[] unknown) {
        this.rows = rows;
        this.unknown = unknown;
        this.spent = new boolean[rows.length];
        this.rowsOf = new IntList[unknown.length];
        for (int row = 0; row < rows.length; row++) {
            for (int k = 0; k < rows[row].size; k++) {
                if (unknown[rows[row].columns[k]]) {
                    list(rows[row].columns[k]).add(row);
                }
            }
        }
        run();
    }

    private IntList list(int column) {
        if (rowsOf[column] == null) {
            rowsOf[column] = new IntList();
        }
        return rowsOf[column];
    }

    /// The unknown with the fewest rows first.
    private void run() {
        Comparator<int[]> order =
                Comparator.<int[]>comparingInt(each -> each[0]).thenComparingInt(each -> each[1]);
        TreeSet<int[]> queue = new TreeSet<>(order);
        for (int column = 0; column < unknown.length; column++) {
            if (unknown[column] && rowsOf[column] != null) {
                queue.add(new int[] {rowsOf[column].size, column});
            }
        }
        while (!queue.isEmpty()) {
            int[] best = queue.pollFirst();
            int count = compact(best[1]);
            if (count > best[0]) { // got more rows since it was queued
                queue.add(new int[] {count, best[1]});
            } else if (count > 0) {
                eliminate(best[1]);
            }
        }
    }

    /// Drops rows that are spent or hold the column no more.
    private int compact(int column) {
        IntList list = list(column);
        Arrays.sort(list.at, 0, list.size);
        int kept = 0;
        for (int k = 0; k < list.size; k++) {
            int row = list.at[k];
            boolean twice = kept > 0 && list.at[kept - 1] == row;
            if (!twice && !spent[row] && rows[row].at(column) != 0) {
                list.at[kept++] = row;
            }
        }
        list.size = kept;
        return kept;
    }

    private void eliminate(int column) {
        IntList list = list(column);
        double largest = 0;
        for (int k = 0; k < list.size; k++) {
            largest = Math.max(largest, Math.abs(rows[list.at[k]].at(column)));
        }
        int pivot = -1;
        for (int k = 0; k < list.size; k++) {
            int row = list.at[k];
            boolean stable = Math.abs(rows[row].at(column)) >= STABLE * largest;
            if (stable && (pivot < 0 || rows[row].size < rows[pivot].size)) {
                pivot = row;
            }
        }
        double value = rows[pivot].at(column);
        spent[pivot] = true;
        pivots.add(new Pivot(column, pivot, value));
        for (int k = 0; k < list.size; k++) {
            int row = list.at[k];
            if (row != pivot) {
                double factor = rows[row].at(column) / value;
                operations.add(new Operation(row, pivot, factor));
                subtract(row, pivot, factor, column);
            }
        }
    }

    private void subtract(int target, int source, double factor, int column) {
        SparseRow a = rows[target];
        SparseRow b = rows[source];
        int[] columns = new int[a.size + b.size];
        double[] values = new double[a.size + b.size];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < a.size || j < b.size) {
            int left = i < a.size ? a.columns[i] : Integer.MAX_VALUE;
            int right = j < b.size ? b.columns[j] : Integer.MAX_VALUE;
            int at = Math.min(left, right);
            double one = left == at ? a.values[i++] : 0;
            double two = right == at ? factor * b.values[j++] : 0;
            double value = one - two;
            if (at != column && Math.abs(value) > DUST * (Math.abs(one) + Math.abs(two))) {
                columns[size] = at;
                values[size++] = value;
                if (left != at && unknown[at]) {
                    list(at).add(target);
                }
            }
        }
        rows[target] = new SparseRow(columns, values, size, a.right - factor * b.right);
    }

    /// Rows that hold no unknown any more, in order.
    int[] left() {
        IntList left = new IntList();
        for (int row = 0; row < rows.length; row++) {
            if (!spent[row]) {
                left.add(row);
            }
        }
        return Arrays.copyOf(left.at, left.size);
    }

    SparseRow row(int index) {
        return rows[index];
    }

    /// In the order of elimination: the row of a pivot holds later pivots, and unknowns that nothing fixes.
    List<Pivot> pivots() {
        return pivots;
    }

    /// The columns that move when unknowns without a row do. Two of those may cancel in a row: each gets a push of
    /// an odd size of its own, and what answers moves.
    ///
    /// @param pushed the unknowns that are left without a row
    boolean[] moving(boolean[] pushed) {
        boolean[] moving = pushed.clone();
        double[] push = new double[pushed.length];
        for (int q = 0; q < push.length; q++) {
            push[q] = pushed[q] ? 1 + (0x9E3779B97F4A7C15L * (q + 1) >>> 11) * 0x1p-53 : 0;
        }
        for (int p = pivots.size() - 1; p >= 0; p--) {
            Pivot pivot = pivots.get(p);
            SparseRow row = rows[pivot.row];
            double sum = 0;
            double all = 0;
            for (int k = 0; k < row.size; k++) {
                double each = row.columns[k] == pivot.column ? 0 : row.values[k] * push[row.columns[k]];
                sum -= each;
                all += Math.abs(each);
            }
            moving[pivot.column] = Math.abs(sum) > CANCELLED * all;
            push[pivot.column] = moving[pivot.column] ? sum / pivot.value : 0;
        }
        return moving;
    }

    /// From multipliers of the rows that are left to those of the rows as they were.
    void multipliers(double[] lambda) {
        for (int k = operations.size() - 1; k >= 0; k--) {
            Operation operation = operations.get(k);
            lambda[operation.source()] -= operation.factor() * lambda[operation.target()];
        }
    }
}
