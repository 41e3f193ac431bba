package org.monazite.shock.scale;

import org.monazite.shock.OrderSignal;
import org.monazite.shock.RationingRule;

/// How firms behave, alike for all. Symbols and sources as in docs/methods.md#assumptions; days unless
/// said.
///
/// @param stockDays `n`, target stock of every input
/// @param refillDays `tau`, time in which a firm wants its stock back
/// @param spare `kappa`, capacity over normal output
/// @param overtime `alphaMax`, output above capacity that works reach in time
/// @param overtimeDays `tauAlpha`, how slowly
/// @param demandDays `tauX`, smoothing of demand
/// @param demandMost `xMax`, cap of smoothed demand, times normal
/// @param memoryDays `tauR`, memory of how well a supplier served
/// @param memoryLeast `rMin`, floor of that memory, above 0
/// @param memoryPower `gamma`, how strongly orders follow it; 0 turns it off
/// @param capacityPower `h`, how strongly orders follow capacity
/// @param orderMost `omax`, cap of orders, times normal
/// @param rationing how a short firm divides what it has
/// @param orders what firms take as their need
public record FirmRules(
        double stockDays,
        double refillDays,
        double spare,
        double overtime,
        double overtimeDays,
        double demandDays,
        double demandMost,
        double memoryDays,
        double memoryLeast,
        double memoryPower,
        double capacityPower,
        double orderMost,
        RationingRule rationing,
        OrderSignal orders) {

    /// The defaults of the design: everything proportional, smoothed demand.
    public static final FirmRules DEFAULT = new FirmRules(
            30, 30, 1.25, 1.25, 365, 7, 1.25, 7, 0.02, 1, 1, 2, RationingRule.PROPORTIONAL, OrderSignal.SMOOTHED);

    /// Checks the ranges.
    public FirmRules {
        range("stock_days", stockDays, 1, 3650);
        range("refill_days", refillDays, 1, 3650);
        range("spare", spare, 1, 100);
        range("overtime", overtime, 1, 10);
        range("overtime_days", overtimeDays, 1, 3650);
        range("demand_days", demandDays, 1, 3650);
        range("demand_most", demandMost, 1, 10);
        range("memory_days", memoryDays, 1, 3650);
        range("memory_least", memoryLeast, 0.001, 1);
        range("memory_power", memoryPower, 0, 4);
        range("capacity_power", capacityPower, 0, 4);
        range("order_most", orderMost, 1, 100);
    }

    private static void range(String key, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "firms.%s must be from %s to %s, was %s.".formatted(key, least, most, value));
        }
    }

    /// The same with other rules.
    public FirmRules with(RationingRule otherRationing, OrderSignal otherOrders) {
        return new FirmRules(
                stockDays,
                refillDays,
                spare,
                overtime,
                overtimeDays,
                demandDays,
                demandMost,
                memoryDays,
                memoryLeast,
                memoryPower,
                capacityPower,
                orderMost,
                otherRationing,
                otherOrders);
    }
}
