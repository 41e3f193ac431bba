package org.monazite.plan;

import java.util.Optional;
import java.util.function.Function;
import org.monazite.plan.lp.Careful;
import org.monazite.plan.lp.Highs;
import org.monazite.plan.lp.OrTools;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.lp.Solvers;
import org.monazite.plan.lp.WarmTree;

/// Solvers within one limit of time: for single models, and for chains of models that differ in their numbers alone.
record Chains(Deadline deadline) {

    /// A solver for models one by one; safe for many threads.
    Solver single() {
        return deadline.on(careful(Highs.find().<Solver>map(WarmTree::new).orElseGet(Solvers::best)));
    }

    private static Solver careful(Solver solver) {
        return new Careful(solver, () -> OrTools.find().map(Solver.class::cast));
    }

    /// Does something with a solver that starts each model from the last one like it.
    ///
    /// @param use keeps its solver to one thread
    <A> A linked(Function<Solver, A> use) {
        Optional<Highs> highs = Highs.find();
        if (highs.isEmpty()) {
            return use.apply(single());
        }
        try (WarmTree.Chain chain = new WarmTree(highs.get()).chain()) {
            return use.apply(deadline.on(careful(chain)));
        }
    }
}
