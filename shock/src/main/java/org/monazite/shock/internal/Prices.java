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
        Arrays.fill(wanted, 0);
        Arrays.fill(got, 0);
        for (int link = 0; link < w.links; link++) {
            wanted[w.linkMarket[link]] += day.orders[link];
            got[w.linkMarket[link]] += day.shipped[link];
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
        for (int market = 0; market < w.markets; market++) {
            double stress = wanted[market] > 0 ? 1 - got[market] / wanted[market] : 0;
            if (Math.abs(stress) > 1e-15 || logSpot[market] != 0) {
                double next = logSpot[market] * (1 - p.priceReturn()) + p.priceSpeed() * stress;
                logSpot[market] = Math.clamp(next, LOG_LEAST, logMost);
                spot[market] = StrictMath.exp(logSpot[market]);
            }
            contract[market] += (spot[market] - contract[market]) / p.contractDays();
        }
        for (int market : w.finalMarkets) {
            double paid = paid(market);
            reaction[market] = paid == 1 ? 1 : StrictMath.pow(paid, p.demandElasticity());
        }
    }
}
