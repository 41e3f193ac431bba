package org.monazite.plan.cases;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.monazite.plan.lp.Highs;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Status;
import org.monazite.plan.lshaped.Clock;
import org.monazite.plan.lshaped.LShaped.Result;

/// Programs whose first stage has 0 or 1 only and whose second stage may have integers, scenario by scenario.
///
/// Every scenario decides for itself; prices of deciding otherwise than the mean pull the decisions together,
/// and the costs add up to a bound. What scenarios decide is tried out in all of them, and then forbidden to
/// all: so the bound is one for what has not been tried, and the search ends. Nothing rests on the number of
/// threads.
///
/// @see <a href="https://doi.org/10.1016/j.orl.2013.07.009">Ahmed: A scenario decomposition algorithm for 0-1
///     stochastic programs, 2013</a>
final class BinaryFirst implements AutoCloseable {

    /// The most scenarios; each has an instance of the solver of its own.
    static final int MOST_SCENARIOS = 2_000;

    private static final int EACH_ROUND = 2; // decisions that are tried out
    private static final int MOST_ROUNDS = 100_000;
    private static final int PATIENCE = 3; // rounds without a better bound
    private static final double HALF = 0.5;

    private final TwoStage program;
    private final Clock clock;
    private final double gap;
    private final ExecutorService threads;
    private final List<WholeScenario> scenarios = new ArrayList<>();
    private final double[] share; // of a scenario in all probability
    private final double[][] price; // by scenario, then by column of the first stage; they add to 0
    private final Set<List<Integer>> tried = new HashSet<>(); // asked, never walked through
    private double best = Double.POSITIVE_INFINITY;
    private int[] decision = {};
    private double bound = Double.NEGATIVE_INFINITY;
    private double step = 1;
    private int waiting;
    private int rounds;

    private BinaryFirst(TwoStage program, Highs highs, int threads, double gap, Clock clock) {
        this.program = program;
        this.clock = clock;
        this.gap = gap;
        this.threads = Executors.newFixedThreadPool(threads);
        int many = program.scenarios().size();
        share = new double[many];
        price = new double[many][program.firstColumns()];
        for (int each = 0; each < many; each++) {
            share[each] = program.scenarios().get(each).probability() / program.probabilities();
            scenarios.add(new WholeScenario(program, each, highs));
        }
    }

    /// True if the first stage has 0 or 1 only, and scenarios are not too many.
    static boolean suits(TwoStage program) {
        return program.scenarios().size() <= MOST_SCENARIOS
                && program.firstColumns() > 0
                && program.columns().subList(0, program.firstColumns()).stream()
                        .allMatch(column -> column.integer() && column.low() >= 0 && column.high() <= 1);
    }

    /// Minimises.
    ///
    /// @param threads 1 or more; the result does not depend on it
    static Result solve(TwoStage program, Highs highs, int threads, double gap, Clock clock) {
        try (BinaryFirst search = new BinaryFirst(program, highs, threads, gap, clock)) {
            Status status = search.run();
            List<Double> first = new ArrayList<>();
            for (int value : search.decision) {
                first.add((double) value);
            }
            double proved = status == Status.INFEASIBLE ? Double.POSITIVE_INFINITY : search.proved();
            return new Result(status, search.best, proved, search.rounds, search.tried.size(), first);
        }
    }

    private double proved() {
        return Math.min(best, bound);
    }

    private Status run() {
        while (rounds < MOST_ROUNDS) {
            rounds++;
            List<Solution> alone = all(each -> scenarios.get(each).alone(price[each], clock.left(0)));
            Status end = worst(alone);
            if (end == Status.INFEASIBLE) { // all has been tried
                bound = Double.POSITIVE_INFINITY;
                return best < Double.POSITIVE_INFINITY ? Status.OPTIMAL : Status.INFEASIBLE;
            }
            if (end != Status.OPTIMAL) {
                return end;
            }
            double sum = program.offset();
            for (int each = 0; each < share.length; each++) {
                sum += scenarios.get(each).weight() * alone.get(each).bound();
            }
            waiting = sum > bound ? 0 : waiting + 1;
            bound = Math.max(bound, sum);
            if (isClosed()) {
                return Status.OPTIMAL;
            }
            end = tryOut(alone);
            if (end != Status.OPTIMAL) {
                return end;
            }
            if (isClosed()) {
                return Status.OPTIMAL;
            }
            pull(alone, sum);
        }
        return Status.ITERATION_LIMIT;
    }

    private boolean isClosed() {
        return best < Double.POSITIVE_INFINITY && best - bound <= gap * Math.max(1, Math.abs(best));
    }

    private static Status worst(List<Solution> solutions) {
        Status end = Status.OPTIMAL;
        for (Solution each : solutions) {
            if (each.status() == Status.INFEASIBLE) {
                return Status.INFEASIBLE;
            }
            end = each.status() == Status.OPTIMAL ? end : each.status();
        }
        return end;
    }

    /// Tries out what most scenarios decided, and forbids it.
    private Status tryOut(List<Solution> alone) {
        Map<List<Integer>, Double> wanted = new LinkedHashMap<>(); // in the order of the scenarios
        for (int each = 0; each < share.length; each++) {
            wanted.merge(decided(alone.get(each)), share[each], Double::sum);
        }
        List<List<Integer>> most = wanted.entrySet().stream()
                .filter(entry -> !tried.contains(entry.getKey()))
                .sorted(Map.Entry.<List<Integer>, Double>comparingByValue().reversed()) // stable
                .limit(EACH_ROUND)
                .map(Map.Entry::getKey)
                .toList();
        for (List<Integer> each : most) {
            int[] first = each.stream().mapToInt(Integer::intValue).toArray();
            List<Solution> held = all(scenario -> scenarios.get(scenario).held(first, clock.left(0)));
            Status end = worst(held);
            if (end != Status.OPTIMAL && end != Status.INFEASIBLE) {
                return end;
            }
            if (end == Status.OPTIMAL) {
                take(first, held);
            }
            tried.add(each);
            scenarios.forEach(scenario -> scenario.forbid(first));
        }
        return Status.OPTIMAL;
    }

    private void take(int[] first, List<Solution> held) {
        double cost = program.offset();
        for (int column = 0; column < first.length; column++) {
            cost += program.columns().get(column).cost() * first[column];
        }
        for (int each = 0; each < held.size(); each++) {
            cost += program.scenarios().get(each).probability() * held.get(each).objective();
        }
        if (cost < best) {
            best = cost;
            decision = first;
        }
    }

    private List<Integer> decided(Solution alone) {
        List<Integer> first = new ArrayList<>();
        for (int column = 0; column < program.firstColumns(); column++) {
            first.add(alone.value(column) > HALF ? 1 : 0);
        }
        return first;
    }

    /// Makes it dearer to decide otherwise than the mean of the scenarios: a step of the subgradient method,
    /// as long as would close the gap if costs were straight.
    private void pull(List<Solution> alone, double sum) {
        int columns = program.firstColumns();
        double[] mean = new double[columns];
        for (int each = 0; each < share.length; each++) {
            for (int column = 0; column < columns; column++) {
                mean[column] += share[each] * alone.get(each).value(column);
            }
        }
        double apart = 0;
        for (int each = 0; each < share.length; each++) {
            for (int column = 0; column < columns; column++) {
                double away = alone.get(each).value(column) - mean[column];
                apart += share[each] * away * away;
            }
        }
        if (waiting >= PATIENCE) {
            step /= 2;
            waiting = 0;
        }
        double aim = best < Double.POSITIVE_INFINITY ? best : sum + Math.max(1, Math.abs(sum)) / 10;
        double length = apart > 0 ? step * Math.max(0, aim - sum) / apart : 0;
        for (int each = 0; each < share.length; each++) {
            for (int column = 0; column < columns; column++) {
                price[each][column] += length * (alone.get(each).value(column) - mean[column]);
            }
        }
    }

    private interface Ask {
        Solution of(int scenario);
    }

    private List<Solution> all(Ask ask) {
        List<Callable<Solution>> tasks = new ArrayList<>();
        for (int each = 0; each < share.length; each++) {
            int scenario = each;
            tasks.add(() -> ask.of(scenario));
        }
        List<Solution> answers = new ArrayList<>();
        try {
            for (Future<Solution> each : threads.invokeAll(tasks)) {
                answers.add(each.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(
                    Solution.assembled(Status.INTERRUPTED, Double.NaN, Double.NEGATIVE_INFINITY, new double[0], 0));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("A scenario broke off.", e.getCause());
        }
        return answers;
    }

    @Override
    public void close() {
        threads.close();
        scenarios.forEach(WholeScenario::close);
    }
}
