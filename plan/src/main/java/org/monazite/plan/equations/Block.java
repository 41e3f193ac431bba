package org.monazite.plan.equations;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Row;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.world.Arc;
import org.monazite.plan.world.Ban;
import org.monazite.plan.world.Cell;
import org.monazite.plan.world.Chain;
import org.monazite.plan.world.Episode;
import org.monazite.plan.world.Flows;
import org.monazite.plan.world.Node;
import org.monazite.plan.world.Saving;
import org.monazite.plan.world.Store;
import org.monazite.plan.world.World;
import org.monazite.supply.NodeKind;

/// The columns of one episode. Amounts are those of the whole episode, kt. In a ban only the part of the
/// chain from which a partner's users can be reached counts; indices of columns are -1 elsewhere.
final class Block {

    final World world;
    final Chain chain;
    final Model model;
    final Decisions decisions;
    final Episode episode;
    final int index;
    final double length;

    final boolean[] active;
    private final List<Integer> activeNodes;
    final int[] flow; // by arc
    final int[] made; // by node
    final int[] intended; // by node with an input that half of the output can do without
    final int[] drawn; // by cell: from its own stock
    final int[][] released; // by store and cell
    final int[] saved; // by node: heavy input saved
    final int[] delivered; // by offtake: under contract

    Block(World world, Model model, Decisions decisions, Episode episode, int index) {
        this.world = world;
        this.chain = world.chain();
        this.model = model;
        this.decisions = decisions;
        this.episode = episode;
        this.index = index;
        this.length = episode.length();
        this.active = episode.ban().isPresent() ? reaching() : all(true);
        this.activeNodes = listed();
        this.flow = none(chain.arcs().size());
        this.made = none(chain.nodes().size());
        this.intended = none(chain.nodes().size());
        this.drawn = none(chain.cells().size());
        this.saved = none(chain.nodes().size());
        this.released = new int[world.stores().size()][];
        this.delivered = none(world.offtakes().size());
        addColumns();
    }

    private boolean[] all(boolean value) {
        boolean[] values = new boolean[chain.nodes().size()];
        Arrays.fill(values, value);
        return values;
    }

    private static int[] none(int size) {
        int[] values = new int[size];
        Arrays.fill(values, -1);
        return values;
    }

    /// Nodes from which goods still reach a partner's users.
    private boolean[] reaching() {
        boolean[] seen = all(false);
        Deque<Integer> open = new ArrayDeque<>();
        chain.sales().stream().filter(sale -> sale.isProtected()).forEach(sale -> {
            if (!seen[sale.node()]) {
                seen[sale.node()] = true;
                open.add(sale.node());
            }
        });
        while (!open.isEmpty()) {
            int node = open.removeFirst();
            for (int cell : chain.cellsOf(node)) {
                for (int arc : chain.arcsInto(cell)) {
                    int supplier = chain.arcs().get(arc).supplier();
                    if (!seen[supplier] && !stopped(chain.arcs().get(arc)) && canWork(supplier)) {
                        seen[supplier] = true;
                        open.add(supplier);
                    }
                }
            }
        }
        return seen;
    }

    private boolean canWork(int node) {
        return chain.nodes().get(node).capacity().get(episode.year()) > 0 || decisions.canGrow(node, episode.year());
    }

    boolean stopped(Arc arc) {
        return isBan() && chain.stops(ban(), arc);
    }

    /// Output of an episode over yearly capacity: its length, and overtime in a ban.
    double capacityFactor() {
        return isBan() ? length * world.stretch() : length;
    }

    /// The same for a node whose works may stand still.
    double capacityFactor(int node) {
        double runs = isBan() ? ban().runs(chain.nodes().get(node).key()) : 1;
        return runs < 1 ? capacityFactor() * runs : capacityFactor();
    }

    int year() {
        return episode.year();
    }

    double growth() {
        return world.growth().get(year());
    }

    boolean isBan() {
        return episode.ban().isPresent();
    }

    private Key key(String family, int a, int b) {
        return new Key(family, a, b, index);
    }

    private void addColumns() {
        for (int node = 0; node < made.length; node++) {
            if (active[node]) {
                made[node] = model.column(key("made", node, 0), 0, mostMade(node), 0);
            }
        }
        for (int arc = 0; arc < flow.length; arc++) {
            Arc each = chain.arcs().get(arc);
            if (active[each.supplier()] && active[chain.cells().get(each.cell()).node()] && !stopped(each)) {
                flow[arc] = model.column(key("flow", arc, 0), 0, Double.POSITIVE_INFINITY, 0);
            }
        }
        if (isBan()) {
            addShortageColumns();
        }
        addSavingColumns();
        for (int offtake = 0; offtake < delivered.length; offtake++) {
            if (active[world.offtakes().get(offtake).supplier()]) {
                delivered[offtake] = model.column(key("delivered", offtake, 0), 0, Double.POSITIVE_INFINITY, 0);
            }
        }
    }

    /// Bound of a node's output; infinite where decisions add to it or it is a trader.
    private double mostMade(int node) {
        Node each = chain.nodes().get(node);
        if (each.kind() == NodeKind.USE) {
            return demandOf(node) * length;
        }
        boolean usual = each.group() == Node.Group.BASE
                || each.group() == Node.Group.DECIDED && !decisions.canGrow(node, year());
        if (!isBan() && each.isMaker() && usual) {
            boolean feared = each.place().equals(world.spec().against());
            return (feared ? each.capacity() : each.normal()).get(year());
        }
        return decisions.canGrow(node, year())
                ? Double.POSITIVE_INFINITY
                : each.capacity().get(year()) * capacityFactor(node);
    }

    /// Demand of the users of a node's product, kt/yr.
    double demandOf(int node) {
        double sum = 0;
        for (int sale : chain.salesOf(node)) {
            sum += chain.sales().get(sale).base();
        }
        return sum * growth();
    }

    private void addShortageColumns() {
        for (int cell = 0; cell < drawn.length; cell++) {
            Cell each = chain.cells().get(cell);
            if (active[each.node()] && each.stock().get(year()) > 0) {
                drawn[cell] =
                        model.column(key("drawn", cell, 0), 0, each.stock().get(year()), 0);
            }
        }
        for (int node = 0; node < made.length; node++) {
            if (active[node] && hasImportant(node)) {
                double most = decisions.canGrow(node, year())
                        ? Double.POSITIVE_INFINITY
                        : chain.nodes().get(node).capacity().get(year()) * capacityFactor(node);
                intended[node] = model.column(key("intended", node, 0), 0, most, 0);
            }
        }
        for (int store = 0; store < released.length; store++) {
            Store each = world.stores().get(store);
            released[store] = none(chain.cells().size());
            for (int cell = 0; cell < drawn.length; cell++) {
                if (takesFrom(each, cell)) {
                    released[store][cell] =
                            model.column(key("released-" + store, cell, 0), 0, Double.POSITIVE_INFINITY, 0);
                }
            }
        }
    }

    /// Stocks go to works and users of the place, not to traders.
    private boolean takesFrom(Store store, int cell) {
        Cell each = chain.cells().get(cell);
        Node node = chain.nodes().get(each.node());
        return active[each.node()]
                && node.kind() != NodeKind.POOL
                && node.place().equals(store.place())
                && each.product().equals(store.product());
    }

    boolean hasImportant(int node) {
        for (int cell : chain.cellsOf(node)) {
            if (chain.cells().get(cell).important()) {
                return true;
            }
        }
        return false;
    }

    /// True if something can flow in a relation.
    boolean carries(int relation) {
        for (int arc : chain.arcsOf(relation)) {
            if (flow[arc] >= 0) {
                return true;
            }
        }
        return false;
    }

    private void addSavingColumns() {
        for (Saving saving : world.savings()) {
            for (int node = 0; node < made.length; node++) {
                if (active[node] && heavyCell(node, saving) >= 0) {
                    saved[node] = model.column(key("saved", node, 0), 0, Double.POSITIVE_INFINITY, 0);
                }
            }
        }
    }

    /// The input of a node that a saving is counted in; -1 for none.
    int heavyCell(int node, Saving saving) {
        if (chain.nodes().get(node).place().equals(saving.place())) {
            for (int cell : chain.cellsOf(node)) {
                Cell each = chain.cells().get(cell);
                if (each.important() && each.product().equals(saving.product())) {
                    return cell;
                }
            }
        }
        return -1;
    }

    /// Input saved per unit that is saved at a node: the other heavy inputs fall in proportion.
    double savedIn(int cell) {
        Cell each = chain.cells().get(cell);
        for (Saving saving : world.savings()) {
            int counted = heavyCell(each.node(), saving);
            if (counted >= 0) {
                return each.perUnit() / chain.cells().get(counted).perUnit();
            }
        }
        return 0;
    }

    Row row(String family, int a, int b) {
        return model.row(key(family, a, b));
    }

    Row row(String family, int a) {
        return row(family, a, 0);
    }

    /// Adds everything that comes into an input: flows, its own stock, strategic stocks.
    void inflow(Row row, int cell, double factor) {
        for (int arc : chain.arcsInto(cell)) {
            if (flow[arc] >= 0) {
                row.plus(flow[arc], factor);
            }
        }
        if (drawn[cell] >= 0) {
            row.plus(drawn[cell], factor);
        }
        if (isBan()) {
            for (int[] byCell : released) {
                if (byCell[cell] >= 0) {
                    row.plus(byCell[cell], factor);
                }
            }
        }
    }

    /// Puts a price on what is drawn, and twice that on what is released.
    void spare(double price) {
        for (int column : drawn) {
            if (column >= 0) {
                model.cost(column, model.cost(column) + price);
            }
        }
        for (int[] byCell : released) {
            for (int column : byCell) {
                if (column >= 0) {
                    model.cost(column, model.cost(column) + 2 * price);
                }
            }
        }
    }

    /// Nodes that count.
    List<Integer> activeNodes() {
        return activeNodes;
    }

    private List<Integer> listed() {
        List<Integer> nodes = new ArrayList<>();
        for (int node = 0; node < active.length; node++) {
            if (active[node]) {
                nodes.add(node);
            }
        }
        return Collections.unmodifiableList(nodes);
    }

    /// Reads what happens.
    Flows read(Solution solution) {
        double[][] out = new double[released.length][];
        for (int store = 0; store < out.length; store++) {
            out[store] = isBan() ? values(solution, released[store]) : new double[drawn.length];
        }
        return new Flows(
                episode,
                values(solution, flow),
                values(solution, made),
                values(solution, intended),
                values(solution, drawn),
                out,
                values(solution, saved),
                values(solution, delivered));
    }

    private static double[] values(Solution solution, int[] columns) {
        double[] values = new double[columns.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns[i] >= 0 ? solution.value(columns[i]) : 0;
        }
        return values;
    }

    Ban ban() {
        return episode.ban().orElseThrow();
    }
}
