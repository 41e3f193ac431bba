package org.monazite.shock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.monazite.supply.SupplyNetwork;

class C02_UsersSaveTest {

    private final SupplyNetwork world = World.of("""
            CHN/magnet -> JPN/use 365 @1
            JPN/use -> industry 365
            """);

    private double[] stock(Action... actions) {
        return Plain.stock(world, "JPN/use", "magnet", 4, actions);
    }

    private static Action.Substitution saving(int start, String place) {
        return new Action.Substitution(Set.of(place), Set.of("magnet"), start, 0.5, 1);
    }

    @Tag("S9")
    @Test
    void users_take_less_as_their_store_runs_down() {
        // Day 1 ends with 29 of 30: the next day 0.5 (1 - 29/30) = 1/60 is saved.
        double[] stock = stock(Plain.ban("CHN", 0, 400), saving(0, "JPN"));

        assertThat(stock[1]).isEqualTo(29);
        assertThat(stock[2]).isCloseTo(29 - 59.0 / 60, within(1e-12));
    }

    @Test
    void they_do_not_before_it_begins() {
        assertThat(stock(Plain.ban("CHN", 0, 400), saving(3, "JPN"))).containsExactly(30, 29, 28, 27);
    }

    @Test
    void a_full_store_saves_nothing() {
        assertThat(stock(saving(0, "JPN"))).containsOnly(30);
    }

    @Test
    void others_do_not_learn_it() {
        SupplyNetwork two = World.of("""
                CHN/magnet -> JPN/use 365 @1, KOR/use 365 @1
                JPN/use -> industry 365
                KOR/use -> industry 365
                """);

        assertThat(Plain.stock(two, "KOR/use", "magnet", 4, Plain.ban("CHN", 0, 400), saving(0, "JPN")))
                .containsExactly(30, 29, 28, 27);
    }
}
