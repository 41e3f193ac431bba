package org.monazite.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.world.World;
import org.monazite.plan.world.WorldBuilder;

/// Plans for rising budgets. A plan for less money can be had for more, so a point that is no better than the one before
/// takes its plan.
final class Frontiers {

    private static final double FIFTH = 0.2;

    private final PlanInput input;
    private final Solver solver;
    private final int threads;
    private final Consumer<String> progress;

    /// A point and how good its plan is.
    private record Scored(Frontier.Point point, double objective) {}

    Frontiers(PlanInput input, Solver solver, int threads, Consumer<String> progress) {
        this.input = input;
        this.solver = solver;
        this.threads = threads;
        this.progress = progress;
    }

    Frontier of(PlanSpec spec, int points) {
        World world = WorldBuilder.build(input, spec);
        Search search = new Search(solver, input.network());
        Search.State before = search.before(world);
        List<Future<Scored>> running = new ArrayList<>();
        List<Scored> found = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (int k = 0; k < points; k++) {
                double part = k / (points - 1.0);
                double budget = 2 * spec.totalBudgetUsd() * part * part * part;
                PlanSpec asked = spec.withBudget(budget);
                running.add(pool.submit(() -> point(world.with(asked), before, budget)));
            }
            for (Future<Scored> each : running) {
                found.add(each.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The frontier was interrupted.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A point of the frontier failed: " + e.getCause(), e);
        } finally {
            pool.shutdownNow();
        }
        return new Frontier(rising(found), knee(rising(found)));
    }

    private Scored point(World world, Search.State before, double budget) {
        progress.accept(String.format(java.util.Locale.ROOT, "a plan for %.0f M USD", budget / World.USD));
        Search.Found found = new Search(solver, input.network()).find(world, before);
        Report report = new Report(world, before, found, input.network());
        PlanResult.Loss loss = report.lossAfter();
        double spent = report.decisions().spent().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        Frontier.Point point = new Frontier.Point(
                budget,
                spent,
                report.decisions().cost(),
                loss.worstUnmet(),
                loss.worstUsd(),
                loss.expectedUsd(),
                report.decisions().ids(),
                report.check().verified());
        return new Scored(point, found.solution().objective());
    }

    private static List<Frontier.Point> rising(List<Scored> found) {
        List<Frontier.Point> points = new ArrayList<>();
        Scored best = found.getFirst();
        for (Scored each : found) {
            boolean worse = each.objective() > best.objective()
                    || each.point().worstUnmet() > best.point().worstUnmet() + 1e-9;
            if (!worse) {
                best = each;
            }
            points.add(withBudget(best.point(), each.point().budgetUsd()));
        }
        return points;
    }

    private static Frontier.Point withBudget(Frontier.Point plan, double budget) {
        return new Frontier.Point(
                budget,
                plan.spentUsd(),
                plan.costUsd(),
                plan.worstUnmet(),
                plan.worstUsd(),
                plan.expectedUsd(),
                plan.decisions(),
                plan.verified());
    }

    /// The first point from which on a dollar saves less than a fifth of what it saved up to there.
    static int knee(List<Frontier.Point> points) {
        double start = points.getFirst().worstUsd();
        for (int k = 1; k < points.size() - 1; k++) {
            Frontier.Point here = points.get(k);
            Frontier.Point last = points.getLast();
            double before = (start - here.worstUsd()) / here.budgetUsd();
            double after = (here.worstUsd() - last.worstUsd()) / (last.budgetUsd() - here.budgetUsd());
            Frontier.Point next = points.get(k + 1);
            double step = (here.worstUsd() - next.worstUsd()) / (next.budgetUsd() - here.budgetUsd());
            if (before > 0 && Math.max(step, after) < FIFTH * before) {
                return k;
            }
        }
        return points.size() - 1;
    }
}
