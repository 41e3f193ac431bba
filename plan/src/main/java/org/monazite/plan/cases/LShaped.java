package org.monazite.plan.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.monazite.plan.cases.TwoStage.Scenario;
import org.monazite.plan.lp.Highs;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Status;
import org.ojalgo.type.Stopwatch;

/// The L-shaped method: the first stage is decided, every scenario answers with a cut that lies below
/// its cost, and so on until the cuts say what the scenarios say. One cut per scenario and round, and a
/// box about the best decision so far that grows after good steps and shrinks after bad ones.
///
/// Scenarios are dealt to a fixed number of instances of HiGHS and summed in their order, so that the
/// number of threads changes nothing.
///
/// @see <a href="https://doi.org/10.1023/A:1021858008222">Linderoth and Wright: Decomposition
///     algorithms for stochastic programming on a computational grid, 2003</a>
public final class LShaped {

    private static final int INSTANCES = 16;
    private static final int MOST_ROUNDS = 2_000;
    private static final double WIDEST = 1e15;
    private static final double GOOD = 0.25;
    private static final double ANY_GOOD = 1e-4;

    private final TwoStage program;
    private final Limits limits;
    private final Stopwatch clock = new Stopwatch(); // ends the search, decides nothing else
    private final Master master;
    private final List<SecondStage> instances;
    private final ExecutorService threads;

    private double[] best;
    private double bestCost = Double.POSITIVE_INFINITY;
    private double bound = Double.NEGATIVE_INFINITY;
    private double radius;
    private int rounds;
    private @Nullable Status end;

    private LShaped(
            TwoStage program,
            Limits limits,
            Master master,
            List<SecondStage> instances,
            ExecutorService threads,
            double[] start) {
        this.program = program;
        this.limits = limits;
        this.master = master;
        this.instances = instances;
        this.threads = threads;
        best = start;
        radius = 1;
        for (double value : start) {
            radius = Math.max(radius, Math.abs(value));
        }
    }

    /// How it ended.
    ///
    /// @param objective of the best decision; infinity if none was found
    /// @param bound no decision costs less
    /// @param iterations rounds over all scenarios
    /// @param first values of the columns of the first stage
    public record Result(Status status, double objective, double bound, int iterations, List<Double> first) {

        /// Copies the values.
        public Result {
            first = List.copyOf(first);
        }
    }

    /// Minimises a program without integers.
    ///
    /// @param threads 1 or more
    /// @param limits the gap is relative to the objective; 1e-6 is a good one
    /// @throws CaseFormatException if the program has integers
    public static Result solve(TwoStage program, Highs highs, int threads, Limits limits) {
        if (program.hasIntegers()) {
            throw new CaseFormatException(program.name(), 0, "it has integers, which only the extensive form can take");
        }
        List<SecondStage> instances = new ArrayList<>();
        try (Master master = new Master(program, highs);
                ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (int i = 0; i < Math.min(INSTANCES, program.scenarios().size()); i++) {
                instances.add(new SecondStage(program, highs));
            }
            return new LShaped(program, limits, master, instances, pool, start(program, highs)).run();
        } finally {
            instances.forEach(SecondStage::close);
        }
    }

    /// The plan for the mean is a good one to begin with; else the point of the first stage nearest to
    /// zero.
    private static double[] start(TwoStage program, Highs highs) {
        Solution mean = highs.solve(ExtensiveForm.of(program.averaged()), Limits.EXACT);
        double[] start = new double[program.firstColumns()];
        for (int column = 0; column < start.length; column++) {
            TwoStage.Column each = program.columns().get(column);
            start[column] = mean.hasPlan() ? mean.value(column) : Math.min(Math.max(0, each.low()), each.high());
        }
        return start;
    }

    private Result run() {
        look(best);
        while (end == null) {
            step();
        }
        List<Double> first = new ArrayList<>();
        for (double value : best) {
            first.add(value);
        }
        return new Result(end, bestCost, bound, rounds, first);
    }

    private void step() {
        if (Thread.currentThread().isInterrupted()) {
            end = Status.INTERRUPTED;
        } else if (clock.countMillis() / 1000.0 >= limits.seconds()) {
            end = Status.TIME_LIMIT;
        } else if (rounds >= MOST_ROUNDS) {
            end = Status.ITERATION_LIMIT;
        } else {
            Solution model = master.solve(best, radius);
            if (model.status() == Status.INFEASIBLE && radius < WIDEST) {
                radius *= 4; // nothing possible within the box
            } else if (!model.hasPlan()) {
                end = model.status();
            } else {
                go(model);
            }
        }
    }

    private void go(Solution model) {
        double[] to = model.values();
        boolean edge = master.atTheEdge(to, best, radius);
        if (!edge) {
            bound = Math.max(bound, model.objective());
        }
        double predicted = bestCost - model.objective();
        boolean possible = bestCost < Double.POSITIVE_INFINITY;
        if (possible && predicted <= limits.gap() * Math.max(1, Math.abs(bestCost))) {
            if (edge && radius < WIDEST) {
                radius *= 2;
            } else {
                end = Status.OPTIMAL;
            }
            return;
        }
        double before = bestCost;
        double cost = look(to);
        if (!possible) {
            return; // what is missing cuts the decision off; nothing is good or bad yet
        }
        if (edge && before - cost > GOOD * predicted) {
            radius *= 2;
        } else if (before - cost < ANY_GOOD * predicted) {
            radius /= 2;
        }
    }

    /// Asks all scenarios about a decision, adds their cuts, keeps the decision if it is the best.
    /// Returns its cost.
    private double look(double[] decision) {
        rounds++;
        List<SecondStage.Cut> cuts = ask(decision);
        double cost = program.offset();
        for (int column = 0; column < program.firstColumns(); column++) {
            cost += program.columns().get(column).cost() * decision[column];
        }
        for (int scenario = 0; scenario < cuts.size(); scenario++) {
            SecondStage.Cut cut = cuts.get(scenario);
            switch (cut.status()) {
                case OPTIMAL -> cost += program.scenarios().get(scenario).probability() * cut.value();
                case INFEASIBLE -> cost = Double.POSITIVE_INFINITY;
                case UNBOUNDED, INFEASIBLE_OR_UNBOUNDED, TIME_LIMIT, ITERATION_LIMIT, INTERRUPTED, ERROR -> {
                    end = cut.status();
                    return Double.POSITIVE_INFINITY;
                }
            }
            master.add(scenario, cut, decision);
        }
        if (cost < bestCost) {
            bestCost = cost;
            best = java.util.Arrays.copyOf(decision, program.firstColumns());
        }
        return cost;
    }

    private List<SecondStage.Cut> ask(double[] decision) {
        int scenarios = program.scenarios().size();
        List<Callable<List<SecondStage.Cut>>> parts = new ArrayList<>();
        for (int part = 0; part < instances.size(); part++) {
            SecondStage instance = instances.get(part);
            int from = (int) ((long) scenarios * part / instances.size());
            int to = (int) ((long) scenarios * (part + 1) / instances.size());
            List<Scenario> dealt = program.scenarios().subList(from, to);
            parts.add(() -> {
                List<SecondStage.Cut> cuts = new ArrayList<>();
                for (Scenario scenario : dealt) {
                    cuts.add(instance.solve(scenario, decision));
                }
                return cuts;
            });
        }
        List<SecondStage.Cut> cuts = new ArrayList<>();
        try {
            for (Future<List<SecondStage.Cut>> part : threads.invokeAll(parts)) {
                cuts.addAll(part.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(new SecondStage.Cut(Status.INTERRUPTED, Double.NaN, List.of()));
        } catch (ExecutionException e) {
            throw new IllegalStateException("A scenario broke off.", e.getCause());
        }
        return cuts;
    }
}
