package org.monazite.shock;

import java.time.LocalDate;
import java.util.ArrayList;
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

    /// The same with the branches that a member of an ensemble plays: six members in a row, one for each pair of
    /// rules, play the same branch, the next six the next. A single run is member 0.
    public Scenario branch(int member) {
        List<Action> played = new ArrayList<>();
        for (Action action : actions) {
            if (action instanceof Action.Branching(var branches)) {
                played.addAll(branches.get(member / 6 % branches.size()));
            } else {
                played.add(action);
            }
        }
        return new Scenario(name, start, assumptions, played);
    }

    /// The same with further actions.
    public Scenario and(List<Action> more) {
        List<Action> all = new ArrayList<>(actions);
        all.addAll(more);
        return new Scenario(name, start, assumptions, all);
    }
}
