package org.monazite.shock;

import java.util.List;
import org.monazite.shock.internal.Draws;
import org.monazite.shock.internal.Kernel;
import org.monazite.shock.internal.Paths;
import org.monazite.shock.internal.WeeklyRecorder;
import org.monazite.shock.internal.Wiring;

/// One member of an ensemble, played alone: what it draws depends on seed and number and on nothing else.
///
/// @param weeks length of the run
/// @param seed of all draws
record Members(int weeks, long seed) {

    /// The member that draws nothing: the run with the default assumptions.
    static final int CENTRAL = -1;

    static final int STOCK_DRAW = 100;
    static final int VALUE_DRAW = 101;

    /// The assumptions of a member.
    Assumptions assumptions(Assumptions defaults, int member) {
        return member == CENTRAL ? defaults : EnsembleRunner.draw(defaults, new Draws(seed), member);
    }

    /// Where in its range each stated stock lies; NaN for the stated value.
    double stocks(int member) {
        return member == CENTRAL ? Double.NaN : new Draws(seed).uniform(member, STOCK_DRAW, 0);
    }

    /// Where in their range the values at risk lie; NaN for the stated ones.
    double values(int member) {
        return member == CENTRAL ? Double.NaN : new Draws(seed).uniform(member, VALUE_DRAW, 0);
    }

    /// What a member plays: its branches, and its draws of what is a guess about the actions.
    List<Action> actions(Scenario scenario, int member) {
        Scenario drawn = member == CENTRAL ? scenario : scenario.drawn(new Draws(seed), member);
        return drawn.branch(Math.max(member, 0)).actions();
    }

    /// A run that stands before its first day.
    Kernel kernel(Wiring wiring, Scenario scenario, int member) {
        return new Kernel(
                wiring, assumptions(scenario.assumptions(), member), actions(scenario, member), stocks(member));
    }

    /// Plays a member to the end.
    Paths play(Wiring wiring, Scenario scenario, int member) {
        Kernel kernel = kernel(wiring, scenario, member);
        WeeklyRecorder recorder = new WeeklyRecorder(kernel, weeks, values(member));
        for (int day = 0; day < 7 * weeks; day++) {
            kernel.day(day);
            recorder.day(day);
        }
        return recorder.paths();
    }
}
