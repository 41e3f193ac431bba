package org.monazite.shock.internal;

import org.monazite.shock.Assumptions;
import org.monazite.shock.OpenRule;
import org.monazite.shock.OrderSignal;

/// What buyers order for the next day: their use, a part of the gap in their store, spread over their suppliers.
///
/// `need = clip(ae u + (n ae v - S - Pi) / tau, 0, omax A)`, in proportion to `A max(r, rMin)^gamma (Xcap / Xnorm)^h`,
/// on no relation more than `emax A`.
final class Ordering {

    private static final double AT_CAP = -1;

    private final Kernel k;
    private final Wiring w;
    private final Assumptions p;
    private final double[] pull; // attraction of the links of a cell
    private final double[] draw; // how strongly the capacity of a node attracts
    private final boolean[] competes; // a node with a rival for one of its buyers; only its draw changes anything

    Ordering(Kernel kernel) {
        this.k = kernel;
        this.w = kernel.w;
        this.p = kernel.p;
        this.pull = new double[w.links];
        this.draw = new double[w.nodes];
        this.competes = new boolean[w.nodes];
        for (int link = 0; link < w.links; link++) {
            int cell = w.linkCell[link];
            competes[w.linkSupplier[link]] |= w.firstIn[cell + 1] - w.firstIn[cell] > 1;
        }
    }

    /// Remembers service, smooths demand and places the orders for tomorrow.
    void order() {
        for (int link = 0; link < w.links; link++) {
            double met = k.orders[link] > 0 ? k.shipped[link] / k.orders[link] : k.gates.gamma[link] > 0 ? 1 : 0;
            k.service[link] += (met - k.service[link]) / p.memoryDays();
        }
        for (int node = 0; node < w.nodes; node++) {
            if (competes[node]) {
                double normal = w.output[node] * k.kappa[node];
                double spare = w.pool[node] || normal == 0 ? 1 : Math.max(k.capacity[node] / normal, 1e-9);
                draw[node] = power(spare, p.capacityPower());
            }
        }
        for (int node = 0; node < w.nodes; node++) {
            double level = w.output[node] > 0 ? k.smoothed[node] / w.output[node] : 1;
            k.smoothed[node] += (Math.min(k.demand[node], k.sensible[node]) - k.smoothed[node]) / p.demandDays();
            for (int cell = w.firstCell[node]; cell < w.firstCell[node + 1]; cell++) {
                orderFor(node, cell, level);
            }
        }
    }

    private void orderFor(int node, int cell, double level) {
        boolean only = w.firstIn[cell + 1] - w.firstIn[cell] == 1; // its pull changes nothing
        double rest = 1 - byNewTrades(cell);
        double pipeline = 0;
        double open = 0;
        for (int i = w.firstIn[cell]; i < w.firstIn[cell + 1]; i++) {
            int link = w.linkIn[i];
            double normal = w.isPotential(link) ? k.orders[link] : level * w.linkFlow[link] * rest;
            pipeline += k.transit[link] - normal * w.linkLag[link];
            pull[i] = only ? 1 : attraction(link);
            open += pull[i];
        }
        double use = p.orders() == OrderSignal.SMOOTHED ? k.smoothed[node] : k.made[node];
        double goal = switch (p.orders()) {
            case SMOOTHED -> k.smoothed[node];
            case FIXED -> w.output[node];
            case REALISED -> k.made[node];
        };
        double each = k.intake[cell];
        double days = k.targetDays[cell] + k.responses.extraDays[cell];
        double need = each * use + (days * each * goal - k.stock[cell] - pipeline) / k.responses.refillDays[cell];
        need = Math.clamp(need, 0, p.orderMost() * w.cellFlow[cell]);
        if (open <= 0) { // nobody takes orders: buyers go on asking as in normal times
            for (int i = w.firstIn[cell]; i < w.firstIn[cell + 1]; i++) {
                pull[i] = k.responses.flow[w.linkIn[i]];
            }
        }
        place(cell, need);
    }

    /// Part of a cell's normal flow that trades carry which did not exist in normal times, 0..1: what is normally under
    /// way moves over to them.
    private double byNewTrades(int cell) {
        double carried = 0;
        for (int i = w.firstIn[cell]; i < w.firstIn[cell + 1]; i++) {
            carried += w.isPotential(w.linkIn[i]) ? k.orders[w.linkIn[i]] : 0;
        }
        return Math.min(1, carried / w.cellFlow[cell]);
    }

    /// Spreads a need over the suppliers of a cell in proportion to `pull`, none beyond its cap. What a cap cuts off
    /// goes to the others; what all caps together cut off stays unplaced.
    private void place(int cell, double need) {
        double left = need;
        double pulling;
        boolean again;
        do {
            again = false;
            pulling = 0;
            for (int i = w.firstIn[cell]; i < w.firstIn[cell + 1]; i++) {
                pulling += Math.max(0, pull[i]);
            }
            double rest = left;
            for (int i = w.firstIn[cell]; i < w.firstIn[cell + 1]; i++) {
                if (pull[i] != AT_CAP) {
                    int link = w.linkIn[i];
                    double most = k.responses.orderMost(link);
                    k.orders[link] = pulling > 0 ? left * (pull[i] / pulling) : 0;
                    if (k.orders[link] > most) {
                        k.orders[link] = most;
                        rest -= most;
                        pull[i] = AT_CAP;
                        again = true;
                    }
                }
            }
            left = rest;
        } while (again);
        k.unplaced[cell] = pulling > 0 ? 0 : Math.max(0, left);
    }

    /// How strongly a supplier draws orders: its baseline flow, how well it served, and its capacity against normal
    /// times. Spare capacity itself draws nothing, or the baseline would not stand.
    private double attraction(int link) {
        boolean closed = p.open() == OpenRule.BAN ? k.gates.banned[link] : k.gates.gamma[link] <= 0;
        if (closed) {
            return 0;
        }
        return k.responses.flow[link]
                * power(Math.max(k.service[link], p.memoryLeast()), p.memoryPower())
                * draw[w.linkSupplier[link]];
    }

    private static double power(double base, double exponent) {
        if (exponent == 1) {
            return base;
        }
        return exponent == 0 || base == 1 ? 1 : StrictMath.pow(base, exponent);
    }
}
