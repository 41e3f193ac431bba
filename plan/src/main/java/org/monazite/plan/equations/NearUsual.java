package org.monazite.plan.equations;

import java.nio.charset.StandardCharsets;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Named;
import org.monazite.plan.lp.Row;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.world.Arc;
import org.monazite.plan.world.Cell;
import org.monazite.plan.world.Flows;
import org.monazite.plan.world.Node;
import org.monazite.supply.NodeKind;

/// Of all flows of a year without a ban that cost the same, those nearest to usual ones: `min sum of
/// (x - usual)^2 / 2h`, in steps, where `h` is the usual flow, or for a new way what the buyer needs. So new
/// works are divided among buyers by their need, and old suppliers give way alike, in proportion to what they
/// shipped. What is still equal is decided by the names of who ships to whom, never by the order of rows: the
/// same plan has one network of a calm year.
final class NearUsual {

    /// Ends of the steps, in parts of `h`; a step costs the deviation at its middle.
    private static final double[] STEPS = {0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 1, 1.5, 2.5, 4};

    private static final double BEYOND = 8; // cost of what lies beyond the last step
    private static final double LEAST = 1e-4; // kt: least width that counts
    private static final double BY_NAME = 1e-3;
    private static final double ASIDE = 1e-6; // cost of what no flow depends on
    private static final double HELD = 1e-7;
    private static final double COSTLY = 10; // M USD a unit: targets and missing goods, held one by one

    private final Block block;
    private final Flows usual;

    /// Name of a row or column; a model has thousands.
    private record Near(String kind, int step, int arc) implements Named {

        @Override
        public int hashCode() {
            return (kind.hashCode() * 31 + step) * 31 + arc;
        }
    }

    NearUsual(Block block, Flows usual) {
        this.block = block;
        this.usual = usual;
    }

    /// The same rows, held at what a solution costs, with the distance from usual flows as the objective.
    Model of(Solution first) {
        Model model = block.model.copy();
        Row held = model.row("held");
        double most = 0;
        for (int column = 0; column < block.model.columns(); column++) {
            double cost = model.cost(column);
            double value = first.value(column);
            if (Math.abs(cost) > COSTLY) {
                double high = Math.max(model.low(column), value + HELD * Math.min(1, Math.abs(value)));
                model.bounds(column, model.low(column), Math.min(model.high(column), high));
            } else if (cost != 0) {
                held.plus(column, cost);
                most += cost * value;
            }
            model.cost(column, 0);
        }
        held.atMost(most + HELD);
        model.offset(0);
        for (int arc = 0; arc < block.flow.length; arc++) {
            if (block.flow[arc] >= 0) {
                near(model, arc);
            }
        }
        for (int column : block.delivered) {
            aside(model, column);
        }
        for (int column : block.saved) {
            aside(model, column);
        }
        return model;
    }

    private static void aside(Model model, int column) {
        if (column >= 0) {
            model.cost(column, ASIDE);
        }
    }

    private void near(Model model, int arc) {
        double reference = usual.flow()[arc];
        double scale = Math.max(LEAST, Math.max(reference, reference > 0 ? 0 : needed(arc)));
        double name = name(arc);
        Row row = model.row(new Near("near", 0, arc)).plus(block.flow[arc]);
        double from = 0;
        for (int step = 0; step <= STEPS.length; step++) {
            double to = step < STEPS.length ? STEPS[step] : Double.POSITIVE_INFINITY;
            double slope =
                    (step < STEPS.length ? (from + to) / 2 : BEYOND) * (1 + BY_NAME * name) + BY_NAME * name / 100;
            double width = (to - from) * scale;
            row.minus(model.column(new Near("more", step, arc), 0, width, slope));
            if (reference > from * scale) {
                double less = Math.min(width, reference - from * scale);
                row.plus(model.column(new Near("less", step, arc), 0, less, slope));
            }
            from = to;
        }
        row.equalTo(reference);
    }

    /// What the buyer at the end of a way needs in a year, kt.
    private double needed(int arc) {
        int cell = block.chain.arcs().get(arc).cell();
        Cell each = block.chain.cells().get(cell);
        Node buyer = block.chain.nodes().get(each.node());
        double sum = 0;
        for (int other : block.chain.arcsInto(cell)) {
            sum += usual.flow()[other];
        }
        if (buyer.kind() == NodeKind.MAKER) {
            double[] capacity = {buyer.capacity().get(block.year())};
            block.decisions.capacity(
                    each.node(), block.year(), (column, kt) -> capacity[0] += kt * block.model.high(column));
            sum = Double.isFinite(capacity[0]) ? Math.max(sum, each.perUnit() * capacity[0]) : sum;
        }
        return sum;
    }

    /// A number from 0 to 1 that the names of both ends give (FNV-1a).
    private double name(int arc) {
        Arc each = block.chain.arcs().get(arc);
        String names =
                block.chain.supplier(each).key() + ">" + block.chain.buyer(each).key();
        long hash = 0xcbf29ce484222325L;
        for (byte one : names.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (one & 0xff)) * 0x100000001b3L;
        }
        return (hash >>> 11) * 0x1.0p-53;
    }
}
