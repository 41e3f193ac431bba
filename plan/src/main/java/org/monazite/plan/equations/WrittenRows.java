package org.monazite.plan.equations;

import java.util.ArrayList;
import java.util.List;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.world.World;

/// The rows of a solved model in words, node by node.
final class WrittenRows {

    private final World world;
    private final Model model;
    private final List<Block> blocks;

    WrittenRows(World world, Model model, List<Block> blocks) {
        this.world = world;
        this.model = model;
        this.blocks = blocks;
    }

    /// Rows in which what a node makes stands, or a stock that it takes from, for an assessed year, in the order of
    /// the model.
    ///
    /// @param solution with duals, of rows numbered as these
    List<WrittenRow> of(Solution solution, int node, int year) {
        RowText text = new RowText(world, model);
        List<WrittenRow> lines = new ArrayList<>();
        for (Block block : blocks) {
            if (block.year() == year && block.made[node] >= 0) {
                if (Double.isFinite(model.high(block.made[node]))) {
                    lines.add(most(text, solution, block, node));
                }
                for (int row = 0; row < model.rows(); row++) {
                    Key key = (Key) model.rowKey(row);
                    boolean here = key.episode() == block.index
                            && (UnitWorth.coefficient(model, row, block.made[node]) != 0
                                    || isStockFor(block, key, node)
                                    || block.intended[node] >= 0
                                            && UnitWorth.coefficient(model, row, block.intended[node]) != 0);
                    if (here) {
                        lines.add(line(text, solution, row, key, block));
                    }
                }
            }
        }
        return lines;
    }

    /// True for the row of a strategic stock that a node may take from.
    private static boolean isStockFor(Block block, Key key, int node) {
        return key.family().equals("store")
                && block.chain.cellsOf(node).stream().anyMatch(cell -> block.released[key.a()][cell] >= 0);
    }

    /// Most of what a node can make where no decision adds to it: a bound, not a row.
    private static WrittenRow most(RowText text, Solution solution, Block block, int node) {
        int column = block.made[node];
        String family = block.chain.nodes().get(node).isMaker() ? "capacity" : "demand";
        Formula formula = Formula.find(family).orElseThrow();
        return new WrittenRow(
                formula.number(),
                family,
                formula.english(),
                formula.japanese(),
                block.episode.ban().map(ban -> ban.id()).orElse(""),
                text.most(column),
                text.solvedMost(column, solution),
                solution.reducedCost(column));
    }

    private static WrittenRow line(RowText text, Solution solution, int row, Key key, Block block) {
        Formula formula = Formula.find(key.family())
                .orElseThrow(() -> new IllegalStateException("No formula is written for rows '" + key.family() + "'."));
        return new WrittenRow(
                formula.number(),
                key.family(),
                formula.english(),
                formula.japanese(),
                block.episode.ban().map(ban -> ban.id()).orElse(""),
                text.row(row),
                text.solved(row, solution),
                solution.dual(row));
    }
}
