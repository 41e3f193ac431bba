package org.monazite.shock;

import java.util.List;

/// Why one run loses what it loses: paths from causes to the victim, what softened the blow, and what
/// each event is
/// worth.
///
/// @param scenario its name
/// @param weeks length of the run
/// @param member which member of the ensemble; -1 for the run with the default assumptions
/// @param places whose loss it is
/// @param product the product that is missing there; empty if the loss is value at risk
/// @param lossByWeek per week: US dollars, or tonnes where a product is asked about
/// @param paths the heaviest, heaviest first
/// @param otherShare part of the loss on all lighter paths
/// @param swingShare part of the loss that no path explains: swings of stocks and orders
/// @param waterfall what each mechanism saved, in the order in which they are switched on; with
/// [#grossLoss] and the
/// loss it adds up
/// @param grossLoss the loss with all mechanisms switched off
/// @param events what each action of the scenario is worth
public record Why(
        String scenario,
        int weeks,
        int member,
        List<String> places,
        String product,
        List<Double> lossByWeek,
        List<Path> paths,
        double otherShare,
        double swingShare,
        List<Saved> waterfall,
        double grossLoss,
        List<EventValue> events) {

    /// Copies the lists.
    public Why {
        places = List.copyOf(places);
        lossByWeek = List.copyOf(lossByWeek);
        paths = List.copyOf(paths);
        waterfall = List.copyOf(waterfall);
        events = List.copyOf(events);
    }

    /// The loss over all weeks.
    public double loss() {
        double sum = 0;
        for (double week : lossByWeek) {
            sum += week;
        }
        return sum;
    }

    /// Where a path begins.
    public enum Cause {
        /// An action closed a gate: a ban, a quota, a licence, a lane without a way round.
        GATE,
        /// An action idled works.
        OUTAGE,
        /// A closed lane made ships late.
        LANE,
        /// An action moved final demand.
        DEMAND,
        /// A high price lowered final demand.
        PRICE,
        /// No cause was found.
        SWINGS
    }

    /// How a node came into a path.
    public enum Relation {
        /// It lacks an input.
        LACKS,
        /// It stands still.
        STOPS,
        /// It makes less because the works on its site do.
        SITE,
        /// It sells less because its customers need or may buy less.
        SELLS_LESS,
        /// It lacks an input and turns to other suppliers.
        TURNS,
        /// It cannot serve all because others turn to it.
        CROWDED
    }

    /// A cause.
    ///
    /// @param cause what sort
    /// @param action its index in the scenario; -1 if it is none
    /// @param place where; empty for swings
    /// @param product of what; empty for swings
    /// @param firstWeek first week, from 1, in which the action did anything; 0 if it is none
    public record Root(Cause cause, int action, String place, String product, int firstWeek) {}

    /// A node on the way.
    ///
    /// @param relation how it came into the path
    /// @param place place code
    /// @param product what it makes, or the product of its end uses
    /// @param input what it lacks; empty if that is not why
    /// @param firstWeek first week, from 1, in which the path takes one hundredth of its output or more;
    /// 0 if it never
    /// does
    public record Step(Relation relation, String place, String product, String input, int firstWeek) {}

    /// A way from a cause to the victim.
    ///
    /// @param share of the whole loss, 0..1
    /// @param byWeek its part of the loss of each week, in the unit of the loss
    public record Path(double share, Root root, List<Step> steps, List<Double> byWeek) {

        /// Copies the lists.
        public Path {
            steps = List.copyOf(steps);
            byWeek = List.copyOf(byWeek);
        }
    }

    /// What softens a blow, in the order in which it acts.
    public enum Mechanism {
        /// Stocks of users and in pools, and strategic stocks released to them.
        BUFFER,
        /// Buyers turn to other suppliers.
        REROUTING,
        /// Capacity above normal output, and overtime.
        SPARE,
        /// Users save an input that is short.
        SUBSTITUTION
    }

    /// What a mechanism saves once those before it are on; below 0 where it does harm.
    public record Saved(Mechanism mechanism, double amount) {}

    /// The loss with all actions less the loss without this one.
    public record EventValue(int action, double amount) {}
}
