package org.monazite.plan.lp;

/// What was tried when a solver could not solve a model as it was given: each rung of the ladder that was climbed.
public enum Trouble {
    /// HiGHS again, without presolve.
    WITHOUT_PRESOLVE,
    /// HiGHS again, without presolve and with no basis to start from.
    FROM_NOTHING,
    /// Another solver.
    SECOND_SOLVER;

    /// The name used in JSON, such as `without-presolve`.
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
