package org.monazite.plan.equations;

import org.monazite.plan.lp.Row;
import org.monazite.plan.world.Arc;
import org.monazite.plan.world.Node;
import org.monazite.plan.world.Relation;
import org.monazite.supply.NodeKind;

/// A place gets its share of what a supplier makes beyond its contracts, plus its contracts:
/// `flow to the place <= part x (made - contracts) + contracts of the place`. A trader's share is of what came on old
/// ways; what came from new works or on new ways is for the place that brought it in.
record ShareRows() implements Family {

    @Override
    public void add(Block block) {
        for (int relation = 0; relation < block.chain.relations().size(); relation++) {
            Relation each = block.chain.relations().get(relation);
            double part = each.part().get(block.year());
            Node supplier = block.chain.nodes().get(each.supplier());
            boolean divides = block.isBan() || supplier.group() != Node.Group.BASE;
            if (part < 1 && divides && block.active[each.supplier()] && carries(block, relation)) {
                add(block, relation, each, supplier, part);
            }
        }
    }

    private static boolean carries(Block block, int relation) {
        return block.chain.arcsOf(relation).stream().anyMatch(arc -> block.flow[arc] >= 0);
    }

    private static void add(Block block, int relation, Relation each, Node supplier, double part) {
        Row row = block.row("share", relation);
        for (int arc : block.chain.arcsOf(relation)) {
            if (block.flow[arc] >= 0) {
                row.plus(block.flow[arc]);
            }
        }
        row.minus(block.made[each.supplier()], part);
        if (supplier.kind() == NodeKind.POOL) {
            brought(block, row, each, part);
        } else {
            contracts(block, row, each, part);
        }
        row.atMost(0);
    }

    private static void brought(Block block, Row row, Relation each, double part) {
        double factor = each.home() ? part - 1 : part;
        for (int cell : block.chain.cellsOf(each.supplier())) {
            for (int arc : block.chain.arcsInto(cell)) {
                Arc in = block.chain.arcs().get(arc);
                if (block.flow[arc] >= 0 && in.base() == 0) {
                    row.plus(block.flow[arc], factor);
                }
            }
        }
    }

    private static void contracts(Block block, Row row, Relation each, double part) {
        block.decisions.contracts(each.supplier(), (column, partner) -> {
            double own = partner.equals(each.place()) ? 1 : 0;
            row.plus(column, (part - own) * block.length);
        });
    }
}
