package org.monazite.plan.cases;

import java.util.Arrays;
import java.util.List;
import org.monazite.plan.cases.TwoStage.Scenario;
import org.monazite.plan.lp.Highs;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Session;
import org.monazite.plan.lp.Solution;

/// Both stages of a program in one scenario, in an instance of the solver of its own. The first stage has 0
/// or 1 only.
final class WholeScenario implements AutoCloseable {

    private final TwoStage program;
    private final Session session;
    private final double probability;
    private final double[] low;
    private final double[] high;

    WholeScenario(TwoStage program, int index, Highs highs) {
        this.program = program;
        Scenario scenario = program.scenarios().get(index);
        probability = scenario.probability();
        double one = probability > 0 ? 1 : 0;
        TwoStage certain = program.with(List.of(new Scenario(scenario.name(), one, scenario.values())));
        session = highs.open(ExtensiveForm.of(certain));
        session.offset(0);
        int columns = program.firstColumns();
        low = new double[columns];
        high = new double[columns];
        for (int column = 0; column < columns; column++) {
            low[column] = Math.ceil(program.columns().get(column).low());
            high[column] = Math.floor(program.columns().get(column).high());
        }
    }

    /// What its costs count in the whole.
    double weight() {
        return probability > 0 ? probability : 0;
    }

    /// What it would decide alone.
    ///
    /// @param price per column of the first stage, on top of its cost
    Solution alone(double[] price, Limits limits) {
        double total = program.probabilities();
        for (int column = 0; column < low.length; column++) {
            double cost = program.columns().get(column).cost() / total;
            session.cost(column, probability > 0 ? cost + price[column] / total : 0);
        }
        session.bounds(low, high);
        return session.run(limits);
    }

    /// What it costs with a first stage that is held; its first stage costs nothing.
    Solution held(int[] first, Limits limits) {
        double[] at = Arrays.stream(first).asDoubleStream().toArray();
        for (int column = 0; column < at.length; column++) {
            session.cost(column, 0);
        }
        session.bounds(at, at);
        return session.run(limits);
    }

    /// Never decides this again.
    void forbid(int[] first) {
        int[] columns = new int[first.length];
        double[] signs = new double[first.length];
        double least = 1;
        for (int column = 0; column < first.length; column++) {
            columns[column] = column;
            signs[column] = first[column] == 1 ? -1 : 1;
            least -= first[column];
        }
        session.addRow(columns, signs, least, Double.POSITIVE_INFINITY);
    }

    @Override
    public void close() {
        session.close();
    }
}
