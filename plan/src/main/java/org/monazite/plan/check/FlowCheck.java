package org.monazite.plan.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.monazite.plan.StockRules;
import org.monazite.plan.world.Arc;
import org.monazite.plan.world.Ban;
import org.monazite.plan.world.ByProduct;
import org.monazite.plan.world.Candidate;
import org.monazite.plan.world.Cell;
import org.monazite.plan.world.Chain;
import org.monazite.plan.world.Choice;
import org.monazite.plan.world.Effect;
import org.monazite.plan.world.Flows;
import org.monazite.plan.world.Node;
import org.monazite.plan.world.OldMagnets;
import org.monazite.plan.world.Sale;
import org.monazite.plan.world.Saving;
import org.monazite.plan.world.Store;
import org.monazite.plan.world.World;
import org.monazite.supply.NodeKind;

/// Flows of one episode: nothing from nowhere, nobody over capacity, nothing banned moves.
final class FlowCheck {

    private static final double SCALE = 1; // kt

    private final World world;
    private final Chain chain;
    private final Choice choice;
    private final Flows flows;
    private final Flows calm;
    private final DecisionCheck decisions;
    private final Ledger ledger;
    private final String name;
    private final int year;
    private final double length;
    private final boolean isBan;
    private final List<Ban.Stop> stops;
    private final List<Ban.Outage> outages;

    FlowCheck(World world, Choice choice, Flows flows, Flows calm, DecisionCheck decisions, Ledger ledger) {
        this.world = world;
        this.chain = world.chain();
        this.choice = choice;
        this.flows = flows;
        this.calm = calm;
        this.decisions = decisions;
        this.ledger = ledger;
        this.name = flows.episode().ban().map(Ban::id).orElse("no ban") + ": ";
        this.year = flows.episode().year();
        this.length = flows.episode().ban().map(ban -> ban.quarters() / 4.0).orElse(1.0);
        this.isBan = flows.episode().ban().isPresent();
        this.stops = flows.episode().ban().map(Ban::stops).orElse(List.of());
        this.outages = flows.episode().ban().map(Ban::outages).orElse(List.of());
    }

    void check() {
        for (int arc = 0; arc < chain.arcs().size(); arc++) {
            arc(arc);
        }
        for (int node = 0; node < chain.nodes().size(); node++) {
            node(node);
        }
        ShareCheck shares = new ShareCheck(world, choice, flows, calm, decisions, ledger);
        for (int relation = 0; relation < chain.relations().size(); relation++) {
            shares.check(relation, name, length, isBan);
        }
        sides();
        if (isBan) {
            goals();
        }
    }

    private void arc(int arc) {
        Arc each = chain.arcs().get(arc);
        Node from = chain.nodes().get(each.supplier());
        Node to = chain.nodes().get(chain.cells().get(each.cell()).node());
        ledger.atMost(() -> way(from, to) + " not negative", -flows.flow()[arc], 0);
        double taken = 0;
        for (Ban.Stop stop : stops) {
            boolean hit = stop.supplier().equals(from.place())
                    && !stop.supplier().equals(to.place())
                    && (stop.products().isEmpty() || stop.products().contains(from.product()))
                    && (stop.buyers().isEmpty() || stop.buyers().contains(to.place()));
            taken += hit ? 1 - stop.open() : 0;
        }
        boolean stopped = taken >= 1;
        if (stopped) {
            ledger.equal(() -> way(from, to) + " is stopped", flows.flow()[arc], 0);
        }
    }

    private String way(Node from, Node to) {
        return name + from.key() + " -> " + to.key();
    }

    private void node(int node) {
        Node each = chain.nodes().get(node);
        double made = flows.made()[node];
        String who = name + each.key();
        ledger.atMost(() -> who + " not negative", -made, 0);
        if (each.kind() == NodeKind.MAKER) {
            double hours = isBan ? length * world.stretch() * runs(each.key()) : 1;
            ledger.atMost(() -> who + " capacity", made, decisions.capacity(node, year) * hours);
            if (isBan) {
                ledger.atMost(() -> who + " intended", flows.intended()[node], decisions.capacity(node, year) * hours);
            }
        }
        double shipped = 0;
        for (int arc : chain.arcsFrom(node)) {
            shipped += flows.flow()[arc];
        }
        double wanted = 0;
        for (int sale : chain.salesOf(node)) {
            wanted += chain.sales().get(sale).base() * world.growth().get(year) * length;
        }
        if (isBan) {
            ledger.atMost(() -> who + " ships", shipped, made);
            if (each.kind() == NodeKind.USE) {
                ledger.atMost(() -> who + " demand", made, wanted);
            }
        } else {
            ledger.atMost(() -> who + " ships", shipped, made, Math.max(SCALE, made));
            ledger.atMost(() -> who + " sells", made - shipped, wanted, Math.max(SCALE, made));
        }
        for (int cell : chain.cellsOf(node)) {
            cell(node, cell, who);
        }
    }

    /// Part of a node's capacity that does not stand still.
    private double runs(String key) {
        double runs = 1;
        for (Ban.Outage outage : outages) {
            runs = outage.node().equals(key) ? Math.min(runs, outage.open()) : runs;
        }
        return runs;
    }

    private void cell(int node, int cell, String who) {
        Cell each = chain.cells().get(cell);
        double in = flows.drawn()[cell];
        for (int arc : chain.arcsInto(cell)) {
            in += flows.flow()[arc];
        }
        for (double[] released : flows.released()) {
            in += released[cell];
        }
        Supplier<String> what = () -> who + " input " + each.product();
        ledger.atMost(
                () -> what.get() + " own stock",
                flows.drawn()[cell],
                isBan ? each.stock().get(year) : 0);
        ledger.atMost(() -> what.get() + " own stock not negative", -flows.drawn()[cell], 0);
        double made = flows.made()[node];
        double saved = flows.saved()[node] * savedRatio(cell);
        if (!isBan) {
            double need = each.perUnit() * (1 - each.unknownPart()) * made;
            ledger.equal(what, in + (each.important() ? saved : 0), need, Math.max(SCALE, need));
        } else if (each.important()) {
            double need = each.perUnit() * (1 - each.thrift());
            double reach = flows.intended()[node] / 2 + (in + saved) / need / 2 + each.unknownPart() * made / 2;
            ledger.atMost(what, made, reach);
            ledger.atMost(() -> what.get() + " intended", made, flows.intended()[node]);
        } else {
            double need = each.perUnit() * (1 - each.thrift()) * (1 - each.unknownPart()) * made;
            ledger.atMost(what, need, in);
        }
    }

    private double savedRatio(int cell) {
        Cell each = chain.cells().get(cell);
        Node node = chain.nodes().get(each.node());
        for (Saving saving : world.savings()) {
            if (saving.place().equals(node.place())) {
                for (int other : chain.cellsOf(each.node())) {
                    Cell counted = chain.cells().get(other);
                    if (counted.important() && counted.product().equals(saving.product())) {
                        return each.perUnit() / counted.perUnit();
                    }
                }
            }
        }
        return 0;
    }

    private void sides() {
        for (ByProduct each : world.byProducts()) {
            double mains = 0;
            for (int main : each.mains()) {
                mains += flows.made()[main];
            }
            Node node = chain.nodes().get(each.node());
            double made = flows.made()[each.node()];
            ledger.atMost(name + node.key() + " falls off", made, each.ratio() * mains);
        }
        for (OldMagnets each : world.oldMagnets()) {
            double used = 0;
            for (int k = 0; k < each.nodes().size(); k++) {
                used += each.perUnit().get(k) * flows.made()[each.nodes().get(k)];
            }
            ledger.atMost(
                    name + "old magnets of " + each.place(),
                    used,
                    each.collected().get(year) * length);
        }
        for (int s = 0; s < world.savings().size(); s++) {
            saving(s);
        }
        for (int s = 0; s < world.stores().size(); s++) {
            store(s);
        }
    }

    private void saving(int s) {
        Saving saving = world.savings().get(s);
        double room = 0;
        for (int c = 0; c < world.candidates().size(); c++) {
            Candidate candidate = world.candidates().get(c);
            for (Effect effect : candidate.effects()) {
                if (effect instanceof Effect.Saves saves && saves.saving() == s) {
                    room += saves.kt()
                            * decisions.starts().atWork(c, world.years().get(year))
                            * length;
                }
            }
        }
        double saved = 0;
        for (int node = 0; node < chain.nodes().size(); node++) {
            for (int cell : chain.cellsOf(node)) {
                Cell each = chain.cells().get(cell);
                if (each.important()
                        && each.product().equals(saving.product())
                        && chain.nodes().get(node).place().equals(saving.place())) {
                    saved += flows.saved()[node];
                    Node works = chain.nodes().get(node);
                    Supplier<String> who = () -> name + "saved by " + works.key();
                    ledger.atMost(who, flows.saved()[node], saving.most() * each.perUnit() * flows.made()[node]);
                    ledger.atMost(() -> who.get() + " not negative", -flows.saved()[node], 0);
                }
            }
        }
        ledger.atMost(name + "saved in " + saving.place(), saved, room);
    }

    private void store(int s) {
        Store store = world.stores().get(s);
        double held = 0;
        for (int c = 0; c < world.candidates().size(); c++) {
            Candidate candidate = world.candidates().get(c);
            for (Effect effect : candidate.effects()) {
                if (effect instanceof Effect.Stores stores && stores.store() == s) {
                    held += stores.kt()
                            * decisions.starts().atWork(c, world.years().get(year));
                }
            }
        }
        double released = 0;
        for (int cell = 0; cell < chain.cells().size(); cell++) {
            double kt = flows.released()[s][cell];
            Cell each = chain.cells().get(cell);
            Node node = chain.nodes().get(each.node());
            boolean mayTake = each.product().equals(store.product())
                    && node.place().equals(store.place())
                    && node.kind() != NodeKind.POOL;
            ledger.atMost(
                    () -> name + "stock of " + store.product() + " in " + store.place() + " not negative", -kt, 0);
            if (!mayTake) {
                ledger.equal(() -> name + "stock of " + store.product() + " goes to " + node.key(), kt, 0);
            }
            released += kt;
        }
        ledger.atMost(name + "stock of " + store.product() + " in " + store.place(), released, held * open());
    }

    /// Part of a stock that may leave it: by the quarters of the ban, if the ban is by somebody named in the rule.
    private double open() {
        if (!isBan) {
            return 0;
        }
        Ban ban = flows.episode().ban().orElseThrow();
        StockRules rules = world.spec().rules().stocks();
        boolean named = rules.triggers().isEmpty();
        for (Ban.Stop stop : ban.lane().isEmpty() ? ban.stops() : List.<Ban.Stop>of()) {
            named |= rules.triggers().contains(stop.supplier());
        }
        return named ? Math.min(1, rules.release() * ban.quarters()) : 0;
    }

    /// Works with heavy inputs set out to make no more than is wanted of them.
    private void goals() {
        Map<String, double[]> sums = new TreeMap<>();
        for (int node = 0; node < chain.nodes().size(); node++) {
            Node each = chain.nodes().get(node);
            boolean heavy = chain.cellsOf(node).stream()
                    .anyMatch(cell -> chain.cells().get(cell).important());
            if (heavy) {
                double[] sum = sums.computeIfAbsent(each.place() + "/" + each.product(), _ -> new double[2]);
                sum[0] += flows.intended()[node];
                sum[1] += each.normal().get(year);
            }
        }
        sums.forEach((key, sum) -> {
            double wanted = 0;
            for (Cell cell : chain.cells()) {
                Node user = chain.nodes().get(cell.node());
                if (user.kind() == NodeKind.USE && (user.place() + "/" + cell.product()).equals(key)) {
                    wanted += cell.perUnit() * user.base() * world.growth().get(year);
                }
            }
            ledger.atMost(name + key + " intended in all", sum[0], Math.max(sum[1], wanted) * length);
        });
    }

    /// Part of a partner's demand that is unmet.
    double unmet(String partner) {
        double wanted = 0;
        double met = 0;
        for (Sale sale : chain.sales()) {
            if (sale.isProtected() && sale.place().equals(partner)) {
                wanted += sale.base() * world.growth().get(year) * length;
                met += flows.made()[sale.node()];
            }
        }
        return wanted > 0 ? Math.max(0, 1 - met / wanted) : 0;
    }

    /// Value at risk a year, M USD.
    double loss() {
        return loss(Set.of());
    }

    /// The same of those who want something of the plan.
    double lossOfAskers() {
        return loss(world.spec().rules().bystanders());
    }

    private double loss(Set<String> without) {
        double sum = 0;
        for (Sale sale : chain.sales()) {
            if (sale.isProtected() && !without.contains(sale.place())) {
                double missing = sale.base() * world.growth().get(year) * length - flows.made()[sale.node()];
                sum += chain.nodes().get(sale.node()).value() * Math.max(0, missing) / length;
            }
        }
        return sum;
    }
}
