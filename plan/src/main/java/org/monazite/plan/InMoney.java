package org.monazite.plan;

import java.util.Optional;
import java.util.SortedMap;
import org.monazite.plan.equations.Around;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.lp.Status;

/// A solver whose gap is a part of money: cost of the decisions and expected value at risk. The objective of a plan
/// that misses targets is made of the weights of what is missed, and a small part of those is a large part of
/// money: two plans that lie within it can be worlds apart. What comes out with too wide a gap is solved again with
/// a narrower one.
///
/// @param around of the models; columns they have beyond it cost no money
record InMoney(Around around, Solver solver) implements Solver {

    @Override
    public String name() {
        return solver.name();
    }

    @Override
    public Solution solve(Model model, Limits limits) {
        long begun = System.nanoTime();
        Solution found = solver.solve(model, limits);
        return isWide(found, limits) ? nearer(found, solver.solve(model, narrower(found, limits, begun))) : found;
    }

    @Override
    public Optional<AtLeast> solve(Model model, Limits limits, SortedMap<Integer, Double> least) {
        long begun = System.nanoTime();
        Optional<AtLeast> found = solver.solve(model, limits, least);
        if (found.isEmpty() || !isWide(found.get().solution(), limits)) {
            return found;
        }
        Solution first = found.get().solution();
        Optional<AtLeast> again = solver.solve(model, narrower(first, limits, begun), least);
        return again.isPresent() && again.get().solution().hasPlan() ? again : Optional.empty();
    }

    private boolean isWide(Solution found, Limits limits) {
        return found.status() == Status.OPTIMAL && found.objective() - found.bound() > allowed(found, limits);
    }

    private double allowed(Solution found, Limits limits) {
        return limits.gap() * Math.max(1, Math.abs(around.money(found)));
    }

    /// The time that is left and the gap that is allowed, as a part of the objective.
    private Limits narrower(Solution found, Limits limits, long begun) {
        double gap = allowed(found, limits) / Math.max(1, Math.abs(found.objective()));
        double left = Math.max(0, limits.seconds() - (System.nanoTime() - begun) / 1e9);
        return new Limits(left, gap, limits.enough());
    }

    /// The better of two plans, proved as far as the second search came.
    private static Solution nearer(Solution first, Solution again) {
        boolean better = again.hasPlan() && again.objective() <= first.objective();
        if (better) {
            return again;
        }
        double bound = Math.max(first.bound(), again.hasPlan() ? again.bound() : first.bound());
        return first.provedTo(again.status(), bound, first.iterations() + again.iterations());
    }
}
