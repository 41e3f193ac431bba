package org.monazite.plan.cases;

import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.monazite.plan.cases.TwoStage.Column;
import org.monazite.plan.cases.TwoStage.Kind;
import org.monazite.plan.cases.TwoStage.Place;
import org.monazite.plan.cases.TwoStage.Row;
import org.monazite.plan.cases.TwoStage.Scenario;
import org.monazite.plan.cases.TwoStage.Term;
import org.monazite.plan.lp.Highs;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Session;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Status;

/// The second stage of a program for some of its scenarios, one after the other in one warm instance of
/// the solver. One thread at a time.
final class SecondStage implements AutoCloseable {

    private final TwoStage program;
    private final Highs highs;
    private final int first;
    private final int[] sides;
    private final Session session;
    private @Nullable Session elastic;

    SecondStage(TwoStage program, Highs highs) {
        this.program = program;
        this.highs = highs;
        first = program.firstColumns();
        sides = program.placesOfSides();
        session = highs.open(model(false));
    }

    /// What one scenario says about a decision: `value + slope · (x - decision)` lies below its cost
    /// everywhere, or, if the decision is impossible in it, below what is missing.
    ///
    /// @param status OPTIMAL; INFEASIBLE if the decision is impossible; anything else is the end
    record Cut(Status status, double value, List<Double> slope) {}

    private Model model(boolean slack) {
        Model model = new Model();
        for (Column column : program.columns().subList(first, program.columns().size())) {
            model.column(column.name(), column.low(), column.high(), slack ? 0 : column.cost());
        }
        List<Row> rows = program.rows();
        for (int row = program.firstRows(); row < rows.size(); row++) {
            var open = model.row(rows.get(row).name());
            for (Term term : rows.get(row).terms()) {
                if (term.column() >= first) {
                    open.plus(term.column() - first, term.value());
                }
            }
            if (slack) {
                open.plus(model.column("+" + row, 0, Double.POSITIVE_INFINITY, 1));
                open.minus(model.column("-" + row, 0, Double.POSITIVE_INFINITY, 1));
            }
            open.equalTo(0); // set for each scenario
        }
        return model;
    }

    Cut solve(Scenario scenario, double[] decision) {
        set(session, scenario, decision, true);
        Solution solution = session.run(Limits.EXACT);
        if (solution.status() != Status.INFEASIBLE) {
            return cut(solution, solution.status(), scenario);
        }
        if (elastic == null) {
            elastic = highs.open(model(true));
        }
        set(elastic, scenario, decision, false);
        Solution missing = elastic.run(Limits.EXACT);
        return cut(missing, missing.status() == Status.OPTIMAL ? Status.INFEASIBLE : missing.status(), scenario);
    }

    private void set(Session to, Scenario scenario, double[] decision, boolean costs) {
        for (int place = 0; place < program.places().size(); place++) {
            Place each = program.places().get(place);
            double value = scenario.values().get(place);
            if (each.kind() == Kind.COST && costs) {
                to.cost(each.column() - first, value);
            } else if (each.kind() == Kind.COEFFICIENT && each.column() >= first) {
                to.coefficient(each.row() - program.firstRows(), each.column() - first, value);
            }
        }
        for (int index = program.firstRows(); index < program.rows().size(); index++) {
            Row row = program.rows().get(index);
            double rhs = sides[index] < 0 ? row.rhs() : scenario.values().get(sides[index]);
            double taken = 0;
            for (Term term : row.terms()) {
                if (term.column() < first) {
                    taken += value(term, scenario) * decision[term.column()];
                }
            }
            to.rowBounds(index - program.firstRows(), row.low(rhs) - taken, row.high(rhs) - taken);
        }
    }

    /// A unit more of the decision takes its coefficient from the sides of the rows, and a unit of a
    /// side is worth the dual.
    private Cut cut(Solution solution, Status status, Scenario scenario) {
        double[] slope = new double[first];
        if (!solution.hasDuals()) {
            return new Cut(status == Status.OPTIMAL ? Status.ERROR : status, Double.NaN, List.of());
        }
        for (int index = program.firstRows(); index < program.rows().size(); index++) {
            double dual = solution.dual(index - program.firstRows());
            if (dual != 0) {
                for (Term term : program.rows().get(index).terms()) {
                    if (term.column() < first) {
                        slope[term.column()] -= dual * value(term, scenario);
                    }
                }
            }
        }
        return new Cut(
                status, solution.objective(), DoubleStream.of(slope).boxed().toList());
    }

    private static double value(Term term, Scenario scenario) {
        return term.place() < 0 ? term.value() : scenario.values().get(term.place());
    }

    @Override
    public void close() {
        session.close();
        if (elastic != null) {
            elastic.close();
        }
    }
}
