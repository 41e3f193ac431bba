package org.monazite.plan.lshaped;

import java.util.List;

/// Makes a decision possible in which rows of episodes were short at a price: what they are short of is
/// decided for instead, so that the point counts with its own cost.
@FunctionalInterface
interface Repair {

    /// For episodes that are never short.
    Repair NONE = (decision, cuts) -> decision;

    /// The decision changed as little as needed; the episodes' plans fit it. Empty if nothing helps.
    double[] of(double[] decision, List<Cut> cuts);
}
