package org.monazite.plan.cases;

import java.util.ArrayList;
import java.util.List;
import org.monazite.plan.cases.TwoStage.Column;
import org.monazite.plan.cases.TwoStage.Row;
import org.monazite.plan.cases.TwoStage.Term;
import org.monazite.plan.lp.Highs;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Session;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Status;

/// The first stage of a program with one column for the cost of each scenario, which cuts press
/// upwards.
final class Master implements AutoCloseable {

    private static final int SLACK_FOR = 20;
    private static final double SMALLEST = 1e-9;

    private record Theta(String scenario) {}

    private final TwoStage program;
    private final Session session;
    private final int first;
    private final boolean[] hasCut;
    private final List<Integer> slackFor = new ArrayList<>(); // by cut: in how many solutions it did not bind

    Master(TwoStage program, Highs highs) {
        this.program = program;
        first = program.firstColumns();
        hasCut = new boolean[program.scenarios().size()];
        Model model = new Model();
        model.offset(program.offset());
        for (Column column : program.columns().subList(0, first)) {
            model.column(column.name(), column.low(), column.high(), column.cost());
        }
        for (Row row : program.rows().subList(0, program.firstRows())) {
            var open = model.row(row.name());
            for (Term term : row.terms()) {
                open.plus(term.column(), term.value());
            }
            open.between(row.low(row.rhs()), row.high(row.rhs()));
        }
        for (TwoStage.Scenario scenario : program.scenarios()) {
            model.column(new Theta(scenario.name()), 0, 0, 0); // counts from its first cut on
        }
        session = highs.open(model);
    }

    /// Adds what a scenario says about a decision.
    void add(int scenario, SecondStage.Cut cut, double[] decision) {
        boolean possible = cut.status() == Status.OPTIMAL;
        if (possible && !hasCut[scenario]) {
            hasCut[scenario] = true;
            session.bounds(first + scenario, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
            session.cost(first + scenario, program.scenarios().get(scenario).probability());
        }
        int terms = possible ? 1 : 0;
        for (double slope : cut.slope()) {
            terms += Math.abs(slope) > SMALLEST ? 1 : 0;
        }
        int[] columns = new int[terms];
        double[] coefficients = new double[terms];
        double side = cut.value();
        int at = 0;
        for (int column = 0; column < first; column++) {
            double slope = cut.slope().get(column);
            if (Math.abs(slope) > SMALLEST) {
                columns[at] = column;
                coefficients[at++] = -slope;
                side -= slope * decision[column];
            }
        }
        if (possible) {
            columns[at] = first + scenario;
            coefficients[at] = 1;
        }
        session.addRow(columns, coefficients, side, Double.POSITIVE_INFINITY);
        slackFor.add(0);
    }

    /// Minimises within `radius` of a centre.
    Solution solve(double[] centre, double radius) {
        for (int column = 0; column < first; column++) {
            Column each = program.columns().get(column);
            double low = Math.max(each.low(), centre[column] - radius);
            double high = Math.min(each.high(), centre[column] + radius);
            session.bounds(column, Math.min(low, high), high);
        }
        Solution solution = session.run(Limits.EXACT);
        if (solution.hasDuals()) {
            dropSlackCuts(solution);
        }
        return solution;
    }

    private void dropSlackCuts(Solution solution) {
        int rows = program.firstRows();
        List<Integer> gone = new ArrayList<>();
        for (int cut = 0; cut < slackFor.size(); cut++) {
            slackFor.set(cut, solution.dual(rows + cut) == 0 ? slackFor.get(cut) + 1 : 0);
            if (slackFor.get(cut) >= SLACK_FOR) {
                gone.add(cut);
            }
        }
        session.removeRows(gone.stream().mapToInt(cut -> rows + cut).toArray());
        for (int each = gone.size() - 1; each >= 0; each--) {
            slackFor.remove(gone.get(each).intValue()); // the index, not the count
        }
    }

    /// True if a value stands at the edge of the box where the column itself could go on.
    boolean atTheEdge(double[] decision, double[] centre, double radius) {
        for (int column = 0; column < first; column++) {
            double away = decision[column] - centre[column];
            Column each = program.columns().get(column);
            boolean further = away > 0 ? decision[column] < each.high() : decision[column] > each.low();
            if (Math.abs(away) > radius * (1 - 1e-9) && further) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        session.close();
    }
}
