package org.monazite.plan.equations;

import java.util.List;
import java.util.function.BiConsumer;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.world.Sale;
import org.monazite.plan.world.World;

/// Rows in which each price is for somebody's right-hand side.
///
/// @param world what is decided about
/// @param model the rows
/// @param blocks its episodes
record Priced(World world, Model model, List<Block> blocks) {

    private static final double FAINT = 1e-3; // of what is no money

    /// What partners miss is held partner by partner, not by the worst of them; what is missing in a year
    /// without a ban costs nothing but cannot grow; what is no money - the pattern of such a year - only
    /// decides what is equal; and modules can be divided.
    ///
    /// @param held the rows with every target held where a solution has it
    /// @param worst columns by which the largest of the partners' worst bans misses its limit
    Model rows(Model held, List<Integer> worst, Solution solution) {
        for (int column : worst) {
            held.bounds(column, 0, 1);
        }
        for (int column = 0; column < model.columns(); column++) {
            Key key = (Key) model.columnKey(column);
            if (key.family().equals("missing")) {
                double missing = Math.max(0, solution.value(column)) + Around.SLACK;
                held.bounds(column, 0, Math.min(held.high(column), missing));
                held.cost(column, 0);
            }
            boolean decides = key.family().equals("modules") || key.family().equals("contract");
            boolean uses =
                    key.family().equals("made") && blocks.get(key.episode()).isBan();
            if (!decides && !uses) {
                held.cost(column, held.cost(column) * FAINT);
            }
        }
        return held.relaxed();
    }

    /// Visits what the users of the partners would lose in every ban if they got nothing: place, and value
    /// at risk times chance.
    void offsets(BiConsumer<String, Double> visitor) {
        for (Block block : blocks) {
            for (Sale sale : world.chain().sales()) {
                boolean other = world.spec().rules().bystanders().contains(sale.place());
                if (block.isBan() && sale.isProtected() && !other) {
                    double value = world.chain().nodes().get(sale.node()).value();
                    visitor.accept(sale.place(), PlanModel.chance(block) * value * sale.base() * block.growth());
                }
            }
        }
    }
}
