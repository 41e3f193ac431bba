package org.monazite.plan.lp;

import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;

/// A solver that lets [ModelDoctor] look at every model first, and that asks another solver when the first one
/// cannot solve it for numerical trouble. Safe for many threads if both solvers are.
public final class Careful implements Solver {

    private final Solver first;
    private final Supplier<Optional<Solver>> second;

    /// @param second asked for when it is needed; empty where no other solver loads
    public Careful(Solver first, Supplier<Optional<Solver>> second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public String name() {
        return first.name();
    }

    /// @throws SolverException if the numbers of the model lie too far apart; it names family and row
    @Override
    public Solution solve(Model model, Limits limits) {
        ModelDoctor.check(model);
        Solution found = first.solve(model, limits);
        if (found.status() != Status.ERROR) {
            return found;
        }
        Optional<Solver> other = second.get();
        return other.isEmpty()
                ? found
                : other.get()
                        .solve(model, limits)
                        .after(found.iterations())
                        .troubled(found.trouble())
                        .troubled(Trouble.SECOND_SOLVER);
    }

    @Override
    public Optional<AtLeast> solve(Model model, Limits limits, SortedMap<Integer, Double> least) {
        ModelDoctor.check(model);
        return first.solve(model, limits, least);
    }
}
