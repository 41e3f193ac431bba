package org.monazite.plan.equations;

import org.monazite.plan.lp.Row;
import org.monazite.plan.world.Cell;

/// Nothing is made without its inputs. Essential: `inflow + unknown >= need x made`. An input that half of
/// the output can do without: output is `intended x (1 + q) / 2` with `q = inflow / (need x intended)`, so
/// `2 made <= intended + (inflow + saved) / need`, and `made <= intended`.
record InputRows() implements Family {

    @Override
    public void add(Block block) {
        for (int node : block.activeNodes()) {
            if (block.intended[node] >= 0) {
                block.row("intended", node)
                        .plus(block.made[node])
                        .minus(block.intended[node])
                        .atMost(0);
            }
            for (int cell : block.chain.cellsOf(node)) {
                if (block.chain.cells().get(cell).important()) {
                    important(block, node, cell);
                } else {
                    essential(block, node, cell);
                }
            }
        }
    }

    private static void essential(Block block, int node, int cell) {
        Cell each = block.chain.cells().get(cell);
        Row row = block.row("input", cell);
        block.inflow(row, cell, 1);
        row.minus(block.made[node], each.perUnitShort() * (1 - each.unknownPart()))
                .atLeast(0);
    }

    private static void important(Block block, int node, int cell) {
        Cell each = block.chain.cells().get(cell);
        double need = each.perUnitShort();
        Row row = block.row("input", cell);
        row.plus(block.made[node], 2 - each.unknownPart()).minus(block.intended[node]);
        block.inflow(row, cell, -1 / need);
        if (block.saved[node] >= 0) {
            row.minus(block.saved[node], block.savedIn(cell) / need);
        }
        row.atMost(0);
    }
}
