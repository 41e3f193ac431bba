package org.monazite.plan.world;

import java.util.Arrays;

/// The decisions of a plan as numbers.
///
/// @param modules of each candidate
/// @param contracts kt/yr of each offtake
/// @param separated kt/yr that each draw on a feed separates, by feed, draw and assessed year in that order
/// @param paid M USD that each partner pays for each candidate
/// @param started modules of each candidate by year of their first output (of a stock: of its purchase), from
/// [Starts#first] on; no entries for a candidate without a choice
/// @param spent M USD by partner, instrument, candidate and year from the first of the plan on; nothing where the
/// question leaves open when and how money is put up
public record Choice(
        double[] modules,
        double[] contracts,
        double[][][] separated,
        double[][] paid,
        double[][] started,
        double[][][][] spent) {

    /// A copy, deep enough to be safe.
    public Choice copy() {
        return new Choice(
                modules.clone(),
                contracts.clone(),
                copy(separated),
                copy(paid),
                copy(started),
                Arrays.stream(spent).map(Choice::copy).toArray(double[][][][]::new));
    }

    private static double[][][] copy(double[][][] numbers) {
        return Arrays.stream(numbers).map(Choice::copy).toArray(double[][][]::new);
    }

    private static double[][] copy(double[][] numbers) {
        return Arrays.stream(numbers).map(double[]::clone).toArray(double[][]::new);
    }

    /// The same with other contracts.
    ///
    /// @param others kt/yr of each offtake
    public Choice with(double[] others) {
        return new Choice(modules, others, separated, paid, started, spent);
    }

    /// Takes a candidate out: its modules, when they start and what is paid for them.
    public void drop(int candidate) {
        modules[candidate] = 0;
        Arrays.fill(started[candidate], 0);
        for (double[] partner : paid) {
            partner[candidate] = 0;
        }
        for (double[][][] partner : spent) {
            for (double[][] instrument : partner) {
                Arrays.fill(instrument[candidate], 0);
            }
        }
    }
}
