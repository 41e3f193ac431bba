package org.monazite.plan.equations;

import java.util.TreeMap;
import org.monazite.plan.lp.Row;
import org.monazite.plan.world.Node;

/// Works with heavy inputs set out to make what is wanted of them, not all they could: for a place and
/// product, `sum of intended <= length x max(normal output, demand of the place)`. Without it idle works
/// would count as magnets that need no heavy rare earths.
record GoalRows() implements Family {

    @Override
    public void add(Block block) {
        TreeMap<String, Row> rows = new TreeMap<>();
        TreeMap<String, Integer> first = new TreeMap<>();
        for (int node : block.activeNodes()) {
            if (block.intended[node] >= 0) {
                first.putIfAbsent(key(block.chain.nodes().get(node)), node);
            }
        }
        first.forEach((key, node) -> {
            Row row = block.row("goal", node);
            double normal = 0;
            for (int other : block.activeNodes()) {
                Node each = block.chain.nodes().get(other);
                if (block.intended[other] >= 0 && key(each).equals(key)) {
                    row.plus(block.intended[other]);
                    normal += each.normal().get(block.year());
                }
            }
            double wanted = wantedAt(block, block.chain.nodes().get(node));
            row.atMost(Math.max(normal, wanted) * block.length);
            rows.put(key, row);
        });
    }

    private static String key(Node node) {
        return node.place() + "/" + node.product();
    }

    /// What the users of a place want of a product.
    static double wantedAt(Block block, Node works) {
        double sum = 0;
        for (int cell = 0; cell < block.chain.cells().size(); cell++) {
            Node user = block.chain.nodes().get(block.chain.cells().get(cell).node());
            if (user.kind() == org.monazite.supply.NodeKind.USE
                    && user.place().equals(works.place())
                    && block.chain.cells().get(cell).product().equals(works.product())) {
                sum += block.chain.cells().get(cell).perUnit() * user.base() * block.growth();
            }
        }
        return sum;
    }
}
