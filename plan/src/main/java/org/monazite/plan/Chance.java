package org.monazite.plan;

import java.util.List;

/// How likely a supplier stops shipments, or puts them under licence, in a year, however long.
///
/// @param supplier place code
/// @param kind `stop` or `licence`
/// @param perYear 0..1
/// @param years of the record
/// @param controls ids of the dated controls that count
/// @param given whether the question gives it: then the controls did not decide it
public record Chance(String supplier, String kind, double perYear, int years, List<String> controls, boolean given) {

    /// Copies the list.
    public Chance {
        controls = List.copyOf(controls);
    }
}
