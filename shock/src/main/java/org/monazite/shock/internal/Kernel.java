package org.monazite.shock.internal;

import java.util.Arrays;
import java.util.List;
import org.monazite.shock.Action;
import org.monazite.shock.Assumptions;
import org.monazite.shock.BrokenRunException;
import org.monazite.supply.Criticality;
import org.monazite.supply.UseClass;

/// One run, one day at a time: arrivals, permits and demand, production, use, rationing, prices, orders. The order
/// of these steps matters; docs/methods.md#shock has the formulas under the same names.
public final class Kernel {

    private static final double CALM = 1e-9;
    private static final double EMPTY = 0.01;
    private static final double POOL_SPARE = 1000;

    final Wiring w;
    final Assumptions p;
    final Gates gates;
    final Responses responses;
    final Prices prices;
    private final Ordering ordering;
    private final Rationing rationing;

    final double[] targetDays; // n_k
    final double[] stock; // S_k
    final double[] saved; // sigma_k
    final double[] intake; // ae_k, as the day began
    final double[] overtime; // alpha_i
    final double[] smoothed; // xhat_i
    final double[] made; // X_i
    final double[] demand; // D_i
    final double[] capacity; // Xcap_i
    final double[] goal; // Xopt_i
    final double[] uncovered; // part of a cell's need that its stock did not cover today
    private final double[] before; // Xprev_i
    final double[] kappa;
    final double[] sensible; // most demand that a node plans for
    final double[] service; // r_e
    final double[] orders; // O_e
    final double[] unplaced; // need_k that no supplier takes
    final double[] permitted; // Oe_e
    final double[] shipped; // ship_e
    final double[] transit;
    private final double[] ring;
    private final int ringDays;
    private final List<Cargo> cargo;
    final double[] wantFinal; // Y_f
    final double[] sold;
    double used;
    double released;
    private final double[] want;
    private final double[] base;
    private final double[] got;
    private final int[] rank;
    private final boolean[] isOrder;

    /// A run that stands before its first day.
    ///
    /// @param stockQuantile where in its range each stated stock lies, 0..1; 0.5 or NaN takes the stated value
    public Kernel(Wiring wiring, Assumptions assumptions, List<Action> actions, double stockQuantile) {
        this.w = wiring.with(actions);
        this.p = assumptions;
        this.gates = new Gates(w, actions);
        this.responses = new Responses(w, assumptions, actions);
        int customers = 0;
        for (int node = 0; node < w.nodes; node++) {
            int n = w.firstLink[node + 1] - w.firstLink[node] + w.firstFinal[node + 1] - w.firstFinal[node];
            customers = Math.max(customers, n);
        }
        this.rationing = new Rationing(customers, guarantees(assumptions));
        this.want = new double[customers];
        this.base = new double[customers];
        this.got = new double[customers];
        this.rank = new int[customers];
        this.isOrder = new boolean[customers];
        this.targetDays = targets(stockQuantile);
        this.stock = new double[w.cells];
        this.saved = new double[w.cells];
        this.intake = new double[w.cells];
        this.overtime = ones(w.nodes);
        this.smoothed = w.output.clone();
        this.made = w.output.clone();
        this.demand = w.output.clone();
        this.before = w.output.clone();
        this.capacity = new double[w.nodes];
        this.goal = new double[w.nodes];
        this.uncovered = new double[w.cells];
        this.kappa = new double[w.nodes];
        this.sensible = new double[w.nodes];
        this.service = ones(w.links);
        this.orders = w.linkFlow.clone();
        this.unplaced = new double[w.cells];
        this.permitted = new double[w.links];
        this.shipped = new double[w.links];
        this.transit = new double[w.links];
        this.ringDays = gates.longestLag() + 1;
        this.ring = new double[ringDays * w.links];
        this.cargo = gates.cargo(ringDays);
        this.wantFinal = w.finalFlow.clone();
        this.sold = new double[w.finals];
        this.prices = new Prices(w, assumptions);
        this.ordering = new Ordering(this);
        start();
    }

    private static double[] guarantees(Assumptions assumptions) {
        double[] guarantees = new double[Rationing.RANKS];
        for (UseClass useClass : UseClass.values()) {
            guarantees[useClass.ordinal()] = assumptions.guarantees().getOrDefault(useClass, 0.0);
        }
        return guarantees;
    }

    private static double[] ones(int size) {
        double[] values = new double[size];
        Arrays.fill(values, 1);
        return values;
    }

    private double[] targets(double quantile) {
        double[] days = new double[w.cells];
        for (int cell = 0; cell < w.cells; cell++) {
            if (Double.isNaN(w.statedDays[cell])) {
                days[cell] = w.pool[w.cellBuyer[cell]] ? p.poolDays() : p.stockDays();
            } else {
                days[cell] = Double.isNaN(quantile)
                        ? w.statedDays[cell]
                        : Draws.triangular(quantile, w.statedLow[cell], w.statedDays[cell], w.statedHigh[cell]);
            }
        }
        return days;
    }

    private void start() {
        for (int cell = 0; cell < w.cells; cell++) {
            stock[cell] = targetDays[cell] * w.cellFlow[cell];
        }
        for (int node = 0; node < w.nodes; node++) {
            boolean stated = w.statedCapacity[node] > 0 && Double.isFinite(w.statedCapacity[node]);
            sensible[node] = p.demandMost() * w.output[node];
            kappa[node] = w.pool[node] ? POOL_SPARE : stated ? w.statedCapacity[node] : p.spare();
        }
        for (int link = 0; link < w.links; link++) {
            for (int day = 0; day < w.linkLag[link]; day++) {
                ring[day * w.links + link] = w.linkFlow[link];
            }
            transit[link] = w.linkFlow[link] * w.linkLag[link];
        }
    }

    /// Plays one day.
    public void day(int t) {
        responses.open(t, this);
        gates.open(t, responses.flow);
        responses.leak(t, gates.controlled);
        arrive(t);
        release(t);
        gates.decide(t, orders);
        ask();
        produce(t);
        use();
        serve(t);
        gates.settle(t, shipped);
        prices.move(this);
        responses.follow(t, prices);
        save();
        ordering.order();
        check(t);
    }

    private void arrive(int t) {
        for (Cargo each : cargo) {
            each.move(t, w.links, ring, stock, transit, w.linkCell);
        }
        int row = t % ringDays * w.links;
        for (int link = 0; link < w.links; link++) {
            double due = ring[row + link];
            stock[w.linkCell[link]] += due;
            transit[link] -= due;
            ring[row + link] = 0;
        }
    }

    private void release(int t) {
        released = 0;
        for (Gates.Release release : gates.releases) {
            double held = 0;
            double use = 0;
            double gap = 0;
            for (int cell : release.cells) {
                held += stock[cell];
                use += w.cellFlow[cell];
                gap += gap(cell);
            }
            double cover = use > 0 ? held / use : Double.POSITIVE_INFINITY;
            release.watch.look(t, this);
            boolean flows = release.watch.since >= 0
                    && t >= release.watch.since + release.action.leadDays()
                    && cover < release.action.coverStop();
            if (flows && gap > 0) {
                double x = Math.min(Math.min(release.action.tonnesPerDay(), release.left), gap);
                for (int cell : release.cells) {
                    stock[cell] += x * gap(cell) / gap;
                }
                release.left -= x;
                released += x;
            }
        }
    }

    private double gap(int cell) {
        return Math.max(0, targetDays[cell] * w.cellFlow[cell] - stock[cell]);
    }

    private void ask() {
        Arrays.fill(demand, 0);
        for (int link = 0; link < w.links; link++) {
            permitted[link] = Math.min(orders[link], gates.gamma[link]);
            demand[w.linkSupplier[link]] += permitted[link];
        }
        for (int slot = 0; slot < w.finals; slot++) {
            wantFinal[slot] = w.finalFlow[slot] * gates.demand[slot] * prices.reaction(w.finalMarket[slot]);
            demand[w.finalNode[slot]] += wantFinal[slot];
        }
    }

    private void produce(int t) {
        for (int cell = 0; cell < w.cells; cell++) {
            intake[cell] = w.perUnit[cell] * (1 - saved[cell]);
        }
        for (int node = 0; node < w.nodes; node++) {
            if (t > 0) {
                double short0 = demand[node] > 0 ? Math.max(0, (demand[node] - before[node]) / demand[node]) : 0;
                double step = short0 > CALM ? (p.overtime() - overtime[node]) * short0 : 1 - overtime[node];
                overtime[node] = Math.max(1, overtime[node] + step / p.overtimeDays());
            }
            double spare = kappa[node] * responses.growth[node] + responses.restarted[node];
            capacity[node] = w.output[node] * spare * gates.capacity[node] * overtime[node];
            make(node);
        }
        for (int i = 0; i < w.byProducts.length; i++) {
            int node = w.byProducts[i];
            double now = 0;
            double normal = 0;
            for (int main : w.mains[i]) {
                now += made[main];
                normal += w.output[main];
            }
            capacity[node] = w.output[node] * (now / normal) * responses.growth[node];
            sensible[node] = capacity[node];
            make(node);
        }
    }

    private void make(int node) {
        goal[node] = Math.min(demand[node], capacity[node]);
        made[node] = goal[node] > 0 ? goal[node] * limit(node, goal[node]) : 0;
    }

    /// What the inputs allow, as a part of what is wanted.
    private double limit(int node, double goal) {
        double least = 1;
        double weak = 1;
        for (int cell = w.firstCell[node]; cell < w.firstCell[node + 1]; cell++) {
            double need = intake[cell] * goal;
            double q = need > 0 ? Math.min(1, stock[cell] / need) : 1;
            if (w.criticality[cell] == ESSENTIAL) {
                least = Math.min(least, q);
            } else if (w.criticality[cell] == IMPORTANT) {
                least = Math.min(least, (1 + q) / 2);
            } else {
                weak -= w.weight[cell] * (1 - q);
            }
        }
        return Math.min(least, weak);
    }

    private static final byte ESSENTIAL = (byte) Criticality.ESSENTIAL.ordinal();
    private static final byte IMPORTANT = (byte) Criticality.IMPORTANT.ordinal();

    private void use() {
        used = 0;
        for (int cell = 0; cell < w.cells; cell++) {
            double need = Math.min(intake[cell] * goal[w.cellBuyer[cell]], w.cellFlow[cell]);
            uncovered[cell] = Math.max(0, need - stock[cell]);
            double taken = intake[cell] * made[w.cellBuyer[cell]];
            double left = Math.max(0, stock[cell] - taken);
            used += stock[cell] - left;
            stock[cell] = left;
        }
        System.arraycopy(made, 0, before, 0, made.length);
    }

    private void serve(int t) {
        for (int node = 0; node < w.nodes; node++) {
            if (demand[node] <= made[node]) {
                System.arraycopy(
                        permitted,
                        w.firstLink[node],
                        shipped,
                        w.firstLink[node],
                        w.firstLink[node + 1] - w.firstLink[node]);
                System.arraycopy(
                        wantFinal,
                        w.firstFinal[node],
                        sold,
                        w.firstFinal[node],
                        w.firstFinal[node + 1] - w.firstFinal[node]);
            } else {
                ration(node);
            }
        }
        for (int link = 0; link < w.links; link++) {
            if (shipped[link] > 0) {
                ring[(t + gates.lag[link]) % ringDays * w.links + link] += shipped[link];
                transit[link] += shipped[link];
            }
        }
    }

    private void ration(int node) {
        int n = 0;
        for (int link = w.firstLink[node]; link < w.firstLink[node + 1]; link++) {
            want[n] = permitted[link];
            base[n] = responses.flow[link];
            rank[n] = w.linkRank[link];
            isOrder[n++] = true;
        }
        for (int slot = w.firstFinal[node]; slot < w.firstFinal[node + 1]; slot++) {
            want[n] = wantFinal[slot];
            base[n] = w.finalFlow[slot];
            rank[n] = w.finalRank[slot];
            isOrder[n++] = false;
        }
        rationing.serve(p.rationing(), n, made[node], want, base, rank, isOrder, got);
        n = 0;
        for (int link = w.firstLink[node]; link < w.firstLink[node + 1]; link++) {
            shipped[link] = got[n++];
        }
        for (int slot = w.firstFinal[node]; slot < w.firstFinal[node + 1]; slot++) {
            sold[slot] = got[n++];
        }
    }

    /// Users save an input while its store is low.
    private void save() {
        for (int cell = 0; cell < w.cells; cell++) {
            if (responses.thriftMost[cell] > 0 || saved[cell] > 0) {
                double full = targetDays[cell] * intake[cell] * w.output[w.cellBuyer[cell]];
                double filled = full > 0 ? Math.min(1, stock[cell] / full) : 1;
                double pressed = responses.thriftMost[cell] * (1 - filled);
                saved[cell] += (pressed - saved[cell]) / responses.thriftDays[cell];
            }
        }
    }

    /// Stops a run whose numbers have left the world, with the place and the day.
    private void check(int t) {
        for (int node = 0; node < w.nodes; node++) {
            if (!(made[node] >= 0 && made[node] < Double.POSITIVE_INFINITY)) {
                throw new BrokenRunException("output of " + w.network.nodes().key(node), made[node], t);
            }
        }
        for (int cell = 0; cell < w.cells; cell++) {
            if (!(stock[cell] >= 0 && stock[cell] < Double.POSITIVE_INFINITY)) {
                String buyer = w.network.nodes().key(w.cellBuyer[cell]);
                throw new BrokenRunException("stock of " + w.inputOf(cell) + " at " + buyer, stock[cell], t);
            }
        }
        for (int link = 0; link < w.links; link++) {
            if (!(orders[link] >= 0 && orders[link] < Double.POSITIVE_INFINITY)) {
                throw new BrokenRunException(
                        "order of %s from %s"
                                .formatted(
                                        w.network.nodes().key(w.linkBuyer[link]),
                                        w.network.nodes().key(w.linkSupplier[link])),
                        orders[link],
                        t);
            }
        }
    }

    /// True if a cell holds less than one hundredth of its target.
    boolean empty(int cell) {
        return stock[cell] < EMPTY * targetDays[cell] * w.cellFlow[cell];
    }

    /// Stocks and goods under way, all products: for the mass balance.
    double held() {
        double sum = 0;
        for (int cell = 0; cell < w.cells; cell++) {
            sum += stock[cell];
        }
        for (int link = 0; link < w.links; link++) {
            sum += transit[link];
        }
        return sum;
    }
}
