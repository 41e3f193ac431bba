package org.monazite.shock.ario;

import org.monazite.shock.BrokenRunException;

/// A run of a table, played a step at a time. Close it when done: it holds threads.
public final class ArioRun implements AutoCloseable {

    private final MrioTable table;
    private final ArioState state;
    private final Pool pool;
    private int steps;

    ArioRun(MrioTable table, ArioState state, int threads) {
        this.table = table;
        this.state = state;
        this.pool = new Pool(threads);
    }

    /// Plays the next step and shows it; the view is the same object every step.
    ///
    /// @throws BrokenRunException if a number stops being a quantity
    public ArioDayView next() {
        state.step(steps, pool);
        for (int industry = 0; industry < table.size(); industry++) {
            double made = state.made(industry);
            if (!(made >= 0 && made < Double.POSITIVE_INFINITY)) {
                throw new BrokenRunException("output of '" + table.industry(industry) + "'", made, steps);
            }
        }
        steps++;
        return state;
    }

    /// Steps played so far.
    public int steps() {
        return steps;
    }

    @Override
    public void close() {
        pool.close();
    }
}
