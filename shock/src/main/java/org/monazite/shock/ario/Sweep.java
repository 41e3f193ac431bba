package org.monazite.shock.ario;

import java.util.Arrays;

/// The work on stocks and orders of a step, buyer by buyer. Per buyer f and sector s, with `c` the supplier's capacity
/// over normal output (1 when shares are fixed) and `r` the part of its demand that a supplier serves:
///
///     inflow_sf = q_sf * sum over s of Z_jf c'_j r_j          q and c' as they were when the order was placed
///     use_sf    = a_sf X_f
///     S_sf     += inflow_sf - use_sf                          unless both are close in the whole table
///     need_sf   = use_sf + max(0, n a_sf Xopt_f - S_sf) / tau no gap if all stocks are close to their goal
///     q_sf      = need_sf / sum over s of Z_jf c_j
///     O_j       = c_j * sum over f of q_sf Z_jf
///
/// Suppliers lie region by region, so the sums over s run along neighbours. Buyers are cut into a fixed number of chunks
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
    private final double[][] flows;
    private final double[] output;
    private final int places;
    private final int sectors;

    private double[] stock;
    private double[] nextStock;
    private double[] ratio; // q
    private double[] nextRatio;
    private double[] weight; // c of the orders that are out
    private double[] nextWeight;
    private final double[] arriving; // c' r
    private final double[][] sums; // by chunk: inflow, weights
    private final double[][] placed; // by chunk: orders by supplier
    private final boolean[] flowsClose = new boolean[CHUNKS];
    private final boolean[] stocksClose = new boolean[CHUNKS];
    private Gate guess = new Gate(true, true);

    Sweep(MrioTable table, ArioRules rules, double[] output) {
        this.rules = rules;
        this.flows = table.flows;
        this.output = output;
        places = output.length;
        sectors = table.sectors.size();
        perUnit = new double[places * sectors];
        inputs = new double[places * sectors];
        stock = new double[places * sectors];
        ratio = new double[places * sectors];
        nextRatio = new double[places * sectors];
        for (int buyer = 0; buyer < places; buyer++) {
            start(table, buyer);
        }
        nextStock = stock.clone();
        weight = new double[places];
        Arrays.fill(weight, 1);
        nextWeight = weight.clone();
        arriving = new double[places];
        sums = new double[CHUNKS][2 * sectors];
        placed = new double[CHUNKS][places];
    }

    /// Normal times: stocks cover n days of use, orders are those of the table.
    private void start(MrioTable table, int buyer) {
        double[] column = flows[buyer];
        if (column == null) {
            return;
        }
        double perYear = table.output[buyer];
        for (int supplier = 0; supplier < places; supplier++) {
            inputs[buyer * sectors + supplier % sectors] += column[supplier];
        }
        for (int cell = buyer * sectors; cell < (buyer + 1) * sectors; cell++) {
            perUnit[cell] = perYear == 0 ? 0 : inputs[cell] / perYear;
            stock[cell] = output[buyer] * perUnit[cell] * rules.stockDays();
            ratio[cell] = inputs[cell] == 0 ? 0 : 1 / 365.0;
        }
    }

    double[] stock() {
        return stock;
    }

    /// Orders of normal times by supplier, per day.
    double[] normalOrders() {
        double[] orders = new double[places];
        for (double[] column : flows) {
            if (column != null) {
                for (int supplier = 0; supplier < places; supplier++) {
                    orders[supplier] += column[supplier];
                }
            }
        }
        for (int supplier = 0; supplier < places; supplier++) {
            orders[supplier] /= 365;
        }
        return orders;
    }

    /// Delivers what was ordered, moves stocks, places the orders of the next step and writes their sums by supplier.
    void play(double[] made, double[] best, double[] served, double[] capacity, double[] orders, Pool pool) {
        for (int supplier = 0; supplier < places; supplier++) {
            arriving[supplier] = weight[supplier] * served[supplier];
            nextWeight[supplier] = rules.orders() == OrderRule.FIXED_SHARES || output[supplier] == 0
                    ? 1
                    : capacity[supplier] / output[supplier];
        }
        Gate found = sweep(guess, made, best, pool);
        while (!found.equals(guess)) { // at most twice: flows do not depend on the guess, stocks on that of flows
            guess = found;
            found = sweep(guess, made, best, pool);
        }
        Arrays.fill(orders, 0);
        for (double[] chunk : placed) {
            for (int supplier = 0; supplier < places; supplier++) {
                orders[supplier] += chunk[supplier];
            }
        }
        for (int supplier = 0; supplier < places; supplier++) {
            orders[supplier] *= nextWeight[supplier];
        }
        double[] swap = stock;
        stock = nextStock;
        nextStock = swap;
        swap = ratio;
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
        Arrays.fill(placed[chunk], 0);
        flowsClose[chunk] = true;
        stocksClose[chunk] = true;
        for (int buyer = from; buyer < to; buyer++) {
            if (flows[buyer] != null) {
                collect(flows[buyer], arriving, nextWeight, sums[chunk], sectors);
                cells(chunk, buyer, gate, made[buyer], best[buyer]);
                place(flows[buyer], nextRatio, buyer * sectors, sectors, placed[chunk]);
            }
        }
    }

    /// Sums a column over regions, twice: with what arrives, with the weights of the next orders.
    private static void collect(double[] column, double[] arriving, double[] weights, double[] sums, int sectors) {
        Arrays.fill(sums, 0);
        for (int first = 0; first < column.length; first += sectors) {
            for (int sector = 0; sector < sectors; sector++) {
                sums[sector] += column[first + sector] * arriving[first + sector];
            }
            for (int sector = 0; sector < sectors; sector++) {
                sums[sectors + sector] += column[first + sector] * weights[first + sector];
            }
        }
    }

    private void cells(int chunk, int buyer, Gate gate, double made, double best) {
        double[] sum = sums[chunk];
        boolean flowsAll = true;
        boolean stocksAll = true;
        double days = rules.stockDays();
        for (int sector = 0; sector < sectors; sector++) {
            int cell = buyer * sectors + sector;
            double inflow = ratio[cell] * sum[sector];
            double use = made * perUnit[cell];
            flowsAll &= close(inflow, use);
            double held = gate.flowsClose ? stock[cell] : Math.max(0, stock[cell] - use + inflow);
            double goal = best * perUnit[cell] * days;
            stocksAll &= close(held, goal);
            double gap = gate.stocksClose ? 0 : Math.max(0, goal - held) / rules.restorationDays();
            nextStock[cell] = held;
            double weights = sum[sectors + sector];
            nextRatio[cell] = weights == 0 ? 0 : (gap + use) / weights;
        }
        flowsClose[chunk] &= flowsAll;
        stocksClose[chunk] &= stocksAll;
    }

    private static boolean close(double a, double b) {
        return Math.abs(a - b) <= ABSOLUTE + RELATIVE * Math.abs(b);
    }

    private static void place(double[] column, double[] ratio, int firstCell, int sectors, double[] placed) {
        for (int first = 0; first < column.length; first += sectors) {
            for (int sector = 0; sector < sectors; sector++) {
                placed[first + sector] += ratio[firstCell + sector] * column[first + sector];
            }
        }
    }
}
