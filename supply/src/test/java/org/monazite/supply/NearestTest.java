package org.monazite.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

    private static final List<String> PLACES = List.of("CHN", "JPN", "USA", "VNM");

    @Test
    void one_letter_or_two_swapped_ones_are_near() {
        assertThat(Nearest.of("JPX", PLACES)).contains("JPN");
        assertThat(Nearest.of("jnp", PLACES)).contains("JPN");
        assertThat(Nearest.distance("dysprosium", "dysprosum")).isEqualTo(1);
        assertThat(Nearest.distance("ab", "ba")).isEqualTo(1);
    }

    @Test
    void a_beginning_is_near() {
        assertThat(Nearest.of("dyspro", List.of("terbium", "dysprosium"))).contains("dysprosium");
    }

    @Test
    void a_beginning_is_nearer_than_a_slip() {
        assertThat(Nearest.of("EU", List.of("DEU", "EU27"))).contains("EU27");
    }

    @Test
    void something_else_is_not_near() {
        assertThat(Nearest.of("QQQ", PLACES)).isEmpty();
        assertThat(Nearest.of("", PLACES)).isEmpty();
        assertThat(Nearest.of("x".repeat(1_000_000), PLACES)).isEmpty();
    }

    @Test
    void a_hint_names_the_near_word_or_those_that_are_known() {
        assertThat(Nearest.hint("JNP", PLACES)).isEqualTo("you meant 'JPN'");
        assertThat(Nearest.hint("Nippon", PLACES)).isEqualTo("one of: CHN, JPN, USA, VNM");
        assertThat(Nearest.hint("JPN", List.of())).isEqualTo("leave it out: there is none");
    }
}
