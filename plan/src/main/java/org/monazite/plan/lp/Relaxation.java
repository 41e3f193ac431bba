package org.monazite.plan.lp;

import java.math.BigDecimal;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/// A model without its integrality, solved by ojAlgo under bounds of one's own.
final class Relaxation {

    private static final double FITS = 1e-6;

    private final Model model;
    private final double[] low;
    private final double[] high;

    /// @param low lower bounds that replace those of the model; the array is kept, not copied
    /// @param high upper bounds, likewise
    Relaxation(Model model, double[] low, double[] high) {
        this.model = model;
        this.low = low;
        this.high = high;
    }

    static Relaxation of(Model model) {
        int columns = model.columns();
        double[] low = new double[columns];
        double[] high = new double[columns];
        for (int column = 0; column < columns; column++) {
            low[column] = model.low(column);
            high[column] = model.high(column);
        }
        return new Relaxation(model, low, high);
    }

    Solution solve(double seconds) {
        ExpressionsBasedModel theirs = translate();
        theirs.options.sparse = true;
        if (seconds < Double.POSITIVE_INFINITY) {
            theirs.options.time_abort = (long) Math.ceil(seconds * 1000);
            theirs.options.time_suffice = theirs.options.time_abort;
        }
        Optimisation.Result result = theirs.minimise();
        boolean timed = seconds < Double.POSITIVE_INFINITY;
        return switch (result.getState()) {
            case OPTIMAL, DISTINCT -> checked(result, Status.OPTIMAL);
            case FEASIBLE -> checked(result, timed ? Status.TIME_LIMIT : Status.ITERATION_LIMIT);
            case INFEASIBLE -> Solution.nothing(Status.INFEASIBLE, Double.POSITIVE_INFINITY, 0);
            case UNBOUNDED -> Solution.nothing(Status.UNBOUNDED, Double.NEGATIVE_INFINITY, 0);
            case UNEXPLORED, APPROXIMATE, VALID ->
                Solution.nothing(timed ? Status.TIME_LIMIT : Status.ERROR, Double.NEGATIVE_INFINITY, 0);
            case FAILED, INVALID -> Solution.nothing(Status.ERROR, Double.NEGATIVE_INFINITY, 0);
        };
    }

    private ExpressionsBasedModel translate() {
        ExpressionsBasedModel theirs = new ExpressionsBasedModel();
        for (int column = 0; column < model.columns(); column++) {
            Variable variable = theirs.newVariable("c" + column).weight(exact(model.cost(column)));
            if (Double.isFinite(low[column])) {
                variable.lower(exact(low[column]));
            }
            if (Double.isFinite(high[column])) {
                variable.upper(exact(high[column]));
            }
        }
        for (int row = 0; row < model.rows(); row++) {
            Expression expression = theirs.newExpression("r" + row);
            if (Double.isFinite(model.rowLow(row))) {
                expression.lower(exact(model.rowLow(row)));
            }
            if (Double.isFinite(model.rowHigh(row))) {
                expression.upper(exact(model.rowHigh(row)));
            }
            for (int term = 0; term < model.terms(row); term++) {
                expression.set(model.column(row, term), exact(model.coefficient(row, term)));
            }
        }
        return theirs;
    }

    private static BigDecimal exact(double number) {
        return BigDecimal.valueOf(number);
    }

    private Solution checked(Optimisation.Result result, Status status) {
        double[] values = new double[model.columns()];
        double objective = model.offset();
        for (int column = 0; column < values.length; column++) {
            values[column] = result.doubleValue(column);
            objective += model.cost(column) * values[column];
        }
        if (!fits(values)) {
            return Solution.nothing(Status.ERROR, Double.NEGATIVE_INFINITY, 0);
        }
        double bound = status == Status.OPTIMAL ? objective : Double.NEGATIVE_INFINITY;
        return new Solution(status, objective, bound, values, null, null, 0);
    }

    private boolean fits(double[] values) {
        for (int column = 0; column < values.length; column++) {
            if (!between(low[column], values[column], high[column], Math.abs(values[column]))) {
                return false;
            }
        }
        for (int row = 0; row < model.rows(); row++) {
            double sum = 0;
            double scale = 0;
            for (int term = 0; term < model.terms(row); term++) {
                double part = model.coefficient(row, term) * values[model.column(row, term)];
                sum += part;
                scale = Math.max(scale, Math.abs(part));
            }
            if (!between(model.rowLow(row), sum, model.rowHigh(row), scale)) {
                return false;
            }
        }
        return true;
    }

    private static boolean between(double low, double value, double high, double scale) {
        double slack = FITS * Math.max(1, scale);
        return value >= low - slack && value <= high + slack;
    }
}
