package org.monazite.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Worth, value, why and what must give way, on a world small enough to see.
class AnswersTest {

    private static Worth worth;
    private static Value value;

    private static Planner planner(int threads) {
        return Planner.of(SmallWorld.input(), threads, _ -> {});
    }

    /// Not static initializers: the planner's threads call back into this class.
    @BeforeAll
    static void find() {
        worth = planner(2).worth(SmallWorld.spec(300e6), List.of());
        value = planner(2).value(SmallWorld.spec(300e6));
    }

    @Test
    void one_more_never_saves_more_than_one_less_costs() {
        assertThat(worth.lines()).isNotEmpty();
        for (Worth.Line line : worth.lines()) {
            assertThat(line.moreUsd()).as(line.asset().id()).isGreaterThanOrEqualTo(0);
            if (!Double.isNaN(line.lessUsd())) {
                assertThat(line.lessUsd())
                        .as(line.asset().id())
                        .isGreaterThanOrEqualTo(line.moreUsd() * (1 - 1e-4) - 1);
            }
        }
    }

    @Test
    void where_a_worth_arises_adds_up_to_all_of_it() {
        assertThat(worth.lines()).anyMatch(line -> !line.episodes().isEmpty());
        for (Worth.Line line : worth.lines()) {
            if (!line.episodes().isEmpty()) {
                assertThat(line.episodes().stream()
                                .mapToDouble(Worth.Part::share)
                                .sum())
                        .isCloseTo(1, Offset.offset(0.01));
            }
        }
    }

    @Test
    void a_stock_of_what_nobody_in_the_place_takes_in_is_refused_with_what_they_do() {
        Worth.Asset wrong = new Worth.Asset(Worth.Kind.STOCK, "USA", "a.use");

        assertThatThrownBy(() -> planner(1).worth(SmallWorld.spec(300e6), List.of(wrong)))
                .hasMessageContaining("'a.use'")
                .hasMessageContaining("a.magnet")
                .hasMessageContaining("Maybe");
    }

    @Test
    void capacity_and_budgets_that_are_not_there_are_refused() {
        Worth.Asset works = new Worth.Asset(Worth.Kind.CAPACITY, "USA", "h.oxide");
        Worth.Asset money = new Worth.Asset(Worth.Kind.BUDGET, "AUS", "");

        assertThatThrownBy(() -> planner(1).worth(SmallWorld.spec(300e6), List.of(works)))
                .hasMessageContaining("'h.oxide'");
        assertThatThrownBy(() -> planner(1).worth(SmallWorld.spec(300e6), List.of(money)))
                .hasMessageContaining("'AUS' is no partner");
    }

    @Test
    void to_know_what_comes_is_never_worth_less_than_nothing() {
        assertNotLessThanNothing(value);
    }

    @ParameterizedTest
    @Tag("slow")
    @ValueSource(doubles = {30e6, 3e9})
    void with_little_and_with_much_money_to_know_is_never_worth_less_than_nothing(double budget) {
        assertNotLessThanNothing(planner(2).value(SmallWorld.spec(budget)));
    }

    private static void assertNotLessThanNothing(Value known) {
        double money = known.planCostUsd() + known.expectedUsd();

        assertThat(known.evpiUsd()).isGreaterThanOrEqualTo(-2e-4 * money - 1e4);
        assertThat(known.evpiUsd()).isLessThanOrEqualTo(money + 1);
        if (known.mean().broken().isEmpty()) {
            assertThat(known.mean().vssUsd()).isGreaterThanOrEqualTo(-2e-4 * money - 1e4);
        } else {
            assertThat(known.mean().vssUsd()).isNaN();
        }
    }

    @Test
    void no_plan_has_a_smaller_largest_regret_than_the_one_sought_for_it() {
        assertThat(value.leastRegretUsd()).isLessThanOrEqualTo(value.mostRegretUsd() * (1 + 1e-4) + 1e4);
        assertThat(value.lines()).allMatch(line -> line.regretUsd() >= -1e-3 * Math.abs(line.planUsd()) - 1e4);
    }

    @Test
    void the_chances_of_all_states_add_up_to_one() {
        assertThat(value.lines().stream().mapToDouble(Value.Line::chance).sum()).isCloseTo(1, Offset.offset(1e-12));
        assertThat(value.lines().getLast().banId()).isEmpty();
    }

    @Test
    void why_says_money_and_which_bans_pay_for_it() {
        PlanResult plan = planner(1).solve(SmallWorld.spec(300e6));
        String id = plan.decisions().stream()
                .filter(decision -> decision.kind() == Decision.Kind.PROJECT)
                .findFirst()
                .orElseThrow()
                .id();

        Why why = planner(1).why(SmallWorld.spec(300e6), id);

        assertThat(Proof.hold(why.proofs())).isTrue();
        assertThat(why.costDeltaUsd()).isCloseTo(why.planCostDeltaUsd() + why.expectedDeltaUsd(), Offset.offset(1.0));
        assertThat(why.yearlyUsd()).isPositive();
    }

    @Test
    void a_budget_that_keeps_all_needs_nothing_to_give_way() {
        PlanSpec rich = SmallWorld.spec(5e9, new PlanSpec.Targets(1, 1, 0.5), List.of(), List.of());

        Relaxing relaxing = planner(2).relax(rich);

        assertThat(relaxing.size()).isZero();
        assertThat(relaxing.nearest()).allMatch(PlanResult.TargetState::kept);
    }

    @Test
    @Tag("slow")
    void the_budget_that_is_said_to_be_enough_is_enough() {
        PlanSpec poor = SmallWorld.spec(60e6, new PlanSpec.Targets(1, 1, 0.5), List.of(), List.of());
        Relaxing relaxing = planner(2).relax(poor);
        Relaxing.Gives budget = relaxing.sets().stream()
                .filter(way -> way.gives().size() == 1)
                .map(way -> way.gives().getFirst())
                .filter(gives -> gives.name().equals("budget"))
                .findFirst()
                .orElseThrow();
        java.util.TreeMap<String, Double> enough = new java.util.TreeMap<>(poor.budgetUsd());
        enough.put(budget.partner(), budget.needed() * 1.001);
        java.util.TreeMap<String, Double> tooLittle = new java.util.TreeMap<>(poor.budgetUsd());
        tooLittle.put(budget.partner(), budget.needed() * 0.9);

        assertThat(planner(1).relax(poor.withBudget(enough)).size()).isZero();
        assertThat(planner(1).relax(poor.withBudget(tooLittle)).size()).isPositive();
    }

    @Test
    @Tag("slow")
    void one_thread_answers_like_two() {
        PlanSpec spec = SmallWorld.spec(300e6);

        assertThat(planner(1).worth(spec, List.of())).isEqualTo(worth);
        assertThat(planner(1).value(spec)).isEqualTo(value);
        assertThat(planner(1).relax(spec)).isEqualTo(planner(2).relax(spec));
        assertThat(planner(1).alternatives(spec, 0.03)).isEqualTo(planner(2).alternatives(spec, 0.03));
    }

    @Test
    @Tag("slow")
    void the_good_plan_that_differs_most_is_good_and_verified() {
        Alternatives found = planner(1).alternatives(SmallWorld.spec(300e6), 0.03);

        assertThat(Proof.hold(found.proofs())).isTrue();
        assertThat(found.otherUsd()).isLessThanOrEqualTo(found.bestUsd() * 1.03 + 1e5);
    }

    @Test
    void a_tolerance_of_nothing_is_refused() {
        assertThatThrownBy(() -> planner(1).alternatives(SmallWorld.spec(300e6), 0))
                .hasMessageContaining("plan.tolerance");
    }
}
