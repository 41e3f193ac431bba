package org.monazite.plan.lshaped;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Status;

/// Goes down to the best decision of a master whose whole columns may take any value or are held: a box
/// about the best decision so far grows after good steps and shrinks after bad ones.
final class Descent {

    private static final int MOST_ROUNDS = 2_000;
    private static final double WIDEST = 1e15;
    private static final double GOOD = 0.25;
    private static final double ANY_GOOD = 1e-4;

    private final Master master;
    private final Evaluator evaluator;
    private final Clock clock;
    private final double gap;
    private final double cutoff;
    private final BiConsumer<Double, Double> watch;

    private Point best;
    private double bound = Double.NEGATIVE_INFINITY;
    private double radius;
    private @Nullable Status end;

    /// @param start where it begins
    /// @param radius first size of the box
    /// @param gap where to stop, relative to the cost
    /// @param cutoff it ends as soon as nothing below this can be found; infinity for never
    /// @param watch told cost and bound of each step
    Descent(
            Master master,
            Evaluator evaluator,
            Clock clock,
            Point start,
            double radius,
            double gap,
            double cutoff,
            BiConsumer<Double, Double> watch) {
        this.master = master;
        this.evaluator = evaluator;
        this.clock = clock;
        this.best = start;
        this.end = start.end;
        this.radius = radius;
        this.gap = gap;
        this.cutoff = cutoff;
        this.watch = watch;
    }

    Point best() {
        return best;
    }

    /// No decision costs less, whole columns as free or held as they are.
    double bound() {
        return bound;
    }

    /// Runs to its end. Returns how it ended.
    Status run() {
        while (end == null) {
            step();
        }
        return end;
    }

    private void step() {
        watch.accept(best.cost, bound);
        if (Thread.currentThread().isInterrupted()) {
            end = Status.INTERRUPTED;
        } else if (clock.isUp()) {
            end = Status.TIME_LIMIT;
        } else if (evaluator.rounds() >= MOST_ROUNDS) {
            end = Status.ITERATION_LIMIT;
        } else {
            Solution model = master.solve(best.decision, radius, clock.left(0));
            if (model.status() == Status.INFEASIBLE && radius < WIDEST) {
                radius *= 4; // nothing possible within the box
            } else if (model.status() != Status.OPTIMAL) {
                end = model.status();
            } else {
                go(model);
            }
        }
    }

    private void go(Solution model) {
        double[] to = java.util.Arrays.copyOf(model.values(), best.decision.length);
        boolean edge = master.atTheEdge(to, best.decision, radius);
        if (!edge && master.countsAll()) {
            bound = Math.max(bound, model.objective());
        }
        double predicted = best.cost - model.objective();
        boolean possible = best.possible();
        if (possible && predicted <= gap * Math.max(1, Math.abs(best.cost))) {
            if (edge && radius < WIDEST) {
                radius *= 4;
            } else {
                end = Status.OPTIMAL;
            }
            return;
        }
        if (bound >= cutoff) {
            end = Status.OPTIMAL;
            return;
        }
        double before = best.cost;
        Point point = evaluator.look(to);
        if (point.end != null) {
            end = point.end;
            return;
        }
        if (point.cost < best.cost || !possible) {
            best = point;
        }
        if (!possible) {
            return; // what is missing cuts the decision off; nothing is good or bad yet
        }
        if (edge && before - point.cost > GOOD * predicted) {
            radius *= 2;
        } else if (before - point.cost < ANY_GOOD * predicted) {
            radius /= 2;
        }
    }
}
