package org.monazite.plan.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.monazite.plan.cases.TwoStage.Column;
import org.monazite.plan.cases.TwoStage.Row;
import org.monazite.plan.cases.TwoStage.Scenario;
import org.monazite.plan.cases.TwoStage.Term;
import org.monazite.plan.lp.Highs;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Status;
import org.monazite.plan.lshaped.Clock;
import org.monazite.plan.lshaped.Decomposing;
import org.monazite.plan.lshaped.FirstStage;
import org.monazite.plan.lshaped.LShaped.Progress;
import org.monazite.plan.lshaped.Structure;

/// A two-stage program by the L-shaped method, [org.monazite.plan.lshaped.LShaped].
///
/// Scenarios are dealt to a fixed number of instances of HiGHS, neighbours to the same one.
public final class LShaped {

    private static final int INSTANCES = 16;
    private static final int PATIENCE = 12; // rounds
    private static final double FALLING = 1e-7;
    private static final double GRACE = org.monazite.plan.lshaped.LShaped.GRACE;

    private LShaped() {}

    /// Minimises a program whose second stage has no integers, or whose first stage has 0 or 1 only.
    ///
    /// @param threads 1 or more; the result does not depend on it
    /// @param limits the gap is relative to the objective
    /// @throws CaseFormatException if the second stage has integers and the first has anything but 0 or 1
    public static org.monazite.plan.lshaped.LShaped.Result solve(
            TwoStage program, Highs highs, int threads, Limits limits) {
        if (program.hasLaterIntegers() && BinaryFirst.suits(program)) {
            return BinaryFirst.solve(program, highs, threads, limits.gap(), new Clock(limits.seconds()));
        }
        if (program.hasLaterIntegers()) {
            throw new CaseFormatException(
                    program.name(),
                    0,
                    "its second stage has integers and its first more than 0 or 1,"
                            + " which only the extensive form can take");
        }
        Clock clock = new Clock(limits.seconds());
        try {
            return program.hasIntegers()
                    ? withIntegers(program, highs, threads, limits.gap(), clock)
                    : withoutIntegers(program, highs, threads, limits.gap(), clock);
        } catch (Endless e) {
            return none(Status.UNBOUNDED, Double.NEGATIVE_INFINITY);
        }
    }

    private static org.monazite.plan.lshaped.LShaped.Result none(Status status, double bound) {
        return new org.monazite.plan.lshaped.LShaped.Result(status, Double.POSITIVE_INFINITY, bound, 0, 0, List.of());
    }

    /// The costs fall for ever.
    private static final class Endless extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    /// After some rounds without any bound it asks whether there can be one, and breaks the search off if not: the
    /// box would grow until the numbers mean nothing.
    private static Progress watch(TwoStage program, Highs highs, Clock clock) {
        boolean large = TwoStageSolver.nonzeros(program) > TwoStageSolver.MOST_NONZEROS;
        boolean[] asked = {large};
        return (round, cost, bound) -> {
            boolean falling = cost < 0 || cost == Double.POSITIVE_INFINITY; // while relaxed, no whole plan is known
            if (!asked[0] && round >= PATIENCE && bound == Double.NEGATIVE_INFINITY && falling) {
                asked[0] = true;
                Solution way = highs.solve(ExtensiveForm.of(program.ways()), clock.left(0));
                if (way.hasPlan() && way.objective() < -FALLING) {
                    throw new Endless();
                }
            }
        };
    }

    /// Each scenario in an instance of its own, so that the master can take in those that it thinks too cheap.
    private static org.monazite.plan.lshaped.LShaped.Result withIntegers(
            TwoStage program, Highs highs, int threads, double gap, Clock clock) {
        int scenarios = program.scenarios().size();
        Model whole = ExtensiveForm.of(program);
        Solution found = new Decomposing(
                        highs,
                        new ByScenario(program),
                        Decomposing.Method.DECOMPOSED,
                        threads,
                        watch(program, highs, clock))
                .solve(whole, clock.left(gap));
        List<Double> first = new ArrayList<>();
        for (int column = 0; found.hasPlan() && column < program.firstColumns(); column++) {
            first.add(found.value(column));
        }
        boolean apart = scenarios > 1;
        return new org.monazite.plan.lshaped.LShaped.Result(
                found.status(),
                found.hasPlan() ? found.objective() : Double.POSITIVE_INFINITY,
                found.bound(),
                (int) found.iterations(),
                apart ? found.iterations() * scenarios : 0,
                first);
    }

    /// Columns of the extensive form belong to their scenario.
    private static final class ByScenario implements Structure {

        private final Map<String, Integer> index = new HashMap<>(); // asked, never walked through

        ByScenario(TwoStage program) {
            program.scenarios().forEach(scenario -> index.put(scenario.name(), index.size()));
        }

        @Override
        public int episode(Object columnKey) {
            return columnKey instanceof ExtensiveForm.Second second ? index.getOrDefault(second.scenario(), -1) : -1;
        }

        @Override
        public double priceOfShort(Model model, int row) {
            return Double.NaN;
        }
    }

    private static org.monazite.plan.lshaped.LShaped.Result withoutIntegers(
            TwoStage program, Highs highs, int threads, double gap, Clock clock) {
        Solution start = start(program, highs, clock);
        if (!start.hasPlan()) {
            boolean isKnown = start.status() == Status.INFEASIBLE;
            return none(start.status(), isKnown ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY);
        }
        List<SecondStage> instances = new ArrayList<>();
        try {
            int scenarios = program.scenarios().size();
            int many = Math.min(INSTANCES, scenarios);
            for (int part = 0; part < many; part++) {
                int from = (int) ((long) scenarios * part / many);
                int to = (int) ((long) scenarios * (part + 1) / many);
                instances.add(
                        new SecondStage(program, highs, program.scenarios().subList(from, to)));
            }
            return org.monazite.plan.lshaped.LShaped.solve(
                    first(program, start), instances, highs, threads, clock.left(gap), watch(program, highs, clock));
        } finally {
            instances.forEach(SecondStage::close);
        }
    }

    /// The plan for the mean is a good one to begin with; else any that keeps the rows of the first stage.
    /// The mean may take half of the time.
    private static Solution start(TwoStage program, Highs highs, Clock clock) {
        double seconds = clock.left(0, GRACE).seconds();
        Solution mean = highs.solve(ExtensiveForm.of(program.averaged()), new Limits(seconds / 2, 0));
        if (mean.status() == Status.OPTIMAL) {
            return mean;
        }
        Model alone = stage(program);
        for (int column = 0; column < alone.columns(); column++) {
            alone.cost(column, 0);
        }
        return highs.solve(alone, clock.left(0, GRACE));
    }

    private static Model stage(TwoStage program) {
        Model model = new Model();
        model.offset(program.offset());
        for (Column column : program.columns().subList(0, program.firstColumns())) {
            model.column(column.name(), column.low(), column.high(), column.cost());
        }
        for (Row row : program.rows().subList(0, program.firstRows())) {
            var open = model.row(row.name());
            for (Term term : row.terms()) {
                open.plus(term.column(), term.value());
            }
            open.between(row.low(row.rhs()), row.high(row.rhs()));
        }
        return model;
    }

    private static FirstStage first(TwoStage program, Solution found) {
        double[] start = new double[program.firstColumns()];
        for (int column = 0; column < start.length; column++) {
            start[column] = found.value(column);
        }
        double widest = 1;
        for (double value : start) {
            widest = Math.max(widest, Math.abs(value));
        }
        double[] scale = new double[start.length];
        Arrays.fill(scale, widest);
        double[] weights =
                program.scenarios().stream().mapToDouble(Scenario::probability).toArray();
        double[] floors = new double[weights.length];
        Arrays.fill(floors, Double.NEGATIVE_INFINITY);
        return FirstStage.of(stage(program), start, scale, weights, floors);
    }
}
