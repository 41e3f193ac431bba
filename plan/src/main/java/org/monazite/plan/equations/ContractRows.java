package org.monazite.plan.equations;

import java.util.List;
import org.monazite.plan.lp.Row;

/// Under contract a plant delivers no more than was agreed, and no more than it makes: `delivered <= length
/// x contract`, `sum of delivered <= made`.
record ContractRows() implements Family {

    @Override
    public void add(Block block) {
        for (int node : block.activeNodes()) {
            List<Integer> here = block.decisions.contractsOn(node);
            if (!here.isEmpty()) {
                Row all = block.row("delivered", node).minus(block.made[node]);
                here.forEach(o -> all.plus(block.delivered[o]));
                all.atMost(0);
            }
            for (int o : here) {
                block.row("contract", o)
                        .plus(block.delivered[o])
                        .minus(block.decisions.contract(o), block.length)
                        .atMost(0);
            }
        }
    }
}
