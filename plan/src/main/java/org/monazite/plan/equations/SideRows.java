package org.monazite.plan.equations;

import java.util.List;
import org.monazite.plan.StockRules;
import org.monazite.plan.lp.Row;
import org.monazite.plan.world.ByProduct;
import org.monazite.plan.world.Effect;
import org.monazite.plan.world.Node;
import org.monazite.plan.world.OldMagnets;
import org.monazite.plan.world.Saving;
import org.monazite.plan.world.World;

/// What falls off, what is collected, what is saved, what is held: swarf follows its works (`made = ratio x
/// mains` for works of the base year, at most that for new ones), recyclers share old magnets, savings have
/// a size and a limit, strategic stocks are released once, in bans that open them, and by no more a quarter than the
/// rule allows.
record SideRows() implements Family {

    @Override
    public void add(Block block) {
        byProducts(block);
        oldMagnets(block);
        savings(block);
        if (block.isBan()) {
            stores(block);
        }
    }

    private static void byProducts(Block block) {
        List<ByProduct> all = block.world.byProducts();
        for (int i = 0; i < all.size(); i++) {
            ByProduct each = all.get(i);
            if (block.active[each.node()]) {
                Row row = block.row("by-product", i).plus(block.made[each.node()]);
                for (int main : each.mains()) {
                    if (block.active[main]) {
                        row.minus(block.made[main], each.ratio());
                    }
                }
                if (block.chain.nodes().get(each.node()).group() == Node.Group.BASE) {
                    row.equalTo(0);
                } else {
                    row.atMost(0);
                }
            }
        }
    }

    private static void oldMagnets(Block block) {
        for (int i = 0; i < block.world.oldMagnets().size(); i++) {
            OldMagnets each = block.world.oldMagnets().get(i);
            Row row = block.row("old magnets", i);
            for (int k = 0; k < each.nodes().size(); k++) {
                if (block.active[each.nodes().get(k)]) {
                    row.plus(block.made[each.nodes().get(k)], each.perUnit().get(k));
                }
            }
            row.atMost(each.collected().get(block.year()) * block.length);
        }
    }

    private static void savings(Block block) {
        World world = block.world;
        for (int i = 0; i < world.savings().size(); i++) {
            Saving saving = world.savings().get(i);
            Row total = block.row("saving", i);
            for (int c = 0; c < world.candidates().size(); c++) {
                for (Effect effect : world.candidates().get(c).effects()) {
                    if (effect instanceof Effect.Saves(int at, double kt) && at == i) {
                        block.decisions
                                .starts()
                                .atWork(
                                        c,
                                        world.years().get(block.year()),
                                        (column, part) -> total.minus(column, kt * part * block.length));
                    }
                }
            }
            for (int node : block.activeNodes()) {
                if (block.heavyCell(node, saving) >= 0) {
                    total.plus(block.saved[node]);
                }
            }
            total.atMost(0);
            savingLimits(block, saving);
        }
    }

    private static void savingLimits(Block block, Saving saving) {
        for (int node : block.activeNodes()) {
            int cell = block.heavyCell(node, saving);
            if (cell >= 0) {
                double need = block.chain.cells().get(cell).perUnit();
                block.row("saving-most", node)
                        .plus(block.saved[node])
                        .minus(block.made[node], saving.most() * need)
                        .atMost(0);
            }
        }
    }

    private static void stores(Block block) {
        World world = block.world;
        StockRules rules = world.spec().rules().stocks();
        double part = rules.opens(block.ban()) ? rules.most(4 * block.length) : 0;
        for (int i = 0; i < world.stores().size(); i++) {
            Row row = block.row("store", i);
            for (int column : block.released[i]) {
                if (column >= 0) {
                    row.plus(column);
                }
            }
            for (int c = 0; c < world.candidates().size(); c++) {
                for (Effect effect : world.candidates().get(c).effects()) {
                    if (effect instanceof Effect.Stores(int at, double kt) && at == i) {
                        block.decisions.starts().atWork(c, world.years().get(block.year()), (column, stands) -> {
                            if (stands > 0 && part > 0) {
                                row.minus(column, kt * part);
                            }
                        });
                    }
                }
            }
            row.atMost(0);
        }
    }
}
