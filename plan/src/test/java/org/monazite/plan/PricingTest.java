package org.monazite.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The split by the prices of the plan of all (Owen 1975). A failure names its seed.
class PricingTest {

    private static final double ROUNDING = 1e-6; // of what all bear
    private static final double CALM = 0.25e6; // USD a year: what the pattern of a calm year counts, and is no money

    private static Sharing question(int seed) {
        BruteForceTest.Question question = BruteForceTest.Question.of(seed);
        return Planner.of(question.input(), 1, _ -> {}).share(question.spec());
    }

    private static Sharing owen(double budgetUsd, double capital) {
        return Planner.of(OwenWorld.input(capital), 2, _ -> {}).share(OwenWorld.spec(budgetUsd));
    }

    /// What no group can bear less than: by weak duality, since the prices of the plan of all fit its rows
    /// too.
    private static double least(Sharing.Prices prices, List<String> members) {
        double sum = prices.commonUsd() - prices.wholeUsd();
        for (Sharing.Priced line : prices.lines()) {
            sum += members.contains(line.partner()) ? line.ownUsd() : 0;
        }
        return sum;
    }

    private static void noGroupBearsLess(int seed) {
        Sharing sharing = question(seed);
        Sharing.Prices prices = sharing.prices().orElseThrow();
        double all = sharing.all().bornUsd();

        assertThat(prices.rest()).as("seed " + seed).isLessThan(ROUNDING);
        assertThat(prices.wholeUsd()).as("seed " + seed).isGreaterThan(-ROUNDING * all);
        for (Sharing.Group group : sharing.groups()) {
            assertThat(group.bornUsd())
                    .as("seed %d, %s", seed, group.members())
                    .isGreaterThan(least(prices, group.members()) - CALM);
        }
    }

    @Test
    void by_weak_duality_no_group_bears_less_than_the_prices_of_the_plan_of_all_say() {
        for (int seed = 1; seed <= 3; seed++) {
            noGroupBearsLess(seed);
        }
    }

    @Test
    @Tag("slow")
    void by_weak_duality_no_group_of_a_hundred_questions_bears_less() {
        for (int seed = 3001; seed <= 3100; seed++) {
            noGroupBearsLess(seed);
        }
    }

    @Test
    void what_the_prices_pay_for_adds_up_to_what_all_bear() {
        Sharing sharing = question(3);
        Sharing.Prices prices = sharing.prices().orElseThrow();

        double sum = prices.wholeUsd();
        for (Sharing.Priced line : prices.lines()) {
            sum += line.ownUsd() + line.holdingsUsd();
        }

        assertThat(sum)
                .isCloseTo(
                        sharing.all().bornUsd(),
                        Offset.offset(ROUNDING * sharing.all().bornUsd()));
    }

    @Test
    void where_groups_differ_in_right_hand_sides_alone_the_split_by_prices_lies_in_the_core() {
        for (Sharing sharing : List.of(owen(5e9, 10), owen(30e6, 10), owen(60e6, 3000))) {
            double rounding = ROUNDING * sharing.all().bornUsd();

            assertThat(sharing.prices().orElseThrow().wholeUsd()).isLessThan(rounding);
            assertThat(sharing.get(Sharing.Rule.DUALS).worstExcessUsd()).isLessThan(rounding);
            assertThat(sharing.get(Sharing.Rule.DUALS_OWNED).worstExcessUsd()).isLessThan(rounding);
        }
    }

    @Test
    void the_host_of_works_that_save_the_others_from_a_ban_is_paid_by_them() {
        Sharing.Split split = owen(5e9, 10).get(Sharing.Rule.DUALS);

        assertThat(split.paymentUsd().get("USA")).isLessThan(-1e6);
        assertThat(split.paymentUsd().get("JPN")).isGreaterThan(1e6);
    }

    @Test
    void where_works_that_would_pay_cannot_be_had_in_parts_the_split_by_prices_need_not_lie_in_the_core() {
        Sharing sharing = owen(5e6, 10); // too little for the works: prices of a part of them

        assertThat(sharing.prices().orElseThrow().wholeUsd()).isGreaterThan(1e6);
        assertThat(sharing.leastCoreUsd()).isLessThan(1);
        assertThat(sharing.get(Sharing.Rule.DUALS).worstExcessUsd()).isGreaterThan(1e6);
        assertThat(sharing.get(Sharing.Rule.DUALS).worstGroup()).containsExactly("JPN");
    }
}
