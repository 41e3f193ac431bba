package org.monazite.plan.cases;

import java.util.List;

/// A plan small enough to check by hand: one product, one year of equal quarters, one demand. Money in
/// thousand USD, mass in tonnes.
///
/// @param quarters in the year
/// @param demandPerYear spread evenly over the quarters
/// @param unmetValue lost per tonne of demand not served
/// @param suppliers who sell today
/// @param projects that could be built, whole or not at all
/// @param stock that could be bought before the year
/// @param episodes what may happen; probabilities are taken as given
/// @param ask which questions to answer
public record Pocket(
        int quarters,
        double demandPerYear,
        double unmetValue,
        List<Supplier> suppliers,
        List<Project> projects,
        Stock stock,
        List<Episode> episodes,
        Ask ask) {

    /// The most projects whose subsets we walk through.
    public static final int MOST_PROJECTS = 12;

    /// Copies the lists and checks what would make an answer meaningless.
    public Pocket {
        suppliers = List.copyOf(suppliers);
        projects = List.copyOf(projects);
        episodes = List.copyOf(episodes);
        if (quarters < 1) {
            throw new IllegalArgumentException("quarters must be 1 or more, was '%d'.".formatted(quarters));
        }
        if (projects.size() > MOST_PROJECTS) {
            throw new IllegalArgumentException(
                    "There may be %d projects at most, were %d.".formatted(MOST_PROJECTS, projects.size()));
        }
        for (Episode episode : episodes) {
            String banned = episode.banned;
            if (!banned.isEmpty() && suppliers.stream().noneMatch(each -> each.id.equals(banned))) {
                throw new IllegalArgumentException("""
                        Episode '%s' bans '%s'; the suppliers are %s.
                        Maybe it is spelled differently.""".formatted(
                        episode.id, banned, suppliers.stream().map(Supplier::id).toList()));
            }
            for (int quarter : episode.banQuarters) {
                if (quarter < 1 || quarter > quarters) {
                    throw new IllegalArgumentException("Quarters of episode '%s' run from 1 to %d, was '%d'."
                            .formatted(episode.id, quarters, quarter));
                }
            }
        }
    }

    /// Who sells today.
    ///
    /// @param perYear most that it sells, spread evenly
    /// @param price per tonne
    public record Supplier(String id, double perYear, double price) {}

    /// What could be built.
    ///
    /// @param perYear capacity, spread evenly
    /// @param fixedPerYear cost if built
    /// @param opex per tonne made
    public record Project(String id, double perYear, double fixedPerYear, double opex) {}

    /// What could be bought before the year.
    ///
    /// @param most that may be bought
    /// @param price paid per tonne, and paid back for what is left at the end of the year
    /// @param holding per tonne bought
    /// @param releasePerQuarter most that may be released in a banned quarter; in others nothing may
    public record Stock(double most, double price, double holding, double releasePerQuarter) {}

    /// What may happen.
    ///
    /// @param banned id of the supplier that sells nothing in `banQuarters`; empty if nothing happens
    /// @param banQuarters counted from 1
    public record Episode(String id, double probability, String banned, List<Integer> banQuarters) {

        /// Copies the quarters.
        public Episode {
            banQuarters = List.copyOf(banQuarters);
        }

        /// True if a supplier is banned.
        public boolean hasBan() {
            return !banned.isEmpty() && !banQuarters.isEmpty();
        }
    }

    /// Questions.
    ///
    /// @param unmetLimits targets: tonnes unmet in any episode with a ban
    /// @param budgets for fixed costs and the purchase of stock
    /// @param stockWorth where to ask what a tonne of stock is worth
    public record Ask(List<Double> unmetLimits, List<Double> budgets, List<WorthOf> stockWorth) {

        /// Copies the lists.
        public Ask {
            unmetLimits = List.copyOf(unmetLimits);
            budgets = List.copyOf(budgets);
            stockWorth = List.copyOf(stockWorth);
        }
    }

    /// A place at which to ask what a tonne of stock is worth.
    ///
    /// @param projects ids of those that are built; the others are not
    /// @param at tonnes of stock
    public record WorthOf(List<String> projects, double at) {

        /// Copies the ids.
        public WorthOf {
            projects = List.copyOf(projects);
        }
    }
}
