package org.monazite.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.monazite.supply.Flag;
import org.monazite.supply.Range;

/// What each step along a frontier costs and saves, and why it bends, on plans written by hand.
class StepsTest {

    private static final Setting SETTING = new Setting(
            2024,
            List.of(
                    new Setting.Stage("a.metal", 1200, 300, 1000, 0, List.of()),
                    new Setting.Stage("a.magnet", 500, 300, 1000, 0, List.of())),
            List.of(),
            List.of(),
            Setting.Needs.NONE);

    private static Decision backed(String id, Decision.Kind kind, double tonnes) {
        return new Decision(
                id,
                kind,
                id,
                id,
                "JPN",
                "a.metal",
                tonnes,
                2028,
                2030,
                new TreeMap<>(Map.of(2030, tonnes * 0.9)),
                Range.exactly(1),
                new TreeMap<>(),
                List.of(),
                java.util.Optional.empty(),
                true,
                "",
                Flag.ESTIMATE,
                List.of(),
                List.of());
    }

    private static Decision works(String id, double tonnes) {
        return backed(id, Decision.Kind.MODULE, tonnes);
    }

    private static Frontier.Point point(double money, double unmet, double expected, Decision... backed) {
        return new Frontier.Point(
                money,
                money,
                money / 10,
                unmet,
                unmet * 1e9,
                expected,
                List.of(),
                Stream.of(backed).map(Decision::id).toList(),
                true,
                SecondSolver.none(SecondSolver.Asked.NO_PLAN),
                new TreeMap<>(),
                List.of(backed));
    }

    private static Steps of(int knee, Frontier.Point... points) {
        return Steps.of(new Frontier(List.of(points), knee, SETTING, new TreeMap<>()), 2030);
    }

    @Test
    void a_point_costs_the_money_over_the_points_it_takes_off_and_a_dollar_of_loss_its_cost_a_year() {
        Steps.Step step = of(1, point(0, 0.3, 50), point(40, 0.1, 30, works("m", 500)))
                .list()
                .getFirst();

        assertThat(step.slope().usdPerPoint()).isCloseTo(40.0 / 20, within(1e-12));
        assertThat(step.slope().costPerSavedUsd()).isCloseTo(4.0 / 20, within(1e-12));
        assertThat(step.changes()).containsExactly(new Steps.Change("m", 0, 500));
    }

    @Test
    void a_step_that_takes_nothing_off_the_worst_ban_has_no_price_of_a_point() {
        Steps.Slope slope = of(1, point(0, 0.1, 50), point(40, 0.1, 30, works("m", 500)))
                .list()
                .getFirst()
                .slope();

        assertThat(slope.usdPerPoint()).isNaN();
        assertThat(slope.costPerSavedUsd()).isPositive();
    }

    @Test
    void what_comes_in_goes_out_or_changes_its_size_is_a_change_and_what_stays_is_none() {
        Steps.Step step = of(
                        1,
                        point(10, 0.3, 50, works("grows", 500), works("out", 100), works("stays", 70)),
                        point(40, 0.1, 30, works("grows", 1000), works("in", 50), works("stays", 70)))
                .list()
                .getFirst();

        assertThat(step.changes())
                .containsExactly(
                        new Steps.Change("grows", 500, 1000),
                        new Steps.Change("in", 0, 50),
                        new Steps.Change("out", 100, 0));
    }

    @Test
    void budgets_that_buy_the_same_plan_are_no_step() {
        Frontier.Point same = point(40, 0.1, 30, works("m", 500));

        assertThat(of(1, point(0, 0.3, 50), same, same, same).list()).hasSize(1);
    }

    @Test
    void the_scarce_stage_is_relieved_by_what_works_make_in_the_target_year_and_not_by_stocks_or_contracts() {
        Steps steps = of(
                1,
                point(0, 0.3, 50),
                point(
                        40,
                        0.1,
                        30,
                        works("m", 500),
                        backed("stock", Decision.Kind.STOCKPILE, 100),
                        backed("contract", Decision.Kind.OFFTAKE, 100)));

        assertThat(steps.relieved()).singleElement().satisfies(stage -> {
            assertThat(stage.productId()).isEqualTo("a.metal");
            assertThat(stage.addedTonnes()).isCloseTo(450, within(1e-9));
            assertThat(stage.before()).isCloseTo(1.2, within(1e-12));
            assertThat(stage.with()).isCloseTo(1200.0 / 1450, within(1e-12));
        });
    }

    @Test
    void beyond_a_knee_that_leaves_nothing_unmet_nothing_is_left() {
        Frontier.Point free = point(40, 0, 0, works("m", 500));

        assertThat(of(1, point(0, 0.3, 50), free, free).beyond()).isEqualTo(Steps.Beyond.NOTHING_LEFT);
    }

    @Test
    void beyond_a_knee_whose_plan_stays_although_demand_is_unmet_nothing_else_helps() {
        Frontier.Point last = point(40, 0.1, 30, works("m", 500));

        assertThat(of(1, point(0, 0.3, 50), last, last).beyond()).isEqualTo(Steps.Beyond.SAME_PLAN);
    }

    @Test
    void beyond_a_knee_after_which_plans_still_change_points_are_dearer() {
        Steps steps = of(
                1,
                point(0, 0.3, 50),
                point(40, 0.1, 30, works("m", 500)),
                point(400, 0.09, 29, works("m", 500), works("n", 500)));

        assertThat(steps.beyond()).isEqualTo(Steps.Beyond.DEARER);
        assertThat(steps.beyondKnee().usdPerPoint())
                .isGreaterThan(5 * steps.upToKnee().usdPerPoint());
    }

    @Test
    void where_the_last_budget_is_the_knee_there_is_no_bend() {
        assertThat(of(1, point(0, 0.3, 50), point(40, 0.1, 30, works("m", 500))).beyond())
                .isEqualTo(Steps.Beyond.NO_BEND);
    }
}
