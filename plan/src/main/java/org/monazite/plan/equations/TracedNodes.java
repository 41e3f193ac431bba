package org.monazite.plan.equations;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;
import org.monazite.plan.world.Arc;
import org.monazite.plan.world.Cell;
import org.monazite.plan.world.Node;
import org.monazite.plan.world.Sale;
import org.monazite.supply.NodeKind;

/// Which nodes matter to a partner's traced share, as `exposure` measures it: those that goods of the
/// feared supplier can reach over inputs that count, and from which partners' last product is fed.
final class TracedNodes {

    private final Block block;
    private final boolean[] tainted;
    private final boolean[] feeding;

    TracedNodes(Block block) {
        this.block = block;
        this.tainted = reached();
        this.feeding = feeding();
    }

    /// True if a node's goods are all handled by the feared supplier.
    boolean isFeared(int node) {
        return block.chain.nodes().get(node).place().equals(block.world.spec().against());
    }

    /// True if the composition of a node's goods is neither known beforehand nor without effect.
    boolean isOpen(int node) {
        return tainted[node] && feeding[node] && !isFeared(node);
    }

    /// Open nodes, in order.
    List<Integer> open() {
        List<Integer> nodes = new ArrayList<>();
        for (int node = 0; node < tainted.length; node++) {
            if (isOpen(node)) {
                nodes.add(node);
            }
        }
        return nodes;
    }

    /// Cells whose goods give a node's goods their composition: all of a trader's, of works those without
    /// which they make nothing.
    List<Integer> counting(int node) {
        boolean maker = block.chain.nodes().get(node).kind() == NodeKind.MAKER;
        return block.chain.cellsOf(node).stream()
                .filter(cell -> !(maker && block.chain.cells().get(cell).important()))
                .toList();
    }

    /// Ways over which what counts comes into a node.
    List<Integer> into(int node) {
        List<Integer> arcs = new ArrayList<>();
        counting(node)
                .forEach(cell -> block.chain.arcsInto(cell).forEach(arc -> {
                    if (block.flow[arc] >= 0) {
                        arcs.add(arc);
                    }
                }));
        return arcs;
    }

    /// Known input that counts per unit of a node's goods, kt per kt.
    double perUnit(int node) {
        double sum = 0;
        for (int cell : counting(node)) {
            Cell each = block.chain.cells().get(cell);
            sum += each.perUnit() * (1 - each.unknownPart());
        }
        return sum;
    }

    /// What a partner's users take in.
    List<String> lastProducts(String partner) {
        TreeSet<String> products = new TreeSet<>();
        for (Sale sale : block.chain.sales()) {
            if (sale.isProtected() && sale.place().equals(partner)) {
                block.chain
                        .cellsOf(sale.node())
                        .forEach(cell ->
                                products.add(block.chain.cells().get(cell).product()));
            }
        }
        return List.copyOf(products);
    }

    /// Ways over which a product comes into a partner's place from elsewhere.
    List<Integer> imports(String partner, String product) {
        List<Integer> arcs = new ArrayList<>();
        for (int arc = 0; arc < block.flow.length; arc++) {
            Arc each = block.chain.arcs().get(arc);
            Node from = block.chain.supplier(each);
            boolean imported = block.chain.buyer(each).place().equals(partner)
                    && !from.place().equals(partner)
                    && from.product().equals(product);
            if (imported && block.flow[arc] >= 0) {
                arcs.add(arc);
            }
        }
        return arcs;
    }

    private boolean[] reached() {
        boolean[] seen = new boolean[block.made.length];
        Deque<Integer> open = new ArrayDeque<>();
        for (int node = 0; node < seen.length; node++) {
            if (isFeared(node)) {
                seen[node] = true;
                open.add(node);
            }
        }
        while (!open.isEmpty()) {
            for (int arc : block.chain.arcsFrom(open.removeFirst())) {
                int cell = block.chain.arcs().get(arc).cell();
                int node = block.chain.cells().get(cell).node();
                if (block.flow[arc] >= 0 && !seen[node] && counting(node).contains(cell)) {
                    seen[node] = true;
                    open.add(node);
                }
            }
        }
        return seen;
    }

    private boolean[] feeding() {
        boolean[] seen = new boolean[block.made.length];
        Deque<Integer> open = new ArrayDeque<>();
        for (String partner : block.world.partners()) {
            for (String product : lastProducts(partner)) {
                CalmRows.makers(block, partner, product).forEach(node -> see(seen, open, node));
                imports(partner, product)
                        .forEach(arc ->
                                see(seen, open, block.chain.arcs().get(arc).supplier()));
            }
        }
        while (!open.isEmpty()) {
            into(open.removeFirst())
                    .forEach(arc -> see(seen, open, block.chain.arcs().get(arc).supplier()));
        }
        return seen;
    }

    private void see(boolean[] seen, Deque<Integer> open, int node) {
        if (!seen[node]) {
            seen[node] = true;
            if (!isFeared(node)) {
                open.add(node);
            }
        }
    }
}
