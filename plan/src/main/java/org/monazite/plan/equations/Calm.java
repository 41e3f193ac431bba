package org.monazite.plan.equations;

import org.monazite.plan.world.Flows;
/// What is known of a year without a ban when a ban is looked at.

sealed interface Calm {

    /// Nothing.
    record Unknown() implements Calm {}

    /// It is part of the same model.
    ///
    /// @param block its columns
    /// @param before what it was without a plan
    record Chosen(Block block, Flows before) implements Calm {}

    /// It has been found.
    record Known(Flows flows) implements Calm {}
}
