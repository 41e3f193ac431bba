package org.monazite.plan.equations;

import org.monazite.plan.lp.Row;
import org.monazite.plan.world.Flows;
import org.monazite.plan.world.Relation;

/// In a ban a relation grows to a few times what it was at most, plus contracts. For old relations that is
/// what they were in the base year, grown with demand: `flow <= length x relationMost x growth x base +
/// delivered`. The feared supplier, as far as it bans nothing, can be asked for a few times what it ships
/// in a calm year of the same plan.
final class RelationRows implements Family {

    private static final double RESIDUE = 1e-9; // below what a solver tells from nothing

    private final Calm calm;

    RelationRows(Calm calm) {
        this.calm = calm;
    }

    @Override
    public void add(Block block) {
        for (int relation = 0; relation < block.chain.relations().size(); relation++) {
            Relation each = block.chain.relations().get(relation);
            boolean feared = block.chain
                    .nodes()
                    .get(each.supplier())
                    .place()
                    .equals(block.world.spec().against());
            if (block.active[each.supplier()] && block.carries(relation)) {
                if (each.bounded()) {
                    old(block, relation, each);
                } else if (feared && !each.home()) {
                    feared(block, relation);
                }
            }
        }
    }

    private static Row flows(Block block, int relation) {
        Row row = block.row("relation", relation);
        for (int arc : block.chain.arcsOf(relation)) {
            if (block.flow[arc] >= 0) {
                row.plus(block.flow[arc]);
            }
        }
        return row;
    }

    private static void old(Block block, int relation, Relation each) {
        Row row = flows(block, relation);
        for (int o : block.decisions.contractsOn(each.supplier())) {
            if (block.world.offtakes().get(o).partner().equals(each.place())) {
                row.minus(block.delivered[o]);
            }
        }
        row.atMost(most(block, each) * block.growth() * each.base());
    }

    /// Most of a relation over its usual flow a year: what a shortage can raise it to, or, in a ban that
    /// leaves it
    /// partly open, what still moves.
    private static double most(Block block, Relation each) {
        double usual = block.world.relationMost();
        return (block.isBan() ? block.chain.most(block.ban(), each, usual) : usual) * block.length;
    }

    private void feared(Block block, int relation) {
        double most = most(block, block.chain.relations().get(relation));
        switch (calm) {
            case Calm.Unknown _ -> {}
            case Calm.Chosen(Block same, Flows _) -> {
                if (same.year() == block.year()) {
                    Row row = flows(block, relation);
                    block.chain.arcsOf(relation).forEach(arc -> row.minus(same.flow[arc], most));
                    row.atMost(0);
                }
            }
            case Calm.Known(Flows same) -> {
                if (same.episode().year() == block.year()) {
                    double shipped = 0;
                    for (int arc : block.chain.arcsOf(relation)) {
                        shipped += same.flow()[arc];
                    }
                    flows(block, relation).atMost(shipped < RESIDUE ? 0 : most * shipped);
                }
            }
        }
    }
}
