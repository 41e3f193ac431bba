package org.monazite.plan.equations;

/// A family of equations of an episode.
interface Family {

    /// Adds its rows.
    void add(Block block);
}
