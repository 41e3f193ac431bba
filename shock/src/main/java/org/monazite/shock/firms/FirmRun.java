package org.monazite.shock.firms;

import org.monazite.shock.BrokenRunException;

/// A run of a network of firms, played a day at a time. Not for several threads.
public final class FirmRun {

    private final FirmState state;
    private int days;

    FirmRun(FirmState state) {
        this.state = state;
    }

    /// Plays the next day and shows it; the view is the same object every day.
    ///
    /// @throws BrokenRunException if output stops being a number
    public FirmDayView next() {
        state.step(days);
        if (!Double.isFinite(state.totalMade())) {
            throw new BrokenRunException("output of all firms", state.totalMade(), days);
        }
        days++;
        return state;
    }

    /// Days played so far.
    public int days() {
        return days;
    }
}
