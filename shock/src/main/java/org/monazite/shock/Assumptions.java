package org.monazite.shock;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.monazite.supply.UseClass;

/// How the world works, as far as the figures do not say. Days unless said. Each default and its range stand in
/// docs/methods.md; those without a published source are listed by [Parameter] as guesses with every run.
///
/// @param stockDays `n`, target stock of a buyer where the network states none
/// @param poolDays target stock of a pool, the goods in warehouses of a place
/// @param refillDays `tau`, time in which a buyer wants its stock back
/// @param spare `kappa`, capacity / baseline output where the network states no capacity
/// @param overtime `alphaMax`, output above capacity that works reach in time
/// @param overtimeDays `tauAlpha`, how slowly
/// @param demandDays `tauX`, smoothing of demand
/// @param demandMost `xMax`, cap of smoothed demand, times the baseline
/// @param memoryDays `tauR`, memory of how well a supplier served
/// @param memoryLeast `rMin`, floor of that memory
/// @param memoryPower `gamma`, how strongly orders follow it; 0 turns it off
/// @param capacityPower `h`, how strongly orders follow spare capacity
/// @param orderMost `omax`, cap of orders, times the baseline
/// @param demandElasticity `epsD`, of final demand to the price paid, 0 or less
/// @param priceSpeed `lambda`, per day
/// @param priceReturn `rho`, per day
/// @param priceMost `pMax`, times the baseline
/// @param contractShare `chi`, part of the price paid that follows slowly
/// @param contractDays `tauC`
/// @param thriftMost `sigmaMax`, part of an input that can be saved
/// @param thriftDays `tauSub`
/// @param relationMost `emax`, cap of the orders that a buyer can place with one supplier, times their baseline trade:
/// a
/// small trader does not become a main supplier in a few weeks. A guess
/// @param rationing how a short supplier divides
/// @param orders what buyers take as their need
/// @param open when a controlled flow takes no orders
/// @param market where prices form
/// @param guarantees part of each class's want that is served before ranks, 0..1
public record Assumptions(
        double stockDays,
        double poolDays,
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
        double demandElasticity,
        double priceSpeed,
        double priceReturn,
        double priceMost,
        double contractShare,
        double contractDays,
        double thriftMost,
        double thriftDays,
        double relationMost,
        RationingRule rationing,
        OrderSignal orders,
        OpenRule open,
        PriceMarket market,
        Map<UseClass, Double> guarantees) {

    /// The defaults for mineral chains.
    public static final Assumptions MINERALS = new Assumptions(
            30,
            7,
            30,
            1.25,
            1.25,
            90,
            7,
            1.25,
            7,
            0.02,
            1,
            1,
            2,
            -0.2,
            0.05,
            0.02,
            26,
            0.9,
            90,
            0.2,
            360,
            2,
            RationingRule.PRIORITY_WATERFILL,
            OrderSignal.SMOOTHED,
            OpenRule.BAN,
            PriceMarket.DESTINATION,
            Map.of());

    /// Checks the ranges.
    public Assumptions {
        for (Parameter parameter : Parameter.values()) {
            double value = parameter.of(
                    stockDays,
                    poolDays,
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
                    demandElasticity,
                    priceSpeed,
                    priceReturn,
                    priceMost,
                    contractShare,
                    contractDays,
                    thriftMost,
                    thriftDays,
                    relationMost);
            if (!(value >= parameter.least() && value <= parameter.most())) {
                throw new IllegalArgumentException("assumptions.%s must be from %s to %s, was %s."
                        .formatted(parameter.key(), parameter.least(), parameter.most(), value));
            }
        }
        EnumMap<UseClass, Double> copy = new EnumMap<>(UseClass.class);
        copy.putAll(guarantees);
        guarantees = Map.copyOf(copy);
    }

    /// The value of a parameter.
    public double get(Parameter parameter) {
        return parameter.of(
                stockDays,
                poolDays,
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
                demandElasticity,
                priceSpeed,
                priceReturn,
                priceMost,
                contractShare,
                contractDays,
                thriftMost,
                thriftDays,
                relationMost);
    }

    /// The same with other values for some parameters.
    public Assumptions with(Map<Parameter, Double> values) {
        double[] v = new double[Parameter.values().length];
        for (Parameter parameter : Parameter.values()) {
            v[parameter.ordinal()] = values.getOrDefault(parameter, get(parameter));
        }
        return new Assumptions(
                v[0],
                v[1],
                v[2],
                v[3],
                v[4],
                v[5],
                v[6],
                v[7],
                v[8],
                v[9],
                v[10],
                v[11],
                v[12],
                v[13],
                v[14],
                v[15],
                v[16],
                v[17],
                v[18],
                v[19],
                v[20],
                v[21],
                rationing,
                orders,
                open,
                market,
                guarantees);
    }

    /// The same under each pair of rules, of division and of ordering, that ensembles play in equal parts: published
    /// engines disagree on them, and none says which is right.
    public List<Assumptions> underEachRule() {
        return IntStream.range(0, EnsembleRunner.COMBINATIONS)
                .mapToObj(member -> EnsembleRunner.underRules(this, member))
                .toList();
    }

    /// The same with other rules.
    public Assumptions with(RationingRule otherRationing, OrderSignal otherOrders) {
        return with(otherRationing, otherOrders, open, market, guarantees);
    }

    /// The same with all rules given.
    public Assumptions with(
            RationingRule otherRationing,
            OrderSignal otherOrders,
            OpenRule otherOpen,
            PriceMarket otherMarket,
            Map<UseClass, Double> otherGuarantees) {
        return new Assumptions(
                stockDays,
                poolDays,
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
                demandElasticity,
                priceSpeed,
                priceReturn,
                priceMost,
                contractShare,
                contractDays,
                thriftMost,
                thriftDays,
                relationMost,
                otherRationing,
                otherOrders,
                otherOpen,
                otherMarket,
                otherGuarantees);
    }
}
