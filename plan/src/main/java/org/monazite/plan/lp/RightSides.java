package org.monazite.plan.lp;

/// What the prices of a solved linear program pay for each right-hand side and each bound: dual times the
/// side of the row that binds, reduced cost times the bound that binds.
///
/// By strong duality `objective = offset + sum over rows of y b + sum over columns of d u`; what rounding
/// of the solver leaves of that equation is [#rest].
public final class RightSides {

    private final double[] rows;
    private final double[] columns;
    private final double rest;

    private RightSides(double[] rows, double[] columns, double rest) {
        this.rows = rows;
        this.columns = columns;
        this.rest = rest;
    }

    /// @param solution with duals, of the rows of the model
    /// @throws IllegalStateException if there are no duals
    public static RightSides of(Model model, Solution solution) {
        double[] rows = new double[model.rows()];
        double sum = model.offset();
        for (int row = 0; row < rows.length; row++) {
            rows[row] = paid(solution.dual(row), model.rowLow(row), model.rowHigh(row));
            sum += rows[row];
        }
        double[] columns = new double[model.columns()];
        for (int column = 0; column < columns.length; column++) {
            columns[column] = paid(solution.reducedCost(column), model.low(column), model.high(column));
            sum += columns[column];
        }
        return new RightSides(rows, columns, solution.objective() - sum);
    }

    /// A price above zero holds the lower side, one below zero the upper; of a side that is not there it is
    /// rounding.
    private static double paid(double price, double low, double high) {
        double side = price > 0 ? low : high;
        return price != 0 && Double.isFinite(side) ? price * side : 0;
    }

    /// What is paid for the side of a row that binds.
    public double row(int row) {
        return rows[row];
    }

    /// What is paid for the bound of a column that binds.
    public double column(int column) {
        return columns[column];
    }

    /// Objective less the offset and all that is paid: rounding of the solver.
    public double rest() {
        return rest;
    }
}
