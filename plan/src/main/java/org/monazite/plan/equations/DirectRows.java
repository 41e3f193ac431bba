package org.monazite.plan.equations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Row;
import org.monazite.plan.world.Flows;
import org.monazite.plan.world.World;

/// Caps (14) on what comes straight from the feared supplier in a year without a ban, of a partner's own production
/// and imports: `(1 - cap) x feared - cap x (others + own) <= shortfall`. Own production counts, or partners would
/// keep the cap by selling their new metal to each other instead of using it at home.
final class DirectRows {

    private final Block block;
    private final World world;
    private final Model model;
    private final Optional<Flows> before;
    private final double price;

    /// @param block a year without a ban
    /// @param before the same without a plan; empty if that is what is looked for
    /// @param price M USD a year for 100 % of what a partner takes in
    DirectRows(Block block, Optional<Flows> before, double price) {
        this.block = block;
        this.world = block.world;
        this.model = block.model;
        this.before = before;
        this.price = price;
    }

    /// Adds the caps of a partner. Returns the columns by which they are missed.
    List<Integer> add(int i, double cap) {
        List<Integer> shortfalls = new ArrayList<>();
        addCaps(i, cap, shortfalls);
        before.ifPresent(flows -> addNoMore(i, flows));
        return shortfalls;
    }

    /// A cap on one product is not kept by taking more of another from the same supplier: nothing is
    /// imported from the feared supplier beyond what was without a plan.
    private void addNoMore(int i, Flows was) {
        String partner = world.partners().get(i);
        List<String> products = CalmRows.deliverable(block, partner);
        for (int k = 0; k < products.size(); k++) {
            List<Integer> feared =
                    CalmRows.imports(block, partner, products.get(k)).getFirst();
            double kt = 0;
            Row row = block.row("no-more-" + i, k);
            for (int arc : feared) {
                row.plus(block.flow[arc]);
                kt += was.flow()[arc];
            }
            row.atMost(kt);
        }
    }

    private void addCaps(int i, double cap, List<Integer> shortfalls) {
        String partner = world.partners().get(i);
        List<String> products = CalmRows.imported(block, partner);
        for (int k = 0; k < products.size(); k++) {
            List<List<Integer>> imports = CalmRows.imports(block, partner, products.get(k));
            double scale = 1e-3;
            for (List<Integer> side : imports) {
                for (int arc : side) {
                    double usual = world.chain().arcs().get(arc).base() * block.growth();
                    scale += before.isPresent() ? before.get().flow()[arc] : usual;
                }
            }
            List<Integer> own = CalmRows.makers(block, partner, products.get(k));
            for (int node : own) {
                scale += before.map(flows -> flows.made()[node])
                        .orElse(world.chain().nodes().get(node).base() * block.growth());
            }
            int shortfall = model.column(new Key("direct", i, k, block.index), 0, Double.POSITIVE_INFINITY, price);
            shortfalls.add(shortfall);
            Row row = block.row("direct-" + i, k).minus(shortfall, scale);
            imports.get(0).forEach(arc -> row.plus(block.flow[arc], 1 - cap));
            imports.get(1).forEach(arc -> row.minus(block.flow[arc], cap));
            own.forEach(node -> row.minus(block.made[node], cap));
            row.atMost(0);
        }
    }
}
