package org.monazite.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What must hold whatever the figures are.
class PropertiesTest {

    static List<Long> seeds() {
        return RandomTrade.seeds(100);
    }

    private static List<Double> amounts(Random random) {
        List<Double> amounts = new ArrayList<>();
        int n = 1 + random.nextInt(12);
        for (int i = 0; i < n; i++) {
            amounts.add(0.1 + random.nextInt(1000));
        }
        return amounts;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void an_index_lies_between_one_over_n_and_one(long seed) {
        List<Double> amounts = amounts(new Random(seed));

        assertThat(Concentration.hhi(amounts)).as("seed %d", seed).isBetween(1.0 / amounts.size() - 1e-12, 1 + 1e-12);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_supplier_split_in_two_never_raises_the_index(long seed) {
        Random random = new Random(seed);
        List<Double> amounts = amounts(random);
        List<Double> split = new ArrayList<>(amounts);
        double part = random.nextDouble();
        double whole = split.removeFirst();
        split.add(whole * part);
        split.add(whole * (1 - part));

        assertThat(Concentration.hhi(split))
                .as("seed %d", seed)
                .isLessThanOrEqualTo(Concentration.hhi(amounts) + 1e-12);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void more_tonnes_of_everything_change_no_share(long seed) {
        List<Double> amounts = amounts(new Random(seed));
        List<Double> more = amounts.stream().map(each -> each * 37).toList();

        assertThat(Concentration.hhi(more)).as("seed %d", seed).isCloseTo(Concentration.hhi(amounts), within(1e-12));
        assertThat(Concentration.top(more, 3)).isCloseTo(Concentration.top(amounts, 3), within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_place_that_is_not_used_changes_nothing(long seed) {
        List<Double> amounts = amounts(new Random(seed));
        List<Double> more = new ArrayList<>(amounts);
        more.add(0.0);

        assertThat(Concentration.hhi(more)).as("seed %d", seed).isEqualTo(Concentration.hhi(amounts));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_touched_part_grows_with_a_flow_from_the_suspect(long seed) {
        Random random = new Random(seed);
        double flow = random.nextInt(100);
        double other = 1 + random.nextInt(100);
        double back = random.nextInt(50);
        double unknown = random.nextInt(20);

        double before = touched(flow, other, back, unknown);
        double after = touched(flow + 1 + random.nextInt(50), other, back, unknown);

        assertThat(after).as("seed %d", seed).isGreaterThanOrEqualTo(before - 1e-12);
    }

    /// A pool fed by the suspect, another and a pool that takes part of it back.
    private static double touched(double flow, double other, double back, double unknown) {
        PoolGraph.Builder graph = PoolGraph.builder(1);
        int suspect = graph.node(0);
        int honest = graph.node(-1);
        int first = graph.node(-1);
        int second = graph.node(-1);
        graph.flow(suspect, first, flow);
        graph.flow(honest, first, other);
        graph.flow(second, first, back);
        graph.flow(first, second, back + 1);
        graph.flow(honest, second, other);
        graph.unknown(first, unknown);
        return graph.build().touched(PoolGraph.UnknownOrigin.UNTOUCHED).of(first, 0);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void origins_of_all_entries_and_the_unknown_add_up_to_one(long seed) {
        Random random = new Random(seed);
        int entries = 2 + random.nextInt(5);
        PoolGraph.Builder graph = PoolGraph.builder(entries + 1);
        int[] pools = {graph.node(-1), graph.node(-1), graph.node(-1)};
        for (int entry = 0; entry < entries; entry++) {
            int node = graph.node(entry);
            graph.flow(node, pools[random.nextInt(3)], 1 + random.nextInt(50));
        }
        int nobody = graph.node(entries); // unknown origin as an entry of its own
        graph.flow(nobody, pools[random.nextInt(3)], 1 + random.nextInt(10));
        for (int i = 0; i < 3; i++) {
            graph.flow(pools[i], pools[(i + 1) % 3], 1 + random.nextInt(40));
        }

        PoolGraph.Touched touched = graph.build().touched(PoolGraph.UnknownOrigin.UNTOUCHED);

        for (int pool : pools) {
            double sum = 0;
            for (int entry = 0; entry <= entries; entry++) {
                sum += touched.of(pool, entry);
            }
            assertThat(sum).as("seed %d", seed).isCloseTo(1, within(1e-11));
        }
    }
}
