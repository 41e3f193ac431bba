package org.monazite.shock.internal;

import java.util.Arrays;
import org.monazite.shock.Assumptions;

/// Prices, and what they do to final demand. A market is a product at the place of its buyers (or one supplier);
/// what buyers without a contract are asked moves at once, contracts follow slowly.
///
/// `s = 1 - got / wanted`, `p <- clip(p exp(lambda s - rho ln p), 0.2, pMax)`, `c <- c + (p - c) / tauC`.
final class Prices {

    private static final double LOG_LEAST = StrictMath.log(0.2);

    private final Wiring w;
    private final Assumptions p;
    final double[] spot;
    private final double[] logSpot;
    private final double logMost;
    private final double[] contract;
    private final double[] reaction;
    private final double[] wanted;
    private final double[] got;
    private final double[] part; // of what is wanted
    private final Powers powers;
    private final double[] bases; // markets whose prices have left 1, taken together
    private final int[] at;

    Prices(Wiring wiring, Assumptions assumptions) {
        this.w = wiring;
        this.p = assumptions;
        this.spot = new double[w.markets];
        this.logSpot = new double[w.markets];
        this.logMost = StrictMath.log(p.priceMost());
        this.contract = new double[w.markets];
        this.reaction = new double[w.markets];
        this.wanted = new double[w.markets];
        this.got = new double[w.markets];
        this.part = new double[w.markets];
        this.powers = new Powers(w.markets);
        this.bases = new double[w.markets];
        this.at = new int[w.markets];
        Arrays.fill(spot, 1);
        Arrays.fill(contract, 1);
        Arrays.fill(reaction, 1);
    }

    /// Final demand of a market at the price paid there, times the baseline: `P^epsD` with
    /// `P = chi c + (1 - chi) p`.
    double reaction(int market) {
        return reaction[market];
    }

    /// What is paid in a market, times the baseline.
    private double paid(int market) {
        return p.contractShare() * contract[market] + (1 - p.contractShare()) * spot[market];
    }

    /// What is paid in all markets, times the baseline; exactly 1 where nothing has moved.
    double[] paid() {
        double[] all = new double[w.markets];
        for (int market = 0; market < w.markets; market++) {
            all[market] = contract[market] == 1 && spot[market] == 1 ? 1 : paid(market);
        }
        return all;
    }

    /// Moves all prices by the day's shortage.
    void move(Kernel day) {
        addUp(day);
        int n = 0;
        double keep = 1 - p.priceReturn();
        double speed = p.priceSpeed();
        for (int market = 0; market < part.length; market++) {
            part[market] = got[market] / wanted[market];
        }
        for (int market = 0; market < w.markets; market++) {
            double stress = wanted[market] > 0 ? 1 - part[market] : 0;
            if (Math.abs(stress) > 1e-15 || logSpot[market] != 0) {
                double next = logSpot[market] * keep + speed * stress;
                logSpot[market] = Math.min(logMost, Math.max(next, LOG_LEAST));
                bases[n] = logSpot[market];
                at[n++] = market;
            }
        }
        powers.exp(bases, n);
        for (int i = 0; i < n; i++) {
            spot[at[i]] = bases[i];
        }
        double days = p.contractDays();
        for (int market = 0; market < contract.length; market++) {
            contract[market] += (spot[market] - contract[market]) / days;
        }
        react();
    }

    private void addUp(Kernel day) {
        Arrays.fill(wanted, 0);
        Arrays.fill(got, 0);
        int[] marketOf = w.linkMarket;
        double[] orders = day.orders;
        double[] shipped = day.shipped;
        for (int link = 0; link < marketOf.length; link++) {
            wanted[marketOf[link]] += orders[link];
            got[marketOf[link]] += shipped[link];
        }
        for (int cell = 0; cell < w.cells; cell++) {
            if (w.cellMarket[cell] >= 0) {
                wanted[w.cellMarket[cell]] += day.unplaced[cell];
            }
        }
        for (int slot = 0; slot < w.finals; slot++) {
            wanted[w.finalMarket[slot]] += day.wantFinal[slot];
            got[w.finalMarket[slot]] += day.sold[slot];
        }
    }

    private void react() {
        int n = 0;
        for (int market : w.finalMarkets) {
            double paid = paid(market);
            reaction[market] = 1;
            if (paid != 1) {
                bases[n] = paid;
                at[n++] = market;
            }
        }
        powers.raise(bases, n, p.demandElasticity());
        for (int i = 0; i < n; i++) {
            reaction[at[i]] = bases[i];
        }
    }
}
