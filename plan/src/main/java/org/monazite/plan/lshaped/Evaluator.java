package org.monazite.plan.lshaped;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.monazite.plan.lp.Status;

/// Asks all episodes about a decision. Answers come in the order of the episodes, whatever thread gives
/// them, and are summed in that order.
final class Evaluator {

    /// Seconds beyond the limit, for what is needed so that there is a plan at all.
    static final double GRACE = 3;

    private final FirstStage stage;
    private final List<? extends Episodes> groups;
    private final Repair repair;
    private final ExecutorService threads;
    private final Master master;
    private final Clock clock;
    private int rounds;

    Evaluator(
            FirstStage stage,
            List<? extends Episodes> groups,
            Repair repair,
            ExecutorService threads,
            Master master,
            Clock clock) {
        this.stage = stage;
        this.groups = groups;
        this.repair = repair;
        this.threads = threads;
        this.master = master;
        this.clock = clock;
    }

    /// How often all episodes were asked.
    int rounds() {
        return rounds;
    }

    /// The point at a decision; its cuts are in the master then.
    Point look(double[] decision) {
        return look(decision, 0);
    }

    /// The same with some seconds more, so that there mostly is a plan when the time is short.
    Point first(double[] decision) {
        return look(decision, GRACE);
    }

    private Point look(double[] decision, double grace) {
        rounds++;
        List<Cut> cuts = ask(decision, grace);
        double episodes = 0;
        for (int episode = 0; episode < cuts.size(); episode++) {
            Cut cut = cuts.get(episode);
            switch (cut.status) {
                case OPTIMAL -> episodes += stage.weights[episode] * cut.cost;
                case INFEASIBLE -> episodes = Double.POSITIVE_INFINITY;
                case UNBOUNDED, INFEASIBLE_OR_UNBOUNDED, TIME_LIMIT, ITERATION_LIMIT, INTERRUPTED, ERROR -> {
                    return new Point(decision, Double.POSITIVE_INFINITY, List.of(), cut.status);
                }
            }
        }
        master.add(cuts, decision);
        double[] kept = episodes < Double.POSITIVE_INFINITY ? repair.of(decision, cuts) : decision;
        double cost = kept.length == 0 ? Double.POSITIVE_INFINITY : stage.cost(kept) + episodes;
        return new Point(kept.length == 0 ? decision : kept, cost, cuts, null);
    }

    private List<Cut> ask(double[] decision, double grace) {
        List<Callable<List<Cut>>> parts = new ArrayList<>();
        for (Episodes group : groups) {
            parts.add(() -> group.solve(decision, clock.left(0, grace)));
        }
        List<Cut> cuts = new ArrayList<>();
        try {
            for (Future<List<Cut>> part : threads.invokeAll(parts)) {
                cuts.addAll(part.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(Cut.none(Status.INTERRUPTED));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("An episode broke off.", e.getCause());
        }
        return cuts;
    }
}
