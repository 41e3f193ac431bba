package org.monazite.plan.lp;

/// Something that minimises a model.
public interface Solver {

    /// Name and version, as printed on a run card.
    String name();

    /// Minimises the model, which is not changed.
    ///
    /// An infeasible or unbounded model is an answer, not an error.
    ///
    /// @throws SolverException if this solver cannot take the model, for instance because it is too
    ///     large for it
    Solution solve(Model model, Limits limits);
}
