package org.monazite.shock.internal;

import java.util.Arrays;
import java.util.List;
import org.monazite.shock.Action;
import org.monazite.shock.Assumptions;
import org.monazite.shock.DayView;
import org.monazite.shock.OpenRule;
import org.monazite.shock.OrderSignal;
import org.monazite.supply.Criticality;
import org.monazite.supply.UseClass;

/// One run, one day at a time: arrivals, permits and demand, production, use, rationing, prices, orders. The order
/// of these steps matters; docs/methods.md#shock has the formulas under the same names.
public final class Kernel implements DayView {

    private static final double CALM = 1e-9;
    private static final double EMPTY = 0.01;
    private static final double POOL_SPARE = 1000;
    private static final double AT_CAP = -1;

    final Wiring w;
    final Assumptions p;
    final Gates gates;
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
    private final double[] kappa;
    private final double[] sensible; // most demand that a node plans for
    final double[] service; // r_e
    final double[] orders; // O_e
    final double[] unplaced; // need_k that no supplier takes
    private final double[] pull; // attraction of the links of a cell
    private final double[] permitted; // Oe_e
    final double[] shipped; // ship_e
    private final double[] transit;
    private final double[] ring;
    private final int ringDays;
    final double[] wantFinal; // Y_f
    final double[] sold;
    final double[] spot;
    double used;
    double released;
    private final double[] contract;
    private final double[] marketWant;
    private final double[] marketGot;

    private final double[] want;
    private final double[] base;
    private final double[] got;
    private final int[] rank;
    private final boolean[] isOrder;

    /// A run that stands before its first day.
    ///
    /// @param stockQuantile where in its range each stated stock lies, 0..1; 0.5 or NaN takes the stated value
    public Kernel(Wiring wiring, Assumptions assumptions, List<Action> actions, double stockQuantile) {
        this.w = wiring;
        this.p = assumptions;
        this.gates = new Gates(wiring, actions);
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
        this.pull = new double[w.links];
        this.permitted = new double[w.links];
        this.shipped = new double[w.links];
        this.transit = new double[w.links];
        this.ringDays = gates.longestLag() + 1;
        this.ring = new double[ringDays * w.links];
        this.wantFinal = w.finalFlow.clone();
        this.sold = new double[w.finals];
        this.spot = ones(w.markets);
        this.contract = ones(w.markets);
        this.marketWant = new double[w.markets];
        this.marketGot = new double[w.markets];
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
        gates.open(t);
        arrive(t);
        release(t);
        gates.decide(t, orders);
        ask();
        produce(t);
        use();
        serve(t);
        price();
        order();
    }

    private void arrive(int t) {
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
            if (release.triggered < 0 && cover < release.action.coverBelow()) {
                release.triggered = t;
            }
            boolean flows = release.triggered >= 0
                    && t >= release.triggered + release.action.leadDays()
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
            int market = w.finalMarket[slot];
            double paid = p.contractShare() * contract[market] + (1 - p.contractShare()) * spot[market];
            double reaction = paid == 1 || p.demandElasticity() == 0 ? 1 : StrictMath.pow(paid, p.demandElasticity());
            wantFinal[slot] = w.finalFlow[slot] * gates.demand[slot] * reaction;
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
            capacity[node] = w.output[node] * kappa[node] * gates.capacity[node] * overtime[node];
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
            capacity[node] = w.output[node] * (now / normal);
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
            base[n] = w.linkFlow[link];
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

    private void price() {
        Arrays.fill(marketWant, 0);
        Arrays.fill(marketGot, 0);
        for (int link = 0; link < w.links; link++) {
            marketWant[w.linkMarket[link]] += orders[link];
            marketGot[w.linkMarket[link]] += shipped[link];
        }
        for (int cell = 0; cell < w.cells; cell++) {
            if (w.cellMarket[cell] >= 0) {
                marketWant[w.cellMarket[cell]] += unplaced[cell];
            }
        }
        for (int slot = 0; slot < w.finals; slot++) {
            marketWant[w.finalMarket[slot]] += wantFinal[slot];
            marketGot[w.finalMarket[slot]] += sold[slot];
        }
        for (int market = 0; market < w.markets; market++) {
            double stress = marketWant[market] > 0 ? 1 - marketGot[market] / marketWant[market] : 0;
            if (Math.abs(stress) > 1e-15 || spot[market] != 1) {
                double next = spot[market]
                        * StrictMath.exp(p.priceSpeed() * stress - p.priceReturn() * StrictMath.log(spot[market]));
                spot[market] = Math.clamp(next, 0.2, p.priceMost());
            }
            contract[market] += (spot[market] - contract[market]) / p.contractDays();
        }
        if (p.thriftMost() > 0) {
            for (int cell = 0; cell < w.cells; cell++) {
                double full = targetDays[cell] * intake[cell] * w.output[w.cellBuyer[cell]];
                double pressed = p.thriftMost() * (1 - Math.min(1, stock[cell] / full));
                saved[cell] += (pressed - saved[cell]) / p.thriftDays();
            }
        }
    }

    private void order() {
        for (int link = 0; link < w.links; link++) {
            double met = orders[link] > 0 ? shipped[link] / orders[link] : gates.gamma[link] > 0 ? 1 : 0;
            service[link] += (met - service[link]) / p.memoryDays();
        }
        for (int node = 0; node < w.nodes; node++) {
            double level = w.output[node] > 0 ? smoothed[node] / w.output[node] : 1;
            smoothed[node] += (Math.min(demand[node], sensible[node]) - smoothed[node]) / p.demandDays();
            for (int cell = w.firstCell[node]; cell < w.firstCell[node + 1]; cell++) {
                orderFor(node, cell, level);
            }
        }
    }

    private void orderFor(int node, int cell, double level) {
        double pipeline = 0;
        double open = 0;
        for (int k = w.firstIn[cell]; k < w.firstIn[cell + 1]; k++) {
            int link = w.linkIn[k];
            pipeline += transit[link] - level * w.linkFlow[link] * w.linkLag[link];
            pull[k] = attraction(link);
            open += pull[k];
        }
        double use = p.orders() == OrderSignal.SMOOTHED ? smoothed[node] : made[node];
        double goal = switch (p.orders()) {
            case SMOOTHED -> smoothed[node];
            case FIXED -> w.output[node];
            case REALISED -> made[node];
        };
        double each = intake[cell];
        double need = each * use + (targetDays[cell] * each * goal - stock[cell] - pipeline) / p.refillDays();
        need = Math.clamp(need, 0, p.orderMost() * w.cellFlow[cell]);
        if (open <= 0) { // nobody takes orders: buyers go on asking as in normal times
            for (int k = w.firstIn[cell]; k < w.firstIn[cell + 1]; k++) {
                pull[k] = w.linkFlow[w.linkIn[k]];
            }
        }
        place(cell, need);
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
            for (int k = w.firstIn[cell]; k < w.firstIn[cell + 1]; k++) {
                pulling += Math.max(0, pull[k]);
            }
            double rest = left;
            for (int k = w.firstIn[cell]; k < w.firstIn[cell + 1]; k++) {
                if (pull[k] != AT_CAP) {
                    int link = w.linkIn[k];
                    double most = p.relationMost() * w.linkFlow[link];
                    orders[link] = pulling > 0 ? left * (pull[k] / pulling) : 0;
                    if (orders[link] > most) {
                        orders[link] = most;
                        rest -= most;
                        pull[k] = AT_CAP;
                        again = true;
                    }
                }
            }
            left = rest;
        } while (again);
        unplaced[cell] = pulling > 0 ? 0 : Math.max(0, left);
    }

    /// How strongly a supplier draws orders: its baseline flow, how well it served, and its capacity against normal
    /// times. Spare capacity itself draws nothing, or the baseline would not stand.
    private double attraction(int link) {
        boolean closed = p.open() == OpenRule.BAN ? gates.banned[link] : gates.gamma[link] <= 0;
        if (closed) {
            return 0;
        }
        int supplier = w.linkSupplier[link];
        double normal = w.output[supplier] * kappa[supplier];
        double spare = w.pool[supplier] ? 1 : Math.max(capacity[supplier] / normal, 1e-9);
        return w.linkFlow[link]
                * power(Math.max(service[link], p.memoryLeast()), p.memoryPower())
                * power(spare, p.capacityPower());
    }

    private static double power(double base, double exponent) {
        if (exponent == 1) {
            return base;
        }
        return exponent == 0 || base == 1 ? 1 : StrictMath.pow(base, exponent);
    }

    /// True if a cell holds less than one hundredth of its target.
    boolean empty(int cell) {
        return stock[cell] < EMPTY * targetDays[cell] * w.cellFlow[cell];
    }

    @Override
    public double made(int node) {
        return made[node];
    }

    @Override
    public double stock(int node, int product) {
        for (int cell = w.firstCell[node]; cell < w.firstCell[node + 1]; cell++) {
            if (w.network.cells().product(w.cellOf[cell]) == product) {
                return stock[cell];
            }
        }
        return Double.NaN;
    }

    @Override
    public double shipped(int arc) {
        int link = Arrays.binarySearch(w.linkArc, arc);
        return link >= 0 ? shipped[link] : Double.NaN;
    }

    @Override
    public double sold(int node, int place, UseClass useClass) {
        double sum = 0;
        for (int slot = w.firstFinal[node]; slot < w.firstFinal[node + 1]; slot++) {
            if (w.finalPlace[slot] == place && w.finalRank[slot] == useClass.ordinal()) {
                sum += sold[slot];
            }
        }
        return sum;
    }

    @Override
    public double spotAt(int product, int place) {
        return spot(Wiring.key(product, place));
    }

    @Override
    public double spotOf(int node) {
        return spot(node);
    }

    private double spot(long key) {
        int market = w.findMarket(key);
        return market >= 0 ? spot[market] : Double.NaN;
    }

    @Override
    public double held() {
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
