package org.monazite.shock;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import org.monazite.shock.internal.Names;
import org.monazite.shock.internal.Paths;
import org.monazite.shock.internal.Trace;
import org.monazite.shock.internal.Wiring;
import org.monazite.supply.SupplyNetwork;

/// Explains one run of a scenario: the one with the default assumptions, or a member of an ensemble.
public final class WhyRunner {

    private final Members members;
    private final int member;

    /// A runner.
    ///
    /// @param weeks 1..520
    /// @param seed of the draws of the ensemble
    /// @param member of the ensemble, from 0; -1 for the run with the default assumptions
    public WhyRunner(int weeks, long seed, int member) {
        if (weeks < 1 || weeks > 520 || member < Members.CENTRAL) {
            throw new IllegalArgumentException(
                    "weeks must be from 1 to 520 and member -1 or more, were %d and %d.".formatted(weeks, member));
        }
        this.members = new Members(weeks, seed);
        this.member = member;
    }

    /// Why some places lose what they lose.
    ///
    /// @param product the product that is missing; empty for value at risk where there is any, else for
    /// the product
    /// of which most weeks are lost
    /// @throws IllegalArgumentException if an action names what the network does not have
    /// @throws NoSuchElementException if nobody there uses the product
    public Why run(SupplyNetwork network, Scenario scenario, Set<String> places, String product) {
        Names.require(network, scenario.actions());
        List<Action> actions = members.actions(scenario, member);
        Wiring wiring = new Wiring(network, scenario.assumptions().market(), actions);
        Assumptions drawn = members.assumptions(scenario.assumptions(), member);
        Trace trace = new Trace(wiring, drawn, actions, members.stocks(member), members.weeks());
        List<String> sorted = List.copyOf(new TreeSet<>(places));
        Paths paths = members.play(wiring, scenario, member);
        String asked = product.isEmpty() && !hasValue(paths, places) ? most(paths, places) : product;
        Trace.Told told = new Trace.Told(scenario.name(), member, sorted, asked);
        return asked.isEmpty() ? trace.value(places, members.values(member), told) : trace.product(places, asked, told);
    }

    private static boolean hasValue(Paths paths, Set<String> places) {
        for (int place = 0; place < paths.places(); place++) {
            if (paths.hasValue(place) && places.contains(paths.placeCode(place))) {
                return true;
            }
        }
        return false;
    }

    private static String most(Paths paths, Set<String> places) {
        String best = "";
        double most = -1;
        for (int line = 0; line < paths.lines(); line++) {
            boolean here = paths.isUsed(line) && places.contains(paths.place(line));
            if (here && paths.lostWeeks(line) > most) {
                most = paths.lostWeeks(line);
                best = paths.product(line);
            }
        }
        if (best.isEmpty()) {
            throw new NoSuchElementException("Nobody in %s uses anything of this chain.".formatted(places));
        }
        return best;
    }
}
