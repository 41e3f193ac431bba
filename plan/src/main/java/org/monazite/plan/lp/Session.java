package org.monazite.plan.lp;

import java.util.Arrays;
import java.util.Objects;
import org.monazite.plan.internal.HighsInstance;
import org.monazite.plan.internal.HighsPool;
import org.monazite.plan.internal.HighsRefusal;

/// A model loaded into HiGHS for a series of related solves. Changes apply to the session, never to the
/// model it was opened on. One thread at a time may use it.
///
/// Indices are those of the model; a row that is added comes behind the others.
public final class Session implements AutoCloseable {

    private static final int OPTIMAL = 7;

    private final HighsPool pool;
    private final HighsInstance highs;
    private int columns;
    private double[] low; // as loaded, by column
    private double[] high;
    private boolean integers;
    private int rows;
    private boolean closed;

    Session(HighsPool pool, Model model) {
        model.needClosed();
        this.pool = pool;
        columns = model.columns();
        low = Arrays.copyOf(model.lowShared(), columns);
        high = Arrays.copyOf(model.highShared(), columns);
        rows = model.rows();
        integers = model.integers() > 0;
        highs = pool.take();
        try {
            highs.pass(new Loaded(columns == 0 ? withOneColumn(model) : model));
        } catch (HighsRefusal e) {
            pool.giveBack(highs);
            throw new SolverException("""
                    HiGHS refuses the model: %s
                    Maybe a coefficient is below 1e-9 or above 1e15: %s.""".formatted(e.getMessage(), ModelDoctor.widest(model)), e);
        }
    }

    /// HiGHS calls a model without columns empty and does not look at its rows: give it one that is
    /// always zero.
    private static Model withOneColumn(Model model) {
        Model copy = model.copy();
        copy.column("nothing", 0, 0, 0);
        return copy;
    }

    /// Number of rows now.
    public int rows() {
        return rows;
    }

    /// Sets the cost of a column.
    public void cost(int column, double cost) {
        column(column);
        Model.checkFinite("The cost of column", column, cost);
        highs.cost(column, cost);
    }

    /// Sets the bounds of a column.
    public void bounds(int column, double low, double high) {
        column(column);
        Model.checkBounds("column", column, low, high);
        if (this.low[column] != low || this.high[column] != high) {
            highs.bounds(column, low, high);
            this.low[column] = low;
            this.high[column] = high;
        }
    }

    /// Sets the sides of a row.
    public void rowBounds(int row, double low, double high) {
        row(row);
        Model.checkBounds("row", row, low, high);
        highs.rowBounds(row, low, high);
    }

    /// Sets one coefficient.
    public void coefficient(int row, int column, double coefficient) {
        row(row);
        column(column);
        Model.checkFinite("The coefficient in row", row, coefficient);
        highs.coefficient(row, column, coefficient);
    }

    /// Sets what is added to the objective whatever the columns do.
    public void offset(double offset) {
        open();
        Model.checkFinite("The offset of", "the objective", offset);
        highs.offset(offset);
    }

    /// Adds a row without a key, such as a cut. Returns its index.
    ///
    /// @param columns none of them twice
    /// @param coefficients one for each of the columns
    public int addRow(int[] columns, double[] coefficients, double low, double high) {
        if (columns.length != coefficients.length) {
            throw new IllegalArgumentException("A row has as many coefficients as columns, was %d and %d."
                    .formatted(coefficients.length, columns.length));
        }
        Model.checkBounds("row", rows, low, high);
        for (int term = 0; term < columns.length; term++) {
            column(columns[term]);
            Model.checkFinite("The coefficient in row", rows, coefficients[term]);
        }
        highs.addRow(low, high, columns, coefficients);
        return rows++;
    }

    /// Adds columns without keys that no row names yet. Returns the index of the first.
    ///
    /// @param cost of each
    /// @param low of each
    /// @param high of each
    public int addColumns(double[] cost, double[] low, double[] high) {
        open();
        for (int column = 0; column < cost.length; column++) {
            Model.checkBounds("column", columns + column, low[column], high[column]);
            Model.checkFinite("The cost of column", columns + column, cost[column]);
        }
        if (cost.length > 0) {
            highs.addColumns(cost, low, high);
        }
        int first = columns;
        columns += cost.length;
        this.low = Arrays.copyOf(this.low, columns);
        this.high = Arrays.copyOf(this.high, columns);
        System.arraycopy(low, 0, this.low, first, cost.length);
        System.arraycopy(high, 0, this.high, first, cost.length);
        return first;
    }

    /// Adds rows without keys, such as cuts, all at once: for many rows far quicker than one by one.
    ///
    /// @param starts where the terms of each row begin; the first is 0
    /// @param indices columns of the terms; none of them twice in a row
    /// @param coefficients one for each term
    /// @param low lower sides
    /// @param high upper sides
    public void addRows(int[] starts, int[] indices, double[] coefficients, double[] low, double[] high) {
        open();
        if (starts.length != low.length || high.length != low.length || indices.length != coefficients.length) {
            throw new IllegalArgumentException("Rows have as many starts as sides and as many columns as coefficients,"
                    + " were %d and %d, %d and %d."
                            .formatted(starts.length, low.length, indices.length, coefficients.length));
        }
        for (int term = 0; term < indices.length; term++) {
            Objects.checkIndex(indices[term], columns);
            Model.checkFinite("A coefficient of rows from", rows, coefficients[term]);
        }
        for (int row = 0; row < low.length; row++) {
            Model.checkBounds("row", rows + row, low[row], high[row]);
        }
        if (low.length > 0) {
            highs.addRows(low, high, starts, indices, coefficients);
            rows += low.length;
        }
    }

    /// Sets the bounds of the first columns.
    ///
    /// @param low as many as there are columns to set
    /// @param high as many
    public void bounds(double[] low, double[] high) {
        open();
        Objects.checkFromToIndex(0, low.length, columns);
        for (int column = 0; column < low.length; column++) {
            Model.checkBounds("column", column, low[column], high[column]);
        }
        if (low.length > 0) {
            highs.bounds(low, high);
            System.arraycopy(low, 0, this.low, 0, low.length);
            System.arraycopy(high, 0, this.high, 0, low.length);
        }
    }

    /// Sets the sides of the first rows.
    ///
    /// @param low as many as there are rows to set
    /// @param high as many
    public void rowBounds(double[] low, double[] high) {
        open();
        Objects.checkFromToIndex(0, low.length, rows);
        for (int row = 0; row < low.length; row++) {
            Model.checkBounds("row", row, low[row], high[row]);
        }
        if (low.length > 0) {
            highs.rowBounds(low, high);
        }
    }

    /// Says of the first columns which take whole values only; the others may take any.
    public void integers(boolean... whole) {
        open();
        Objects.checkFromToIndex(0, whole.length, columns);
        int[] kinds = new int[whole.length];
        integers = false;
        for (int column = 0; column < kinds.length; column++) {
            kinds[column] = whole[column] ? 1 : 0;
            integers |= whole[column];
        }
        if (kinds.length > 0) {
            highs.integrality(kinds);
        }
    }

    /// Removes rows; those behind them move up.
    ///
    /// @param gone none of them twice, in any order
    public void removeRows(int... gone) {
        int[] sorted = gone.clone();
        Arrays.sort(sorted);
        for (int row : sorted) {
            row(row);
        }
        if (sorted.length > 0) {
            highs.removeRows(sorted);
            rows -= sorted.length;
        }
    }

    /// Offers a plan to start from, one value per column: a model with integers begins with it if it is
    /// feasible.
    public void start(double... values) {
        open();
        if (values.length != columns) {
            throw new IllegalArgumentException(
                    "A plan to start from has %d values, was %d.".formatted(columns, values.length));
        }
        highs.start(values);
    }

    /// Forgets basis and solution: the next run starts from nothing.
    public void forget() {
        open();
        highs.forget();
    }

    /// Minimises. A linear program starts from the last basis.
    ///
    /// What is in doubt is solved again, see [Ladder]. All runs share the seconds.
    public Solution run(Limits limits) {
        open();
        highs.setNumber("time_limit", limits.seconds());
        highs.setNumber("mip_rel_gap", limits.gap());
        highs.setNumber("mip_abs_gap", limits.gap() == 0 ? 0 : 1e-6);
        highs.setNumber("objective_target", limits.enough());
        highs.startClock();
        return Ladder.climb(this::once, this::withoutPresolve, this::fromNothing);
    }

    private Solution once() {
        return solution(highs.run());
    }

    private Solution withoutPresolve() {
        highs.setText("presolve", "off");
        Solution found = once();
        highs.setText("presolve", "choose");
        return found;
    }

    private Solution fromNothing() {
        highs.forget();
        return withoutPresolve();
    }

    private Solution solution(HighsInstance.Outcome outcome) {
        Status status = status(outcome.status());
        boolean optimal = status == Status.OPTIMAL;
        double bound = bound(status, outcome);
        boolean plan = optimal || (outcome.feasible() && Double.isFinite(outcome.objective()));
        if (!plan || status == Status.ERROR || status == Status.UNBOUNDED) {
            return Solution.nothing(status, bound, outcome.iterations());
        }
        double[] values = new double[Math.max(1, columns)]; // see withOneColumn
        double[] reduced = new double[values.length];
        double[] duals = new double[rows];
        highs.solution(values, reduced, duals);
        boolean hasDuals = optimal && !integers && outcome.dual();
        return new Solution(
                status,
                outcome.objective(),
                bound,
                Arrays.copyOf(values, columns),
                hasDuals ? duals : null,
                hasDuals ? reduced : null,
                outcome.iterations());
    }

    private double bound(Status status, HighsInstance.Outcome outcome) {
        if (status == Status.INFEASIBLE) {
            return Double.POSITIVE_INFINITY;
        }
        if (integers) {
            return outcome.mipBound();
        }
        return status == Status.OPTIMAL ? outcome.objective() : Double.NEGATIVE_INFINITY;
    }

    /// Numbers of `HighsModelStatus`.
    private static Status status(int highs) {
        return switch (highs) {
            case OPTIMAL -> Status.OPTIMAL;
            case 8 -> Status.INFEASIBLE;
            case 9 -> Status.INFEASIBLE_OR_UNBOUNDED;
            case 10 -> Status.UNBOUNDED;
            case 13 -> Status.TIME_LIMIT;
            case 12, 14, 16 -> Status.ITERATION_LIMIT; // 12: the objective is enough
            case 17 -> Status.INTERRUPTED;
            default -> Status.ERROR;
        };
    }

    private void column(int column) {
        open();
        Objects.checkIndex(column, columns);
    }

    private void row(int row) {
        open();
        Objects.checkIndex(row, rows);
    }

    private void open() {
        if (closed) {
            throw new IllegalStateException("This session is closed.");
        }
    }

    /// Gives the instance of HiGHS back; further calls throw.
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            pool.giveBack(highs);
        }
    }
}
