package org.monazite.shock.internal;

import org.monazite.shock.Trigger;

/// Waits for a trigger and remembers the day.
final class Watch {

    /// Day on which it went off, -1 while it has not.
    int since = -1;

    private final Trigger trigger;
    private final int[] cells;
    private final Weights weights;
    private int high;

    /// @param cells whose cover counts
    /// @param weights of the markets whose spot price counts
    Watch(Trigger trigger, int[] cells, Weights weights) {
        this.trigger = trigger;
        this.cells = cells;
        this.weights = weights;
    }

    /// Looks once a day.
    void look(int day, Kernel k) {
        if (since >= 0) {
            return;
        }
        boolean now = switch (trigger) {
            case Trigger.Day(int date) -> day >= date;
            case Trigger.CoverBelow(double days) -> cover(k) < days;
            case Trigger.SpotAbove(double price, int days) -> {
                high = weights.mean(k.prices.spot) > price ? high + 1 : 0;
                yield high >= days;
            }
        };
        since = now ? day : -1;
    }

    private double cover(Kernel k) {
        double held = 0;
        double use = 0;
        for (int cell : cells) {
            held += k.stock[cell];
            use += k.w.cellFlow[cell];
        }
        return use > 0 ? held / use : Double.POSITIVE_INFINITY;
    }

    /// Markets with the tonnes a day that count in each.
    static final class Weights {

        private final int[] markets;
        private final double[] parts;
        private final double sum;

        private Weights(int[] markets, double[] parts) {
            this.markets = markets;
            this.parts = parts;
            double all = 0;
            for (double part : parts) {
                all += part;
            }
            this.sum = all;
        }

        /// Markets in which a cell buys.
        static Weights buying(Wiring w, int[] cells) {
            double[] flow = new double[w.markets];
            for (int cell : cells) {
                for (int i = w.firstIn[cell]; i < w.firstIn[cell + 1]; i++) {
                    flow[w.linkMarket[w.linkIn[i]]] += w.linkFlow[w.linkIn[i]];
                }
            }
            return of(flow);
        }

        /// Markets in which nodes sell.
        static Weights selling(Wiring w, int... nodes) {
            double[] flow = new double[w.markets];
            for (int node : nodes) {
                for (int link = w.firstLink[node]; link < w.firstLink[node + 1]; link++) {
                    flow[w.linkMarket[link]] += w.linkFlow[link];
                }
                for (int slot = w.firstFinal[node]; slot < w.firstFinal[node + 1]; slot++) {
                    flow[w.finalMarket[slot]] += w.finalFlow[slot];
                }
            }
            return of(flow);
        }

        private static Weights of(double[] flow) {
            int n = 0;
            for (double each : flow) {
                n += each > 0 ? 1 : 0;
            }
            int[] markets = new int[n];
            double[] parts = new double[n];
            n = 0;
            for (int market = 0; market < flow.length; market++) {
                if (flow[market] > 0) {
                    markets[n] = market;
                    parts[n++] = flow[market];
                }
            }
            return new Weights(markets, parts);
        }

        /// The mean of a price over the markets; exactly 1 where all are 1, and 1 where there is no market.
        double mean(double[] price) {
            double mean = 1;
            for (int i = 0; i < markets.length; i++) {
                mean += parts[i] / sum * (price[markets[i]] - 1);
            }
            return mean;
        }
    }
}
