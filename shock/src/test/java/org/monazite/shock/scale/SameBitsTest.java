package org.monazite.shock.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.monazite.shock.OrderSignal;
import org.monazite.shock.RationingRule;

class SameBitsTest {

    private static final int DAYS = 40;

    private final FirmNetwork network = new FirmWorld(800, 4000, 6, 11).network();
    private final List<FirmScenario> scenarios = scenarios(network, 19);

    private static List<FirmScenario> scenarios(FirmNetwork network, int count) {
        List<FirmScenario> scenarios = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            scenarios.add(RandomFirms.scenario(100 + i, network, "s" + i));
        }
        return scenarios;
    }

    private static FirmRules rules(RationingRule rule) {
        return FirmRules.DEFAULT.with(rule, OrderSignal.SMOOTHED);
    }

    private List<FirmRun> run(List<FirmScenario> which, RationingRule rule, int threads) {
        return FirmSimulation.of(network).run(which, rules(rule), DAYS, threads, (_, _) -> {});
    }

    @ParameterizedTest
    @EnumSource(RationingRule.class)
    void one_two_three_or_eight_threads_make_no_difference(RationingRule rule) {
        List<FirmRun> one = run(scenarios, rule, 1);
        for (int threads : new int[] {2, 3, 8}) {
            assertThat(run(scenarios, rule, threads)).isEqualTo(one);
        }
    }

    @ParameterizedTest
    @EnumSource(RationingRule.class)
    void a_scenario_gives_the_same_alone_and_among_others_in_any_lane(RationingRule rule) {
        List<FirmRun> together = run(scenarios, rule, 2);
        List<FirmScenario> turned = new ArrayList<>(scenarios);
        Collections.reverse(turned);
        List<FirmRun> reversed = new ArrayList<>(run(turned, rule, 2));
        Collections.reverse(reversed);
        assertThat(reversed).isEqualTo(together);
        for (int i = 0; i < 6; i++) {
            assertThat(run(List.of(scenarios.get(i)), rule, 1)).containsExactly(together.get(i));
        }
    }

    @Test
    void the_size_of_blocks_and_the_number_of_lanes_make_no_difference_to_any_firm() {
        Layout layout = new Layout(network);
        FirmRules rules = rules(RationingRule.PROPORTIONAL);
        int[][] made = new int[4][];
        int[] widths = {16, 16, 5, 7};
        int[] blocks = {1, 100, 3, 2};
        for (int i = 0; i < widths.length; i++) {
            try (Crew crew = new Crew(2, widths[i], blocks[i])) {
                Batch batch = new Batch(network, layout, rules, scenarios.subList(0, 5), widths[i], crew);
                for (int day = 0; day < DAYS; day++) {
                    batch.day(day);
                }
                made[i] = bits(batch.state, 5);
            }
            assertThat(made[i]).isEqualTo(made[0]);
        }
    }

    private static int[] bits(State state, int lanes) {
        int[] bits = new int[state.layout.firms * lanes];
        for (int firm = 0; firm < state.layout.firms; firm++) {
            for (int lane = 0; lane < lanes; lane++) {
                bits[firm * lanes + lane] = Float.floatToRawIntBits(state.made[state.row(firm) + lane]);
            }
        }
        return bits;
    }
}
