package org.monazite.plan.equations;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.monazite.plan.lp.Row;
import org.monazite.plan.world.Arc;
import org.monazite.plan.world.Cell;
import org.monazite.plan.world.Node;
import org.monazite.plan.world.Relation;

/// A year in which nobody bans anything: everything balances, old relations keep their pattern and grow
/// with demand, new works run as far as they can take over from the feared supplier, who fills the rest.
///
/// The pattern is chosen by small costs: a kt from the feared supplier costs 1, one on an old relation
/// earns 0.05, one on a new way costs 0.01 (0.02 away from home), one that is missing costs a million, and at
/// least what it could ever save by bringing a share or a worst ban down: nobody goes without for a target.
final class CalmRows implements Family {

    static final double FEARED = 1;
    private static final double OLD = -0.05;
    private static final double NEW_HOME = 0.01;
    private static final double NEW_AWAY = 0.02;
    private static final double MISSING = 1e6;
    private static final double ABOVE = 3; // over the price of a worst ban

    private final double weight;
    private int[] missing = new int[0];

    CalmRows(double weight) {
        this.weight = weight;
    }

    @Override
    public void add(Block block) {
        missing = new int[block.chain.sales().size()];
        double price = price(block);
        for (int sale = 0; sale < missing.length; sale++) {
            double most = block.chain.sales().get(sale).base() * block.growth();
            missing[sale] = block.model.column(new Key("missing", sale, 0, block.index), 0, most, price);
        }
        costs(block);
        inputs(block);
        outputs(block);
        relations(block);
    }

    /// M USD for a kilotonne that is missing in a year without a ban: a partner that went without all of its
    /// demand would cost more than any target it could be for.
    private double price(Block block) {
        double least = Double.POSITIVE_INFINITY;
        for (String partner : block.world.partners()) {
            double demand = block.world.demand(partner, block.year());
            least = demand > 0 ? Math.min(least, demand) : least;
        }
        return Math.max(MISSING * weight, PlanModel.BIG * ABOVE / least);
    }

    private void costs(Block block) {
        for (int arc = 0; arc < block.flow.length; arc++) {
            if (block.flow[arc] >= 0) {
                block.model.cost(block.flow[arc], cost(block, block.chain.arcs().get(arc)) * weight);
            }
        }
    }

    private static double cost(Block block, Arc arc) {
        Node from = block.chain.supplier(arc);
        boolean home = block.chain.relations().get(arc.relation()).home();
        if (from.place().equals(block.world.spec().against())) {
            return home ? 0 : FEARED;
        }
        if (arc.base() > 0) {
            return home ? 0 : OLD;
        }
        return home ? NEW_HOME : NEW_AWAY;
    }

    private static void inputs(Block block) {
        for (int node : block.activeNodes()) {
            for (int cell : block.chain.cellsOf(node)) {
                Cell each = block.chain.cells().get(cell);
                Row row = block.row("input", cell);
                block.inflow(row, cell, 1);
                if (each.important() && block.saved[node] >= 0) {
                    row.plus(block.saved[node], block.savedIn(cell));
                }
                row.minus(block.made[node], each.perUnit() * (1 - each.unknownPart()))
                        .equalTo(0);
            }
        }
    }

    private void outputs(Block block) {
        for (int node : block.activeNodes()) {
            Row row = block.row("output", node).minus(block.made[node]);
            double demand = 0;
            for (int arc : block.chain.arcsFrom(node)) {
                row.plus(block.flow[arc]);
            }
            for (int sale : block.chain.salesOf(node)) {
                row.minus(missing[sale]);
                demand += block.chain.sales().get(sale).base() * block.growth();
            }
            row.equalTo(-demand);
        }
    }

    private static void relations(Block block) {
        for (int relation = 0; relation < block.chain.relations().size(); relation++) {
            Relation each = block.chain.relations().get(relation);
            if (each.bounded()) {
                Row row = block.row("pattern", relation);
                List<Integer> arcs = block.chain.arcsOf(relation);
                arcs.forEach(arc -> row.plus(block.flow[arc]));
                for (int o : block.decisions.contractsOn(each.supplier())) {
                    if (block.world.offtakes().get(o).partner().equals(each.place())) {
                        row.minus(block.delivered[o]);
                    }
                }
                row.atMost(each.base() * block.growth());
            }
        }
    }

    /// Columns of a partner's imports of a product: from the feared supplier, from others.
    static List<List<Integer>> imports(Block block, String partner, String product) {
        List<Integer> feared = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (int arc = 0; arc < block.flow.length; arc++) {
            Arc each = block.chain.arcs().get(arc);
            Node from = block.chain.supplier(each);
            if (block.flow[arc] >= 0
                    && from.product().equals(product)
                    && !from.place().equals(partner)
                    && block.chain.buyer(each).place().equals(partner)) {
                (from.place().equals(block.world.spec().against()) ? feared : others).add(arc);
            }
        }
        return List.of(feared, others);
    }

    /// Works of a partner's place that make a product.
    static List<Integer> makers(Block block, String partner, String product) {
        List<Integer> nodes = new ArrayList<>();
        for (int node = 0; node < block.made.length; node++) {
            Node each = block.chain.nodes().get(node);
            boolean makes = each.isMaker()
                    && each.place().equals(partner)
                    && each.product().equals(product);
            if (makes && block.made[node] >= 0) {
                nodes.add(node);
            }
        }
        return nodes;
    }

    /// Products that the feared supplier could ship to a partner.
    static List<String> deliverable(Block block, String partner) {
        TreeSet<String> products = new TreeSet<>();
        for (Arc arc : block.chain.arcs()) {
            Node from = block.chain.supplier(arc);
            if (from.place().equals(block.world.spec().against())
                    && block.chain.buyer(arc).place().equals(partner)) {
                products.add(from.product());
            }
        }
        return List.copyOf(products);
    }

    /// Products that a partner imports in the base year.
    static List<String> imported(Block block, String partner) {
        TreeSet<String> products = new TreeSet<>();
        for (Arc arc : block.chain.arcs()) {
            Node from = block.chain.supplier(arc);
            if (arc.base() > 0
                    && !from.place().equals(partner)
                    && block.chain.buyer(arc).place().equals(partner)) {
                products.add(from.product());
            }
        }
        return List.copyOf(products);
    }
}
