package org.monazite.exposure;

import java.util.ArrayList;
import java.util.List;
import org.monazite.supply.Explained;

/// Which materials a threshold picks, and how firmly. No index over methods is formed: the reader picks the
/// method.
///
/// @param method the method
/// @param threshold from which value on a material is on the list
/// @param listed materials on the list, the most exposed first
/// @param entering materials that enter with the threshold 10 % lower
/// @param leaving materials that leave with the threshold 10 % higher
/// @param untold materials that the method cannot tell
public record Screening(
        Method method,
        double threshold,
        List<String> listed,
        List<String> entering,
        List<String> leaving,
        List<String> untold) {

    private static final double SHIFT = 0.1;

    /// Copies the lists.
    public Screening {
        listed = List.copyOf(listed);
        entering = List.copyOf(entering);
        leaving = List.copyOf(leaving);
        untold = List.copyOf(untold);
    }

    /// Applies a threshold.
    ///
    /// @param threshold more than 0
    public static Screening of(List<MaterialMethods> rows, Method method, double threshold) {
        if (!(threshold > 0)) {
            throw new IllegalArgumentException("A threshold is more than 0, was " + threshold + ".");
        }
        List<MaterialMethods> ordered = new ArrayList<>(rows);
        ordered.sort((a, b) -> Double.compare(value(b, method), value(a, method)));
        List<String> listed = new ArrayList<>();
        List<String> entering = new ArrayList<>();
        List<String> leaving = new ArrayList<>();
        List<String> untold = new ArrayList<>();
        for (MaterialMethods row : ordered) {
            double value = value(row, method);
            if (value < 0) {
                untold.add(row.productId());
            } else if (value >= threshold) {
                listed.add(row.productId());
                if (value < threshold * (1 + SHIFT)) {
                    leaving.add(row.productId());
                }
            } else if (value >= threshold * (1 - SHIFT)) {
                entering.add(row.productId());
            }
        }
        return new Screening(method, threshold, listed, entering, leaving, untold);
    }

    /// The number; -1 where it cannot be told.
    private static double value(MaterialMethods row, Method method) {
        Explained number = row.numbers().get(method);
        return number == null || !number.isDefined() ? -1 : number.value();
    }
}
