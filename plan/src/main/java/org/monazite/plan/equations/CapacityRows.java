package org.monazite.plan.equations;

import org.monazite.plan.lp.Row;
import org.monazite.plan.world.Node;

/// Works make, and set out to make, no more than they can: `made <= length x overtime x (capacity + what
/// decisions add)`.
record CapacityRows() implements Family {

    @Override
    public void add(Block block) {
        for (int node : block.activeNodes()) {
            if (block.decisions.canGrow(node, block.year())) {
                add(block, "capacity", node, block.made[node]);
                if (block.intended[node] >= 0) {
                    add(block, "capacity-intended", node, block.intended[node]);
                }
            }
        }
    }

    private static void add(Block block, String family, int node, int column) {
        Node each = block.chain.nodes().get(node);
        Row row = block.row(family, node).plus(column);
        block.decisions.capacity(
                node, block.year(), (decision, kt) -> row.minus(decision, kt * block.capacityFactor(node)));
        row.atMost(each.capacity().get(block.year()) * block.capacityFactor(node));
    }
}
