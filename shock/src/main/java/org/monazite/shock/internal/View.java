package org.monazite.shock.internal;

import org.monazite.shock.DayView;
import org.monazite.supply.UseClass;

/// A kernel's day, by the indices of the network.
public final class View implements DayView {

    private final Kernel k;
    private final Wiring w;

    /// Shows the day that a kernel played last.
    public View(Kernel kernel) {
        this.k = kernel;
        this.w = kernel.w;
    }

    @Override
    public double made(int node) {
        return k.made[node];
    }

    @Override
    public double stock(int node, int product) {
        for (int cell = w.firstCell[node]; cell < w.firstCell[node + 1]; cell++) {
            if (w.network.cells().product(w.cellOf[cell]) == product) {
                return k.stock[cell];
            }
        }
        return Double.NaN;
    }

    @Override
    public double shipped(int arc) {
        int link = w.linkOf(arc);
        return link >= 0 ? k.shipped[link] : Double.NaN;
    }

    @Override
    public double sold(int node, int place, UseClass useClass) {
        double sum = 0;
        for (int slot = w.firstFinal[node]; slot < w.firstFinal[node + 1]; slot++) {
            if (w.finalPlace[slot] == place && w.finalRank[slot] == useClass.ordinal()) {
                sum += k.sold[slot];
            }
        }
        return sum;
    }

    @Override
    public double spotAt(int product, int place) {
        return spot(Markets.key(product, place));
    }

    @Override
    public double spotOf(int node) {
        return spot(node);
    }

    private double spot(long key) {
        int market = w.marketplaces.find(key);
        return market >= 0 ? k.prices.spot[market] : Double.NaN;
    }

    @Override
    public double held() {
        return k.held();
    }
}
