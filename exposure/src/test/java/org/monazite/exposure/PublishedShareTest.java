package org.monazite.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.monazite.supply.Citation;
import org.monazite.supply.Flag;
import org.monazite.supply.Range;
import org.monazite.supply.Series;

class PublishedShareTest {

    private static Series series(String id, String definition, String... points) {
        return new Series(
                id,
                "JPN",
                "%",
                definition,
                List.of(points).stream()
                        .map(text -> text.split("="))
                        .map(parts -> new Series.Point(
                                parts[0],
                                Range.exactly(Double.parseDouble(parts[1])),
                                Flag.NONE,
                                new Citation("f-" + parts[0], "SRC_A", "series.csv:1:value", ""),
                                ""))
                        .toList());
    }

    private final List<Series> known = List.of(
            series("JP_REE_IMPORT_CN_SHARE", "as published; basis not stated", "2023=60", "2024=71", "2024-H1=79.6"),
            series("JP_REE_IMPORT_CN_SHARE", "Rare-earth imports, China share", "2024=62.9"),
            series("JP_REE_IMPORT_CN_SHARE_ALT", "UN Comtrade value, raw only", "2023=44"),
            series("JP_REE_IMPORT_CN_SHARE_ALT", "UN Comtrade value, raw + magnets", "2023=68"),
            series("JP_REE_IMPORT_TOTAL", "", "2024=20000"));

    @Test
    void the_newest_year_of_each_counting_stands_with_its_definition() {
        assertThat(PublishedShare.latestChinaOfJapan(known))
                .extracting(share -> share.counting() + " " + share.period() + " " + share.definition())
                .containsExactly(
                        "WEIGHT 2024 Rare-earth imports, China share",
                        "WEIGHT 2024 as published; basis not stated",
                        "VALUE_RAW 2023 UN Comtrade value, raw only",
                        "VALUE_WITH_MAGNETS 2023 UN Comtrade value, raw + magnets");
    }

    @Test
    void percent_become_shares_with_the_published_number_as_term() {
        PublishedShare share = PublishedShare.latestChinaOfJapan(known).getFirst();

        assertThat(share.share().value()).isCloseTo(0.629, within(1e-15));
        assertThat(share.share().terms().getFirst().value()).isEqualTo(62.9);
        assertThat(share.share().terms().getFirst().citations()).hasSize(1);
    }

    @Test
    void half_years_stay_in_the_full_list() {
        assertThat(PublishedShare.chinaOfJapan(known))
                .extracting(PublishedShare::period)
                .containsExactly("2023", "2024", "2024", "2024-H1", "2023", "2023");
    }

    @Test
    void a_counting_that_nobody_knows_is_refused() {
        List<Series> strange = List.of(series("JP_REE_IMPORT_CN_SHARE_ALT", "by colour", "2024=1"));

        assertThatThrownBy(() -> PublishedShare.chinaOfJapan(strange)).hasMessageContaining("'by colour'");
    }
}
