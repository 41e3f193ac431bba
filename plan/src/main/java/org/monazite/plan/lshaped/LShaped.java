package org.monazite.plan.lshaped;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.monazite.plan.lp.Highs;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Status;

/// The L-shaped method: the first stage is decided, every episode answers with a cut that lies below its
/// cost, and so on until the cuts say what the episodes say. One cut per episode and round, and a box about
/// the best decision so far that grows after good steps and shrinks after bad ones.
///
/// Integers of the first stage: the relaxation first; its cuts stay. Then by turns the master with whole
/// columns whole, which gives the bound, and the best decision with these whole columns held.
///
/// @see <a href="https://doi.org/10.1023/A:1021858008222">Linderoth and Wright: Decomposition
///     algorithms for stochastic programming on a computational grid, 2003</a>
public final class LShaped {

    /// Seconds beyond a limit that may be taken so that there is a plan at all.
    public static final double GRACE = Evaluator.GRACE;

    private static final int MOST_TURNS = 500;
    private static final int FIRST_INSIDE = 2;
    private static final int MOST_INSIDE = 5;
    private static final int EACH_TURN = 3;
    private static final int ALL_INSIDE = 40;
    private static final double FINEST = 1e-9;
    private static final double USUAL = 1e-6;
    private static final double LAST = 10; // most seconds for the last decision when the time is up
    private static final double PART = 0.1; // of the limit, for the same

    private final FirstStage stage;
    private final Limits limits;
    private final Clock clock;
    private final Master master;
    private final Evaluator evaluator;
    private final Repair repair;
    private final Progress progress;
    private Point best;
    private double bound = Double.NEGATIVE_INFINITY;
    private int inside;

    private LShaped(
            FirstStage stage,
            Limits limits,
            Clock clock,
            Master master,
            Evaluator evaluator,
            Repair repair,
            Progress watch) {
        this.stage = stage;
        this.limits = limits;
        this.clock = clock;
        this.master = master;
        this.evaluator = evaluator;
        this.repair = repair;
        this.progress = watch;
        this.best = new Point(stage.start, Double.POSITIVE_INFINITY, List.of(), null);
    }

    /// Hears how far the search is.
    @FunctionalInterface
    public interface Progress {

        /// For nobody who listens.
        Progress NONE = (round, cost, bound) -> {};

        /// A round begins.
        ///
        /// @param round how often all episodes have been asked
        /// @param cost of the best decision so far; infinity if there is none
        /// @param bound no decision costs less
        void at(int round, double cost, double bound);
    }

    /// How it ended.
    ///
    /// @param objective of the best decision; infinity if none was found
    /// @param bound no decision costs less
    /// @param iterations rounds over all episodes
    /// @param first values of the columns of the first stage
    /// @param cuts how many were made
    public record Result(Status status, double objective, double bound, int iterations, long cuts, List<Double> first) {

        /// Copies the list.
        public Result {
            first = List.copyOf(first);
        }
    }

    /// With what the episodes said when the best decision was found; empty if none was found.
    record Outcome(Result result, List<Cut> cuts) {

        Outcome {
            cuts = List.copyOf(cuts);
        }
    }

    /// Minimises.
    ///
    /// @param groups the episodes, dealt to any number of groups; the caller closes them
    /// @param threads 1 or more; the result does not depend on it
    /// @param limits the gap is relative to the objective; below 1e-9 it counts as 1e-6
    public static Result solve(
            FirstStage stage,
            List<? extends Episodes> groups,
            Highs highs,
            int threads,
            Limits limits,
            Progress progress) {
        return solve(stage, groups, Repair.NONE, highs, threads, limits, progress)
                .result();
    }

    static Outcome solve(
            FirstStage stage,
            List<? extends Episodes> groups,
            Repair repair,
            Highs highs,
            int threads,
            Limits limits,
            Progress progress) {
        Clock clock = new Clock(limits.seconds());
        try (Master master = new Master(stage, highs);
                ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            Evaluator evaluator = new Evaluator(stage, groups, repair, pool, master, clock);
            return new LShaped(stage, limits, clock, master, evaluator, repair, progress).run();
        }
    }

    private double gap() {
        return limits.gap() < FINEST ? USUAL : limits.gap();
    }

    private Outcome run() {
        Point start = evaluator.first(stage.start);
        absorb(start, FIRST_INSIDE);
        Descent relaxed = descent(start, Double.POSITIVE_INFINITY, Math.min(gap(), USUAL * 10), false);
        Status status = relaxed.run();
        bound = relaxed.bound();
        if (status == Status.OPTIMAL && master.hasIntegers()) {
            absorb(relaxed.best(), MOST_INSIDE);
        }
        if (!master.hasIntegers()) {
            best = relaxed.best();
        } else if (status == Status.OPTIMAL) {
            status = turns();
        }
        if (!best.possible() && relaxed.best().possible() && status == Status.TIME_LIMIT) {
            round(relaxed.best());
        }
        List<Double> first = new ArrayList<>();
        for (double value : best.decision) {
            first.add(value);
        }
        Result result = new Result(
                status, best.cost, bound, evaluator.rounds(), (long) evaluator.rounds() * stage.episodes(), first);
        return new Outcome(result, best.possible() ? best.cuts : List.of());
    }

    /// Takes the episodes that press most on what is decided for shortages into the master, so that whole columns
    /// are chosen with these before the eyes.
    private void absorb(Point point, int most) {
        TreeMap<Double, Integer> pressing = new TreeMap<>(Comparator.reverseOrder());
        for (int episode = 0; point.possible() && episode < point.cuts.size(); episode++) {
            double weight = repair.weight(point.cuts.get(episode));
            if (weight > 0) {
                pressing.putIfAbsent(weight, episode);
            }
        }
        absorb(pressing, most);
    }

    private void absorb(TreeMap<Double, Integer> dearestFirst, int most) {
        for (int episode : dearestFirst.values()) {
            if (inside < most && !master.isAbsorbed(episode) && repair.canTakeIn()) {
                master.absorb(episode, repair.inside(episode));
                inside++;
            }
        }
    }

    /// Begins where it is told to; in a program with whole columns cost and bound are those of the whole.
    private Descent descent(Point start, double cutoff, double gap, boolean held) {
        double radius = start.possible() && held ? 1.0 / 8 : 1;
        return new Descent(
                master,
                evaluator,
                clock,
                start,
                radius,
                gap,
                cutoff,
                (cost, below) -> progress.at(
                        evaluator.rounds(),
                        held || master.hasIntegers() ? best.cost : cost,
                        held ? bound : Math.max(bound, below)));
    }

    /// By turns: whole columns by the master, all else with these held.
    private Status turns() {
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            Solution whole = master.solveWhole(best, clock.left(gap() / 4));
            bound = Math.max(bound, whole.bound());
            progress.at(evaluator.rounds(), best.cost, bound);
            if (isClosed()) {
                return Status.OPTIMAL;
            }
            if (!whole.hasPlan()) {
                return best.possible() && whole.status() == Status.INFEASIBLE ? Status.OPTIMAL : whole.status();
            }
            double[] decision = Arrays.copyOf(whole.values(), stage.columns());
            Status held = held(decision, whole);
            if (held != Status.OPTIMAL && held != Status.INFEASIBLE) {
                return held;
            }
            if (whole.status() != Status.OPTIMAL) {
                return whole.status();
            }
        }
        return Status.ITERATION_LIMIT;
    }

    private boolean isClosed() {
        return best.possible() && best.cost - bound <= gap() * Math.max(1, Math.abs(best.cost));
    }

    /// The best decision with whole columns as in a decision.
    private Status held(double[] decision, Solution whole) {
        for (int column = 0; column < decision.length; column++) {
            if (master.isWhole(column)) {
                decision[column] = Math.rint(decision[column]);
            }
        }
        master.hold(decision);
        double worth = best.possible() ? best.cost - gap() / 2 * Math.max(1, Math.abs(best.cost)) : best.cost;
        Point there = evaluator.look(decision);
        Descent descent = descent(there, worth, gap() / 4, true);
        Status status = descent.run();
        master.letGo();
        if (descent.best().cost < best.cost) {
            best = descent.best();
        }
        if (there.end == null) {
            absorb(surprises(there, whole), Math.min(inside + EACH_TURN, ALL_INSIDE));
        }
        return status;
    }

    /// By how much the master thought an episode too cheap.
    private TreeMap<Double, Integer> surprises(Point there, Solution whole) {
        TreeMap<Double, Integer> most = new TreeMap<>(Comparator.reverseOrder());
        for (int episode = 0; episode < there.cuts.size(); episode++) {
            double thought = stage.weights[episode] * whole.value(stage.columns() + episode);
            double is = stage.weights[episode] * there.cuts.get(episode).value;
            if (there.possible() && is - thought > gap() / 10 / stage.episodes() * Math.abs(there.cost)) {
                most.putIfAbsent(is - thought, episode);
            }
        }
        return most;
    }

    /// Without time for more: the relaxed decision with whole columns rounded down.
    private void round(Point relaxed) {
        clock.allow(Math.min(LAST, Evaluator.GRACE + PART * limits.seconds()));
        double[] down = relaxed.decision.clone();
        for (int column = 0; column < down.length; column++) {
            if (master.isWhole(column)) {
                down[column] = Math.floor(down[column] + 1e-6);
            }
        }
        master.hold(down);
        Solution inside = master.solve(down, Double.MAX_VALUE, clock.left(0));
        master.letGo();
        if (inside.status() == Status.OPTIMAL) {
            Point point = evaluator.look(Arrays.copyOf(inside.values(), stage.columns()));
            best = point.possible() ? point : best;
        }
    }
}
