package org.monazite.plan.cases;

import org.monazite.plan.cases.TwoStage.Column;
import org.monazite.plan.cases.TwoStage.Row;
import org.monazite.plan.cases.TwoStage.Scenario;
import org.monazite.plan.cases.TwoStage.Term;
import org.monazite.plan.lp.Model;

/// All scenarios of a two-stage program in one model.
public final class ExtensiveForm {

    private ExtensiveForm() {}

    /// Key of a column of the first stage.
    public record First(String column) {}

    /// Key of a column of the second stage.
    public record Second(String column, String scenario) {}

    /// Key of a row; the scenario is empty in the first stage.
    public record RowKey(String row, String scenario) {}

    /// Key of the level beyond which costs lie in the tail.
    public record TailLevel() {}

    /// Key of what a scenario costs beyond that level.
    public record Excess(String scenario) {}

    /// The model that minimises the expected cost.
    public static Model of(TwoStage program) {
        Model model = new Model();
        model.offset(program.offset());
        new Builder(program, model).build(1);
        return model;
    }

    /// The model that minimises `(1 - lambda) E + lambda CVaR`, where CVaR is the mean cost of the
    /// dearest scenarios that have probability `1 - beta` together.
    ///
    /// `CVaR = min over eta of eta + 1/(1 - beta) sum_s p_s max(0, cost_s - eta)`, Rockafellar and
    /// Uryasev 2000; the cost of a scenario is that of both stages.
    ///
    /// @param lambda from 0 to 1
    /// @param beta from 0 up to, not including, 1
    public static Model meanCvar(TwoStage program, double lambda, double beta) {
        Model model = new Model();
        model.offset((1 - lambda) * program.offset());
        Builder builder = new Builder(program, model);
        builder.build(1 - lambda);
        int level = model.column(new TailLevel(), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, lambda);
        for (Scenario scenario : program.scenarios()) {
            double weight = lambda * scenario.probability() / (1 - beta);
            int excess = model.column(new Excess(scenario.name()), 0, Double.POSITIVE_INFINITY, weight);
            var row =
                    model.row(new RowKey("tail", scenario.name())).plus(excess).plus(level);
            builder.minusCost(row, scenario);
            row.atLeast(program.offset());
        }
        return model;
    }

    private static final class Builder {

        private final TwoStage program;
        private final Model model;
        private final int[] costs;
        private final int[] sides;

        Builder(TwoStage program, Model model) {
            this.program = program;
            this.model = model;
            costs = program.placesOfCosts();
            sides = program.placesOfSides();
        }

        void build(double weight) {
            int first = program.firstColumns();
            for (Column column : program.columns().subList(0, first)) {
                add(new First(column.name()), column, weight * column.cost());
            }
            for (Row row : program.rows().subList(0, program.firstRows())) {
                var open = model.row(new RowKey(row.name(), ""));
                for (Term term : row.terms()) {
                    open.plus(term.column(), term.value());
                }
                open.between(row.low(row.rhs()), row.high(row.rhs()));
            }
            for (Scenario scenario : program.scenarios()) {
                int shift = model.columns() - first;
                for (int column = first; column < program.columns().size(); column++) {
                    Column each = program.columns().get(column);
                    double cost = weight * scenario.probability() * cost(column, scenario);
                    add(new Second(each.name(), scenario.name()), each, cost);
                }
                for (int row = program.firstRows(); row < program.rows().size(); row++) {
                    add(row, scenario, shift);
                }
            }
        }

        private void add(Object key, Column column, double cost) {
            if (column.integer()) {
                model.integer(key, column.low(), column.high(), cost);
            } else {
                model.column(key, column.low(), column.high(), cost);
            }
        }

        private void add(int index, Scenario scenario, int shift) {
            Row row = program.rows().get(index);
            var open = model.row(new RowKey(row.name(), scenario.name()));
            for (Term term : row.terms()) {
                boolean first = term.column() < program.firstColumns();
                open.plus(first ? term.column() : term.column() + shift, value(term, scenario));
            }
            double rhs = sides[index] < 0 ? row.rhs() : scenario.values().get(sides[index]);
            open.between(row.low(rhs), row.high(rhs));
        }

        void minusCost(org.monazite.plan.lp.Row open, Scenario scenario) {
            for (int column = 0; column < program.columns().size(); column++) {
                Column each = program.columns().get(column);
                Object key = column < program.firstColumns()
                        ? new First(each.name())
                        : new Second(each.name(), scenario.name());
                open.minus(model.findColumn(key).orElseThrow(), cost(column, scenario));
            }
        }

        private double cost(int column, Scenario scenario) {
            return costs[column] < 0
                    ? program.columns().get(column).cost()
                    : scenario.values().get(costs[column]);
        }

        private static double value(Term term, Scenario scenario) {
            return term.place() < 0 ? term.value() : scenario.values().get(term.place());
        }
    }
}
