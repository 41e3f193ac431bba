package org.monazite.shock.internal;

import java.util.Arrays;
import java.util.stream.IntStream;
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
    private final double[] met; // f_e
    private final double[] level; // xr_i
    private final double[] lag; // days, per link
    private final double[] trust; // what a supplier's service makes of its attraction, per link
    private final double[] draw; // how strongly the capacity of a node attracts
    private final double[] pull; // attraction of the links of a cell
    private final double[] pipeline; // what is under way beyond what usually is, per cell
    private final double[] use; // u of a cell's buyer
    private final double[] goal; // v of a cell's buyer
    private final double[] need; // need_k
    private final int[] all; // cells
    private final int[] single; // cells with one supplier
    private final int[] several; // cells with more
    private final int[] rivals; // links to cells with more than one supplier; only their pull changes anything
    private final int[] competing; // nodes with such a link, pools left out
    private final Powers powers;
    private final double[] bases; // numbers that are not 1, raised together
    private final int[] at;

    Ordering(Kernel kernel) {
        this.k = kernel;
        this.w = kernel.w;
        this.p = kernel.p;
        this.met = new double[w.links];
        this.level = new double[w.nodes];
        this.lag = IntStream.of(w.linkLag).asDoubleStream().toArray();
        this.trust = ones(w.links);
        this.draw = ones(w.nodes);
        this.pull = new double[w.links];
        this.pipeline = new double[w.cells];
        this.use = new double[w.cells];
        this.goal = new double[w.cells];
        this.need = new double[w.cells];
        this.all = IntStream.range(0, w.cells).toArray();
        this.single = IntStream.of(all)
                .filter(cell -> w.firstIn[cell + 1] - w.firstIn[cell] == 1)
                .toArray();
        this.several = IntStream.of(all)
                .filter(cell -> w.firstIn[cell + 1] - w.firstIn[cell] > 1)
                .toArray();
        this.rivals = IntStream.range(0, w.links)
                .filter(link -> w.firstIn[w.linkCell[link] + 1] - w.firstIn[w.linkCell[link]] > 1)
                .toArray();
        this.competing = IntStream.of(rivals)
                .map(link -> w.linkSupplier[link])
                .filter(node -> !w.pool[node])
                .distinct()
                .sorted()
                .toArray();
        int most = Math.max(rivals.length, competing.length);
        this.powers = new Powers(most);
        this.bases = new double[most];
        this.at = new int[most];
    }

    private static double[] ones(int size) {
        double[] values = new double[size];
        Arrays.fill(values, 1);
        return values;
    }

    /// Remembers service, smooths demand and places the orders for tomorrow.
    void order() {
        remember();
        weighService();
        weighCapacity();
        smooth();
        need();
        double relationMost = p.relationMost();
        for (int cell : single) {
            placeWith(w.linkIn[w.firstIn[cell]], cell, need[cell], relationMost);
        }
        for (int cell : several) {
            attract(cell);
            place(cell, need[cell]);
        }
    }

    private void remember() {
        double[] orders = k.orders;
        double[] shipped = k.shipped;
        double[] service = k.service;
        double days = p.memoryDays();
        for (int link = 0; link < met.length; link++) {
            met[link] = shipped[link] / orders[link];
        }
        for (int link = 0; link < met.length; link++) {
            if (!(orders[link] > 0)) {
                met[link] = k.gates.gamma[link] > 0 ? 1 : 0;
            }
        }
        for (int link = 0; link < met.length; link++) {
            service[link] += (met[link] - service[link]) / days;
        }
    }

    private void weighService() {
        int n = 0;
        double least = p.memoryLeast();
        for (int link : rivals) {
            double base = Math.max(k.service[link], least);
            trust[link] = 1;
            if (base != 1) {
                bases[n] = base;
                at[n++] = link;
            }
        }
        raise(trust, n, p.memoryPower());
    }

    private void weighCapacity() {
        int n = 0;
        for (int node : competing) {
            double normal = w.output[node] * k.kappa[node];
            double spare = normal == 0 ? 1 : Math.max(k.capacity[node] / normal, 1e-9);
            draw[node] = 1;
            if (spare != 1) {
                bases[n] = spare;
                at[n++] = node;
            }
        }
        raise(draw, n, p.capacityPower());
    }

    private void raise(double[] to, int n, double exponent) {
        if (exponent != 0) {
            powers.raise(bases, n, exponent);
            for (int i = 0; i < n; i++) {
                to[at[i]] = bases[i];
            }
        }
    }

    private void smooth() {
        double[] output = w.output;
        double[] smoothed = k.smoothed;
        double[] demand = k.demand;
        double[] sensible = k.sensible;
        double days = p.demandDays();
        for (int node = 0; node < level.length; node++) {
            level[node] = smoothed[node] / output[node]; // a node with inputs has an output
            smoothed[node] += (Math.min(demand[node], sensible[node]) - smoothed[node]) / days;
        }
    }

    private void need() {
        double[] transit = k.transit;
        boolean openings = !w.potentials.isEmpty();
        for (int cell : single) {
            int link = w.linkIn[w.firstIn[cell]];
            pipeline[cell] = transit[link] - level[w.cellBuyer[cell]] * w.linkFlow[link] * lag[link];
        }
        for (int cell : openings ? all : several) {
            pipeline[cell] = pipeline(cell, level[w.cellBuyer[cell]], openings ? 1 - byNewTrades(cell) : 1);
        }
        double[] signal = p.orders() == OrderSignal.SMOOTHED ? k.smoothed : k.made;
        double[] aim = switch (p.orders()) {
            case SMOOTHED -> k.smoothed;
            case FIXED -> w.output;
            case REALISED -> k.made;
        };
        for (int cell = 0; cell < need.length; cell++) {
            use[cell] = signal[w.cellBuyer[cell]];
            goal[cell] = aim[w.cellBuyer[cell]];
        }
        double[] each = k.intake;
        double[] days = k.targetDays;
        double[] extra = k.responses.extraDays;
        double[] stock = k.stock;
        double[] slow = k.responses.refillDays;
        double most = p.orderMost();
        double[] flow = w.cellFlow;
        for (int cell = 0; cell < need.length; cell++) {
            double gap = (days[cell] + extra[cell]) * each[cell] * goal[cell] - stock[cell] - pipeline[cell];
            double wish = each[cell] * use[cell] + gap / slow[cell];
            need[cell] = Math.min(most * flow[cell], Math.max(wish, 0));
        }
    }

    /// What is under way to a cell beyond what usually is.
    private double pipeline(int cell, double level, double rest) {
        double sum = 0;
        int end = w.firstIn[cell + 1];
        for (int i = w.firstIn[cell]; i < end; i++) {
            int link = w.linkIn[i];
            double normal = w.isPotential(link) ? k.orders[link] : level * w.linkFlow[link] * rest;
            sum += k.transit[link] - normal * lag[link];
        }
        return sum;
    }

    /// Writes the pull of a cell's suppliers.
    private void attract(int cell) {
        int first = w.firstIn[cell];
        int end = w.firstIn[cell + 1];
        boolean byBan = p.open() == OpenRule.BAN;
        double open = 0;
        for (int i = first; i < end; i++) {
            int link = w.linkIn[i];
            boolean closed = byBan ? k.gates.banned[link] : k.gates.gamma[link] <= 0;
            pull[i] = closed ? 0 : attraction(link);
            open += pull[i];
        }
        if (open <= 0) { // nobody takes orders: buyers go on asking as in normal times
            for (int i = first; i < end; i++) {
                pull[i] = k.responses.flow[w.linkIn[i]];
            }
        }
    }

    /// How strongly a supplier draws orders: its baseline flow, how well it served, and its capacity against normal
    /// times. Spare capacity itself draws nothing, or the baseline would not stand.
    private double attraction(int link) {
        return k.responses.flow[link] * trust[link] * draw[w.linkSupplier[link]];
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

    /// Places a need with the only supplier, up to its cap.
    private void placeWith(int link, int cell, double need, double relationMost) {
        double most = w.isPotential(link) ? k.responses.flow[link] : relationMost * k.responses.flow[link];
        double order = need > most ? most : need;
        k.orders[link] = order;
        k.unplaced[cell] = need > most ? need - most : 0;
        k.watch(order);
    }

    /// Spreads a need over the suppliers of a cell in proportion to `pull`, none beyond its cap. What a cap cuts off
    /// goes to the others; what all caps together cut off stays unplaced.
    private void place(int cell, double need) {
        int first = w.firstIn[cell];
        int end = w.firstIn[cell + 1];
        double left = need;
        double pulling;
        boolean again;
        do {
            again = false;
            pulling = 0;
            for (int i = first; i < end; i++) {
                pulling += Math.max(0, pull[i]);
            }
            double rest = left;
            for (int i = first; i < end; i++) {
                if (pull[i] != AT_CAP) {
                    int link = w.linkIn[i];
                    double most = k.responses.orderMost(link);
                    double order = pulling > 0 ? left * (pull[i] / pulling) : 0;
                    if (order > most) {
                        order = most;
                        rest -= most;
                        pull[i] = AT_CAP;
                        again = true;
                    }
                    k.orders[link] = order;
                    k.watch(order);
                }
            }
            left = rest;
        } while (again);
        k.unplaced[cell] = pulling > 0 ? 0 : Math.max(0, left);
    }
}
