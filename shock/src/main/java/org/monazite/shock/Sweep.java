package org.monazite.shock;

import java.util.Comparator;
import java.util.List;
import org.monazite.shock.Removal.Kind;

/// What importers lose if one thing after the other is gone, worst first.
///
/// @param weeks length of each run
/// @param days how long each thing is gone
/// @param members runs of each
/// @param seed of the draws; equal members of all removals share theirs
/// @param product whose missing weeks are counted
/// @param rows one for each removal, by median loss, then median missing weeks, then name
/// @param unknown lanes that could not be played
public record Sweep(int weeks, int days, int members, long seed, String product, List<Row> rows, List<String> unknown) {

    /// Copies the lists.
    public Sweep {
        rows = List.copyOf(rows);
        unknown = List.copyOf(unknown);
    }

    /// What decides which removal is worst.
    public enum Rank {
        /// The loss that half of the runs exceed.
        MEDIAN,
        /// The loss that one run in ten exceeds: for tails that a median hides.
        P90,
        /// The mean loss.
        MEAN;

        private double of(Spread spread) {
            return switch (this) {
                case MEDIAN -> spread.median().value();
                case P90 -> spread.at(0.9).value();
                case MEAN -> spread.mean();
            };
        }
    }

    /// The same with its rows in another order: by loss, then by missing weeks, then by mean loss, then by name.
    public Sweep rankedBy(Rank rank) {
        List<Row> sorted = rows.stream()
                .sorted(Comparator.comparingDouble((Row row) -> -rank.of(row.lossUsd()))
                        .thenComparingDouble(row -> -rank.of(row.lostWeeks()))
                        .thenComparingDouble(row -> -row.lossUsd().mean())
                        .thenComparingDouble(row -> -row.lostWeeks().mean())
                        .thenComparing(row -> row.removal().id()))
                .toList();
        return new Sweep(weeks, days, members, seed, product, sorted, unknown);
    }

    /// One removal.
    ///
    /// @param removal what is gone
    /// @param lossUsd value at risk of the importers over the run, US dollars
    /// @param lostWeeks weeks of normal use of the product that are missing over the run
    /// @param shortShare part of the members in which any product falls short at the importers, 0..1
    /// @param firstShortWeek median of the first week, from 1, in which one does, among those; 0 if none
    /// @param firstProduct which product falls short first in most of them; empty if none
    /// @param firstPlace where
    public record Row(
            Removal removal,
            Spread lossUsd,
            Spread lostWeeks,
            double shortShare,
            int firstShortWeek,
            String firstProduct,
            String firstPlace) {}

    /// The rows of a kind, worst first.
    public List<Row> of(Kind kind) {
        return rows.stream().filter(row -> row.removal().kind() == kind).toList();
    }
}
