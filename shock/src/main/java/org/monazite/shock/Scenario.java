package org.monazite.shock;

import java.time.LocalDate;
import java.util.List;

/// What is played: how the world is, and who does what when.
///
/// @param name its name in the workspace
/// @param start date of day 0
/// @param assumptions how the world works
/// @param actions who does what
public record Scenario(String name, LocalDate start, Assumptions assumptions, List<Action> actions) {

    /// Copies the actions.
    public Scenario {
        actions = List.copyOf(actions);
    }

    /// The same with other assumptions.
    public Scenario with(Assumptions other) {
        return new Scenario(name, start, other, actions);
    }

    /// The same with further actions.
    public Scenario and(List<Action> more) {
        List<Action> all = new java.util.ArrayList<>(actions);
        all.addAll(more);
        return new Scenario(name, start, assumptions, all);
    }
}
