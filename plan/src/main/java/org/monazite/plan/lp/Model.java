package org.monazite.plan.lp;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A linear program, or a mixed-integer one: minimise `offset + cost · x` over rows and bounds.
///
/// Columns and rows are named by keys of the caller, best one record type per family of variables or
/// equations; a key is used once. They are numbered from 0 in the order in which they are added, so the
/// same calls give the same model. Rows lie in compressed form and are appended. Not safe for use from
/// several threads while it is being changed.
public final class Model {

    private Keys columnKeys = new Keys();
    private Keys rowKeys = new Keys();

    private double offset;
    private double[] cost = new double[64];
    private double[] low = new double[64];
    private double[] high = new double[64];
    private boolean[] integer = new boolean[64];
    private int integers;

    private int[] start = new int[65]; // terms of row r: start[r] .. start[r + 1] - 1
    private double[] rowLow = new double[64];
    private double[] rowHigh = new double[64];
    private int[] index = new int[256];
    private double[] value = new double[256];
    private int terms; // closed rows and the open one

    private @Nullable Row open;
    private Function<Object, String> columnNames = String::valueOf;
    private Function<Object, String> rowNames = String::valueOf;
    private int[] place = new int[64]; // by column: its place among the terms of the open row, if it lies there

    /// Adds a column that may take any value between its bounds. Returns its index.
    ///
    /// @param low -infinity for none
    /// @param high infinity for none
    /// @param cost per unit, in the objective
    /// @throws IllegalArgumentException if the key is taken, a number is NaN, or the bounds exclude
    ///     each other
    public int column(Object key, double low, double high, double cost) {
        int column = columns();
        checkBounds("column", key, low, high);
        checkFinite("The cost of column", key, cost);
        columnKeys = columnKeys.own();
        if (!columnKeys.add(requireNonNull(key, "key"))) {
            throw new IllegalArgumentException("There already is a column '%s'.".formatted(key));
        }
        if (column == this.cost.length) {
            int larger = column * 2;
            this.cost = Arrays.copyOf(this.cost, larger);
            this.low = Arrays.copyOf(this.low, larger);
            this.high = Arrays.copyOf(this.high, larger);
            integer = Arrays.copyOf(integer, larger);
            place = Arrays.copyOf(place, larger);
        }
        this.cost[column] = cost;
        this.low[column] = low;
        this.high[column] = high;
        return column;
    }

    /// Adds a column that takes whole values between its bounds. Returns its index. Parameters as for
    /// [#column].
    public int integer(Object key, double low, double high, double cost) {
        int column = column(key, low, high, cost);
        integer[column] = true;
        integers++;
        return column;
    }

    /// Begins a row. It counts once a side is given: `model.row(key).plus(x, 2).atMost(5)`.
    ///
    /// @throws IllegalArgumentException if the key is taken
    /// @throws IllegalStateException if the row before has no side yet
    public Row row(Object key) {
        needClosed();
        if (rowKeys.has(requireNonNull(key, "key"))) {
            throw new IllegalArgumentException("There already is a row '%s'.".formatted(key));
        }
        open = new Row(this, key);
        return open;
    }

    void term(Row row, int column, double coefficient) {
        needOpen(row);
        if (column < 0 || column >= columns()) {
            throw new IllegalArgumentException(
                    "Row '%s' names column %d; there are %d.".formatted(row.key(), column, columns()));
        }
        if (!Double.isFinite(coefficient)) {
            throw new IllegalArgumentException("The coefficient of '%s' in row '%s' must be finite, was '%s'."
                    .formatted(columnKeys.get(column), row.key(), coefficient));
        }
        int at = place[column];
        if (at >= start[rows()] && at < terms && index[at] == column) {
            value[at] += coefficient;
            return;
        }
        if (terms == index.length) {
            index = Arrays.copyOf(index, terms * 2);
            value = Arrays.copyOf(value, terms * 2);
        }
        place[column] = terms;
        index[terms] = column;
        value[terms++] = coefficient;
    }

    int close(Row row, double least, double most) {
        needOpen(row);
        checkBounds("row", row.key(), least, most);
        int closed = rows();
        int kept = start[closed];
        for (int at = start[closed]; at < terms; at++) {
            if (value[at] != 0) {
                index[kept] = index[at];
                value[kept++] = value[at];
            }
        }
        terms = kept;
        if (closed == rowLow.length) {
            rowLow = Arrays.copyOf(rowLow, closed * 2);
            rowHigh = Arrays.copyOf(rowHigh, closed * 2);
            start = Arrays.copyOf(start, closed * 2 + 1);
        }
        rowLow[closed] = least;
        rowHigh[closed] = most;
        start[closed + 1] = terms;
        rowKeys = rowKeys.own();
        rowKeys.add(row.key());
        open = null;
        return closed;
    }

    void needClosed() {
        if (open != null) {
            throw new IllegalStateException("""
                    Row '%s' has no side yet.
                    Maybe an atMost, atLeast, equalTo or between is missing.""".formatted(open.key()));
        }
    }

    private void needOpen(Row row) {
        if (open != row) {
            throw new IllegalStateException("Row '%s' has its side already and cannot change.".formatted(row.key()));
        }
    }

    /// Sets the cost of a column.
    public void cost(int column, double cost) {
        checkFinite("The cost of column", columnKeys.get(column), cost);
        this.cost[column] = cost;
    }

    /// Sets the bounds of a column.
    public void bounds(int column, double low, double high) {
        checkBounds("column", columnKeys.get(column), low, high);
        this.low[column] = low;
        this.high[column] = high;
    }

    /// Sets the sides of a row.
    public void rowBounds(int row, double low, double high) {
        checkBounds("row", rowKeys.get(row), low, high);
        rowLow[row] = low;
        rowHigh[row] = high;
    }

    /// Sets what is added to the objective whatever the columns do.
    public void offset(double offset) {
        checkFinite("The offset of", "the objective", offset);
        this.offset = offset;
    }

    static void checkBounds(String what, Object key, double low, double high) {
        boolean excluded = low > high || low == Double.POSITIVE_INFINITY || high == Double.NEGATIVE_INFINITY;
        if (excluded || Double.isNaN(low) || Double.isNaN(high)) {
            throw new IllegalArgumentException(
                    "The bounds of %s '%s' must hold a number between them, were '%s' and '%s'."
                            .formatted(what, key, low, high));
        }
    }

    static void checkFinite(String what, Object key, double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("%s '%s' must be finite, was '%s'.".formatted(what, key, number));
        }
    }

    /// The same model with integer columns free to take any value between their bounds. Keys are
    /// shared.
    public Model relaxed() {
        Model copy = copy();
        Arrays.fill(copy.integer, false);
        copy.integers = 0;
        return copy;
    }

    /// The same model with integer columns fixed at the values of a plan, rounded: a linear program, so
    /// it has duals.
    ///
    /// @throws IllegalStateException if the solution has no plan
    public Model fixedAt(Solution plan) {
        Model copy = relaxed();
        for (int column = 0; column < columns(); column++) {
            if (integer[column]) {
                double whole = Math.rint(plan.value(column));
                copy.bounds(column, whole, whole);
            }
        }
        return copy;
    }

    /// A model of its own with the same columns and rows.
    ///
    /// @throws IllegalStateException if a row has no side yet
    public Model copy() {
        needClosed();
        Model copy = new Model();
        copy.columnKeys = columnKeys.shared();
        copy.rowKeys = rowKeys.shared();
        copy.offset = offset;
        copy.cost = cost.clone();
        copy.low = low.clone();
        copy.high = high.clone();
        copy.integer = integer.clone();
        copy.integers = integers;
        copy.start = start.clone();
        copy.rowLow = rowLow.clone();
        copy.rowHigh = rowHigh.clone();
        copy.index = index.clone();
        copy.value = value.clone();
        copy.terms = terms;
        copy.place = new int[place.length];
        copy.columnNames = columnNames;
        copy.rowNames = rowNames;
        return copy;
    }

    /// Says how people call what keys stand for; by default as the keys write themselves.
    ///
    /// @param columns from the key of a column
    /// @param rows from the key of a row
    public void naming(Function<Object, String> columns, Function<Object, String> rows) {
        columnNames = columns;
        rowNames = rows;
    }

    /// How people call a column.
    public String columnName(int column) {
        return columnNames.apply(columnKeys.get(column));
    }

    /// How people call a row.
    public String rowName(int row) {
        return rowNames.apply(rowKeys.get(row));
    }

    /// Number of columns.
    public int columns() {
        return columnKeys.size();
    }

    /// Number of rows that have a side.
    public int rows() {
        return rowKeys.size();
    }

    /// Number of terms in all rows.
    public int nonzeros() {
        return start[rows()];
    }

    /// Number of columns that take whole values only.
    public int integers() {
        return integers;
    }

    /// The key of a column.
    public Object columnKey(int column) {
        return columnKeys.get(column);
    }

    /// The key of a row.
    public Object rowKey(int row) {
        return rowKeys.get(row);
    }

    /// The column with this key.
    public OptionalInt findColumn(Object key) {
        return columnKeys.find(key);
    }

    /// The row with this key.
    public OptionalInt findRow(Object key) {
        return rowKeys.find(key);
    }

    /// True if the column takes whole values only.
    public boolean isInteger(int column) {
        return integer[checked(column, columns())];
    }

    /// Cost of a column per unit.
    public double cost(int column) {
        return cost[checked(column, columns())];
    }

    /// Lower bound of a column.
    public double low(int column) {
        return low[checked(column, columns())];
    }

    /// Upper bound of a column.
    public double high(int column) {
        return high[checked(column, columns())];
    }

    /// Lower side of a row.
    public double rowLow(int row) {
        return rowLow[checked(row, rows())];
    }

    /// Upper side of a row.
    public double rowHigh(int row) {
        return rowHigh[checked(row, rows())];
    }

    /// What is added to the objective whatever the columns do.
    public double offset() {
        return offset;
    }

    /// Number of terms of a row.
    public int terms(int row) {
        return start[checked(row, rows()) + 1] - start[row];
    }

    /// Column of the n-th term of a row.
    public int column(int row, int term) {
        return index[start[checked(row, rows())] + checked(term, terms(row))];
    }

    /// Coefficient of the n-th term of a row.
    public double coefficient(int row, int term) {
        return value[start[checked(row, rows())] + checked(term, terms(row))];
    }

    private static int checked(int index, int size) {
        return java.util.Objects.checkIndex(index, size);
    }

    // For the solvers of this package: the arrays themselves, longer than the model. Read, never write.

    double[] costShared() {
        return cost;
    }

    double[] lowShared() {
        return low;
    }

    double[] highShared() {
        return high;
    }

    double[] rowLowShared() {
        return rowLow;
    }

    double[] rowHighShared() {
        return rowHigh;
    }

    int[] startShared() {
        return start;
    }

    int[] indexShared() {
        return index;
    }

    double[] valueShared() {
        return value;
    }
}
