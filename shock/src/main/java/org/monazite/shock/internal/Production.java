package org.monazite.shock.internal;

import org.monazite.shock.Assumptions;
import org.monazite.supply.Criticality;

/// What nodes make on a day, what they take from their stores for it, and what users learn to save.
///
/// Divides only where a division can change something: a store that covers the need in full gives `q = 1`, works at
/// rest have no overtime to build up. That leaves every bit as it was and most divisions out.
final class Production {

    private static final byte ESSENTIAL = (byte) Criticality.ESSENTIAL.ordinal();
    private static final byte IMPORTANT = (byte) Criticality.IMPORTANT.ordinal();
    private static final double CALM = 1e-9;

    private final Kernel k;
    private final Wiring w;
    private final Assumptions p;
    private final double[] before; // Xprev_i
    private final double[] lacking; // part of the demand that yesterday's output would not have met
    private final double[] full; // a store at its target, per cell
    private final double[] filled; // what is in it, as a part of that
    private final double[] cellOutput; // of a cell's buyer

    Production(Kernel kernel) {
        this.k = kernel;
        this.w = kernel.w;
        this.p = kernel.p;
        this.before = w.output.clone();
        this.lacking = new double[w.nodes];
        this.full = new double[w.cells];
        this.filled = new double[w.cells];
        this.cellOutput = new double[w.cells];
        for (int cell = 0; cell < w.cells; cell++) {
            cellOutput[cell] = w.output[w.cellBuyer[cell]];
        }
    }

    /// Writes what is made.
    void produce(int t) {
        double[] intake = k.intake;
        double[] perUnit = w.perUnit;
        double[] saved = k.saved;
        for (int cell = 0; cell < intake.length; cell++) {
            intake[cell] = perUnit[cell] * (1 - saved[cell]);
        }
        if (t > 0) {
            workOvertime();
        }
        double[] growth = k.responses.growth;
        double[] restarted = k.responses.restarted;
        double[] left = k.gates.capacity;
        double[] kappa = k.kappa;
        double[] overtime = k.overtime;
        double[] output = w.output;
        double[] capacity = k.capacity;
        for (int node = 0; node < capacity.length; node++) {
            double spare = kappa[node] * growth[node] + restarted[node];
            capacity[node] = output[node] * spare * left[node] * overtime[node];
        }
        make();
        for (int i = 0; i < w.byProducts.length; i++) {
            int node = w.byProducts[i];
            double now = 0;
            double normal = 0;
            for (int main : w.mains[i]) {
                now += k.made[main];
                normal += w.output[main];
            }
            capacity[node] = w.output[node] * (now / normal) * growth[node];
            k.sensible[node] = capacity[node];
            make(node);
        }
    }

    private void workOvertime() {
        double[] overtime = k.overtime;
        double[] demand = k.demand;
        double most = p.overtime();
        double days = p.overtimeDays();
        for (int node = 0; node < lacking.length; node++) {
            lacking[node] = Math.max(0, demand[node] - before[node]) / demand[node]; // NaN where nothing is asked
        }
        for (int node = 0; node < lacking.length; node++) {
            double now = overtime[node];
            if (lacking[node] > CALM) {
                overtime[node] = Math.max(1, now + (most - now) * lacking[node] / days);
            } else if (now != 1) {
                overtime[node] = Math.max(1, now + (1 - now) / days);
            }
        }
    }

    /// Makes what is asked and can be made; then looks where a store does not suffice.
    private void make() {
        double[] goal = k.goal;
        double[] made = k.made;
        double[] demand = k.demand;
        double[] capacity = k.capacity;
        for (int node = 0; node < goal.length; node++) {
            goal[node] = Math.min(demand[node], capacity[node]);
            made[node] = Math.max(0, goal[node]);
        }
        double[] stock = k.stock;
        double[] intake = k.intake;
        int[] buyer = w.cellBuyer;
        int last = -1;
        for (int cell = 0; cell < stock.length; cell++) {
            if (!(stock[cell] >= intake[cell] * goal[buyer[cell]]) && buyer[cell] != last) {
                last = buyer[cell];
                made[last] = goal[last] > 0 ? goal[last] * limit(last, goal[last]) : 0;
            }
        }
        for (double each : made) {
            k.watch(each);
        }
    }

    private void make(int node) {
        double goal = Math.min(k.demand[node], k.capacity[node]);
        k.goal[node] = goal;
        k.made[node] = goal > 0 ? goal * limit(node, goal) : 0;
        k.watch(k.made[node]);
    }

    /// What the inputs allow, as a part of what is wanted.
    private double limit(int node, double goal) {
        double least = 1;
        double weak = 1;
        int end = w.firstCell[node + 1];
        for (int cell = w.firstCell[node]; cell < end; cell++) {
            double need = k.intake[cell] * goal;
            if (k.stock[cell] >= need || !(need > 0)) {
                continue; // q = 1
            }
            double q = Math.min(1, k.stock[cell] / need);
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

    /// Takes what was used from the stores.
    void use() {
        double[] stock = k.stock;
        double[] intake = k.intake;
        double[] flow = w.cellFlow;
        double used = 0;
        for (int cell = 0; cell < stock.length; cell++) {
            int buyer = w.cellBuyer[cell];
            double had = stock[cell];
            double need = Math.min(intake[cell] * k.goal[buyer], flow[cell]);
            k.uncovered[cell] = Math.max(0, need - had);
            double left = Math.max(0, had - intake[cell] * k.made[buyer]);
            used += had - left;
            stock[cell] = left;
            k.watch(left);
        }
        k.used = used;
        System.arraycopy(k.made, 0, before, 0, before.length);
    }

    /// Users save an input while its store is low. Where nothing is and can be saved the rule changes nothing.
    void save() {
        double[] saved = k.saved;
        double[] stock = k.stock;
        double[] intake = k.intake;
        double[] days = k.targetDays;
        double[] most = k.responses.thriftMost;
        double[] slow = k.responses.thriftDays;
        for (int cell = 0; cell < full.length; cell++) {
            full[cell] = days[cell] * intake[cell] * cellOutput[cell];
            filled[cell] = Math.min(1, stock[cell] / full[cell]);
        }
        for (int cell = 0; cell < full.length; cell++) {
            if (!(full[cell] > 0)) {
                filled[cell] = 1; // no target: nothing is ever low
            }
        }
        for (int cell = 0; cell < full.length; cell++) {
            double pressed = most[cell] * (1 - filled[cell]);
            saved[cell] += (pressed - saved[cell]) / slow[cell];
        }
    }
}
