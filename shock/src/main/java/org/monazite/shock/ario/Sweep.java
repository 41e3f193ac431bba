package org.monazite.shock.ario;

import java.util.Arrays;

/// The work on stocks and orders of a step, buyer by buyer. Per buyer f and sector s, with `c` the
/// supplier's capacity
/// over normal output (1 when shares are fixed) and `r` the part of its demand that a supplier serves:
///
///     inflow_sf = q_sf * sum over s of Z_jf c'_j r_j          q and c' as they were when the order was placed
///     use_sf    = a_sf X_f
///     S_sf     += inflow_sf - use_sf                          unless both are close in the whole table
///     need_sf   = use_sf + max(0, n a_sf Xopt_f - S_sf) / tau no gap if all stocks are close to their goal
///     q_sf      = need_sf / sum over s of Z_jf c_j
///     O_j       = c_j * sum over f of q_sf Z_jf
///
/// The numbers of each region are an array of their own, as long as there are sectors, and every loop
/// runs over such
/// arrays from 0: loops with an offset are not turned into vector instructions. Buyers are cut into a
/// fixed number of chunks
/// with sums of their own, added in order: the same bits for any number of threads.
final class Sweep {

    private static final int CHUNKS = 32;
    private static final double ABSOLUTE = 1e-8; // numpy.allclose
    private static final double RELATIVE = 1e-5;

    /// Two questions about the whole table, each a reason to leave it as it is.
    private record Gate(boolean flowsClose, boolean stocksClose) {}

    final double[] perUnit; // a, by cell
    final double[] inputs; // per year, by cell

    private final ArioRules rules;
    private final double[][][] flows;
    private final double[] output;
    private final int places;
    private final int sectors;
    private final int regions;

    private double[] stock;
    private double[] nextStock;
    private double[][] ratio; // q, by buyer and sector
    private double[][] nextRatio;
    private double[][] weight; // c of the orders that are out, by region and sector
    private double[][] nextWeight;
    private final double[][] arriving; // c' r
    private final double[][] inflow; // by chunk: sums over regions with what arrives
    private final double[][] weights; // by chunk: sums over regions with the weights of the next orders
    private final double[][][] placed; // by chunk: orders by supplier
    private final boolean[] flowsClose = new boolean[CHUNKS];
    private final boolean[] stocksClose = new boolean[CHUNKS];
    private Gate guess = new Gate(true, true);

    Sweep(MrioTable table, ArioRules rules, double[] output) {
        this.rules = rules;
        this.flows = table.flows;
        this.output = output;
        places = output.length;
        sectors = table.sectors.size();
        regions = table.regions;
        perUnit = new double[places * sectors];
        inputs = new double[places * sectors];
        stock = new double[places * sectors];
        ratio = new double[places][sectors];
        nextRatio = new double[places][sectors];
        for (int buyer = 0; buyer < places; buyer++) {
            start(table, buyer);
        }
        nextStock = stock.clone();
        weight = new double[regions][sectors];
        nextWeight = new double[regions][sectors];
        for (double[] region : weight) {
            Arrays.fill(region, 1);
        }
        arriving = new double[regions][sectors];
        inflow = new double[CHUNKS][sectors];
        weights = new double[CHUNKS][sectors];
        placed = new double[CHUNKS][regions][sectors];
    }

    /// Normal times: stocks cover n days of use, orders are those of the table.
    private void start(MrioTable table, int buyer) {
        double[][] column = flows[buyer];
        if (column == null) {
            return;
        }
        double perYear = table.output[buyer];
        for (int sector = 0; sector < sectors; sector++) {
            int cell = buyer * sectors + sector;
            for (double[] region : column) {
                inputs[cell] += region[sector];
            }
            perUnit[cell] = perYear == 0 ? 0 : inputs[cell] / perYear;
            stock[cell] = output[buyer] * perUnit[cell] * rules.stockDays();
            ratio[buyer][sector] = inputs[cell] == 0 ? 0 : 1 / 365.0;
        }
    }

    double[] stock() {
        return stock;
    }

    /// Orders of normal times by supplier, per day.
    double[] normalOrders() {
        double[] orders = new double[places];
        for (double[][] column : flows) {
            if (column != null) {
                for (int supplier = 0; supplier < places; supplier++) {
                    orders[supplier] += column[supplier / sectors][supplier % sectors];
                }
            }
        }
        for (int supplier = 0; supplier < places; supplier++) {
            orders[supplier] /= 365;
        }
        return orders;
    }

    /// Delivers what was ordered, moves stocks, places the orders of the next step and writes their sums
    /// by supplier.
    void play(double[] made, double[] best, double[] served, double[] capacity, double[] orders, Pool pool) {
        for (int supplier = 0; supplier < places; supplier++) {
            int region = supplier / sectors;
            int sector = supplier % sectors;
            arriving[region][sector] = weight[region][sector] * served[supplier];
            nextWeight[region][sector] = rules.orders() == OrderRule.FIXED_SHARES || output[supplier] == 0
                    ? 1
                    : capacity[supplier] / output[supplier];
        }
        Gate found = sweep(guess, made, best, pool);
        while (!found.equals(guess)) { // at most twice: flows do not depend on the guess, stocks on that of flows
            guess = found;
            found = sweep(guess, made, best, pool);
        }
        Arrays.fill(orders, 0);
        for (double[][] chunk : placed) {
            for (int supplier = 0; supplier < places; supplier++) {
                orders[supplier] += chunk[supplier / sectors][supplier % sectors];
            }
        }
        for (int supplier = 0; supplier < places; supplier++) {
            orders[supplier] *= nextWeight[supplier / sectors][supplier % sectors];
        }
        double[] stocks = stock;
        stock = nextStock;
        nextStock = stocks;
        double[][] swap = ratio;
        ratio = nextRatio;
        nextRatio = swap;
        swap = weight;
        weight = nextWeight;
        nextWeight = swap;
    }

    private Gate sweep(Gate gate, double[] made, double[] best, Pool pool) {
        pool.each(CHUNKS, chunk -> chunk(chunk, gate, made, best));
        boolean flowsAll = true;
        boolean stocksAll = true;
        for (int chunk = 0; chunk < CHUNKS; chunk++) {
            flowsAll &= flowsClose[chunk];
            stocksAll &= stocksClose[chunk];
        }
        return new Gate(flowsAll, stocksAll);
    }

    private void chunk(int chunk, Gate gate, double[] made, double[] best) {
        int from = (int) ((long) places * chunk / CHUNKS);
        int to = (int) ((long) places * (chunk + 1) / CHUNKS);
        for (double[] region : placed[chunk]) {
            Arrays.fill(region, 0);
        }
        flowsClose[chunk] = true;
        stocksClose[chunk] = true;
        for (int buyer = from; buyer < to; buyer++) {
            if (flows[buyer] != null) {
                collect(flows[buyer], arriving, inflow[chunk]);
                collect(flows[buyer], nextWeight, weights[chunk]);
                cells(chunk, buyer, gate, made[buyer], best[buyer]);
                for (int region = 0; region < regions; region++) {
                    add(placed[chunk][region], nextRatio[buyer], flows[buyer][region]);
                }
            }
        }
    }

    /// Sums a column over regions, each number times its factor; two regions for one load and store of
    /// the sums.
    private static void collect(double[][] column, double[][] factor, double[] sums) {
        Arrays.fill(sums, 0);
        int at = 0;
        for (; at + 2 <= column.length; at += 2) {
            add(sums, column[at], factor[at], column[at + 1], factor[at + 1]);
        }
        for (; at < column.length; at++) {
            add(sums, column[at], factor[at]);
        }
    }

    private static void add(double[] sums, double[] a, double[] x, double[] b, double[] y) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += a[i] * x[i] + b[i] * y[i];
        }
    }

    private static void add(double[] sums, double[] a, double[] x) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += a[i] * x[i];
        }
    }

    private void cells(int chunk, int buyer, Gate gate, double made, double best) {
        double[] old = ratio[buyer];
        double[] next = nextRatio[buyer];
        boolean flowsAll = true;
        boolean stocksAll = true;
        double days = rules.stockDays();
        for (int sector = 0; sector < sectors; sector++) {
            int cell = buyer * sectors + sector;
            double arrives = old[sector] * inflow[chunk][sector];
            double use = made * perUnit[cell];
            flowsAll &= close(arrives, use);
            double held = gate.flowsClose ? stock[cell] : Math.max(0, stock[cell] - use + arrives);
            double goal = best * perUnit[cell] * days;
            stocksAll &= close(held, goal);
            double gap = gate.stocksClose ? 0 : Math.max(0, goal - held) / rules.restorationDays();
            nextStock[cell] = held;
            double whole = weights[chunk][sector];
            next[sector] = whole == 0 ? 0 : (gap + use) / whole;
        }
        flowsClose[chunk] &= flowsAll;
        stocksClose[chunk] &= stocksAll;
    }

    private static boolean close(double a, double b) {
        return Math.abs(a - b) <= ABSOLUTE + RELATIVE * Math.abs(b);
    }
}
