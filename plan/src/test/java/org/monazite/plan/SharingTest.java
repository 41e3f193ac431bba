package org.monazite.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SharingTest {

    private static Sharing sharing;

    /// Not a static initializer: the planner's threads call back into this class.
    @BeforeAll
    static void find() {
        sharing = share(2);
    }

    private static Sharing share(int threads) {
        return Planner.of(SmallWorld.input(), threads, _ -> {}).share(SmallWorld.spec(5e9));
    }

    private static double sum(SortedMap<String, Double> byPartner) {
        return byPartner.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    @Test
    void every_group_of_partners_has_a_plan_that_our_verifier_confirms() {
        assertThat(sharing.groups())
                .extracting(Sharing.Group::members)
                .containsExactly(List.of("JPN"), List.of("USA"), List.of("JPN", "USA"));
        assertThat(sharing.proofs()).allMatch(Proof::holds);
    }

    @Tag("P10")
    @Test
    void what_all_partners_bear_is_shared_without_rest_by_every_rule() {
        for (Sharing.Split split : sharing.splits()) {
            assertThat(sum(split.bornUsd()))
                    .as(split.rule().id())
                    .isCloseTo(
                            sharing.all().bornUsd(),
                            Offset.offset(1e-6 * sharing.all().bornUsd()));
            assertThat(sum(split.paymentUsd()))
                    .as(split.rule().id())
                    .isCloseTo(
                            sharing.planCostUsd(),
                            Offset.offset(1e-6 * sharing.all().bornUsd()));
        }
    }

    @Test
    void partners_bear_no_more_together_than_apart_unless_both_draw_on_the_same_works() {
        for (double budget : new double[] {40e6, 200e6, 5e9}) {
            Sharing found = Planner.of(SmallWorld.input(), 1, _ -> {}).share(SmallWorld.spec(budget));
            assertThat(found.couplings())
                    .as("budget %s", budget)
                    .allSatisfy(each -> assertThat(each.shared()).isNotEmpty());
        }
        assertThat(sharing.couplings()).isEmpty();
    }

    @Test
    void groups_that_bear_more_together_are_named_with_what_both_draw_on() {
        Sharing.Group japan = group(List.of("JPN"), 1e6, "offtake.THA/a.metal@JPN", "met.module@JPN");
        Sharing.Group usa = group(List.of("USA"), 2e6, "offtake.THA/a.metal@USA");
        Sharing.Group both = group(List.of("JPN", "USA"), 4e6);
        Sharing dearer = new Sharing(List.of(japan, usa, both), List.of(), List.of(), 4e6, 0, Optional.empty());

        assertThat(dearer.couplings()).singleElement().satisfies(each -> {
            assertThat(each.moreUsd()).isEqualTo(1e6);
            assertThat(each.shared()).containsExactly("offtake.THA/a.metal");
        });
    }

    private static Sharing.Group group(List<String> members, double costUsd, String... decisions) {
        return new Sharing.Group(members, costUsd, 0, 0, List.of(), List.of(decisions), Proof.NOT_NEEDED);
    }

    @Test
    void whoever_plans_alone_leaves_the_others_what_they_have_without_a_plan() {
        for (Sharing.Line line : sharing.lines()) {
            assertThat(line.worstAlone()).as(line.partner()).isLessThanOrEqualTo(line.worstBefore() + 1e-6);
        }
    }

    @Test
    void a_group_backs_nothing_in_the_place_of_another_partner() {
        assertThat(sharing.groups().getFirst().decisions())
                .noneMatch(id -> id.startsWith("usa.") || id.endsWith("@USA"));
    }

    @Test
    void no_split_is_less_bad_for_the_group_worst_off_than_the_nucleolus() {
        for (Sharing.Split split : sharing.splits()) {
            assertThat(split.worstExcessUsd()).isGreaterThanOrEqualTo(sharing.leastCoreUsd() - 1);
        }
        assertThat(sharing.get(Sharing.Rule.NUCLEOLUS).worstExcessUsd())
                .isCloseTo(sharing.leastCoreUsd(), Offset.offset(1.0));
    }

    @Test
    void the_plan_of_all_costs_what_the_planner_says() {
        PlanResult plan = Planner.of(SmallWorld.input(), 1, _ -> {}).solve(SmallWorld.spec(5e9));

        assertThat(sharing.planCostUsd()).isCloseTo(plan.costUsd(), Offset.offset(1.0));
    }

    @Test
    void one_thread_shares_like_two() {
        assertThat(share(1)).isEqualTo(sharing);
    }

    @Test
    void seven_partners_are_too_many() {
        PlanSpec many = PlanSpec.of(List.of("A", "B", "C", "D", "E", "F", "G"), "CHN", 1e9);

        assertThatThrownBy(() -> Planner.of(SmallWorld.input(), 1, _ -> {}).share(many))
                .hasMessageContaining("127")
                .hasMessageContaining("Maybe");
    }
}
