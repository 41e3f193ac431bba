package org.monazite.plan.lp;

/// Which solver to use.
public final class Solvers {

    private Solvers() {}

    /// HiGHS where its library loads, else the pure Java solver, which takes small models only.
    public static Solver best() {
        return Highs.load();
    }
}
