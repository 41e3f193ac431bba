package org.monazite.plan;

import java.util.function.Consumer;

/// Finds plans.
public final class Planner {

    private final PlanInput input;
    private final int threads;
    private final Consumer<String> progress;

    private Planner(PlanInput input, int threads, Consumer<String> progress) {
        this.input = input;
        this.threads = threads;
        this.progress = progress;
    }

    /// A planner.
    ///
    /// @param threads for independent solves, 1 or more; the result does not depend on it
    /// @param progress told each step as it begins, from any thread
    public static Planner of(PlanInput input, int threads, Consumer<String> progress) {
        return new Planner(input, threads, progress);
    }

    /// The best plan for a question.
    ///
    /// @throws IllegalArgumentException if the spec names a place, project or option that is not there
    public PlanResult solve(PlanSpec spec) {
        throw new IllegalStateException("contract " + spec + input + threads + progress);
    }

    /// Plans for budgets from nothing to twice that of the spec.
    ///
    /// @param points how many, 2 to 100
    public Frontier frontier(PlanSpec spec, int points) {
        throw new IllegalStateException("contract " + spec + points);
    }

    /// Why a project or option is in the plan, or is not.
    ///
    /// @throws IllegalArgumentException if there is no such project or option
    public Why why(PlanSpec spec, String id) {
        throw new IllegalStateException("contract " + spec + id);
    }
}
