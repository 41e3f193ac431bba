package org.monazite.shock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.monazite.shock.internal.Draws;
import org.monazite.supply.SupplyNetwork;

/// Numbers of actions that a scenario leaves open are drawn in ensembles; those that it states are not.
class C09_GuessesAreDrawnTest {

    private static final SupplyNetwork WORLD = World.of("""
            CHN/magnet -> JPN/use 300 @5, CHN/use 200, VNM/use 20 @6
            AUS/magnet -> JPN/use 65 @9
            JPN/use -> industry 365
            CHN/use -> industry 200
            VNM/use -> industry 20
            """);
    private static final Targets FROM_CHINA = new Targets(Set.of("CHN"), Set.of("JPN"), Set.of());
    private static final Action.ExportBan BAN = new Action.ExportBan(FROM_CHINA, 30, 200, 0);
    private static final Action.Hoarding HOARD = new Action.Hoarding(Set.of(), Set.of(), 0, 100, 15, 30);

    private static final List<Action> ALL = List.of(
            new Action.Rush(FROM_CHINA, 5, 30, 0.5),
            HOARD,
            new Action.Leakage(FROM_CHINA, Set.of("VNM"), 30, 200, 0.1, 0, 15, 60),
            new Action.NewSupplier("AUS", "JPN", "magnet", 50, 180, new Trigger.Day(30), Optional.empty()),
            new Action.Substitution(Set.of(), Set.of(), 30, 0.2, 360),
            new Action.Recycling(Set.of(), Set.of("magnet"), 30, 0.2, 90, 1.5),
            new Action.Restart("AUS", "magnet", 40, new Trigger.Day(30), 365, 180));

    private static Scenario scenario(List<Action> actions, List<Scenario.Guess> guesses) {
        return new Scenario("guesses", LocalDate.of(2026, 1, 1), Assumptions.MINERALS, actions, guesses);
    }

    private static List<Scenario.Guess> about(Action action) {
        return Arrays.stream(ActionNumber.values())
                .filter(number -> number.isOf(action))
                .map(number -> new Scenario.Guess(action, number))
                .toList();
    }

    private static Ensemble ensemble(Scenario scenario, int threads) {
        return new EnsembleRunner(new EnsembleSettings(30, 24, 7, threads), _ -> {}).run(WORLD, scenario);
    }

    @Test
    void every_number_stays_in_its_range_and_moves() {
        for (Action action : ALL) {
            Scenario scenario = scenario(List.of(action), about(action));
            for (Scenario.Guess guess : scenario.guesses()) {
                ActionNumber number = guess.number();
                double[] values = new double[50];
                for (int member = 0; member < values.length; member++) {
                    values[member] = number.of(
                            scenario.drawn(new Draws(7), member).actions().getFirst());
                }
                assertThat(Arrays.stream(values).boxed())
                        .as(number.key())
                        .allSatisfy(value -> assertThat(value).isBetween(number.low(), number.high()));
                assertThat(Arrays.stream(values).distinct().count())
                        .as(number.key())
                        .isGreaterThan(40);
            }
        }
    }

    @Test
    void every_number_belongs_to_one_of_the_kinds() {
        assertThat(ActionNumber.values()).allSatisfy(number -> assertThat(ALL).anyMatch(number::isOf));
    }

    @Test
    void a_number_that_is_stated_stands() {
        Scenario stated = scenario(List.of(BAN, HOARD), List.of());

        assertThat(EnsembleRunner.member(stated, 7, 3).actions()).isEqualTo(stated.actions());
    }

    @Test
    void what_is_drawn_changes_the_members_but_not_the_central_run() {
        Ensemble drawn = ensemble(scenario(List.of(BAN, HOARD), about(HOARD)), 1);

        assertThat(drawn.lines())
                .isNotEqualTo(
                        ensemble(scenario(List.of(BAN, HOARD), List.of()), 1).lines());
        assertThat(drawn.central())
                .isEqualTo(ensemble(scenario(List.of(BAN, HOARD), List.of()), 1).central());
    }

    @Test
    void any_number_of_threads_draws_the_same() {
        List<Action> actions = List.of(BAN, ALL.get(2), ALL.get(6));
        List<Scenario.Guess> guesses =
                actions.stream().flatMap(action -> about(action).stream()).toList();

        assertThat(ensemble(scenario(actions, guesses), 3)).isEqualTo(ensemble(scenario(actions, guesses), 1));
    }

    @Test
    void a_guess_inside_a_branch_is_drawn_as_well() {
        Action.Branching branches = new Action.Branching(List.of(List.of(HOARD), List.of()));
        Scenario member = scenario(List.of(branches), about(HOARD)).drawn(new Draws(7), 1);

        assertThat(((Action.Hoarding) member.branch(0).actions().getFirst()).extraDays())
                .isNotEqualTo(15);
    }

    @Test
    void a_guess_about_what_an_action_does_not_have_is_refused() {
        assertThatThrownBy(() -> new Scenario.Guess(BAN, ActionNumber.RUSH_EAGER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rush.eager");
    }
}
