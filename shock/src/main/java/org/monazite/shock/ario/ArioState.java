package org.monazite.shock.ario;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// State of one run and the work of a step. Arrays by place (region by region) or by cell (buyer's place,
/// then sector).
///
/// The matrix of orders is never stored: an order is `need of the cell * weight of the link`, and both
/// passes over the
/// weights, the deliveries of this step and the orders for the next, are done buyer by buyer while the
/// buyer's column is
/// in the cache (`Sweep`). Whether stocks move at all depends on the whole table (see `Gate`), so a sweep
/// guesses it from
/// the step before and is repeated where the guess was wrong.
final class ArioState implements ArioDayView {

    private static final double YEAR = 365;
    /// An input counts when a year of it is more than this part of a day's output: the peer compares
    /// unlike things.
    private static final double COUNTS = 1e-5;

    private final MrioTable table;
    private final ArioRules rules;
    private final List<ArioEvent> events;
    private final Sweep sweep;
    private final int places;
    private final int sectors;

    private final double[] output; // per day
    private final double[] lost;
    private final double[] overtime;
    private final double[] capacity;
    private final double[] wanted; // demand, D
    private final double[] orders; // of industries, part of D
    private final double[] ordersServed;
    private final double[] finalDemand; // part of D
    private final double[] best; // what demand and capacity allow
    private final double[] made;
    private final double[] served; // part of demand that is served
    private final double[] stockBefore; // by cell
    private final double[] unmet; // by consumer
    private final boolean[] counts; // by cell
    private int step = -1;

    ArioState(MrioTable table, ArioRules rules, List<ArioEvent> events) {
        this.table = table;
        this.rules = rules;
        this.events = List.copyOf(events);
        places = table.output.length;
        sectors = table.sectors.size();
        output = new double[places];
        finalDemand = new double[places];
        for (int place = 0; place < places; place++) {
            output[place] = table.output[place] / YEAR;
            for (double[] consumer : table.finalDemand) {
                finalDemand[place] += consumer[place] / YEAR;
            }
        }
        lost = new double[places];
        overtime = new double[places];
        Arrays.fill(overtime, rules.overtimeBase());
        capacity = new double[places];
        best = new double[places];
        made = output.clone();
        served = new double[places];
        unmet = new double[table.consumers.size()];
        sweep = new Sweep(table, rules, output);
        stockBefore = new double[places * sectors];
        counts = new boolean[places * sectors];
        for (int buyer = 0; buyer < places; buyer++) {
            for (int sector = 0; sector < sectors; sector++) {
                int cell = buyer * sectors + sector;
                counts[cell] = sweep.inputs[cell] > output[buyer] * COUNTS;
            }
        }
        orders = sweep.normalOrders();
        ordersServed = orders.clone();
        wanted = new double[places];
        for (int place = 0; place < places; place++) {
            wanted[place] = orders[place] + finalDemand[place];
        }
    }

    void step(int now, Pool pool) {
        step = now;
        lose();
        if (step > 1) {
            overtime();
        }
        System.arraycopy(sweep.stock(), 0, stockBefore, 0, stockBefore.length);
        produce();
        leave();
        System.arraycopy(orders, 0, ordersServed, 0, places);
        sweep.play(made, best, served, capacity, orders, pool);
        for (int place = 0; place < places; place++) {
            wanted[place] = orders[place] + finalDemand[place];
        }
    }

    private void lose() {
        Arrays.fill(lost, 0);
        double[] taken = new double[places];
        for (ArioEvent event : events) {
            for (Map.Entry<Integer, Double> each : event.shareByIndustry().entrySet()) {
                int place = table.place[each.getKey()];
                double share = event.lost(each.getValue(), step);
                if (event.kind() == ArioEvent.Kind.CAPITAL) {
                    taken[place] = Math.min(1, taken[place] + share);
                } else {
                    lost[place] = Math.max(lost[place], share);
                }
            }
        }
        for (int place = 0; place < places; place++) {
            lost[place] = Math.max(lost[place], taken[place]);
        }
    }

    /// Overtime follows scarcity; it goes back only when there is exactly none, as in the peer.
    private void overtime() {
        double speed = 1 / rules.overtimeDays();
        for (int place = 0; place < places; place++) {
            double scarcity = wanted[place] == 0 ? 0 : (wanted[place] - made[place]) / wanted[place];
            double change = (rules.overtimeMost() - overtime[place]) * scarcity * speed;
            if (scarcity == 0) {
                change += (rules.overtimeBase() - overtime[place]) * speed;
            }
            overtime[place] = Math.max(1, overtime[place] + change);
        }
    }

    private void produce() {
        double cover = rules.psi() * rules.stockDays();
        double[] perUnit = sweep.perUnit;
        for (int place = 0; place < places; place++) {
            capacity[place] = output[place] * (1 - lost[place]) * overtime[place];
            best[place] = Math.min(wanted[place], capacity[place]);
            double part = 1;
            for (int cell = place * sectors; cell < (place + 1) * sectors; cell++) {
                double need = best[place] * perUnit[cell] * cover;
                if (counts[cell] && stockBefore[cell] < need) {
                    part = Math.min(part, stockBefore[cell] / need);
                }
            }
            made[place] = best[place] * part;
            served[place] = wanted[place] == 0 ? 0 : made[place] / wanted[place];
        }
    }

    private void leave() {
        for (int consumer = 0; consumer < unmet.length; consumer++) {
            double[] takes = table.finalDemand[consumer];
            double sum = 0;
            for (int place = 0; place < places; place++) {
                sum += takes[place] / YEAR * (1 - served[place]);
            }
            unmet[consumer] = sum;
        }
    }

    @Override
    public int step() {
        return step;
    }

    @Override
    public double made(int industry) {
        return made[table.place[industry]];
    }

    @Override
    public double capacity(int industry) {
        return capacity[table.place[industry]];
    }

    @Override
    public double ordered(int industry) {
        return ordersServed[table.place[industry]];
    }

    @Override
    public double unmet(int consumer) {
        return unmet[consumer];
    }

    @Override
    public double stock(int sector, int industry) {
        return stockBefore[table.place[industry] * sectors + sector];
    }
}
