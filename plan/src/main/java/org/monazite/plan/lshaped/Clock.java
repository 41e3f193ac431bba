package org.monazite.plan.lshaped;

import org.monazite.plan.lp.Limits;
import org.ojalgo.type.Stopwatch;

/// Ends a search, decides nothing else.
public final class Clock {

    private final Stopwatch watch = new Stopwatch();
    private double seconds;

    /// A clock that begins now.
    ///
    /// @param seconds until the time is up; infinity for never
    public Clock(double seconds) {
        this.seconds = seconds;
    }

    boolean isUp() {
        return watch.countMillis() / 1000.0 >= seconds;
    }

    /// Allows some seconds from now on, for what is needed to end well.
    void allow(double more) {
        seconds = watch.countMillis() / 1000.0 + more;
    }

    /// The seconds left, with a gap for models with integers.
    public Limits left(double gap) {
        return left(gap, 0);
    }

    /// The same with some seconds beyond the end.
    public Limits left(double gap, double grace) {
        return new Limits(Math.max(0, seconds + grace - watch.countMillis() / 1000.0), gap);
    }
}
