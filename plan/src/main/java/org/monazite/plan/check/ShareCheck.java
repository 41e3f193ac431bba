package org.monazite.plan.check;

import java.util.function.Supplier;
import org.monazite.plan.world.Arc;
import org.monazite.plan.world.Ban;
import org.monazite.plan.world.Chain;
import org.monazite.plan.world.Choice;
import org.monazite.plan.world.Flows;
import org.monazite.plan.world.Node;
import org.monazite.plan.world.Offtake;
import org.monazite.plan.world.Relation;
import org.monazite.plan.world.World;
import org.monazite.supply.NodeKind;

/// Who may have how much of a supplier: fair shares, old relations, contracts.
final class ShareCheck {

    private final World world;
    private final Chain chain;
    private final Choice choice;
    private final Flows flows;
    private final Flows calm;
    private final DecisionCheck decisions;
    private final Ledger ledger;

    ShareCheck(World world, Choice choice, Flows flows, Flows calm, DecisionCheck decisions, Ledger ledger) {
        this.world = world;
        this.chain = world.chain();
        this.choice = choice;
        this.flows = flows;
        this.calm = calm;
        this.decisions = decisions;
        this.ledger = ledger;
    }

    void check(int relation, String name, double length, boolean isBan) {
        Relation each = chain.relations().get(relation);
        Node supplier = chain.nodes().get(each.supplier());
        int year = flows.episode().year();
        Supplier<String> who = () -> name + supplier.key() + " to " + each.place();
        double shipped = shipped(flows, relation);
        double own = 0;
        double all = 0;
        for (int o = 0; o < world.offtakes().size(); o++) {
            Offtake offtake = world.offtakes().get(o);
            if (offtake.supplier() == each.supplier()) {
                double kt = flows.delivered()[o];
                ledger.atMost(offtake.id(), kt, choice.contracts()[o] * length);
                ledger.atMost(() -> offtake.id() + " not negative", -kt, 0);
                all += kt;
                own += offtake.partner().equals(each.place()) ? kt : 0;
            }
        }
        ledger.atMost(() -> who.get() + " contracts", all, flows.made()[each.supplier()]);
        boolean feared = supplier.place().equals(world.spec().against());
        if (isBan && each.bounded()) {
            double most = grows(supplier, each) * world.growth().get(year) * each.base() * length;
            ledger.atMost(() -> who.get() + " old relation", shipped, most + own);
        }
        if (isBan && feared && !each.home() && calm.episode().year() == year) {
            ledger.atMost(
                    () -> who.get() + " relation", shipped, grows(supplier, each) * length * shipped(calm, relation));
        }
        boolean divides = isBan || supplier.group() != Node.Group.BASE;
        double part = part(relation, each, supplier, isBan && feared);
        if (divides && part < 1) {
            double mine;
            if (supplier.kind() == NodeKind.POOL) {
                double brought = brought(each.supplier());
                double old = flows.made()[each.supplier()] - brought;
                mine = part * old + (each.home() ? brought : 0);
            } else {
                double there = isBan ? flows.made()[each.supplier()] : decisions.capacity(each.supplier(), year);
                mine = part * (there - all) + own;
            }
            ledger.atMost(() -> who.get() + " share", shipped, mine);
        }
    }

    /// Most of a relation over its usual flow: what is let through, or what a shortage can raise it to.
    private double grows(Node supplier, Relation each) {
        double taken = 0;
        for (Ban.Stop stop : flows.episode().ban().map(Ban::stops).orElse(java.util.List.of())) {
            boolean hit = stop.supplier().equals(supplier.place())
                    && !stop.supplier().equals(each.place())
                    && (stop.products().isEmpty() || stop.products().contains(supplier.product()))
                    && (stop.buyers().isEmpty() || stop.buyers().contains(each.place()));
            taken += hit ? 1 - stop.open() : 0;
        }
        double left = Math.max(0, 1 - taken);
        boolean lane = flows.episode().ban().map(ban -> !ban.lane().isEmpty()).orElse(false);
        return taken > 0 && !lane ? left : left * world.relationMost();
    }

    private double part(int relation, Relation each, Node supplier, boolean fearedInBan) {
        boolean bans = flows.episode()
                .ban()
                .map(ban -> ban.isBy(world.spec().against()))
                .orElse(false);
        if (fearedInBan && !bans) {
            double made = calm.made()[each.supplier()];
            return made > 0 ? Math.min(1, Math.rint(shipped(calm, relation) / made * 1e6) / 1e6) : 0;
        }
        return each.part().get(flows.episode().year());
    }

    private double shipped(Flows when, int relation) {
        double sum = 0;
        for (int arc : chain.arcsOf(relation)) {
            sum += when.flow()[arc];
        }
        return sum;
    }

    /// What came to a trader on new ways.
    private double brought(int pool) {
        double sum = 0;
        for (int cell : chain.cellsOf(pool)) {
            for (int arc : chain.arcsInto(cell)) {
                Arc each = chain.arcs().get(arc);
                sum += each.base() == 0 ? flows.flow()[arc] : 0;
            }
        }
        return sum;
    }
}
