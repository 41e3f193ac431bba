package org.monazite.shock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.monazite.shock.internal.Draws;

/// What is played: how the world is, and who does what when.
///
/// @param name its name in the workspace
/// @param start date of day 0
/// @param assumptions how the world works
/// @param actions who does what
/// @param guesses numbers of actions that members of an ensemble draw, as nobody stated them
public record Scenario(
        String name, LocalDate start, Assumptions assumptions, List<Action> actions, List<Guess> guesses) {

    /// First address of their draws; those of parameters, stocks and values come before.
    static final int GUESS_DRAW = 200;

    /// A number of an action that is a guess. Guesses about the same number share their draw.
    public record Guess(Action action, ActionNumber number) {

        /// Checks that the action has the number.
        public Guess {
            if (!number.isOf(action)) {
                throw new IllegalArgumentException("The action %s has no %s.".formatted(action, number.key()));
            }
        }
    }

    /// Copies the lists.
    public Scenario {
        actions = List.copyOf(actions);
        guesses = List.copyOf(guesses);
    }

    /// A scenario whose actions stand as they are.
    public Scenario(String name, LocalDate start, Assumptions assumptions, List<Action> actions) {
        this(name, start, assumptions, actions, List.of());
    }

    /// The scenario of a member of an ensemble: each guess about its actions drawn.
    Scenario drawn(Draws draws, int member) {
        if (guesses.isEmpty()) {
            return this;
        }
        List<Action> drawn =
                actions.stream().map(action -> drawn(action, draws, member)).toList();
        return new Scenario(name, start, assumptions, drawn);
    }

    private Action drawn(Action action, Draws draws, int member) {
        if (action instanceof Action.Branching(var branches)) {
            return new Action.Branching(branches.stream()
                    .map(branch -> branch.stream()
                            .map(each -> drawn(each, draws, member))
                            .toList())
                    .toList());
        }
        Action drawn = action;
        for (Guess guess : guesses) {
            if (guess.action().equals(action)) {
                drawn = guess.number()
                        .drawn(
                                drawn,
                                draws.uniform(
                                        member, GUESS_DRAW + guess.number().ordinal(), 0));
            }
        }
        return drawn;
    }

    /// The same with other assumptions.
    public Scenario with(Assumptions other) {
        return new Scenario(name, start, other, actions, guesses);
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
        return new Scenario(name, start, assumptions, played, guesses);
    }

    /// The same with further actions.
    public Scenario and(List<Action> more) {
        List<Action> all = new ArrayList<>(actions);
        all.addAll(more);
        return new Scenario(name, start, assumptions, all, guesses);
    }
}
