package org.monazite.plan.lp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Why a model has no plan: rows, and columns with their bounds, that cannot hold together. If any one
/// of them were gone the others could.
///
/// There may be several such sets; this is one of them.
///
/// @param rows keys, in the order of the model
/// @param columns keys of those whose bounds take part, in the order of the model
public record Conflict(List<Object> rows, List<Object> columns) {

    private static final double MORE = Double.POSITIVE_INFINITY;
    private static final double FREE = Double.NEGATIVE_INFINITY;

    /// Copies the lists.
    public Conflict {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
    }

    /// Finds the conflict of a model without a plan; empty if it has one once its integers may take any
    /// value.
    ///
    /// First every row may be broken at a cost: those with a dual at the least cost cannot hold
    /// together, by Farkas. Then each is taken away in turn, and stays away if the rest has no plan
    /// still (a deletion filter, Chinneck and Dravnieks 1991).
    public static Optional<Conflict> find(Model model, Highs highs) {
        List<Integer> rows = candidates(model, highs);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Model alone = only(model, rows);
        List<Object> rowKeys = new ArrayList<>();
        List<Object> columnKeys = new ArrayList<>();
        try (Session session = highs.open(alone)) {
            for (int row = 0; row < alone.rows(); row++) {
                session.rowBounds(row, FREE, MORE);
                if (session.run(Limits.NONE).status() != Status.INFEASIBLE) {
                    session.rowBounds(row, alone.rowLow(row), alone.rowHigh(row));
                    rowKeys.add(alone.rowKey(row));
                }
            }
            for (int column = 0; column < alone.columns(); column++) {
                session.bounds(column, FREE, MORE);
                if (session.run(Limits.NONE).status() != Status.INFEASIBLE) {
                    session.bounds(column, alone.low(column), alone.high(column));
                    columnKeys.add(alone.columnKey(column));
                }
            }
        }
        return Optional.of(new Conflict(rowKeys, columnKeys));
    }

    /// Rows that cannot hold together, not yet the fewest.
    private static List<Integer> candidates(Model model, Highs highs) {
        Model elastic = new Model();
        for (int column = 0; column < model.columns(); column++) {
            elastic.column(column, model.low(column), model.high(column), 0);
        }
        for (int row = 0; row < model.rows(); row++) {
            Row open = copy(model, row, elastic);
            open.plus(elastic.column("+" + row, 0, MORE, 1)).minus(elastic.column("-" + row, 0, MORE, 1));
            open.between(model.rowLow(row), model.rowHigh(row));
        }
        Solution broken = highs.solve(elastic, Limits.NONE);
        List<Integer> rows = new ArrayList<>();
        if (broken.objective() > 1e-7) {
            for (int row = 0; row < model.rows(); row++) {
                if (broken.dual(row) != 0) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    /// Some rows of a model and the columns that stand in them, without integers and costs.
    private static Model only(Model model, List<Integer> rows) {
        boolean[] stands = new boolean[model.columns()];
        for (int row : rows) {
            for (int term = 0; term < model.terms(row); term++) {
                stands[model.column(row, term)] = true;
            }
        }
        Model alone = new Model();
        for (int column = 0; column < stands.length; column++) {
            if (stands[column]) {
                alone.column(model.columnKey(column), model.low(column), model.high(column), 0);
            }
        }
        for (int row : rows) {
            Row open = alone.row(model.rowKey(row));
            for (int term = 0; term < model.terms(row); term++) {
                Object key = model.columnKey(model.column(row, term));
                open.plus(alone.findColumn(key).orElseThrow(), model.coefficient(row, term));
            }
            open.between(model.rowLow(row), model.rowHigh(row));
        }
        return alone;
    }

    private static Row copy(Model from, int row, Model to) {
        Row open = to.row(row);
        for (int term = 0; term < from.terms(row); term++) {
            open.plus(from.column(row, term), from.coefficient(row, term));
        }
        return open;
    }
}
