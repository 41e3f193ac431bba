package org.monazite.plan;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.monazite.supply.Flag;

/// A plan on a timeline: who starts what, what each decision gives year by year, and what stays at risk in each year
/// between the question and the end of the plan.
///
/// @param spec the question
/// @param decisions of the plan, by start year, then id; `output` has their tonnes by year
/// @param years from the first plan year to the last
/// @param flag the weakest flag of what the plan rests on
/// @param proof who has checked the plan
public record Timeline(PlanSpec spec, List<Decision> decisions, List<Year> years, Flag flag, Proof proof) {

    /// Copies the lists.
    public Timeline {
        decisions = List.copyOf(decisions);
        years = List.copyOf(years);
    }

    /// One year, in which a ban begins.
    ///
    /// @param year calendar year
    /// @param before what bans cost without the plan; works that are decided as far as they run by then
    /// @param with the same with what the plan has running by then; contracts hold from the target year on
    /// @param decidedTonnes what decided works outside the feared supplier, not running in the base year, are
    /// counted on to make in that year, by product, t
    /// @param addedTonnes what plants of the plan make in that year, by product, t
    public record Year(
            int year,
            PlanResult.Loss before,
            PlanResult.Loss with,
            SortedMap<String, Double> decidedTonnes,
            SortedMap<String, Double> addedTonnes) {

        /// Copies the maps.
        public Year {
            decidedTonnes = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(decidedTonnes));
            addedTonnes = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(addedTonnes));
        }
    }
}
