package org.monazite.plan.lp;

import java.util.Optional;

/// HiGHS, the solver of choice: dual simplex for linear programs, branch and cut for integers.
public final class Highs implements Solver {

    private Highs() {}

    /// HiGHS, if its library loads on this platform.
    public static Optional<Highs> find() {
        return Optional.empty();
    }

    /// HiGHS.
    ///
    /// @throws SolverException if its library does not load on this platform; the message says why
    public static Highs load() {
        return find().orElseThrow(() -> new SolverException("contract"));
    }

    @Override
    public String name() {
        return "HiGHS";
    }

    @Override
    public Solution solve(Model model, Limits limits) {
        try (Session session = open(model)) {
            return session.run(limits);
        }
    }

    /// Loads a copy of the model for a series of related solves, each of which starts where the last
    /// one ended.
    public Session open(Model model) {
        return new Session(model);
    }
}
