package org.monazite.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

    private static final List<String> PLACES = List.of("CHN", "JPN", "USA", "VNM");

    @Test
    void one_letter_or_two_swapped_ones_are_near() {
        assertThat(Nearest.of("JPX", PLACES)).contains("JPN");
        assertThat(Nearest.of("JNP", PLACES)).contains("JPN");
        assertThat(Nearest.distance("dysprosium", "dysprosum")).isEqualTo(1);
        assertThat(Nearest.distance("ab", "ba")).isEqualTo(1);
    }

    @Test
    void something_else_is_not_near() {
        assertThat(Nearest.of("QQQ", PLACES)).isEmpty();
        assertThat(Nearest.of("", PLACES)).isEmpty();
    }
}
