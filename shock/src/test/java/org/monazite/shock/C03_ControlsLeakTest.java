package org.monazite.shock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.monazite.supply.SupplyNetwork;

class C03_ControlsLeakTest {

    private final SupplyNetwork world = World.of("""
            CHN/magnet -> JPN/use 365 @5, VNM/use 365 @6
            JPN/use -> industry 365
            VNM/use -> industry 365
            """);
    private static final Targets JAPAN = new Targets(Set.of("CHN"), Set.of("JPN"), Set.of());

    private static Action.Leakage leak(double ramp) {
        return new Action.Leakage(JAPAN, Set.of("VNM"), 0, 400, 0.5, 0.2, 4, ramp);
    }

    private static Action.ExportBan ban(int start, int end) {
        return new Action.ExportBan(JAPAN, start, end, 0);
    }

    @Tag("S19")
    @Test
    void part_of_what_is_banned_arrives_later_through_a_third_country() {
        // 0.5 (1 - 0.2) = 0.4 a day pass. Ordered on day 0, shipped on day 1, 6 + 25 + 4 days under way: day 36. Five
        // cargoes and 30 days of stock last until day 34.
        double[] made = Plain.made(world, "JPN/use", 38, ban(0, 400), leak(0));

        assertThat(made[34]).isEqualTo(1);
        assertThat(made[35]).isZero();
        assertThat(made[36]).isCloseTo(0.4, within(1e-12));
        assertThat(made[37]).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void the_way_opens_in_steps() {
        // After 3 of 10 days: 0.12 ordered, shipped on day 4; China makes that and what Vietnam takes.
        assertThat(Plain.made(world, "CHN/magnet", 5, ban(0, 400), leak(10))[4]).isCloseTo(1.12, within(1e-12));
    }

    @Test
    void nothing_goes_round_while_nothing_is_controlled() {
        assertThat(Plain.run(world, 8, leak(0))).isEqualTo(Plain.run(world, 8));
    }

    @Test
    void the_way_closes_with_the_control() {
        Scenario scenario = Plain.scenario(ban(0, 10), leak(0));
        double[] made = Plain.made(world, "CHN/magnet", 13, ban(0, 10), leak(0));
        double[] straight = Plain.shipped(world, "CHN/magnet", "JPN/use", 13, scenario);

        assertThat(made[9] - straight[9]).isCloseTo(1.4, within(1e-12));
        // Ordered on day 9, shipped on day 10; from then on all that leaves for Japan leaves straight.
        assertThat(made[12] - straight[12]).isCloseTo(1, within(1e-12));
    }

    @Test
    void a_place_that_is_cut_off_itself_lets_nothing_pass() {
        assertThatThrownBy(() -> Plain.run(world, 1, Plain.ban("CHN", 0, 400), leak(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        leakage: nothing can pass through 'VNM': it imposes the control or is cut off itself.
                        Maybe name a place that still trades with CHN.\
                        """);
    }
}
