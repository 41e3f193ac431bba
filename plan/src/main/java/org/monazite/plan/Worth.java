package org.monazite.plan;

import java.util.List;

/// What one more unit of something is worth beside a plan, and what one less would cost, whole modules
/// staying as
/// they are and every target staying where the plan has it.
///
/// The two differ where the plan sits at a corner; the truth for a small change lies between them. An
/// annual
/// worth: divided by what a unit costs to hold a year it says whether one more pays.
///
/// @param lines one for each thing asked about
/// @param planCostUsd yearly cost of the plan
/// @param proof who has checked the plan
public record Worth(List<Line> lines, double planCostUsd, Proof proof) {

    /// Copies the list.
    public Worth {
        lines = List.copyOf(lines);
    }

    /// What is asked about.
    ///
    /// @param kind what it is
    /// @param place place code
    /// @param productId the product; empty for a budget
    public record Asset(Kind kind, String place, String productId) {

        /// How messages name it, such as `stock JPN:dy.oxide`.
        public String id() {
            return kind.id() + " " + place + (productId.isEmpty() ? "" : ":" + productId);
        }
    }

    /// Kinds of asset.
    public enum Kind {
        /// A strategic stock, filled; per tonne.
        STOCK,
        /// Capacity of works; per tonne a year.
        CAPACITY,
        /// Money of a partner; per US dollar over all plan years.
        BUDGET;

        /// The name used in files and JSON.
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// One thing asked about.
    ///
    /// @param asset which
    /// @param moreUsd what one more unit saves a year, US dollars, 0 or more
    /// @param lessUsd what one unit less would cost a year; NaN if there is none to take away
    /// @param lessBreaks true if with less, however little, a target cannot stay where it is
    /// @param step the change the worth was measured at, t, t/yr or US dollars
    /// @param costUsd what one more unit would cost a year by the cheapest option of the place; NaN if
    /// there is
    /// none
    /// @param episodes in which bans the worth arises, by duals; the largest first
    public record Line(
            Asset asset,
            double moreUsd,
            double lessUsd,
            boolean lessBreaks,
            double step,
            double costUsd,
            List<Part> episodes) {

        /// Copies the list.
        public Line {
            episodes = List.copyOf(episodes);
        }
    }

    /// Worth in one ban.
    ///
    /// @param banId the ban
    /// @param year the assessed year
    /// @param share part of the worth that arises there, probability and weight of the year counted, 0..1
    public record Part(String banId, int year, double share) {}
}
