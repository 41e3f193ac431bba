package org.monazite.plan.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.monazite.plan.cases.PocketAnswers.Point;
import org.monazite.plan.cases.PocketAnswers.Subset;
import org.monazite.plan.cases.PocketAnswers.Target;
import org.monazite.plan.cases.PocketAnswers.Worth;
import org.monazite.plan.lp.Highs;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Status;

/// The answers in cases/plan/pocket/expected.yaml were found by enumeration; here they are typed in
/// once more.
@Tag("validation")
class PocketTest {

    private static final Offset<Double> NEAR = within(1e-4);

    private static final Pocket POCKET = pocket("CHN");
    private static final PocketAnswers ANSWERS = PocketPlanner.answer(POCKET, Highs.load());

    private static Pocket pocket(String banned) {
        return new Pocket(
                4,
                100,
                200,
                List.of(new Pocket.Supplier("CHN", 200, 40)),
                List.of(
                        new Pocket.Project("A", 40, 1200, 50),
                        new Pocket.Project("B", 60, 3000, 45),
                        new Pocket.Project("C", 15, 300, 55)),
                new Pocket.Stock(25, 40, 4, 25),
                List.of(
                        new Pocket.Episode("none", 0.80, "", List.of()),
                        new Pocket.Episode("CHN-year", 0.15, banned, List.of(1, 2, 3, 4)),
                        new Pocket.Episode("CHN-half", 0.05, banned, List.of(1, 2))),
                new Pocket.Ask(
                        List.of(60.0, 30.0, 10.0, 0.0),
                        List.of(0.0, 300.0, 500.0, 1000.0, 1500.0, 2000.0, 2500.0, 4000.0, 4500.0),
                        List.of(
                                new Pocket.WorthOf(List.of("C"), 10),
                                new Pocket.WorthOf(List.of("A", "C"), 22.5),
                                new Pocket.WorthOf(List.of("A", "B", "C"), 10))));
    }

    @Test
    void doing_nothing_costs_6800_and_leaves_a_year_of_demand_unmet() {
        assertThat(ANSWERS.doNothing().cost()).isEqualTo(6800, NEAR);
        assertThat(ANSWERS.doNothing().worstBanUnmet()).isEqualTo(100, NEAR);
    }

    @Test
    void the_cheapest_plan_builds_the_smallest_project_and_fills_the_stock() {
        PocketAnswers.Cheapest plan = ANSWERS.cheapest();

        assertThat(plan.cost()).isEqualTo(6019.375, NEAR);
        assertThat(plan.projects()).containsExactly("C");
        assertThat(plan.stock()).isEqualTo(25, NEAR);
        assertThat(plan.unmet().keySet()).containsExactly("none", "CHN-year", "CHN-half");
        assertThat(plan.unmet().values())
                .usingElementComparator(PocketTest::compare)
                .containsExactly(0.0, 60.0, 17.5);
    }

    private static int compare(double one, double other) {
        return Math.abs(one - other) <= 1e-4 ? 0 : Double.compare(one, other);
    }

    @Test
    void every_set_of_projects_has_its_cost() {
        assertThat(ANSWERS.subsets().stream().map(Subset::projects))
                .containsExactly(
                        List.of(),
                        List.of("A"),
                        List.of("B"),
                        List.of("C"),
                        List.of("A", "B"),
                        List.of("A", "C"),
                        List.of("B", "C"),
                        List.of("A", "B", "C"));
        assertThat(ANSWERS.subsets().stream().map(Subset::cost))
                .usingElementComparator(PocketTest::compare)
                .containsExactly(6100.0, 6250.0, 7511.25, 6019.375, 8322.5, 6187.5, 7485.0, 8622.5);
    }

    @Test
    void knowing_the_ban_before_is_worth_1336() {
        assertThat(ANSWERS.perfectInformation()).isEqualTo(1336.875, NEAR);
    }

    @Test
    void a_limit_of_60_is_kept_by_the_cheapest_plan() {
        isNear(
                ANSWERS.targets().get(0),
                new Target(
                        60,
                        6019.375,
                        List.of("C"),
                        25,
                        60,
                        Map.of("C", 230.625),
                        List.of(List.of("C"), List.of("A", "C"))));
    }

    @Test
    void a_limit_of_30_needs_two_projects() {
        isNear(
                ANSWERS.targets().get(1),
                new Target(
                        30,
                        6187.5,
                        List.of("A", "C"),
                        25,
                        20,
                        Map.of("A", 1297.5, "C", 1323.75),
                        List.of(List.of("A", "C"))));
    }

    @Test
    void a_limit_of_10_cannot_be_kept_without_the_largest_project() {
        for (int target = 2; target < 4; target++) {
            isNear(
                    ANSWERS.targets().get(target),
                    new Target(
                            target == 2 ? 10 : 0,
                            7485,
                            List.of("B", "C"),
                            25,
                            0,
                            Map.of("B", Double.POSITIVE_INFINITY, "C", 837.5),
                            List.of(List.of("B", "C"))));
        }
    }

    private static void isNear(Target found, Target expected) {
        assertThat(found.limit()).isEqualTo(expected.limit());
        assertThat(found.cost()).isEqualTo(expected.cost(), NEAR);
        assertThat(found.projects()).isEqualTo(expected.projects());
        assertThat(found.stock()).isEqualTo(expected.stock(), NEAR);
        assertThat(found.worstUnmet()).isEqualTo(expected.worstUnmet(), NEAR);
        assertThat(found.knockOutDelta().keySet())
                .isEqualTo(expected.knockOutDelta().keySet());
        expected.knockOutDelta()
                .forEach((project, delta) -> assertThat(
                                compare(found.knockOutDelta().get(project), delta))
                        .as(project)
                        .isZero());
        assertThat(found.within3Percent()).isEqualTo(expected.within3Percent());
    }

    @Test
    void more_money_leaves_less_unmet() {
        assertThat(ANSWERS.frontier().stream().map(Point::leastWorstUnmet))
                .usingElementComparator(PocketTest::compare)
                .containsExactly(100.0, 85.0, 80.0, 67.5, 45.0, 32.5, 20.0, 7.5, 0.0);
    }

    @Test
    void at_a_kink_a_tonne_more_is_worth_less_than_a_tonne_less_costs() {
        Worth worth = ANSWERS.stockWorth().get(1);

        assertThat(worth.right()).isEqualTo(20.75, NEAR);
        assertThat(worth.left()).isEqualTo(28, NEAR);
    }

    @Test
    void away_from_kinks_both_are_the_same() {
        assertThat(ANSWERS.stockWorth().get(0).right()).isEqualTo(28, NEAR);
        assertThat(ANSWERS.stockWorth().get(0).left()).isEqualTo(28, NEAR);
        assertThat(ANSWERS.stockWorth().get(2).right()).isEqualTo(-2, NEAR);
        assertThat(ANSWERS.stockWorth().get(2).left()).isEqualTo(-2, NEAR);
    }

    @Test
    void a_ban_of_nobody_we_know_is_refused() {
        assertThatThrownBy(() -> pocket("CHM"))
                .hasMessageContaining("bans 'CHM'")
                .hasMessageContaining("Maybe");
    }

    /// A pocket of random numbers that can be anything the file allows.
    private static Pocket random(long seed) {
        Random random = new Random(seed);
        List<Pocket.Supplier> suppliers = new ArrayList<>();
        for (int s = 0; s < 1 + random.nextInt(3); s++) {
            suppliers.add(new Pocket.Supplier("S" + s, random.nextInt(150), random.nextInt(300)));
        }
        List<Pocket.Project> projects = new ArrayList<>();
        for (int p = 0; p < 3; p++) {
            projects.add(
                    new Pocket.Project("P" + p, random.nextInt(60), random.nextInt(2000), 20 + random.nextInt(100)));
        }
        return new Pocket(
                4,
                100,
                200,
                suppliers,
                projects,
                new Pocket.Stock(random.nextInt(50), random.nextInt(60), random.nextInt(8), random.nextInt(30)),
                List.of(
                        new Pocket.Episode("none", 0.7, "", List.of()),
                        new Pocket.Episode("ban", 0.3, "S0", List.of(1, 2 + random.nextInt(3)))),
                new Pocket.Ask(List.of(), List.of(), List.of()));
    }

    @Test
    void without_time_doing_nothing_is_the_plan_and_what_it_costs_is_what_the_model_says() {
        for (long seed = 1; seed <= 60; seed++) {
            Pocket pocket = random(seed);
            double model =
                    PocketPlanner.answer(pocket, Highs.load()).doNothing().cost();

            assertThat(PocketSoFar.nothing(pocket)).as("seed " + seed).isEqualTo(model, NEAR);
        }
    }

    @Test
    void no_plan_costs_less_than_the_bound_that_needs_no_time() {
        for (long seed = 1; seed <= 60; seed++) {
            Pocket pocket = random(seed);
            PocketSoFar cheapest = PocketSoFar.search(pocket, Highs.load(), Limits.EXACT);

            assertThat(cheapest.status()).as("seed " + seed).isEqualTo(Status.OPTIMAL);
            assertThat(PocketSoFar.floor(pocket)).as("seed " + seed).isLessThanOrEqualTo(cheapest.cost() + 1e-6);
        }
    }
}
