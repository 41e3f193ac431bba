package org.monazite.plan.lshaped;

import java.util.List;
import org.monazite.plan.lp.Limits;

/// Some episodes, solved one after the other: only their right-hand sides change from decision to decision,
/// so each run starts where the last one ended. One thread at a time; what it answers depends on the
/// decisions it was asked about before, never on the thread.
public interface Episodes extends AutoCloseable {

    /// What each of the episodes says, in their order.
    ///
    /// @param decision one value for each column of the first stage; read, never written
    List<Cut> solve(double[] decision, Limits limits);

    @Override
    void close();
}
