package org.monazite.plan.equations;

/// What the prices of a plan's rows pay for right-hand sides of one kind of one owner, M USD a year.
///
/// @param partner index of the owner; -1 for what belongs to no partner
/// @param kind of right-hand sides
/// @param value below zero for what saves cost
public record DualPart(int partner, Kind kind, double value) {

    /// Kinds of right-hand sides.
    public enum Kind {
        /// Demand, value at risk, limits and caps.
        NEEDS,
        /// Works that stand, stocks, scrap, old trades.
        HOLDINGS,
        /// How much can be backed or contracted.
        DECISIONS,
        /// Money.
        BUDGET,
        /// What is no money in the objective: the pattern of a year without a ban.
        PATTERN
    }
}
