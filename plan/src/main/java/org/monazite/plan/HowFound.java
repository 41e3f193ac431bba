package org.monazite.plan;

import java.util.List;

/// How the plan was found.
///
/// @param solver name and version
/// @param rows of the model
/// @param columns of the model
/// @param nonzeros of the model
/// @param integers of the model
/// @param bound best bound of the objective
/// @param gap relative, 0..1
/// @param seconds wall time; for people only, never part of a digest or of JSON
/// @param method `extensive` for all bans in one model, `decomposed` for one model per ban and a master
/// @param why the reason for the method, in English
/// @param whyJa the same in Japanese
/// @param iterations of the simplex method, or rounds over all bans
/// @param trouble what had to be tried because of numerical trouble, such as `without-presolve`; mostly nothing
public record HowFound(
        String solver,
        int rows,
        int columns,
        int nonzeros,
        int integers,
        double bound,
        double gap,
        double seconds,
        String method,
        String why,
        String whyJa,
        long iterations,
        List<String> trouble) {

    /// Copies the list.
    public HowFound {
        trouble = List.copyOf(trouble);
    }
}
