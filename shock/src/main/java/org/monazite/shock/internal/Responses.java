package org.monazite.shock.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.monazite.shock.Action;
import org.monazite.shock.Assumptions;

/// How buyers and makers answer: hoards, rushes, savings, new suppliers, ways around, recyclers, idle works. One per
/// run. Without such actions every array keeps its neutral value, and no result moves by a bit.
final class Responses {

    private final Wiring w;
    private final Assumptions p;

    /// Flow that counts as normal today, per link: `A`, or what a potential trade has grown to.
    final double[] flow;
    /// Days of stock that buyers aim at beyond their target, per cell.
    final double[] extraDays;
    /// Days in which they want them, per cell.
    final double[] refillDays;
    /// Most that can be saved, and how slowly, per cell.
    final double[] thriftMost;
    final double[] thriftDays;
    /// Factor on capacity, per node.
    final double[] growth;
    /// Capacity that came back, in units of baseline output, per node.
    final double[] restarted;

    private final List<Hoard> hoards = new ArrayList<>();
    private final List<Hurry> hurries = new ArrayList<>();
    private final List<Saving> savings = new ArrayList<>();
    private final List<Opening> openings = new ArrayList<>();
    private final List<Leak> leaks = new ArrayList<>();
    private final List<Recycler> recyclers = new ArrayList<>();
    private final List<Idle> idle = new ArrayList<>();

    private record Hoard(int[] cells, Action.Hoarding action) {}

    private record Hurry(int[] cells, Action.Rush action) {}

    private record Saving(int[] cells, Action.Substitution action) {}

    private record Opening(int[] links, Watch watch, Action.NewSupplier action) {}

    /// @param around link that each goes around
    /// @param age days since the control took hold, per link; -1 while there is none
    private record Leak(int[] links, int[] around, int[] age, Action.Leakage action) {}

    private record Recycler(int node, Watch.Weights sells, Action.Recycling action) {}

    /// @param parts of the capacity, per node
    private record Idle(int[] nodes, double[] parts, Watch watch, Action.Restart action) {}

    Responses(Wiring wiring, Assumptions assumptions, List<Action> actions) {
        this.w = wiring;
        this.p = assumptions;
        this.flow = w.linkFlow.clone();
        this.extraDays = new double[w.cells];
        this.refillDays = new double[w.cells];
        this.thriftMost = new double[w.cells];
        this.thriftDays = new double[w.cells];
        this.growth = new double[w.nodes];
        this.restarted = new double[w.nodes];
        Arrays.fill(refillDays, p.refillDays());
        Arrays.fill(thriftMost, p.thriftMost());
        Arrays.fill(thriftDays, p.thriftDays());
        Arrays.fill(growth, 1);
        Aim aim = new Aim(w);
        actions.forEach(action -> add(action, aim));
    }

    private void add(Action action, Aim aim) {
        switch (action) {
            case Action.Hoarding hoard -> hoards.add(new Hoard(aim.cells(hoard.places(), hoard.products()), hoard));
            case Action.Rush rush -> hurries.add(new Hurry(aim.cellsOf(aim.links(rush.targets())), rush));
            case Action.Substitution saving ->
                savings.add(new Saving(aim.cells(saving.places(), saving.products()), saving));
            case Action.NewSupplier supplier -> {
                int[] users = aim.cells(Set.of(supplier.to()), Set.of(supplier.product()));
                Watch watch = new Watch(supplier.trigger(), users, Watch.Weights.buying(w, users));
                openings.add(new Opening(aim.opened(supplier), watch, supplier));
            }
            case Action.Leakage leakage -> leaks.add(leak(aim.opened(leakage), leakage));
            case Action.Recycling recycling -> {
                for (int node : aim.makers(recycling.places(), recycling.nodes())) {
                    recyclers.add(new Recycler(node, Watch.Weights.selling(w, node), recycling));
                }
            }
            case Action.Restart restart -> idle.add(restart(aim, restart));
            case Action.ExportBan _, Action.LicenceRegime _, Action.Quota _, Action.Outage _ -> {}
            case Action.LaneClosure _, Action.DemandSurge _, Action.StockRelease _, Action.Branching _ -> {}
        }
    }

    private Leak leak(int[] links, Action.Leakage action) {
        int[] around = new int[links.length];
        for (int i = 0; i < links.length; i++) {
            around[i] = w.linkOf(w.potentials.get(w.linkPotential[links[i]]).around());
        }
        int[] age = new int[links.length];
        Arrays.fill(age, -1);
        return new Leak(links, around, age, action);
    }

    private Idle restart(Aim aim, Action.Restart action) {
        int[] nodes = aim.makers(Set.of(action.place()), Set.of(action.node()));
        double made = 0;
        for (int node : nodes) {
            made += w.output[node];
        }
        double[] parts = new double[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            parts[i] = action.tonnesPerYear() / Wiring.DAYS_PER_YEAR / made; // of each node's own output
        }
        return new Idle(nodes, parts, new Watch(action.trigger(), new int[0], Watch.Weights.selling(w, nodes)), action);
    }

    /// Sets the day up, before its controls.
    void open(int day, Kernel k) {
        stockUp(day);
        for (Saving saving : savings) {
            if (day == saving.action().start()) {
                for (int cell : saving.cells()) {
                    thriftMost[cell] = saving.action().most();
                    thriftDays[cell] = saving.action().days();
                }
            }
        }
        for (Opening opening : openings) {
            opening.watch().look(day, k);
            double part = ramp(day, opening.watch().since, opening.action().qualifyDays());
            for (int link : opening.links()) {
                flow[link] = most(link) * part;
            }
        }
        if (!idle.isEmpty()) {
            comeBack(day, k);
        }
    }

    private double most(int link) {
        return w.potentials.get(w.linkPotential[link]).perDay();
    }

    /// Part of a ramp that is done; 0 while it has not begun.
    private static double ramp(int day, int since, double days) {
        if (since < 0 || day < since) {
            return 0;
        }
        return days > 0 ? Math.min(1, (day - since) / days) : 1;
    }

    private void stockUp(int day) {
        if (hoards.isEmpty() && hurries.isEmpty()) {
            return;
        }
        Arrays.fill(extraDays, 0);
        Arrays.fill(refillDays, p.refillDays());
        for (Hoard hoard : hoards) {
            double extra = extra(hoard.action(), day);
            for (int cell : hoard.cells()) {
                extraDays[cell] += extra;
            }
        }
        for (Hurry hurry : hurries) {
            Action.Rush action = hurry.action();
            if (day >= action.announced() && day < action.effective()) {
                for (int cell : hurry.cells()) {
                    extraDays[cell] += action.eager() * (action.effective() - action.announced());
                    refillDays[cell] = Math.min(refillDays[cell], Math.max(1, action.effective() - day));
                }
            }
        }
    }

    private static double extra(Action.Hoarding action, int day) {
        if (day < action.start()) {
            return 0;
        }
        if (day < action.end()) {
            return action.extraDays();
        }
        return action.decayDays() > 0
                ? action.extraDays() * StrictMath.exp(-(day - action.end()) / action.decayDays())
                : 0;
    }

    private void comeBack(int day, Kernel k) {
        Arrays.fill(restarted, 0);
        for (Idle works : idle) {
            works.watch().look(day, k);
            int since = works.watch().since;
            double part = since < 0
                    ? 0
                    : ramp(
                            day,
                            since + works.action().leadDays(),
                            works.action().rampDays());
            for (int i = 0; i < works.nodes().length; i++) {
                restarted[works.nodes()[i]] += works.parts()[i] * part;
            }
        }
    }

    /// Opens and closes the ways around, once the day's controls are known.
    void leak(int day, boolean[] controlled) {
        for (Leak leak : leaks) {
            boolean acts = day >= leak.action().start() && day < leak.action().end();
            for (int i = 0; i < leak.links().length; i++) {
                leak.age()[i] = acts && controlled[leak.around()[i]] ? leak.age()[i] + 1 : -1;
                double part = ramp(
                        leak.age()[i], leak.age()[i] < 0 ? -1 : 0, leak.action().rampDays());
                flow[leak.links()[i]] = most(leak.links()[i]) * part;
            }
        }
    }

    /// Makers follow the price of the day, from tomorrow on.
    void follow(int day, Prices prices) {
        for (Recycler recycler : recyclers) {
            Action.Recycling action = recycler.action();
            if (day >= action.start()) {
                double price = recycler.sells().mean(prices.paid());
                double aim = Math.min(action.ceiling(), price == 1 ? 1 : StrictMath.pow(price, action.elasticity()));
                growth[recycler.node()] += (aim - growth[recycler.node()]) / action.days();
            }
        }
    }

    /// Most that one buyer orders on a link, per day: twice the baseline or so; of a potential trade what it can carry.
    double orderMost(int link) {
        return w.isPotential(link) ? flow[link] : p.relationMost() * flow[link];
    }
}
