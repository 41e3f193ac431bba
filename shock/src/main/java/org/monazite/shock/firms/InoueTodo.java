package org.monazite.shock.firms;

import java.util.List;

/// Plays a network of firms by the rules of Inoue and Todo (2017), in the arithmetic of their published
/// program
/// (ProductionNetworkSimulator, commit c4dd74d): same sums in the same order, because its water-filling
/// tests sums for
/// equality. Outside comparisons use [FirmRationing#WATERFILL].
///
/// A step: damages that start, stocks take in yesterday's deliveries and give out yesterday's use,
/// orders, output
/// (capacity, stocks, demand), rationing, recovery. Formulas: docs/methods.md, shock.
public final class InoueTodo {

    private final FirmNetwork network;
    private final FirmRules rules;

    private InoueTodo(FirmNetwork network, FirmRules rules) {
        this.network = network;
        this.rules = rules;
    }

    /// A simulation of a network under some rules.
    public static InoueTodo of(FirmNetwork network, FirmRules rules) {
        return new InoueTodo(network, rules);
    }

    /// A run that is about to begin.
    ///
    /// @throws IllegalArgumentException if a damage names no firm, or two name the same
    public FirmRun start(List<FirmDamage> damages) {
        return new FirmRun(new FirmState(network, rules, damages));
    }

    /// What every day of a run without damage shows: output of all firms, per day.
    public double normalOutput() {
        double sum = 0;
        for (double each : network.output) {
            sum += each;
        }
        return sum;
    }

    /// Value added of all firms in normal times, per day.
    public double normalValueAdded() {
        double[] parts = FirmState.valueAddedParts(network);
        double sum = 0;
        for (int firm = 0; firm < network.firms(); firm++) {
            sum += parts[firm] * network.output[firm];
        }
        return sum;
    }

    /// Final demand in normal times, per day.
    public double normalSold() {
        double sum = 0;
        for (double each : network.finalDemand) {
            sum += each;
        }
        return sum;
    }
}
