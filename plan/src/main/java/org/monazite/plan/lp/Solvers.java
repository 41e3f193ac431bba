package org.monazite.plan.lp;

import java.util.Optional;

/// Which solver to use.
public final class Solvers {

    private Solvers() {}

    /// HiGHS where its library loads, else the pure Java solver, which takes small models only.
    public static Solver best() {
        Optional<Highs> highs = Highs.find();
        return highs.isPresent() ? highs.get() : new PureJava();
    }
}
