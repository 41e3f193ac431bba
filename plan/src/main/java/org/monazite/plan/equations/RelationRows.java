package org.monazite.plan.equations;

import org.monazite.plan.lp.Row;
import org.monazite.plan.world.Relation;

/// In a ban an old relation grows to a few times its base at most, plus contracts:
/// `flow to the place <= length x (relationMost x growth x base + contracts)`.
record RelationRows() implements Family {

    @Override
    public void add(Block block) {
        for (int relation = 0; relation < block.chain.relations().size(); relation++) {
            Relation each = block.chain.relations().get(relation);
            if (each.bounded() && block.active[each.supplier()]) {
                add(block, relation, each);
            }
        }
    }

    private static void add(Block block, int relation, Relation each) {
        Row row = block.row("relation", relation);
        boolean any = false;
        for (int arc : block.chain.arcsOf(relation)) {
            if (block.flow[arc] >= 0) {
                row.plus(block.flow[arc]);
                any = true;
            }
        }
        if (any) {
            block.decisions.contracts(each.supplier(), (column, partner) -> {
                if (partner.equals(each.place())) {
                    row.minus(column, block.length);
                }
            });
        }
        row.atMost(block.world.relationMost() * block.growth() * each.base() * block.length);
    }
}
