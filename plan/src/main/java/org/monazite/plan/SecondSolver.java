package org.monazite.plan;

import java.util.Optional;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.OrTools;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.lp.Status;

/// What another solver found for the same rows.
///
/// @param solver its name; empty if none ran
/// @param objectiveDifference relative
/// @param agrees whether the difference is within what is allowed
public record SecondSolver(String solver, double objectiveDifference, boolean agrees) {

    /// Nobody was asked, or nobody could say: no library, no time, too large a model, numbers that went astray.
    public static final SecondSolver NONE = new SecondSolver("", Double.NaN, false);

    private static final int SMALL = 200_000; // nonzeros
    private static final double AGREES = 1e-6;

    /// Whether another solver was asked and finds something else.
    public boolean disputes() {
        return !solver.isEmpty() && !agrees;
    }

    /// The same rows through another solver, whole modules fixed at the plan.
    ///
    /// @param first solves the same rows
    static SecondSolver of(Search.Found found, Solver first) {
        return of(found, first.solve(found.plan().model().fixedAt(found.solution()), Limits.NONE));
    }

    /// The same rows through another solver, whole modules fixed at the plan.
    ///
    /// @param fixed what the first solver finds for those rows
    static SecondSolver of(Search.Found found, Solution fixed) {
        Optional<OrTools> other = OrTools.find();
        if (other.isEmpty() || found.plan().model().nonzeros() > SMALL || !fixed.hasPlan()) {
            return NONE;
        }
        Solution again = other.get().solve(found.plan().model().fixedAt(found.solution()), Limits.NONE);
        if (again.status() == Status.ERROR) {
            return NONE; // it found nothing, and so nothing else
        }
        double difference = again.hasPlan()
                ? Math.abs(again.objective() - fixed.objective()) / Math.max(1, Math.abs(fixed.objective()))
                : Double.POSITIVE_INFINITY;
        return new SecondSolver(
                other.get().name() + ", whole modules fixed at the plan", difference, difference <= AGREES);
    }
}
