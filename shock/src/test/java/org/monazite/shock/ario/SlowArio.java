package org.monazite.shock.ario;

import java.util.List;

/// ARIO as it is written down: whole matrices, industry by industry, nothing saved.
final class SlowArio {

    private final MrioTable table;
    private final ArioRules rules;
    private final List<ArioEvent> events;
    private final int size;
    private final int sectors;
    private final double[][] orders;
    private final double[][] stock; // sector, buyer
    private final double[] alpha;
    final double[] made;
    final double[] capacity;
    final double[] unmet;
    private int step;

    SlowArio(MrioTable table, ArioRules rules, List<ArioEvent> events) {
        this.table = table;
        this.rules = rules;
        this.events = events;
        size = table.size();
        sectors = table.sectors().size();
        orders = new double[size][size];
        stock = new double[sectors][size];
        alpha = new double[size];
        made = new double[size];
        capacity = new double[size];
        unmet = new double[table.consumers().size()];
        for (int to = 0; to < size; to++) {
            alpha[to] = rules.overtimeBase();
            made[to] = table.output(to) / 365;
            for (int from = 0; from < size; from++) {
                orders[from][to] = table.flow(from, to) / 365;
            }
            for (int sector = 0; sector < sectors; sector++) {
                stock[sector][to] = rules.stockDays() * perUnit(sector, to) * made[to];
            }
        }
    }

    private double perUnit(int sector, int to) {
        return table.output(to) == 0 ? 0 : table.inputs(sector, to) / table.output(to);
    }

    private double demand(int from) {
        double sum = 0;
        for (int to = 0; to < size; to++) {
            sum += orders[from][to];
        }
        for (int consumer = 0; consumer < unmet.length; consumer++) {
            sum += table.finalDemand(from, consumer) / 365;
        }
        return sum;
    }

    private double lost(int industry) {
        double capital = 0;
        double share = 0;
        for (ArioEvent event : events) {
            double each = event.lost(event.shareByIndustry().getOrDefault(industry, 0.0), step);
            if (event.kind() == ArioEvent.Kind.CAPITAL) {
                capital += each;
            } else {
                share = Math.max(share, each);
            }
        }
        return Math.max(Math.min(1, capital), share);
    }

    void next() {
        double[] best = new double[size];
        double[] part = new double[size];
        double[] wanted = new double[size];
        for (int i = 0; i < size; i++) {
            wanted[i] = demand(i);
            if (step > 1) {
                double scarcity = (wanted[i] - made[i]) / wanted[i];
                alpha[i] += (rules.overtimeMost() - alpha[i]) * scarcity / rules.overtimeDays()
                        + (scarcity == 0 ? (rules.overtimeBase() - alpha[i]) / rules.overtimeDays() : 0);
                alpha[i] = Math.max(1, alpha[i]);
            }
        }
        for (int i = 0; i < size; i++) {
            capacity[i] = table.output(i) / 365 * (1 - lost(i)) * alpha[i];
            best[i] = Math.min(wanted[i], capacity[i]);
            made[i] = best[i];
            for (int sector = 0; sector < sectors; sector++) {
                double need = rules.psi() * rules.stockDays() * perUnit(sector, i) * best[i];
                if (table.inputs(sector, i) > 1e-5 * table.output(i) / 365 && need > 0) {
                    made[i] = Math.min(made[i], best[i] * Math.min(1, stock[sector][i] / need));
                }
            }
            part[i] = wanted[i] == 0 ? 0 : made[i] / wanted[i];
        }
        for (int consumer = 0; consumer < unmet.length; consumer++) {
            unmet[consumer] = 0;
            for (int i = 0; i < size; i++) {
                unmet[consumer] += table.finalDemand(i, consumer) / 365 * (1 - part[i]);
            }
        }
        restock(part);
        order(best);
        step++;
    }

    private void restock(double[] part) {
        double[][] inflow = new double[sectors][size];
        boolean close = true;
        for (int to = 0; to < size; to++) {
            for (int from = 0; from < size; from++) {
                inflow[table.sector(from)][to] += orders[from][to] * part[from];
            }
            for (int sector = 0; sector < sectors; sector++) {
                close &= close(inflow[sector][to], perUnit(sector, to) * made[to]);
            }
        }
        for (int to = 0; to < size && !close; to++) {
            for (int sector = 0; sector < sectors; sector++) {
                stock[sector][to] += inflow[sector][to] - perUnit(sector, to) * made[to];
            }
        }
    }

    private static boolean close(double a, double b) {
        return Math.abs(a - b) <= 1e-8 + 1e-5 * Math.abs(b);
    }

    private void order(double[] best) {
        boolean close = true;
        for (int to = 0; to < size; to++) {
            for (int sector = 0; sector < sectors; sector++) {
                close &= close(stock[sector][to], rules.stockDays() * perUnit(sector, to) * best[to]);
            }
        }
        for (int to = 0; to < size; to++) {
            double[] weights = new double[sectors];
            for (int from = 0; from < size; from++) {
                weights[table.sector(from)] += weight(from, to);
            }
            for (int from = 0; from < size; from++) {
                int sector = table.sector(from);
                double gap = Math.max(0, rules.stockDays() * perUnit(sector, to) * best[to] - stock[sector][to]);
                double need = (close ? 0 : gap / rules.restorationDays()) + perUnit(sector, to) * made[to];
                orders[from][to] = weights[sector] == 0 ? 0 : need * weight(from, to) / weights[sector];
            }
        }
    }

    private double weight(int from, int to) {
        double normal = table.output(from) / 365;
        double left = rules.orders() == OrderRule.FIXED_SHARES || normal == 0 ? 1 : capacity[from] / normal;
        return table.flow(from, to) * left;
    }
}
