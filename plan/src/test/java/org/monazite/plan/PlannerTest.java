package org.monazite.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.monazite.supply.PlanOption;
import org.monazite.supply.Project;

class PlannerTest {

    private static final PlanResult RICH = solve(SmallWorld.spec(5e9));

    private static PlanResult solve(PlanSpec spec) {
        return Planner.of(SmallWorld.input(), 2, _ -> {}).solve(spec);
    }

    @Test
    void without_a_plan_a_ban_by_the_feared_supplier_leaves_most_of_American_demand_unmet() {
        assertThat(RICH.lossBefore().worstBan()).isEqualTo("CHN");
        assertThat(RICH.lossBefore().worstPartner()).isEqualTo("USA");
        assertThat(RICH.lossBefore().worstUnmet()).isBetween(0.6, 1.0);
    }

    @Tag("P3")
    @Test
    void a_plan_lowers_the_worst_ban() {
        assertThat(RICH.lossAfter().worstUnmet()).isLessThan(RICH.lossBefore().worstUnmet() / 2);
    }

    @Test
    void a_plan_passes_our_own_verifier_and_a_second_solver() {
        assertThat(RICH.check().verified()).as(RICH.check().toString()).isTrue();
        assertThat(RICH.check().rows()).isGreaterThan(500);
        assertThat(RICH.second().agrees()).as(RICH.second().toString()).isTrue();
    }

    @Tag("P1")
    @Test
    void no_partner_spends_more_than_its_budget() {
        PlanResult poor = solve(SmallWorld.spec(100e6));

        assertThat(poor.spentUsd().get("JPN")).isLessThanOrEqualTo(50e6 + 1);
        assertThat(poor.spentUsd().get("USA")).isLessThanOrEqualTo(50e6 + 1);
        assertThat(poor.decisions()).isNotEmpty();
    }

    @Test
    void what_is_paid_for_decisions_is_what_partners_spend() {
        double paid = RICH.decisions().stream()
                .flatMap(decision -> decision.paidUsd().values().stream())
                .mapToDouble(Double::doubleValue)
                .sum();

        assertThat(paid)
                .isCloseTo(
                        RICH.spentUsd().values().stream()
                                .mapToDouble(Double::doubleValue)
                                .sum(),
                        org.assertj.core.data.Offset.offset(1.0));
    }

    @Test
    void without_money_nothing_is_backed_and_the_nearest_plan_says_so() {
        PlanResult nothing = solve(SmallWorld.spec(0));

        assertThat(nothing.outcome()).isEqualTo(PlanResult.Outcome.NEAREST);
        assertThat(nothing.decisions()).isEmpty();
        assertThat(nothing.lossAfter().worstUnmet())
                .isLessThanOrEqualTo(nothing.lossBefore().worstUnmet() + 1e-6);
    }

    @Test
    void a_target_that_no_plan_reaches_is_reported_as_not_kept() {
        PlanResult strict = solve(SmallWorld.spec(5e9, new PlanSpec.Targets(0.0, 0.0, 0.0), List.of(), List.of()));

        assertThat(strict.outcome()).isEqualTo(PlanResult.Outcome.NEAREST);
        assertThat(strict.targets()).anyMatch(target -> !target.kept());
    }

    @Test
    void a_project_that_starts_after_the_plan_is_left_out_with_its_year() {
        assertThat(RICH.leftOut())
                .filteredOn(left -> left.id().equals("usa.late"))
                .singleElement()
                .satisfies(left -> {
                    assertThat(left.reasonEn()).contains("2035");
                    assertThat(left.reasonJa()).contains("2035");
                });
    }

    @Tag("P9")
    @Test
    void nothing_is_produced_before_its_start() {
        for (Decision decision : RICH.decisions()) {
            assertThat(decision.output().firstKey()).isGreaterThanOrEqualTo(decision.startYear());
        }
    }

    @Test
    void what_is_excluded_is_not_in_and_what_is_included_is() {
        PlanResult forced = solve(SmallWorld.spec(
                5e9, new PlanSpec.Targets(0.65, 0.5, 0.1), List.of("aus.heavy"), List.of("met.module")));

        assertThat(forced.find("aus.heavy")).isPresent();
        assertThat(forced.decisions()).noneMatch(decision -> decision.id().startsWith("met.module"));
    }

    @Test
    void the_order_of_projects_and_options_changes_nothing() {
        List<Project> projects = new ArrayList<>(SmallWorld.projects());
        List<PlanOption> options = new ArrayList<>(SmallWorld.options());
        Collections.shuffle(projects, new Random(7));
        Collections.reverse(options);

        PlanResult shuffled =
                Planner.of(SmallWorld.input(projects, options), 1, _ -> {}).solve(SmallWorld.spec(5e9));

        assertThat(shuffled.decisions()).isEqualTo(RICH.decisions());
        assertThat(shuffled.bans()).isEqualTo(RICH.bans());
        assertThat(shuffled.leftOut()).isEqualTo(RICH.leftOut());
    }

    @Test
    void an_unknown_project_is_refused_with_the_nearest_name() {
        PlanSpec wrong = SmallWorld.spec(1e9, new PlanSpec.Targets(0.65, 0.5, 0.1), List.of("usa.metall"), List.of());

        assertThatThrownBy(() -> solve(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'usa.metall'")
                .hasMessageContaining("Maybe you meant 'usa.metal'");
    }

    @Test
    void an_unknown_place_is_refused_with_the_nearest_name() {
        assertThatThrownBy(() -> solve(PlanSpec.of(List.of("JPM"), "CHN", 1e9)))
                .hasMessageContaining("'JPM'")
                .hasMessageContaining("Maybe you meant 'JPN'");
    }

    @Test
    void a_project_that_the_budget_cannot_pay_cannot_be_forced_in() {
        PlanSpec poor = SmallWorld.spec(1e6, new PlanSpec.Targets(0.65, 0.5, 0.1), List.of("usa.magnet"), List.of());

        assertThatThrownBy(() -> solve(poor)).hasMessageContaining("Maybe");
    }

    @Tag("P13")
    @Test
    void the_daily_engine_and_the_plan_see_the_same_ban() {
        Replay.Line line = RICH.replay().lines().stream()
                .filter(each -> each.banId().equals("CHN") && each.partner().equals("USA"))
                .findFirst()
                .orElseThrow();

        assertThat(line.engineBefore()).isBetween(line.planBefore() - 0.15, line.planBefore() + 0.15);
        assertThat(line.engineAfter()).isLessThan(0.75 * line.engineBefore());
        assertThat(line.engineAfter())
                .isBetween(line.spanAfter().least(), line.spanAfter().most());
    }

    @Test
    void a_cap_on_direct_shares_counts_own_production() {
        PlanResult.Dependence metal = RICH.dependence().stream()
                .filter(each -> each.partner().equals("JPN") && each.productId().equals("a.metal"))
                .findFirst()
                .orElseThrow();

        assertThat(metal.supplyBefore()).isLessThan(metal.directBefore());
        assertThat(RICH.targets().stream()
                        .filter(target -> target.name().equals("direct_share"))
                        .filter(target -> target.subject().equals("JPN a.metal"))
                        .findFirst()
                        .orElseThrow()
                        .reached())
                .isEqualTo(metal.supplyAfter());
    }

    @Test
    void more_money_never_makes_a_plan_worse() {
        Frontier frontier = Planner.of(SmallWorld.input(), 2, _ -> {}).frontier(SmallWorld.spec(400e6), 6);

        for (int k = 1; k < frontier.points().size(); k++) {
            Frontier.Point less = frontier.points().get(k - 1);
            Frontier.Point more = frontier.points().get(k);
            assertThat(more.budgetUsd()).isGreaterThan(less.budgetUsd());
            assertThat(more.worstUnmet()).isLessThanOrEqualTo(less.worstUnmet() + 1e-9);
            assertThat(more.spentUsd()).isLessThanOrEqualTo(more.budgetUsd() + 1);
            assertThat(more.verified()).isTrue();
        }
    }

    @Test
    void taking_a_backed_project_out_costs_something_and_says_where_it_is_worth_it() {
        String id = RICH.decisions().stream()
                .filter(decision -> decision.kind() != Decision.Kind.OFFTAKE)
                .map(Decision::id)
                .findFirst()
                .orElseThrow();

        Why why = Planner.of(SmallWorld.input(), 2, _ -> {}).why(SmallWorld.spec(5e9), id);

        assertThat(why.inPlan()).isTrue();
        assertThat(why.costDeltaUsd() > 0
                        || why.worstUnmetDelta() > 0
                        || !why.lostTargets().isEmpty())
                .as("money, the worst ban or a target: %s", why.sentenceEn())
                .isTrue();
        assertThat(why.sentenceEn()).contains(id).contains("without it");
        assertThat(why.sentenceJa()).contains(id);
    }

    @Test
    void why_refuses_what_cannot_be_chosen_and_says_the_reason() {
        assertThatThrownBy(() -> Planner.of(SmallWorld.input(), 1, _ -> {})
                        .why(SmallWorld.spec(1e9, new PlanSpec.Targets(1, 1, 0.1), List.of(), List.of()), "nobody"))
                .hasMessageContaining("'nobody'")
                .hasMessageContaining("Maybe");
    }
}
