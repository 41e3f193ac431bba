package org.monazite.plan.world;

import java.util.Arrays;

/// The decisions of a plan as numbers.
///
/// @param modules of each candidate
/// @param contracts kt/yr of each offtake
/// @param separated kt/yr that each draw on a feed separates, by feed, draw and assessed year in that order
/// @param paid M USD that each partner pays for each candidate
public record Choice(double[] modules, double[] contracts, double[][][] separated, double[][] paid) {

    /// A copy, deep enough to be safe.
    public Choice copy() {
        return new Choice(
                modules.clone(),
                contracts.clone(),
                Arrays.stream(separated)
                        .map(feed -> Arrays.stream(feed).map(double[]::clone).toArray(double[][]::new))
                        .toArray(double[][][]::new),
                Arrays.stream(paid).map(double[]::clone).toArray(double[][]::new));
    }
}
