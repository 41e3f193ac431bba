package org.monazite.plan.equations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.monazite.plan.PlanSpec;
import org.monazite.plan.lp.Row;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.world.Arc;

/// Caps on the share of a partner's supply that the feared supplier handled at any stage, in a year without
/// a ban. With mixing, `t_n x inflow = sum of t x flow`, such a share is bilinear. Two sets of linear rows
/// bracket it:
///
/// * **declared** (safe): every pool declares one level `g` and takes in no more: `sum of g' x flow <= g x
///   inflow`, with `g'` the levels its suppliers declare. The levels are then a solution from above of the
///   monotone map whose least fixed point are the true shares, so no true share exceeds its level, and the
///   cap on the declared ones holds for the true ones, loops of trade included (Knaster and Tarski);
/// * **apart** (a bound): what the feared supplier handled is counted in each flow, `0 <= tagged <= flow`,
///   and leaves a pool over whichever way is best. True shares are one such way, so no plan that keeps the
///   cap can cost less.
final class TracedRows {

    /// Levels a pool can declare, beside the cap itself.
    private static final double[] LEVELS = {0, 1};

    private final Block block;
    private final TracedNodes nodes;
    private final boolean declared;
    private final double[] levels;
    private final Map<Integer, int[]> made = new TreeMap<>(); // by open node: parts of what it makes
    private final Map<Integer, int[]> flow = new TreeMap<>(); // by way out of an open node

    /// @param how not `STEERED`
    TracedRows(Block block, PlanSpec.Traced how, double cap) {
        this.block = block;
        this.nodes = new TracedNodes(block);
        this.declared = how == PlanSpec.Traced.DECLARED;
        this.levels = declared
                ? java.util.stream.DoubleStream.concat(
                                java.util.Arrays.stream(LEVELS), java.util.stream.DoubleStream.of(cap))
                        .sorted()
                        .distinct()
                        .toArray()
                : new double[] {1};
        List<Integer> open = nodes.open();
        open.forEach(this::partsOfNode);
        ways().forEach(this::partsOfWay);
        open.forEach(this::leaves);
        open.forEach(this::mixes);
    }

    /// Ways that matter, by their index.
    private List<Integer> ways() {
        java.util.TreeSet<Integer> ways = new java.util.TreeSet<>();
        nodes.open().forEach(node -> ways.addAll(nodes.into(node)));
        for (String partner : block.world.partners()) {
            nodes.lastProducts(partner).forEach(product -> ways.addAll(nodes.imports(partner, product)));
        }
        return ways.stream()
                .filter(arc -> nodes.isOpen(block.chain.arcs().get(arc).supplier()))
                .toList();
    }

    private void partsOfNode(int node) {
        double most = most(node);
        int[] columns = new int[levels.length];
        for (int g = 0; g < levels.length; g++) {
            columns[g] = block.model.column(new Key("made-at-" + g, node, 0, block.index), 0, most, 0);
        }
        Row all = block.row("levels", node).minus(block.made[node]);
        for (int column : columns) {
            all.plus(column);
        }
        close(all);
        if (declared) {
            declares(node, columns, most);
        }
        made.put(node, columns);
    }

    /// A node declares one level.
    private void declares(int node, int[] columns, double most) {
        int[] is = new int[levels.length];
        for (int g = 0; g < levels.length; g++) {
            is[g] = block.model.integer(new Key("level-" + g, node, 0, block.index), 0, 1, 0);
            block.row("level-" + g, node).plus(columns[g]).minus(is[g], most).atMost(0);
        }
        Row one = block.row("one-level", node);
        for (int column : is) {
            one.plus(column);
        }
        one.equalTo(1);
    }

    private void partsOfWay(int arc) {
        int[] columns = new int[levels.length];
        Row all = block.row("flow-levels", arc).minus(block.flow[arc]);
        for (int g = 0; g < levels.length; g++) {
            columns[g] =
                    block.model.column(new Key("flow-at-" + g, arc, 0, block.index), 0, Double.POSITIVE_INFINITY, 0);
            all.plus(columns[g]);
        }
        close(all);
        flow.put(arc, columns);
    }

    /// Declared parts are all of it; what is tagged is a part.
    private void close(Row parts) {
        if (declared) {
            parts.equalTo(0);
        } else {
            parts.atMost(0);
        }
    }

    /// No more of a level leaves a pool than there is of it; of what is tagged no more stays than stays in
    /// all.
    private void leaves(int node) {
        List<Integer> out =
                block.chain.arcsFrom(node).stream().filter(flow::containsKey).toList();
        int[] here = made.getOrDefault(node, new int[0]);
        for (int g = 0; g < here.length; g++) {
            Row row = block.row("leaves-" + g, node).minus(here[g]);
            for (int arc : out) {
                row.plus(part(arc)[g]);
            }
            row.atMost(0);
        }
        if (!declared) {
            Row stays = block.row("stays", node).plus(here[0]).minus(block.made[node]);
            for (int arc : out) {
                stays.minus(part(arc)[0]).plus(block.flow[arc]);
            }
            stays.atMost(0);
        }
    }

    private int[] part(int arc) {
        return flow.getOrDefault(arc, new int[0]);
    }

    /// What comes in at the levels of those who ship it is no more than the level of the pool allows.
    private void mixes(int node) {
        Row row = block.row("mixes", node);
        nodes.into(node).forEach(arc -> handled(row, arc, 1));
        double perUnit = nodes.perUnit(node);
        int[] here = made.getOrDefault(node, new int[0]);
        for (int g = 0; g < here.length; g++) {
            row.minus(here[g], perUnit * levels[g]);
        }
        if (declared) {
            row.atMost(0);
        } else {
            row.equalTo(0);
        }
    }

    /// Adds what the feared supplier handled of a flow.
    private void handled(Row row, int arc, double factor) {
        Arc each = block.chain.arcs().get(arc);
        if (nodes.isFeared(each.supplier())) {
            row.plus(block.flow[arc], factor);
        } else if (flow.containsKey(arc)) {
            for (int g = 0; g < levels.length; g++) {
                row.plus(part(arc)[g], factor * levels[g]);
            }
        }
    }

    /// The caps: `handled <= cap x (imports + own output) + shortfall`, for a partner's last products.
    /// Returns the columns of the shortfalls, as parts of its demand.
    ///
    /// @param price of a shortfall of all of the demand, M USD a year
    List<Integer> caps(int partner, double cap, double price) {
        String place = block.world.partners().get(partner);
        double scale = Math.max(1e-3, block.world.demand(place, block.year()));
        List<Integer> shortfalls = new ArrayList<>();
        List<String> products = nodes.lastProducts(place);
        for (int k = 0; k < products.size(); k++) {
            int shortfall =
                    block.model.column(new Key("traced", partner, k, block.index), 0, Double.POSITIVE_INFINITY, price);
            shortfalls.add(shortfall);
            Row row = block.row("traced-" + partner, k).minus(shortfall, scale);
            nodes.imports(place, products.get(k)).forEach(arc -> {
                handled(row, arc, 1);
                row.minus(block.flow[arc], cap);
            });
            for (int node : CalmRows.makers(block, place, products.get(k))) {
                row.minus(block.made[node], cap);
                int[] here = made.getOrDefault(node, new int[0]);
                for (int g = 0; g < here.length; g++) {
                    row.plus(here[g], levels[g]);
                }
            }
            row.atMost(0);
        }
        return shortfalls;
    }

    /// A partner's share of a product by declared levels, or by what is tagged; empty if it has none of it.
    OptionalDouble share(Solution solution, String partner, String product) {
        if (!nodes.lastProducts(partner).contains(product)) {
            return OptionalDouble.empty();
        }
        double handled = 0;
        double all = 0;
        for (int arc : nodes.imports(partner, product)) {
            boolean feared = nodes.isFeared(block.chain.arcs().get(arc).supplier());
            double kt = solution.value(block.flow[arc]);
            all += kt;
            handled += feared ? kt : levelled(solution, part(arc));
        }
        for (int node : CalmRows.makers(block, partner, product)) {
            all += solution.value(block.made[node]);
            handled += levelled(solution, made.getOrDefault(node, new int[0]));
        }
        return all > 0 ? OptionalDouble.of(handled / all) : OptionalDouble.empty();
    }

    private double levelled(Solution solution, int[] parts) {
        double sum = 0;
        for (int g = 0; g < parts.length; g++) {
            sum += levels[g] * solution.value(parts[g]);
        }
        return sum;
    }

    /// Most a node can make or trade in a year, kt: its own bound, or all that works make of its product.
    private double most(int node) {
        double own = capacity(node);
        double all = 0;
        for (int other = 0; other < block.made.length; other++) {
            boolean same = block.chain
                    .nodes()
                    .get(other)
                    .product()
                    .equals(block.chain.nodes().get(node).product());
            if (same && block.chain.nodes().get(other).isMaker()) {
                all += capacity(other);
            }
        }
        return Math.max(1e-3, Math.min(own, all));
    }

    private double capacity(int node) {
        double bound = block.model.high(block.made[node]);
        if (Double.isFinite(bound)) {
            return bound;
        }
        double[] sum = {block.chain.nodes().get(node).capacity().get(block.year())};
        block.decisions.capacity(
                node, block.year(), (column, kt) -> sum[0] += Math.max(0, kt) * block.model.high(column));
        return sum[0];
    }
}
