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

    /// Begins to load the libraries of both solvers, on a thread of its own, so that they are there when they are
    /// needed.
    public static void prepare() {
        Thread.ofPlatform().daemon().name("solvers").start(() -> {
            if (Highs.find().isPresent()) {
                OrTools.find();
            }
        });
    }
}
