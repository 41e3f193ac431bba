package org.monazite.app.verify;

import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Solver;

/// How long reference cases may be solved: all of them together, and each solve. It ends solves and decides
/// nothing else.
public final class Until {

    private final long end; // of System.nanoTime
    private final double together;
    private final double each;

    private Until(double together, double each) {
        this.together = together;
        this.each = each;
        end = System.nanoTime() + (long) (Math.min(together, 1e9) * 1e9);
    }

    /// A limit that begins now.
    ///
    /// @param together seconds for all solves together, 0 or more; infinity for no limit
    /// @param each seconds for each solve, 0 or more; infinity for no limit
    public static Until of(double together, double each) {
        if (!(together >= 0 && each >= 0)) { // also refuses NaN
            throw new IllegalArgumentException(
                    "Limits of time must be 0 or more seconds, were '%s' and '%s'.".formatted(together, each));
        }
        return new Until(together, each);
    }

    /// No limit.
    public static Until never() {
        return of(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /// True if a solve may have been stopped: each has a limit of its own, or the time of all together is up.
    boolean mayHaveStopped() {
        return each < Double.POSITIVE_INFINITY || together < Double.POSITIVE_INFINITY && System.nanoTime() >= end;
    }

    /// A limit that begins now for all solves of one case together.
    Until forOne() {
        return of(next(1, 0).seconds(), Double.POSITIVE_INFINITY);
    }

    /// A solver that stops in time.
    Solver keeping(Solver solver) {
        return new Solver() {

            @Override
            public String name() {
                return solver.name();
            }

            @Override
            public Solution solve(Model model, Limits limits) {
                return solver.solve(
                        model,
                        limits.within(Math.min(limits.seconds(), next(1, 0).seconds())));
            }
        };
    }

    /// Limits of the next of so many solves: an equal part of what is left, so that none is starved by the
    /// one before; what it does not use is left to the others.
    Limits next(int solves, double gap) {
        double left = together == Double.POSITIVE_INFINITY
                ? together
                : Math.max(0, (end - System.nanoTime()) / 1e9) / Math.max(1, solves);
        return new Limits(Math.min(each, left), gap);
    }
}
