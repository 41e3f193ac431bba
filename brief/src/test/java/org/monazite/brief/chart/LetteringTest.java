package org.monazite.brief.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LetteringTest {

    @Test
    void a_full_width_letter_is_an_em_and_a_Latin_one_about_half() {
        assertThat(Lettering.width("磁石", 10)).isBetween(20.0, 21.0);
        assertThat(Lettering.width("abcd", 10)).isBetween(20.0, 26.0);
    }

    @Test
    void lines_break_at_spaces_in_English_and_between_letters_in_Japanese() {
        assertThat(Lettering.wrap("mixed rare-earth carbonate", 90, 12))
                .containsExactly("mixed", "rare-earth", "carbonate");
        assertThat(Lettering.wrap("ネオジム磁石", 40, 12)).containsExactly("ネオジ", "ム磁石");
    }

    @Test
    void a_line_never_begins_with_a_small_letter_or_a_closing_mark() {
        assertThat(Lettering.wrap("あああ、いい", 40, 12)).containsExactly("ああ", "あ、", "いい");
    }

    @Test
    void spread_labels_keep_their_distance_their_order_and_their_limits() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            double[] wanted = random.doubles(1 + random.nextInt(6), 0, 100).toArray();
            double[] placed = Lettering.spread(wanted, 14, 0, 100);
            for (int i = 0; i < wanted.length; i++) {
                assertThat(placed[i]).isBetween(-1e-9, 100 + 1e-9);
                for (int j = 0; j < i; j++) {
                    assertThat(Math.abs(placed[i] - placed[j])).isGreaterThan(14 - 1e-9);
                    assertThat(wanted[i] < wanted[j]).isEqualTo(placed[i] < placed[j]);
                }
            }
        }
    }

    @Test
    void Japanese_words_are_not_cut_and_units_stay_with_their_numbers() {
        assertThat(Lettering.wrap("日本によるネオジム磁石の引取契約", 120, 12)).containsExactly("日本によるネオジム", "磁石の引取契約");
        assertThat(Lettering.wrap("年 1,330トン", 60, 12)).containsExactly("年", "1,330トン");
    }
}
