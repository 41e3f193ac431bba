package org.monazite.shock.internal;

import java.util.Arrays;
import java.util.List;
import org.monazite.shock.Assumptions;
import org.monazite.supply.UseClass;

/// What arrives on a day, what is asked and permitted, what is shipped and sold.
final class Shipping {

    private final Kernel k;
    private final Wiring w;
    private final Assumptions p;
    private final Rationing rationing;
    private final double[] ring; // shipments under way, day of arrival x link
    private final int ringDays;
    private final List<Cargo> cargo;
    private final double[] want;
    private final double[] base;
    private final double[] got;
    private final int[] rank;
    private final boolean[] isOrder;

    Shipping(Kernel kernel) {
        this.k = kernel;
        this.w = kernel.w;
        this.p = kernel.p;
        int customers = 0;
        for (int node = 0; node < w.nodes; node++) {
            int n = w.firstLink[node + 1] - w.firstLink[node] + w.firstFinal[node + 1] - w.firstFinal[node];
            customers = Math.max(customers, n);
        }
        this.rationing = new Rationing(customers, guarantees(p));
        this.want = new double[customers];
        this.base = new double[customers];
        this.got = new double[customers];
        this.rank = new int[customers];
        this.isOrder = new boolean[customers];
        this.ringDays = kernel.gates.longestLag() + 1;
        this.ring = new double[ringDays * w.links];
        this.cargo = kernel.gates.cargo(ringDays);
        for (int link = 0; link < w.links; link++) {
            for (int day = 0; day < w.linkLag[link]; day++) {
                ring[day * w.links + link] = w.linkFlow[link];
            }
            k.transit[link] = w.linkFlow[link] * w.linkLag[link];
        }
    }

    private static double[] guarantees(Assumptions assumptions) {
        double[] guarantees = new double[Rationing.RANKS];
        for (UseClass useClass : UseClass.values()) {
            guarantees[useClass.ordinal()] = assumptions.guarantees().getOrDefault(useClass, 0.0);
        }
        return guarantees;
    }

    /// Puts what arrives into the stores.
    void arrive(int t) {
        for (Cargo each : cargo) {
            each.move(t, w.links, ring, k.stock, k.transit, w.linkCell);
        }
        double[] stock = k.stock;
        double[] transit = k.transit;
        int[] cell = w.linkCell;
        int row = t % ringDays * w.links;
        for (int link = 0; link < transit.length; link++) {
            double due = ring[row + link];
            stock[cell[link]] += due;
            transit[link] -= due;
        }
        Arrays.fill(ring, row, row + w.links, 0);
    }

    /// Adds up what each node is asked for: orders as far as they are permitted, then final demand at today's prices.
    void ask() {
        double[] permitted = k.permitted;
        double[] orders = k.orders;
        double[] gamma = k.gates.gamma;
        for (int link = 0; link < permitted.length; link++) {
            permitted[link] = Math.min(orders[link], gamma[link]);
        }
        double[] wanted = k.wantFinal;
        for (int slot = 0; slot < wanted.length; slot++) {
            wanted[slot] = w.finalFlow[slot] * k.gates.demand[slot] * k.prices.reaction(w.finalMarket[slot]);
        }
        double[] demand = k.demand;
        Arrays.fill(demand, 0);
        for (int link = 0; link < permitted.length; link++) {
            demand[w.linkSupplier[link]] += permitted[link];
        }
        for (int slot = 0; slot < wanted.length; slot++) {
            demand[w.finalNode[slot]] += wanted[slot];
        }
    }

    /// Serves customers, in full where enough was made, and sends the ships off.
    void serve(int t) {
        System.arraycopy(k.permitted, 0, k.shipped, 0, w.links);
        System.arraycopy(k.wantFinal, 0, k.sold, 0, w.finals);
        for (int node = 0; node < w.nodes; node++) {
            if (!(k.demand[node] <= k.made[node])) {
                ration(node);
            }
        }
        double[] shipped = k.shipped;
        double[] transit = k.transit;
        int[] lag = k.gates.lag;
        int today = t % ringDays;
        for (int link = 0; link < shipped.length; link++) {
            int row = today + lag[link];
            row -= row >= ringDays ? ringDays : 0;
            ring[row * shipped.length + link] += shipped[link];
            transit[link] += shipped[link];
        }
    }

    private void ration(int node) {
        int n = 0;
        for (int link = w.firstLink[node]; link < w.firstLink[node + 1]; link++) {
            want[n] = k.permitted[link];
            base[n] = k.responses.flow[link];
            rank[n] = w.linkRank[link];
            isOrder[n++] = true;
        }
        for (int slot = w.firstFinal[node]; slot < w.firstFinal[node + 1]; slot++) {
            want[n] = k.wantFinal[slot];
            base[n] = w.finalFlow[slot];
            rank[n] = w.finalRank[slot];
            isOrder[n++] = false;
        }
        rationing.serve(p.rationing(), n, k.made[node], want, base, rank, isOrder, got);
        n = 0;
        for (int link = w.firstLink[node]; link < w.firstLink[node + 1]; link++) {
            k.shipped[link] = got[n++];
        }
        for (int slot = w.firstFinal[node]; slot < w.firstFinal[node + 1]; slot++) {
            k.sold[slot] = got[n++];
        }
    }
}
