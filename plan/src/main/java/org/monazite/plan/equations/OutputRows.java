package org.monazite.plan.equations;

import org.monazite.plan.lp.Row;

/// Nobody ships more than was made: `sum of flows out <= made`.
record OutputRows() implements Family {

    @Override
    public void add(Block block) {
        for (int node : block.activeNodes()) {
            if (!block.chain.arcsFrom(node).isEmpty()) {
                Row row = block.row("output", node).minus(block.made[node]);
                for (int arc : block.chain.arcsFrom(node)) {
                    if (block.flow[arc] >= 0) {
                        row.plus(block.flow[arc]);
                    }
                }
                row.atMost(0);
            }
        }
    }
}
