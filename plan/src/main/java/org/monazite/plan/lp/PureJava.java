package org.monazite.plan.lp;

/// A solver without native code, for platforms where HiGHS does not load: the simplex method of ojAlgo,
/// and a plain branch and bound of our own for integers (that of ojAlgo 57.1 called plans optimal that
/// were not). It takes small models only and knows no duals.
///
/// What ojAlgo returns is believed only if its state says so and the values fit all rows and bounds of
/// the model.
public final class PureJava implements Solver {

    /// The largest model it takes, in terms: beyond, minutes become hours.
    public static final int MOST_NONZEROS = 10_000;

    /// A solver; it has no state.
    public PureJava() {}

    @Override
    public String name() {
        return "ojAlgo 57.1.0";
    }

    /// Minimises a small model.
    ///
    /// @throws SolverException if the model has more than [#MOST_NONZEROS] terms
    @Override
    public Solution solve(Model model, Limits limits) {
        model.needClosed();
        if (model.nonzeros() > MOST_NONZEROS) {
            throw new SolverException("""
                    The model has %,d nonzeros; the pure Java solver takes %,d, it would run for hours.
                    Maybe use a platform on which HiGHS loads (Linux with glibc, macOS, Windows), or ask for fewer \
                    years or episodes.""".formatted(model.nonzeros(), MOST_NONZEROS));
        }
        if (limits.seconds() == 0) {
            return Solution.nothing(Status.TIME_LIMIT, Double.NEGATIVE_INFINITY, 0);
        }
        return model.integers() == 0
                ? Relaxation.of(model).solve(limits.seconds())
                : new BranchAndBound(model, limits).solve();
    }
}
