package org.monazite.plan;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.monazite.supply.Citation;
import org.monazite.supply.Flag;
import org.monazite.supply.Range;

/// What the stocks of a plan are good for: the days they cover beside published goals, and what a ban takes by its
/// length where nobody knows that length and stocks leave by a rule.
///
/// @param covers one per stock that the plan fills, by decision
/// @param lengths one per ban, length and partner
public record Stockpiles(List<Cover> covers, List<Length> lengths) {

    /// The plan fills no stock.
    public static final Stockpiles NONE = new Stockpiles(List.of(), List.of());

    private static final double DAYS = 365;

    /// Copies the lists.
    public Stockpiles {
        covers = List.copyOf(covers);
        lengths = List.copyOf(lengths);
    }

    /// One stock of the plan against what is used.
    ///
    /// @param decisionId the stock
    /// @param place whose works and users it is for
    /// @param productId what it holds
    /// @param tonnes its size
    /// @param ownTonnes what those works and users hold themselves in a normal year, t
    /// @param takenTonnes what they take in in the target year with the plan and without a ban, t/yr
    /// @param goals goals that somebody has published, those of the place first
    public record Cover(
            String decisionId,
            String place,
            String productId,
            double tonnes,
            double ownTonnes,
            double takenTonnes,
            List<Goal> goals) {

        /// Copies the list.
        public Cover {
            goals = List.copyOf(goals);
        }

        /// Days of normal use that the stock covers; NaN where nobody takes the product in.
        public double days() {
            return takenTonnes > 0 ? tonnes / takenTonnes * DAYS : Double.NaN;
        }

        /// The same of what works and users hold themselves.
        public double ownDays() {
            return takenTonnes > 0 ? ownTonnes / takenTonnes * DAYS : Double.NaN;
        }
    }

    /// A published goal for stocks.
    ///
    /// @param holder whose goal
    /// @param place where
    /// @param scope what it is for, in the words of the source
    /// @param days of use
    /// @param year of the figure; 0 when not stated
    /// @param flag how careful a reader must be
    /// @param citation who says so
    public record Goal(String holder, String place, String scope, Range days, int year, Flag flag, Citation citation) {}

    /// Part of a partner's demand that a ban of some length takes, mean over its length, 0..1. In all but the last case
    /// nobody knows how long it lasts: each quarter takes what it can use, works and users their own stocks first.
    ///
    /// @param banId the ban
    /// @param quarters how long it lasts
    /// @param partner place code; empty for all partners together
    /// @param without without the plan
    /// @param rule with the plan, its stocks released by the rule
    /// @param asNeeded with the plan, no limit on what leaves a stock in a quarter
    /// @param foresight with the plan, its stocks and those of works and users spread over the length as if it were
    /// known, no limit either
    /// @param left part of each stock that is left at the end by the rule, by decision
    public record Length(
            String banId,
            int quarters,
            String partner,
            double without,
            double rule,
            double asNeeded,
            double foresight,
            SortedMap<String, Double> left) {

        /// Copies the map.
        public Length {
            left = Collections.unmodifiableSortedMap(new TreeMap<>(left));
        }

        /// True for all partners together.
        public boolean isTogether() {
            return partner.isEmpty();
        }
    }
}
