package org.monazite.plan.lp;

/// How a run ended. Whether there is a plan is another question: see [Solution#hasPlan()].
public enum Status {
    /// Solved within the gap that was asked for.
    OPTIMAL,
    /// The seconds were used up.
    TIME_LIMIT,
    /// No values fit all rows and bounds.
    INFEASIBLE,
    /// The objective falls without end.
    UNBOUNDED,
    /// One of the two; the solver could not say which.
    INFEASIBLE_OR_UNBOUNDED,
    /// The solver made as many iterations or found as many plans as it may.
    ITERATION_LIMIT,
    /// Somebody stopped the run.
    INTERRUPTED,
    /// The solver failed or ran into numerical trouble.
    ERROR
}
