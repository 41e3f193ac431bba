package org.monazite.plan.equations;

import org.monazite.plan.lp.Row;
import org.monazite.plan.world.Arc;
import org.monazite.plan.world.Flows;
import org.monazite.plan.world.Node;
import org.monazite.plan.world.Relation;
import org.monazite.supply.NodeKind;

/// A place gets its share of what a supplier makes beyond its contracts, plus its contracts: `flow to the
/// place <= part x (made - contracts) + contracts of the place`. A trader's share is of what came on old
/// ways; what came from new works or on new ways is for the place that brought it in.
final class ShareRows implements Family {

    private static final double EXACT = 1e6; // shares are rounded, so that no coefficient is tiny

    private final Calm calm;

    ShareRows(Calm calm) {
        this.calm = calm;
    }

    @Override
    public void add(Block block) {
        for (int relation = 0; relation < block.chain.relations().size(); relation++) {
            Relation each = block.chain.relations().get(relation);
            Node supplier = block.chain.nodes().get(each.supplier());
            boolean divides = block.isBan() || supplier.group() != Node.Group.BASE;
            if (divides && block.active[each.supplier()] && block.carries(relation)) {
                double part = part(block, relation, each, supplier);
                if (part < 1) {
                    add(block, relation, each, supplier, part);
                }
            }
        }
    }

    /// The feared supplier divides as in a calm year when somebody else's ban makes it short.
    private double part(Block block, int relation, Relation each, Node supplier) {
        String feared = block.world.spec().against();
        boolean other =
                block.isBan() && supplier.place().equals(feared) && !block.ban().isBy(feared);
        if (!other) {
            return each.part().get(block.year());
        }
        return switch (calm) {
            case Calm.Unknown _ -> 1;
            case Calm.Chosen(Block _, Flows before) -> usual(block, relation, each, before);
            case Calm.Known(Flows same) -> usual(block, relation, each, same);
        };
    }

    private static double usual(Block block, int relation, Relation each, Flows flows) {
        double made = flows.made()[each.supplier()];
        double shipped = 0;
        for (int arc : block.chain.arcsOf(relation)) {
            shipped += flows.flow()[arc];
        }
        return made > 0 ? Math.min(1, Math.rint(shipped / made * EXACT) / EXACT) : 0;
    }

    private static void add(Block block, int relation, Relation each, Node supplier, double part) {
        Row row = block.row("share", relation);
        for (int arc : block.chain.arcsOf(relation)) {
            if (block.flow[arc] >= 0) {
                row.plus(block.flow[arc]);
            }
        }
        if (supplier.kind() == NodeKind.POOL) {
            row.minus(block.made[each.supplier()], part);
            brought(block, row, each, part);
            row.atMost(0);
        } else {
            contracts(block, row, each, part);
            row.atMost(whatThereIs(block, row, each.supplier(), part));
        }
    }

    /// In a ban what is made is divided; in a calm year what could be made, since works sell no more than
    /// is asked.
    private static double whatThereIs(Block block, Row row, int supplier, double part) {
        if (block.isBan()) {
            row.minus(block.made[supplier], part);
            return 0;
        }
        block.decisions.capacity(supplier, block.year(), (column, kt) -> row.minus(column, kt * part));
        return part * block.chain.nodes().get(supplier).capacity().get(block.year());
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
        for (int o : block.decisions.contractsOn(each.supplier())) {
            double own = block.world.offtakes().get(o).partner().equals(each.place()) ? 1 : 0;
            row.plus(block.delivered[o], part - own);
        }
    }
}
