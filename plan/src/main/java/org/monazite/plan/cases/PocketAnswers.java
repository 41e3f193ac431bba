package org.monazite.plan.cases;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The answers to a pocket plan. Money in thousand USD, mass in tonnes. Infinity stands for "cannot be
/// reached".
///
/// @param doNothing without projects and stock
/// @param cheapest the plan of least expected cost
/// @param subsets every set of projects with the best stock for it, small sets first
/// @param perfectInformation the cost of the cheapest plan less the mean cost with each episode known
///     before (EVPI)
/// @param targets one for each limit that was asked for
/// @param frontier one for each budget
/// @param stockWorth one for each place that was asked for
public record PocketAnswers(
        DoNothing doNothing,
        Cheapest cheapest,
        List<Subset> subsets,
        double perfectInformation,
        List<Target> targets,
        List<Point> frontier,
        List<Worth> stockWorth) {

    /// Copies the lists.
    public PocketAnswers {
        subsets = List.copyOf(subsets);
        targets = List.copyOf(targets);
        frontier = List.copyOf(frontier);
        stockWorth = List.copyOf(stockWorth);
    }

    /// What happens without projects and stock.
    ///
    /// @param cost expected
    /// @param worstBanUnmet the most that is unmet in an episode with a ban
    public record DoNothing(double cost, double worstBanUnmet) {}

    /// The plan of least expected cost.
    ///
    /// @param cost expected
    /// @param projects ids of those that are built
    /// @param stock tonnes bought
    /// @param unmet tonnes by episode, in the order of the episodes
    public record Cheapest(double cost, List<String> projects, double stock, Map<String, Double> unmet) {

        /// Copies the collections.
        public Cheapest {
            projects = List.copyOf(projects);
            unmet = Collections.unmodifiableMap(new LinkedHashMap<>(unmet));
        }
    }

    /// A set of projects.
    ///
    /// @param cost expected, with the best stock for these projects
    public record Subset(List<String> projects, double cost) {

        /// Copies the ids.
        public Subset {
            projects = List.copyOf(projects);
        }
    }

    /// The cheapest plan that keeps a limit.
    ///
    /// @param limit tonnes unmet in any episode with a ban
    /// @param cost expected, of the cheapest plan that keeps the limit
    /// @param projects ids of those that are built
    /// @param stock tonnes bought
    /// @param worstUnmet the most that is unmet in an episode with a ban
    /// @param knockOutDelta by project of the plan: what the best plan without it costs more
    /// @param within3Percent every set of projects that keeps the limit for 1.03 times the cost or less
    public record Target(
            double limit,
            double cost,
            List<String> projects,
            double stock,
            double worstUnmet,
            Map<String, Double> knockOutDelta,
            List<List<String>> within3Percent) {

        /// Copies the collections.
        public Target {
            projects = List.copyOf(projects);
            knockOutDelta = Collections.unmodifiableMap(new LinkedHashMap<>(knockOutDelta));
            within3Percent = within3Percent.stream().map(List::copyOf).toList();
        }
    }

    /// What a budget can do.
    ///
    /// @param budget for fixed costs and the purchase of stock
    /// @param leastWorstUnmet the least that can be unmet in the worst ban
    public record Point(double budget, double leastWorstUnmet) {}

    /// What a tonne of stock is worth, on both sides of a kink.
    ///
    /// @param projects ids of those that are built
    /// @param at tonnes of stock
    /// @param right fall of the expected cost per further tonne
    /// @param left rise of the expected cost per tonne less; not a number if there is none to take away
    public record Worth(List<String> projects, double at, double right, double left) {

        /// Copies the ids.
        public Worth {
            projects = List.copyOf(projects);
        }
    }
}
