package org.monazite.plan.equations;

import java.util.List;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Solution;

/// What a unit of a column is worth in each ban of a solved model, million US dollars a year.
final class UnitWorth {

    private final Model model;
    private final Decisions decisions;
    private final List<Block> blocks;

    UnitWorth(Model model, Decisions decisions, List<Block> blocks) {
        this.model = model;
        this.decisions = decisions;
        this.blocks = blocks;
    }

    /// Where the value of a unit of a column arises: for each ban of the model, in order, what its rows pay for
    /// the unit at the duals of a solution; last, what the rows of a year without a ban and of the decisions
    /// themselves do. Feed that a unit lets works separate counts where the works earn it. The sum is the cost of
    /// the column less its reduced cost.
    double[] of(Solution solution, int column) {
        double[] worth = new double[blocks.size() + 1];
        for (int row = 0; row < model.rows(); row++) {
            double coefficient = coefficient(model, row, column);
            boolean same = ((Key) model.rowKey(row)).family().equals("starts"); // the column for its modules
            if (coefficient != 0 && solution.dual(row) != 0 && !same) {
                add(worth, solution, (Key) model.rowKey(row), solution.dual(row) * coefficient);
            }
        }
        double[] ordered = new double[(int) blocks.stream().filter(Block::isBan).count() + 1];
        int at = 0;
        for (Block block : blocks) {
            if (block.isBan()) {
                ordered[at++] = worth[block.index];
            } else {
                ordered[ordered.length - 1] += worth[block.index];
            }
        }
        ordered[at] += worth[blocks.size()];
        return ordered;
    }

    private void add(double[] worth, Solution solution, Key key, double paid) {
        boolean draws = key.family().startsWith("draw-") || key.family().equals("feed");
        if (key.episode() >= 0) {
            worth[key.episode()] += paid;
        } else if (draws) {
            spread(worth, solution, key, paid);
        } else {
            worth[blocks.size()] += paid;
        }
    }

    /// Spreads what a row of the shared feed pays over the bans in which its works earn it.
    private void spread(double[] worth, Solution solution, Key key, double paid) {
        double[] earned = new double[blocks.size()];
        double all = 0;
        for (int column : decisions.separatedAt(key)) {
            for (int row = 0; row < model.rows(); row++) {
                Key each = (Key) model.rowKey(row);
                double part = each.episode() < 0 ? 0 : -solution.dual(row) * coefficient(model, row, column);
                if (part != 0) {
                    earned[each.episode()] += Math.abs(part);
                    all += Math.abs(part);
                }
            }
        }
        for (int b = 0; b < earned.length; b++) {
            worth[b] += all > 0 ? paid * earned[b] / all : 0;
        }
        worth[blocks.size()] += all > 0 ? 0 : paid;
    }

    /// What a column counts for in a row; 0 where it does not stand in it.
    static double coefficient(Model model, int row, int column) {
        for (int term = 0; term < model.terms(row); term++) {
            if (model.column(row, term) == column) {
                return model.coefficient(row, term);
            }
        }
        return 0;
    }
}
