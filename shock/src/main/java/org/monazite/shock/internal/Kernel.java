package org.monazite.shock.internal;

import java.util.Arrays;
import java.util.List;
import org.monazite.shock.Action;
import org.monazite.shock.Assumptions;
import org.monazite.shock.BrokenRunException;

/// One run, one day at a time: arrivals, permits and demand, production, use, rationing, prices, orders. The order
/// of these steps matters; docs/methods.md#shock has the formulas under the same names.
public final class Kernel {

    private static final double EMPTY = 0.01;
    private static final double POOL_SPARE = 1000;

    final Wiring w;
    final Assumptions p;
    final Gates gates;
    final Responses responses;
    final Prices prices;
    private final Ordering ordering;
    private final Shipping shipping;
    private final Production production;
    private boolean broken;

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
    final double[] kappa;
    final double[] sensible; // most demand that a node plans for
    final double[] service; // r_e
    final double[] orders; // O_e
    final double[] unplaced; // need_k that no supplier takes
    final double[] permitted; // Oe_e
    final double[] shipped; // ship_e
    final double[] transit;
    final double[] wantFinal; // Y_f
    final double[] sold;
    double used;
    double released;

    /// A run that stands before its first day.
    ///
    /// @param stockQuantile where in its range each stated stock lies, 0..1; 0.5 or NaN takes the stated value
    public Kernel(Wiring wiring, Assumptions assumptions, List<Action> actions, double stockQuantile) {
        this.w = wiring.with(actions);
        this.p = assumptions;
        this.gates = new Gates(w, actions);
        this.responses = new Responses(w, assumptions, actions);
        this.targetDays = targets(stockQuantile);
        this.stock = new double[w.cells];
        this.saved = new double[w.cells];
        this.intake = new double[w.cells];
        this.overtime = ones(w.nodes);
        this.smoothed = w.output.clone();
        this.made = w.output.clone();
        this.demand = w.output.clone();
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
        this.wantFinal = w.finalFlow.clone();
        this.sold = new double[w.finals];
        this.prices = new Prices(w, assumptions);
        start();
        this.shipping = new Shipping(this);
        this.production = new Production(this);
        this.ordering = new Ordering(this);
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
    }

    /// Plays one day.
    public void day(int t) {
        responses.open(t, this);
        gates.open(t, responses.flow);
        responses.leak(t, gates.controlled);
        shipping.arrive(t);
        release(t);
        gates.decide(t, orders);
        shipping.ask();
        production.produce(t);
        production.use();
        shipping.serve(t);
        gates.settle(t, shipped);
        prices.move(this);
        responses.follow(t, prices);
        production.save();
        ordering.order();
        if (broken) {
            stop(t);
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

    /// Looks at an amount as it is written: one that has left the world ends the run after this day.
    void watch(double amount) {
        if (!(amount >= 0 && amount < Double.POSITIVE_INFINITY)) {
            broken = true;
        }
    }

    /// Stops a run whose numbers have left the world, with the place and the day.
    private void stop(int t) {
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
