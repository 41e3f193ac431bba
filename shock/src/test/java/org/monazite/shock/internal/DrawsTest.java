package org.monazite.shock.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DrawsTest {

    @Test
    @Tag("validation")
    void philox_gives_the_words_of_the_known_answer_test_of_Random123() {
        assertThat(words(Draws.philox(new int[4], 0, 0))).isEqualTo("6627e8d5 e169c58d bc57ac4c 9b00dbd8");
        assertThat(words(Draws.philox(new int[] {-1, -1, -1, -1}, -1, -1)))
                .isEqualTo("408f276d 41c83b0e a20bc7c6 6d5451fd");
    }

    private static String words(int[] words) {
        return String.join(
                " ",
                Arrays.stream(words)
                        .mapToObj(word -> HexFormat.of().toHexDigits(word))
                        .toList());
    }

    @Test
    void a_draw_depends_on_its_address_alone() {
        assertThat(new Draws(7).uniform(3, 2, 0)).isEqualTo(new Draws(7).uniform(3, 2, 0));
        assertThat(new Draws(7).uniform(3, 2, 0)).isNotEqualTo(new Draws(8).uniform(3, 2, 0));
        assertThat(new Draws(7).uniform(3, 2, 0)).isBetween(0.0, 1.0);
    }

    @Test
    void half_of_a_symmetric_triangle_lies_below_its_top() {
        assertThat(Draws.triangular(0.5, 0, 10, 20)).isCloseTo(10, within(1e-12));
        assertThat(Draws.triangular(0, 0, 10, 20)).isZero();
        assertThat(Draws.triangular(0.3, 5, 5, 5)).isEqualTo(5);
    }
}
