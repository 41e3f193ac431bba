package org.monazite.plan.lp;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/// Something that minimises a model.
public interface Solver {

    /// Name and version, as printed on a run card.
    String name();

    /// Minimises the model, which is not changed.
    ///
    /// An infeasible or unbounded model is an answer, not an error.
    ///
    /// @throws SolverException if this solver cannot take the model, for instance because it is too
    ///     large for it
    Solution solve(Model model, Limits limits);

    /// Minimises with some columns at nothing or at so much at least; empty if this solver has no way of its own to
    /// do that, or none for this model.
    ///
    /// @param least by column, above 0 and no more than its upper bound; the lower bound is 0
    default Optional<AtLeast> solve(Model model, Limits limits, SortedMap<Integer, Double> least) {
        return Optional.empty();
    }

    /// A solution with some columns at nothing or at so much at least.
    ///
    /// @param solution that keeps it
    /// @param asked columns for which it did not come by itself
    record AtLeast(Solution solution, SortedSet<Integer> asked) {

        /// Copies the columns.
        public AtLeast {
            asked = Collections.unmodifiableSortedSet(new TreeSet<>(asked));
        }
    }
}
