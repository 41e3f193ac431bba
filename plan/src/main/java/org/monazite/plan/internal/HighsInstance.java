package org.monazite.plan.internal;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// One instance of HiGHS: one thread, a fixed seed, no output. One Java thread at a time may use it.
///
/// Every return code is checked. An error always throws; a warning throws too, except from [#run],
/// which warns when a limit ends it, and from [#start], which warns when it does not like what it is
/// offered.
public final class HighsInstance {

    private static final int ERROR = -1;
    private static final int OK = 0;

    private static final int ROW_WISE = 2;
    private static final int HESSIAN_TRIANGULAR = 1;
    private static final int MINIMISE = 1;
    private static final int[] INTERRUPTIBLE = {1, 2, 6}; // simplex, interior point, branch and cut

    private static final MemorySegment NULL = MemorySegment.NULL;

    private final HighsCalls calls;
    private final MemorySegment address;

    private HighsInstance(HighsCalls calls, MemorySegment address) {
        this.calls = calls;
        this.address = address;
    }

    static HighsInstance create(HighsCalls calls, MemorySegment watch) {
        try {
            MemorySegment address = (MemorySegment) calls.create.invokeExact();
            HighsInstance created = new HighsInstance(calls, address);
            created.setSwitch("output_flag", false);
            created.setWhole("threads", 1);
            created.setWhole("random_seed", 0);
            created.setText("parallel", "off");
            check("setCallback", (int) calls.setCallback.invokeExact(address, watch, NULL));
            for (int kind : INTERRUPTIBLE) {
                check("startCallback", (int) calls.startCallback.invokeExact(address, kind));
            }
            return created;
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    /// What a run found; arrays are filled by [#solution].
    ///
    /// @param status number of the model status of HiGHS
    /// @param feasible whether there is a primal solution that fits rows and bounds
    /// @param dual whether there is a dual solution that does
    /// @param objective of the primal solution
    /// @param mipBound proven by branch and cut; of no meaning for a linear program
    /// @param iterations of the simplex method
    public record Outcome(
            int status, boolean feasible, boolean dual, double objective, double mipBound, long iterations) {}

    /// Loads a model in place of the one that is there.
    public void pass(HighsModel model) {
        int terms = model.start()[model.rows()];
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment cost = copy(arena, model.cost(), model.columns());
            MemorySegment low = copy(arena, model.low(), model.columns());
            MemorySegment high = copy(arena, model.high(), model.columns());
            MemorySegment rowLow = copy(arena, model.rowLow(), model.rows());
            MemorySegment rowHigh = copy(arena, model.rowHigh(), model.rows());
            MemorySegment start = copy(arena, model.start(), model.rows() + 1);
            MemorySegment index = copy(arena, model.index(), terms);
            MemorySegment value = copy(arena, model.value(), terms);
            int[] whole = model.integrality();
            MemorySegment integrality = whole == null ? NULL : copy(arena, whole, model.columns());
            check("passModel", (int) calls.passModel.invokeExact(
                    address,
                    model.columns(),
                    model.rows(),
                    terms,
                    0,
                    ROW_WISE,
                    HESSIAN_TRIANGULAR,
                    MINIMISE,
                    model.offset(),
                    cost,
                    low,
                    high,
                    rowLow,
                    rowHigh,
                    start,
                    index,
                    value,
                    NULL,
                    NULL,
                    NULL,
                    integrality));
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    /// Sets a numeric option.
    public void setNumber(String option, double value) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom(option);
            check("option " + option, (int) calls.number.invokeExact(address, name, value));
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    /// Sets a whole-number option.
    public void setWhole(String option, int value) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom(option);
            check("option " + option, (int) calls.whole.invokeExact(address, name, value));
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    /// Sets an option that is on or off.
    public void setSwitch(String option, boolean on) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom(option);
            check("option " + option, (int) calls.onOff.invokeExact(address, name, on ? 1 : 0));
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    /// Sets an option that is a word.
    public void setText(String option, String value) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom(option);
            MemorySegment word = arena.allocateFrom(value);
            check("option " + option, (int) calls.text.invokeExact(address, name, word));
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    /// Sets the cost of a column.
    public void cost(int column, double cost) {
        try {
            check("changeColCost", (int) calls.colCost.invokeExact(address, column, cost));
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    /// Sets the bounds of a column.
    public void bounds(int column, double low, double high) {
        try {
            check("changeColBounds", (int) calls.colBounds.invokeExact(address, column, low, high));
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    /// Sets the sides of a row.
    public void rowBounds(int row, double low, double high) {
        try {
            check("changeRowBounds", (int) calls.rowBounds.invokeExact(address, row, low, high));
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    /// Sets one coefficient.
    public void coefficient(int row, int column, double value) {
        try {
            check("changeCoeff", (int) calls.coefficient.invokeExact(address, row, column, value));
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    /// Sets the constant of the objective.
    public void offset(double value) {
        try {
            check("changeObjectiveOffset", (int) calls.offset.invokeExact(address, value));
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    /// Adds a row behind the others.
    public void addRow(double low, double high, int[] columns, double[] coefficients) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment index = copy(arena, columns, columns.length);
            MemorySegment value = copy(arena, coefficients, columns.length);
            check("addRow", (int) calls.addRow.invokeExact(address, low, high, columns.length, index, value));
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    /// Adds columns behind the others; no row names them yet.
    public void addColumns(double[] cost, double[] low, double[] high) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment costs = copy(arena, cost, cost.length);
            MemorySegment lows = copy(arena, low, cost.length);
            MemorySegment highs = copy(arena, high, cost.length);
            check("addCols", (int)
                    calls.addColumns.invokeExact(address, cost.length, costs, lows, highs, 0, NULL, NULL, NULL));
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    /// Adds rows behind the others.
    ///
    /// @param starts where the terms of each row begin
    public void addRows(double[] low, double[] high, int[] starts, int[] columns, double[] coefficients) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment lows = copy(arena, low, low.length);
            MemorySegment highs = copy(arena, high, low.length);
            MemorySegment start = copy(arena, starts, low.length);
            MemorySegment index = copy(arena, columns, columns.length);
            MemorySegment value = copy(arena, coefficients, columns.length);
            check("addRows", (int)
                    calls.addRows.invokeExact(address, low.length, lows, highs, columns.length, start, index, value));
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    /// Sets the bounds of the first columns, as many as there are bounds.
    public void bounds(double[] low, double[] high) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment lows = copy(arena, low, low.length);
            MemorySegment highs = copy(arena, high, low.length);
            check("changeColsBoundsByRange", (int)
                    calls.colsBounds.invokeExact(address, 0, low.length - 1, lows, highs));
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    /// Sets the sides of the first rows, as many as there are sides.
    public void rowBounds(double[] low, double[] high) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment lows = copy(arena, low, low.length);
            MemorySegment highs = copy(arena, high, low.length);
            check("changeRowsBoundsByRange", (int)
                    calls.rowsBounds.invokeExact(address, 0, low.length - 1, lows, highs));
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    /// Says for the first columns which take whole values only: 1 for those, else 0.
    public void integrality(int[] whole) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment kinds = copy(arena, whole, whole.length);
            check("changeColsIntegralityByRange", (int)
                    calls.colsIntegrality.invokeExact(address, 0, whole.length - 1, kinds));
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    /// Removes rows, given in rising order; those behind them move up.
    public void removeRows(int[] rows) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment set = copy(arena, rows, rows.length);
            check("deleteRowsBySet", (int) calls.deleteRows.invokeExact(address, rows.length, set));
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    /// Offers a solution to begin with.
    public void start(double[] values) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment copy = copy(arena, values, values.length);
            int code = (int) calls.setSolution.invokeExact(address, copy, NULL, NULL, NULL);
            check("setSolution", code == ERROR ? ERROR : OK);
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    /// Sets the clock of the time limit to zero; else it goes on from run to run.
    public void startClock() {
        try {
            check("zeroAllClocks", (int) calls.zeroClocks.invokeExact(address));
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    /// Minimises, from the last basis if there is one.
    public Outcome run() {
        try (Arena arena = Arena.ofConfined()) {
            int code = (int) calls.run.invokeExact(address);
            int status = (int) calls.modelStatus.invokeExact(address);
            if (code == ERROR) {
                return new Outcome(status, false, false, Double.NaN, Double.NEGATIVE_INFINITY, 0);
            }
            return new Outcome(
                    status,
                    intInfo(arena, "primal_solution_status") == 2,
                    intInfo(arena, "dual_solution_status") == 2,
                    (double) calls.objective.invokeExact(address),
                    doubleInfo(arena, "mip_dual_bound"),
                    Math.max(0, intInfo(arena, "simplex_iteration_count")));
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    private int intInfo(Arena arena, String what) throws Throwable {
        MemorySegment name = arena.allocateFrom(what);
        MemorySegment value = arena.allocate(JAVA_INT);
        check(what, (int) calls.intInfo.invokeExact(address, name, value));
        return value.get(JAVA_INT, 0);
    }

    private double doubleInfo(Arena arena, String what) throws Throwable {
        MemorySegment name = arena.allocateFrom(what);
        MemorySegment value = arena.allocate(JAVA_DOUBLE);
        check(what, (int) calls.doubleInfo.invokeExact(address, name, value));
        return value.get(JAVA_DOUBLE, 0);
    }

    /// Reads the solution of the last run into arrays as long as the model has columns and rows.
    public void solution(double[] values, double[] reducedCosts, double[] duals) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment value = arena.allocate(JAVA_DOUBLE, values.length);
            MemorySegment reduced = arena.allocate(JAVA_DOUBLE, reducedCosts.length);
            MemorySegment rowValue = arena.allocate(JAVA_DOUBLE, duals.length);
            MemorySegment dual = arena.allocate(JAVA_DOUBLE, duals.length);
            check("getSolution", (int) calls.getSolution.invokeExact(address, value, reduced, rowValue, dual));
            MemorySegment.copy(value, JAVA_DOUBLE, 0, values, 0, values.length);
            MemorySegment.copy(reduced, JAVA_DOUBLE, 0, reducedCosts, 0, reducedCosts.length);
            MemorySegment.copy(dual, JAVA_DOUBLE, 0, duals, 0, duals.length);
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    /// Forgets basis and solution, keeps the model.
    public void forget() {
        try {
            check("clearSolver", (int) calls.clearSolver.invokeExact(address));
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    void clear() {
        try {
            check("clearModel", (int) calls.clearModel.invokeExact(address));
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    private static MemorySegment copy(Arena arena, double[] from, int length) {
        MemorySegment to = arena.allocate(JAVA_DOUBLE, length);
        MemorySegment.copy(from, 0, to, JAVA_DOUBLE, 0, length);
        return to;
    }

    private static MemorySegment copy(Arena arena, int[] from, int length) {
        MemorySegment to = arena.allocate(JAVA_INT, length);
        MemorySegment.copy(from, 0, to, JAVA_INT, 0, length);
        return to;
    }

    private static void check(String call, int code) {
        if (code != OK) {
            throw new HighsRefusal(call, code == ERROR);
        }
    }

    static RuntimeException broken(Throwable t) {
        return switch (t) {
            case RuntimeException e -> e;
            case Error e -> throw e;
            case Throwable e -> new IllegalStateException("A call of HiGHS broke off.", e);
        };
    }
}
