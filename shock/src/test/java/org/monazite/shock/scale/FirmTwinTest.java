package org.monazite.shock.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.monazite.shock.OrderSignal;
import org.monazite.shock.RationingRule;

class FirmTwinTest {

    private static final int DAYS = 90;
    private static final double TOLERANCE = 1e-4;

    @Test
    void the_fast_engine_makes_what_the_plain_one_makes_on_small_random_networks() {
        for (long seed = 0; seed < 100; seed++) {
            compare(seed, 2 + (int) (seed % 50), DAYS);
        }
    }

    @Test
    void the_fast_engine_makes_what_the_plain_one_makes_on_networks_of_a_thousand_firms() {
        for (long seed = 1000; seed < 1002; seed++) {
            compare(seed, 1000, DAYS);
        }
    }

    @Test
    @Tag("slow")
    void the_fast_engine_makes_what_the_plain_one_makes_on_two_thousand_networks() {
        for (long seed = 2000; seed < 4000; seed++) {
            compare(seed, 2 + (int) (seed * 7 % 400), DAYS);
        }
    }

    @ParameterizedTest
    @EnumSource(RationingRule.class)
    void the_fast_engine_makes_what_the_plain_one_makes_in_a_synthetic_economy(RationingRule rule) {
        FirmNetwork network = new FirmWorld(400, 2000, 12, 5).network();
        Firms hit = Firms.inSector(network, 2).sample(0.5, 1, 0);
        FirmScenario scenario = new FirmScenario("quake", List.of(new FirmEvent.Outage(hit, 1, 2, 40, 20)));
        FirmRules rules = FirmRules.DEFAULT.with(rule, OrderSignal.SMOOTHED);
        assertThat(difference(network, scenario, rules, DAYS)).isLessThan(TOLERANCE);
    }

    /// Networks with large orders and small stocks can be chaotic: there any rounding grows, also that
    /// of the plain engine. What the plain engine makes of a change of one part in ten million is the
    /// yardstick.
    private static void compare(long seed, int firms, int days) {
        FirmNetwork network = RandomFirms.network(seed, firms);
        FirmScenario scenario = RandomFirms.scenario(seed, network, "seed " + seed);
        FirmRules rules = RandomFirms.rules(seed);
        double[] found = differences(network, scenario, rules, days);
        assertThat(found[0])
                .as("seed %d, %d firms, %s", seed, firms, rules)
                .isLessThan(Math.max(TOLERANCE, 20 * found[1]));
    }

    private static double difference(FirmNetwork network, FirmScenario scenario, FirmRules rules, int days) {
        return differences(network, scenario, rules, days)[0];
    }

    /// Largest difference of output, as a share of normal output: of the fast engine, and of a nudged
    /// plain one.
    private static double[] differences(FirmNetwork network, FirmScenario scenario, FirmRules rules, int days) {
        PlainFirms plain = new PlainFirms(network, scenario, rules, 0);
        PlainFirms nudged = new PlainFirms(network, scenario, rules, 1e-7);
        double[] worst = new double[2];
        FirmSimulation.of(network).watch(scenario, rules, days, 1, (day, fast) -> {
            plain.day(day);
            nudged.day(day);
            for (int firm = 0; firm < network.firms(); firm++) {
                worst[0] = Math.max(worst[0], Math.abs(fast.made(firm) - plain.made(firm)));
                worst[1] = Math.max(worst[1], Math.abs(nudged.made(firm) - plain.made(firm)));
            }
        });
        return worst;
    }
}
