package org.monazite.plan.lp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarmTreeTest {

    private static final WarmTree TREE = new WarmTree(Highs.load());

    /// Works of fixed size and continuous purchases that must cover random needs within a budget.
    private static Model cover(long seed, double budget) {
        Random random = new Random(seed);
        Model model = new Model();
        int[] works = new int[8];
        int[] bought = new int[4];
        for (int i = 0; i < works.length; i++) {
            works[i] = model.integer("works " + i, 0, 2, 5 + random.nextInt(20));
        }
        for (int i = 0; i < bought.length; i++) {
            bought[i] = model.column("bought " + i, 0, 40, 1 + random.nextDouble());
        }
        int missed = model.column("missed", 0, Double.POSITIVE_INFINITY, 50);
        for (int need = 0; need < 5; need++) {
            Row row = model.row("need " + need).plus(missed);
            for (int column : works) {
                row.plus(column, random.nextInt(9));
            }
            row.plus(bought[need % bought.length], 1).atLeast(20 + random.nextInt(30));
        }
        Row money = model.row("money");
        for (int column : works) {
            money.plus(column, 3 + random.nextInt(6));
        }
        money.atMost(budget);
        return model;
    }

    @Test
    void a_model_whose_works_are_fixed_is_a_linear_program_and_costs_what_branch_and_cut_finds() {
        Model fixed = cover(3, 60);
        for (int column = 0; column < fixed.columns(); column++) {
            if (fixed.isInteger(column)) {
                fixed.bounds(column, 1, 1);
            }
        }

        Solution found = TREE.solve(fixed, Limits.EXACT);

        assertThat(found.hasDuals()).isTrue();
        assertThat(found.objective())
                .isEqualTo(Highs.load().solve(fixed, Limits.EXACT).objective(), within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_tree_finds_what_branch_and_cut_finds(long seed) {
        Solution ours = TREE.solve(cover(seed, 25), Limits.EXACT);
        Solution theirs = Highs.load().solve(cover(seed, 25), Limits.EXACT);

        assertThat(ours.status()).isEqualTo(Status.OPTIMAL);
        assertThat(ours.objective()).isEqualTo(theirs.objective(), within(1e-6));
        assertThat(ours.bound()).isEqualTo(theirs.objective(), within(1e-6));
    }

    @Test
    void a_chain_of_changed_numbers_ends_where_each_alone_does() {
        try (WarmTree.Chain chain = TREE.chain()) {
            for (int k = 0; k < 12; k++) {
                Model model = cover(k % 3, 10 + 2 * k);
                double alone = Highs.load().solve(model, Limits.EXACT).objective();

                assertThat(chain.solve(model, Limits.EXACT).objective()).isEqualTo(alone, within(1e-6));
            }
        }
    }

    @Test
    void a_chain_sees_what_its_caller_changes_in_a_model_it_has_solved() {
        Model model = cover(1, 25);
        int missed = model.findColumn("missed").orElseThrow();
        try (WarmTree.Chain chain = TREE.chain()) {
            chain.solve(model, Limits.EXACT);
            model.bounds(missed, 7, Double.POSITIVE_INFINITY);

            double alone = Highs.load().solve(model, Limits.EXACT).objective();
            assertThat(chain.solve(model, Limits.EXACT).objective()).isEqualTo(alone, within(1e-9 * alone));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {12, 13, 17, 18})
    void nothing_or_at_least_so_much_is_a_yes_or_no_for_each_column(long seed) {
        Model model = cover(seed, 25);
        TreeMap<Integer, Double> least = new TreeMap<>();
        Model asking = model.copy();
        for (int i = 0; i < 4; i++) {
            int column = model.findColumn("bought " + i).orElseThrow();
            least.put(column, 15.0);
            int yes = asking.integer("yes " + i, 0, 1, 0);
            asking.row("most " + i).plus(column).minus(yes, 40).atMost(0);
            asking.row("least " + i).plus(column).minus(yes, 15).atLeast(0);
        }

        Solver.AtLeast ours = TREE.solve(model, Limits.EXACT, least).orElseThrow();

        assertThat(ours.solution().objective())
                .isEqualTo(Highs.load().solve(asking, Limits.EXACT).objective(), within(1e-6));
        least.forEach((column, kt) -> {
            double value = ours.solution().value(column);
            assertThat(value < 1e-5 || value > kt - 1e-5).isTrue();
        });
    }

    @Test
    void what_the_tree_cannot_finish_is_handed_over_within_its_time() {
        Solution found = TREE.solve(Models.hard(), new Limits(0.5, 1e-4));

        assertThat(found.status()).isEqualTo(Status.TIME_LIMIT);
    }

    @Test
    void a_run_stops_at_an_objective_that_is_enough() {
        Solution found = TREE.solve(Models.hard(), Limits.EXACT.until(1e9)); // any plan is enough

        assertThat(found.status()).isEqualTo(Status.ITERATION_LIMIT);
        assertThat(found.hasPlan()).isTrue();
        assertThat(found.bound()).isLessThan(found.objective());
    }

    @Test
    void a_model_without_a_plan_is_infeasible() {
        Model model = Models.infeasible();
        model.integer("whole", 0, 3, 1);

        assertThat(TREE.solve(model, Limits.EXACT).status()).isEqualTo(Status.INFEASIBLE);
    }
}
