package org.monazite.plan;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// How likely plans keep the limit of the worst ban when it is chance when works come, and whether they come at all.
/// Every draw gives each works that does not run yet a year of start from its own range, or says that it never comes;
/// every ban is then played against each plan.
///
/// @param draws how many were played
/// @param seed of the draws
/// @param together part of the lateness that works share, 0..1: rank correlation of two of them
/// @param lines one per plan, the plan for nothing first
/// @param drivers works whose lateness costs most with the plan of the question, dearest first
/// @param works how many works are drawn
public record Slippage(int draws, long seed, double together, List<Line> lines, List<Driver> drivers, int works) {

    /// Copies the lists.
    public Slippage {
        lines = List.copyOf(lines);
        drivers = List.copyOf(drivers);
    }

    /// Which plan.
    public enum Of {
        /// Nothing is backed.
        NONE,
        /// The plan of the question.
        PLAN,
        /// The plan for works that all come two years late.
        PRUDENT;

        /// The name used in JSON.
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// One plan over all draws. Unmet demand is the largest part of a partner's demand that is unmet in its worst ban.
    ///
    /// @param of which plan
    /// @param spentUsd money it uses, all partners
    /// @param chance part of the draws in which every partner's worst ban keeps its limit
    /// @param chanceError standard error of that part
    /// @param counted unmet demand if works come as counted
    /// @param low unmet demand that one draw in ten stays below
    /// @param median unmet demand that half of the draws stay below
    /// @param high unmet demand that nine draws in ten stay below
    /// @param mean of the unmet demand
    /// @param worstDraw the largest unmet demand
    /// @param byPartner part of the draws in which a partner's worst ban keeps its limit
    public record Line(
            Of of,
            double spentUsd,
            double chance,
            double chanceError,
            double counted,
            double low,
            double median,
            double high,
            double mean,
            double worstDraw,
            SortedMap<String, Double> byPartner) {

        /// Copies the map.
        public Line {
            byPartner = Collections.unmodifiableSortedMap(new TreeMap<>(byPartner));
        }
    }

    /// Works whose lateness costs something: what the worst ban takes with the plan in draws where they are later than
    /// counted or do not come, and in the others.
    ///
    /// @param id of a project or option
    /// @param name its name in English
    /// @param nameJa its name in Japanese
    /// @param product its main product
    /// @param countedYear start on which the plan counts
    /// @param lateChance part of the draws in which it comes later or never
    /// @param unmetLate mean unmet demand in those draws
    /// @param unmetInTime mean unmet demand in the others
    /// @param error standard error of the difference
    public record Driver(
            String id,
            String name,
            String nameJa,
            String product,
            int countedYear,
            double lateChance,
            double unmetLate,
            double unmetInTime,
            double error) {

        /// What its lateness costs, part of demand.
        public double costs() {
            return unmetLate - unmetInTime;
        }
    }

    /// The line of a plan.
    ///
    /// @throws java.util.NoSuchElementException if that plan was not played
    public Line get(Of of) {
        return lines.stream().filter(line -> line.of() == of).findFirst().orElseThrow();
    }
}
