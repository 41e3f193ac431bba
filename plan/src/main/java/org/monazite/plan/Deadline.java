package org.monazite.plan;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.lp.Status;

/// A limit of time for a whole question, whatever it is made of: searches end with their best so far, and what can
/// be left out is left out and named. It ends work and decides nothing else. Safe for many threads.
///
/// What a plan cannot do without - a year without a ban, what each ban does to it, the check - is always computed,
/// so an answer may come some seconds late.
public final class Deadline {

    private static final double SEARCH = 0.8; // part of what is left that one search may take

    private final long end; // of System.nanoTime
    private final boolean limited;
    private final TreeSet<String> leftOut = new TreeSet<>();
    private boolean cut;

    private Deadline(long end, boolean limited) {
        this.end = end;
        this.limited = limited;
    }

    /// No limit.
    public static Deadline never() {
        return new Deadline(0, false);
    }

    /// So many seconds from now.
    ///
    /// @param seconds 0 or more
    public static Deadline in(double seconds) {
        if (!(seconds >= 0)) { // also refuses NaN
            throw new IllegalArgumentException("A limit of time must be 0 or more seconds, was '" + seconds + "'.");
        }
        return seconds > 1e9 ? never() : new Deadline(System.nanoTime() + (long) (seconds * 1e9), true);
    }

    /// Seconds left, 0 or more; infinity without a limit.
    double left() {
        return limited ? Math.max(0, (end - System.nanoTime()) / 1e9) : Double.POSITIVE_INFINITY;
    }

    /// Whether there is a limit at all.
    boolean isLimited() {
        return limited;
    }

    /// True if the time is over.
    boolean passed() {
        return left() <= 0;
    }

    /// Limits of one search among others.
    Limits within(Limits limits) {
        return limits.within(Math.min(limits.seconds(), SEARCH * left()));
    }

    /// Whether there is time for a part; if not, it is noted as left out.
    ///
    /// @param part its name, such as `replay`
    boolean allows(String part) {
        if (!passed()) {
            return true;
        }
        leaveOut(part);
        return false;
    }

    /// Notes a part that is not computed.
    void leaveOut(String part) {
        synchronized (leftOut) {
            leftOut.add(part);
        }
    }

    /// Names of parts that were not computed for want of time, sorted.
    public List<String> leftOut() {
        synchronized (leftOut) {
            return List.copyOf(leftOut);
        }
    }

    /// True if a search was ended by this limit or a part left out.
    public boolean isHit() {
        synchronized (leftOut) {
            return cut || !leftOut.isEmpty();
        }
    }

    /// The limit of time that a solver keeps; none if it is no solver of [#on].
    static Deadline of(Solver solver) {
        return solver instanceof Kept kept ? kept.deadline : never();
    }

    /// A solver whose searches - runs that have a limit of time of their own - keep this one too.
    Solver on(Solver solver) {
        return new Kept(this, solver);
    }

    private void cutShort() {
        synchronized (leftOut) {
            cut = true;
        }
    }

    private record Kept(Deadline deadline, Solver solver) implements Solver {

        @Override
        public String name() {
            return solver.name();
        }

        @Override
        public Solution solve(Model model, Limits limits) {
            if (!deadline.limited || Double.isInfinite(limits.seconds())) {
                return solver.solve(model, limits);
            }
            Solution found = solver.solve(model, deadline.within(limits));
            if (found.status() == Status.TIME_LIMIT) {
                deadline.cutShort();
            }
            return found;
        }

        @Override
        public Optional<AtLeast> solve(Model model, Limits limits, SortedMap<Integer, Double> least) {
            return solver.solve(model, deadline.within(limits), least);
        }
    }
}
