package org.monazite.plan.lshaped;

import org.monazite.plan.lp.Model;

/// What the keys of a model say about its structure.
public interface Structure {

    /// Which episode a column belongs to, 0 or more; -1 for the first stage.
    int episode(Object columnKey);

    /// Price of a unit that a row of an episode may be short of, so high that deciding for more in the first
    /// stage is always cheaper: then no decision is impossible in an episode. Not a number for rows that
    /// are never short, or whose shortage nothing in the first stage mends.
    double priceOfShort(Model model, int row);
}
