package org.monazite.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.lp.Solvers;

class GameTest {

    private static final Solver SOLVER = Solvers.best();
    private static final Offset<Double> EXACT = Offset.offset(1e-7);

    /// A runway that planes of three sizes share: a group needs that of its largest. Littlechild and Owen
    /// 1973.
    private static final Game RUNWAY = new Game(3, 0, 1, 2, 2, 3, 3, 3, 3);

    /// Any two bear as much as one, all three bear two: no way to share suits every pair.
    private static final Game NO_CORE = new Game(3, 0, 1, 1, 1, 1, 1, 1, 2);

    @Test
    void each_piece_of_a_runway_is_shared_by_those_who_need_it() {
        double[] shares = RUNWAY.shapley();

        assertThat(shares[0]).isCloseTo(1.0 / 3, EXACT);
        assertThat(shares[1]).isCloseTo(1.0 / 3 + 1.0 / 2, EXACT);
        assertThat(shares[2]).isCloseTo(1.0 / 3 + 1.0 / 2 + 1, EXACT);
    }

    @Test
    void the_nucleolus_of_a_runway_is_that_of_Littlechild_1974() {
        double[] shares = RUNWAY.nucleolus(SOLVER);

        assertThat(shares[0]).isCloseTo(0.5, EXACT);
        assertThat(shares[1]).isCloseTo(0.75, EXACT);
        assertThat(shares[2]).isCloseTo(1.75, EXACT);
    }

    @Test
    void nobody_on_a_runway_does_better_alone() {
        assertThat(RUNWAY.worstExcess(RUNWAY.shapley())).isNegative();
        assertThat(RUNWAY.worstExcess(RUNWAY.nucleolus(SOLVER))).isNegative();
    }

    @Test
    void where_no_way_to_share_suits_all_the_nucleolus_is_worst_by_the_least_core_epsilon() {
        assertThat(NO_CORE.worstExcess(NO_CORE.nucleolus(SOLVER))).isCloseTo(1.0 / 3, EXACT);
    }

    @Test
    void a_share_beyond_the_cost_alone_names_the_group() {
        assertThat(RUNWAY.worstGroup(new double[] {2, 0.5, 0.5})).isEqualTo(0b001);
        assertThat(RUNWAY.worstExcess(new double[] {2, 0.5, 0.5})).isCloseTo(1, EXACT);
    }

    @Test
    void one_player_bears_its_own_cost() {
        Game alone = new Game(1, 0, 7);

        assertThat(alone.shapley()).containsExactly(7);
        assertThat(alone.nucleolus(SOLVER)).containsExactly(7);
        assertThat(alone.worstExcess(alone.shapley())).isZero();
    }

    @Test
    void shares_of_random_games_sum_to_the_cost_of_all_and_no_split_is_less_bad_than_the_nucleolus() {
        for (int seed = 1; seed <= 40; seed++) {
            Random random = new Random(seed);
            int players = 2 + random.nextInt(4);
            double[] cost = new double[1 << players];
            for (int group = 1; group < cost.length; group++) {
                cost[group] = 1e3 * random.nextDouble() * Integer.bitCount(group);
            }
            Game game = new Game(players, cost);
            double[] nucleolus = game.nucleolus(SOLVER);
            double[] shapley = game.shapley();

            assertThat(sum(shapley)).as("seed " + seed).isCloseTo(cost[cost.length - 1], Offset.offset(1e-6));
            assertThat(sum(nucleolus)).as("seed " + seed).isCloseTo(cost[cost.length - 1], Offset.offset(1e-6));
            assertThat(game.worstExcess(nucleolus))
                    .as("seed " + seed)
                    .isLessThanOrEqualTo(game.worstExcess(shapley) + 1e-4);
        }
    }

    private static double sum(double[] shares) {
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        return sum;
    }

    @Test
    void a_game_without_a_cost_for_every_group_is_refused() {
        assertThatThrownBy(() -> new Game(2, 0, 1, 2)).hasMessageContaining("2^2");
    }
}
