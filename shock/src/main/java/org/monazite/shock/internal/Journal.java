package org.monazite.shock.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.monazite.shock.Action;

/// What happened on every link, at every node and in every store of one run, day by day, and which action
/// closed,
/// slowed or idled it.
///
/// Which action it was is found by opening the gates of each action alone beside those of the run: with
/// the orders of
/// the run they let through what this action alone would let through.
final class Journal {

    static final int NOBODY = -1;

    final Wiring w;
    final Kernel kernel;
    private final List<Gates> alone = new ArrayList<>();
    final List<double[]> ordered = new ArrayList<>(); // O_e in force on the day
    final List<double[]> permitted = new ArrayList<>();
    final List<double[]> shipped = new ArrayList<>();
    final List<double[]> arrived = new ArrayList<>();
    final List<double[]> made = new ArrayList<>();
    final List<double[]> goal = new ArrayList<>();
    final List<double[]> demand = new ArrayList<>();
    final List<double[]> capacity = new ArrayList<>();
    final List<double[]> covered = new ArrayList<>(); // q_k
    final List<double[]> uncovered = new ArrayList<>();
    final List<double[]> wanted = new ArrayList<>(); // final demand
    final List<double[]> sold = new ArrayList<>();
    final List<int[]> gate = new ArrayList<>(); // action that lets least through a link
    final List<int[]> delay = new ArrayList<>(); // action that delays a link most
    final List<int[]> outage = new ArrayList<>(); // action that idles most of a node
    final List<int[]> surge = new ArrayList<>(); // action that moves a final demand most

    Journal(Kernel kernel, List<Action> actions) {
        this.kernel = kernel;
        this.w = kernel.w;
        actions.forEach(action -> alone.add(new Gates(w, List.of(action))));
        for (int day = 0; day < w.longestLag; day++) {
            double[] due = arrivals(day);
            for (int link = 0; link < w.links; link++) {
                due[link] = day < w.linkLag[link] ? w.linkFlow[link] : 0;
            }
        }
    }

    private double[] arrivals(int day) {
        while (arrived.size() <= day) {
            arrived.add(new double[w.links]);
        }
        return arrived.get(day);
    }

    /// Plays a day and writes it down.
    void play(int day) {
        double[] orders = kernel.orders.clone();
        arrivals(day);
        kernel.day(day);
        ordered.add(orders);
        attribute(day, orders);
        permitted.add(kernel.permitted.clone());
        shipped.add(kernel.shipped.clone());
        made.add(kernel.made.clone());
        goal.add(kernel.goal.clone());
        demand.add(kernel.demand.clone());
        capacity.add(kernel.capacity.clone());
        uncovered.add(kernel.uncovered.clone());
        wanted.add(kernel.wantFinal.clone());
        sold.add(kernel.sold.clone());
        double[] q = new double[w.cells];
        for (int cell = 0; cell < w.cells; cell++) {
            int buyer = w.cellBuyer[cell];
            double need = kernel.intake[cell] * kernel.goal[buyer];
            double had = kernel.stock[cell] + kernel.intake[cell] * kernel.made[buyer];
            q[cell] = need > 0 ? Math.min(1, had / need) : 1;
        }
        covered.add(q);
        for (int link = 0; link < w.links; link++) {
            if (kernel.shipped[link] > 0) {
                arrivals(day + kernel.gates.lag[link])[link] += kernel.shipped[link];
            }
        }
    }

    private void attribute(int day, double[] orders) {
        int[] gates = filled(w.links);
        int[] delays = filled(w.links);
        int[] idle = filled(w.nodes);
        int[] surges = filled(w.finals);
        double[] least = new double[w.links];
        double[] left = new double[w.nodes];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(left, 1);
        int[] lag = w.linkLag.clone();
        for (int action = 0; action < alone.size(); action++) {
            Gates own = alone.get(action);
            own.open(day, kernel.responses.flow);
            own.decide(day, orders);
            for (int link = 0; link < w.links; link++) {
                if (own.gamma[link] < least[link]) {
                    least[link] = own.gamma[link];
                    gates[link] = action;
                }
                if (own.lag[link] > lag[link]) {
                    lag[link] = own.lag[link];
                    delays[link] = action;
                }
            }
            for (int node = 0; node < w.nodes; node++) {
                if (own.capacity[node] < left[node]) {
                    left[node] = own.capacity[node];
                    idle[node] = action;
                }
            }
            for (int slot = 0; slot < w.finals; slot++) {
                surges[slot] = own.demand[slot] != 1 ? action : surges[slot];
            }
        }
        gate.add(gates);
        delay.add(delays);
        outage.add(idle);
        surge.add(surges);
    }

    private static int[] filled(int size) {
        int[] values = new int[size];
        Arrays.fill(values, NOBODY);
        return values;
    }

    /// First day on which an action closed, slowed, idled or moved anything; 0 if it never did.
    int firstDay(int action) {
        for (int day = 0; day < made.size(); day++) {
            for (List<int[]> acting : List.of(gate, delay, outage, surge)) {
                for (int each : acting.get(day)) {
                    if (each == action) {
                        return day;
                    }
                }
            }
        }
        return 0;
    }

    /// What a node makes less than in normal times.
    double lost(int node, int day) {
        return Math.max(0, w.output[node] - made.get(day)[node]);
    }
}
