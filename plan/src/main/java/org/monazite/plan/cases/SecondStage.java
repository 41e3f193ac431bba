package org.monazite.plan.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
import org.monazite.plan.lshaped.Cut;
import org.monazite.plan.lshaped.Episodes;
import org.ojalgo.type.Stopwatch;

/// The second stage of a program for some of its scenarios, one after the other in one warm instance of
/// the solver. One thread at a time.
final class SecondStage implements Episodes {

    private static final double[] NO_PLAN = {};

    private final TwoStage program;
    private final Highs highs;
    private final List<Scenario> scenarios;
    private final int first;
    private final int firstRows;
    private final int[] columns; // 0, 1, ... of the first stage
    private final double[] baseSides;
    private final double[] low;
    private final double[] high;
    private final int[] sides;
    private final int[] start; // by row of the second stage: its terms in the first
    private final int[] column;
    private final double[] value;
    private final int[] place;
    private final Session session;
    private @Nullable Session elastic;
    private boolean isPriced = true;

    SecondStage(TwoStage program, Highs highs, List<Scenario> scenarios) {
        this.program = program;
        this.highs = highs;
        this.scenarios = List.copyOf(scenarios);
        first = program.firstColumns();
        firstRows = program.firstRows();
        columns = new int[first];
        Arrays.setAll(columns, each -> each);
        sides = program.placesOfSides();
        int rows = program.rows().size() - firstRows;
        baseSides = new double[rows];
        low = new double[rows];
        high = new double[rows];
        start = new int[rows + 1];
        List<Term> links = links(rows);
        column = links.stream().mapToInt(Term::column).toArray();
        value = links.stream().mapToDouble(Term::value).toArray();
        place = links.stream().mapToInt(Term::place).toArray();
        session = highs.open(model(false));
    }

    private List<Term> links(int rows) {
        List<Term> links = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            Row each = program.rows().get(firstRows + row);
            baseSides[row] = each.rhs();
            each.terms().stream().filter(term -> term.column() < first).forEach(links::add);
            start[row + 1] = links.size();
        }
        return links;
    }

    private Model model(boolean slack) {
        Model model = new Model();
        for (Column each : program.columns().subList(first, program.columns().size())) {
            model.column(each.name(), each.low(), each.high(), slack ? 0 : each.cost());
        }
        List<Row> rows = program.rows();
        for (int row = firstRows; row < rows.size(); row++) {
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

    @Override
    public List<Cut> solve(double[] decision, Limits limits) {
        Stopwatch watch = new Stopwatch(); // ends the search, decides nothing else
        List<Cut> cuts = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            double left = Math.max(0, limits.seconds() - watch.countMillis() / 1000.0);
            cuts.add(left > 0 ? solve(scenario, decision, limits.within(left)) : Cut.none(Status.TIME_LIMIT));
        }
        return cuts;
    }

    private Cut solve(Scenario scenario, double[] decision, Limits limits) {
        double[] values =
                scenario.values().stream().mapToDouble(Double::doubleValue).toArray();
        price(scenario.probability() > 0);
        set(session, values, decision, scenario.probability() > 0);
        Solution solution = session.run(limits);
        if (solution.status() != Status.INFEASIBLE) {
            return cut(solution, solution.status(), values);
        }
        if (elastic == null) {
            elastic = highs.open(model(true));
        }
        set(elastic, values, decision, false);
        Solution missing = elastic.run(limits);
        return cut(missing, missing.status() == Status.OPTIMAL ? Status.INFEASIBLE : missing.status(), values);
    }

    /// What cannot happen costs nothing, however much could be earned in it; it must be possible all the same.
    private void price(boolean costs) {
        if (costs != isPriced) {
            isPriced = costs;
            for (int each = first; each < program.columns().size(); each++) {
                session.cost(each - first, costs ? program.columns().get(each).cost() : 0);
            }
        }
    }

    private void set(Session to, double[] values, double[] decision, boolean costs) {
        for (int each = 0; each < values.length; each++) {
            Place random = program.places().get(each);
            if (random.kind() == Kind.COST && costs) {
                to.cost(random.column() - first, values[each]);
            } else if (random.kind() == Kind.COEFFICIENT && random.column() >= first) {
                to.coefficient(random.row() - firstRows, random.column() - first, values[each]);
            }
        }
        for (int row = 0; row < low.length; row++) {
            int side = sides[firstRows + row];
            double rhs = side < 0 ? baseSides[row] : values[side];
            double taken = 0;
            for (int at = start[row]; at < start[row + 1]; at++) {
                taken += coefficient(at, values) * decision[column[at]];
            }
            Row each = program.rows().get(firstRows + row);
            low[row] = each.low(rhs) - taken;
            high[row] = each.high(rhs) - taken;
        }
        to.rowBounds(low, high);
    }

    private double coefficient(int at, double[] values) {
        return place[at] < 0 ? value[at] : values[place[at]];
    }

    /// A unit more of the decision takes its coefficient from the sides of the rows, and a unit of a
    /// side is worth the dual.
    private Cut cut(Solution solution, Status status, double[] values) {
        if (!solution.hasDuals()) {
            return Cut.none(status == Status.OPTIMAL ? Status.ERROR : status);
        }
        double[] slope = new double[first];
        for (int row = 0; row < low.length; row++) {
            double dual = solution.dual(row);
            if (dual != 0) {
                for (int at = start[row]; at < start[row + 1]; at++) {
                    slope[column[at]] -= dual * coefficient(at, values);
                }
            }
        }
        return Cut.of(status, solution.objective(), solution.objective(), columns, slope, NO_PLAN);
    }

    @Override
    public void close() {
        session.close();
        if (elastic != null) {
            elastic.close();
        }
    }
}
