package org.monazite.plan.equations;

import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.world.Flows;
import org.monazite.plan.world.World;

/// Service in a year without a ban, held where it is.
///
/// @param world what is decided about
/// @param model the rows
record Served(World world, Model model) {

    /// Nobody is served less than without any plan, or, if that cannot be, than in a solution of other rows of the same
    /// question.
    ///
    /// @param copy of the rows
    /// @param before a year without a ban and without a plan
    void hold(Model copy, Flows before, Model other, Solution solution) {
        for (int column = 0; column < model.columns(); column++) {
            if (model.columnKey(column) instanceof Key key && key.family().equals("missing")) {
                var there = other.findColumn(key);
                double missing = there.isPresent() ? Math.max(0, solution.value(there.getAsInt())) : 0;
                double most = Math.max(missing, missing(before, key.a())) + Around.SLACK;
                copy.bounds(column, 0, Math.min(copy.high(column), most));
                copy.cost(column, 0);
            }
        }
    }

    /// What is missing of a sale in a year without a ban, of all that its node sells in proportion.
    private double missing(Flows calm, int sale) {
        int node = world.chain().sales().get(sale).node();
        double kept = calm.made()[node];
        for (int arc : world.chain().arcsFrom(node)) {
            kept -= calm.flow()[arc];
        }
        double wanted = 0;
        for (int other : world.chain().salesOf(node)) {
            wanted += world.chain().sales().get(other).base()
                    * world.growth().get(calm.episode().year());
        }
        return Math.max(0, wanted - kept);
    }
}
