package org.monazite.plan.lp;

import java.util.function.Supplier;

/// What HiGHS does when its first run is in doubt.
///
/// "Infeasible" is believed only if HiGHS says so without presolve too (its presolve is known to exclude models
/// with integers that have plans). So is solved again what presolve cannot tell apart or cannot solve; numerical
/// trouble once more from nothing. The third rung, another solver, is that of [Careful].
final class Ladder {

    private Ladder() {}

    /// Climbs as far as it must.
    ///
    /// @param asItIs the first run
    /// @param withoutPresolve the same without presolve, from where the first one ended
    /// @param fromNothing the same without presolve and without a basis
    /// @return the last run, with the iterations of all and the rungs that trouble made it climb
    static Solution climb(
            Supplier<Solution> asItIs, Supplier<Solution> withoutPresolve, Supplier<Solution> fromNothing) {
        Solution found = asItIs.get();
        if (!isDoubtful(found.status())) {
            return found;
        }
        boolean broke = found.status() == Status.ERROR;
        long iterations = found.iterations();
        found = withoutPresolve.get();
        if (found.status() != Status.ERROR) {
            Solution all = found.after(iterations);
            return broke ? all.troubled(Trouble.WITHOUT_PRESOLVE) : all;
        }
        iterations += found.iterations();
        return fromNothing
                .get()
                .after(iterations)
                .troubled(Trouble.WITHOUT_PRESOLVE)
                .troubled(Trouble.FROM_NOTHING);
    }

    private static boolean isDoubtful(Status status) {
        return switch (status) {
            case ERROR, INFEASIBLE, INFEASIBLE_OR_UNBOUNDED -> true;
            case OPTIMAL, UNBOUNDED, TIME_LIMIT, ITERATION_LIMIT, INTERRUPTED -> false;
        };
    }
}
