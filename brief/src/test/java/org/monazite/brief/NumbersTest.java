package org.monazite.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NumbersTest {

    private static final Numbers EN = Numbers.of(Locale.ENGLISH);
    private static final Numbers JA = Numbers.of(Locale.JAPANESE);

    @Test
    void a_mass_has_three_figures_in_English_and_counts_in_ten_thousands_in_Japanese() {
        assertThat(List.of(EN.tonnes(43_210), EN.tonnes(390_000), EN.tonnes(1_234), EN.tonnes(12_345_678)))
                .containsExactly("43.2 kt", "390 kt", "1,230 t", "12.3 Mt");
        assertThat(List.of(JA.tonnes(43_210), JA.tonnes(390_000), JA.tonnes(1_234), JA.tonnes(123_456_789)))
                .containsExactly("4.3万トン", "39万トン", "1,230トン", "1.2億トン");
    }

    @Test
    void money_has_the_words_of_its_language() {
        assertThat(List.of(EN.usd(123_456_789), EN.money(1.234e12, "JPY"), EN.usd(2.1e9), EN.usd(999_700_000)))
                .containsExactly("USD 123 million", "JPY 1.23 trillion", "USD 2.1 billion", "USD 1 billion");
        assertThat(List.of(JA.usd(123_456_789), JA.money(1.234e12, "JPY"), JA.usd(2.1e9), JA.usd(51_760_000_000.0)))
                .containsExactly("1.2億ドル", "1.2兆円", "21億ドル", "518億ドル");
    }

    @Test
    void shares_are_per_cent_and_their_changes_points() {
        assertThat(List.of(EN.share(0.703), EN.share(0), EN.share(1), EN.share(0.0001), EN.points(0.021)))
                .containsExactly("70.3 %", "0 %", "100 %", "< 0.1 %", "+2.1 pp");
        assertThat(List.of(JA.share(0.703), JA.share(0.0001), JA.points(0.021), JA.points(-0.05), JA.points(0)))
                .containsExactly("70.3%", "0.1%未満", "+2.1ポイント", "−5ポイント", "±0ポイント");
    }

    @Test
    void a_share_in_a_sentence_is_rounded_to_whole_per_cent_unless_it_is_small() {
        assertThat(List.of(EN.roundShare(0.706), EN.roundShare(0.0961), EN.roundShare(0.0999), EN.roundShare(-0.33)))
                .containsExactly("71 %", "9.6 %", "10 %", "−33 %");
    }

    @Test
    void ranges_share_one_unit() {
        assertThat(EN.shareRange(0.11, 0.24) + EN.band()).isEqualTo("11–24 % (P10–P90)");
        assertThat(JA.shareRange(0.11, 0.24) + JA.band()).isEqualTo("11〜24%(P10〜P90)");
        assertThat(EN.usdRange(51_760_320_222.0, 155_691_371_510.0)).isEqualTo("USD 51.8–156 billion");
        assertThat(JA.usdRange(51_760_320_222.0, 155_691_371_510.0)).isEqualTo("518〜1,560億ドル");
        assertThat(EN.tonnesRange(100, 100)).isEqualTo("100 t");
        assertThat(EN.shareRange(0.012, 0.034)).isEqualTo("1.2–3.4 %");
        assertThat(EN.shareRange(0.428, 0.4301)).isEqualTo("42.8–43.0 %");
        assertThat(EN.shareRange(0, 0.004)).isEqualTo("0–0.4 %");
    }

    @Test
    void dates_fiscal_years_and_weeks_follow_the_language() {
        LocalDate signed = LocalDate.of(2025, 10, 28);
        assertThat(List.of(EN.date(signed), EN.fiscalYear(2025), EN.week(7), EN.weeks(26), EN.year(2030)))
                .containsExactly("28 Oct 2025", "FY2025 (Apr–Mar)", "W07", "26 weeks", "2030");
        assertThat(List.of(JA.date(signed), JA.fiscalYear(2025), JA.week(7), JA.weeks(26), JA.year(2030)))
                .containsExactly("2025年10月28日", "2025年度", "第7週", "26週間", "2030年");
    }

    @Test
    void a_period_of_the_register_is_read_by_its_form() {
        assertThat(List.of(EN.period("2024-05"), EN.period("FY2025"), EN.period("2024-H1"), EN.period("late 2024")))
                .containsExactly("May 2024", "FY2025 (Apr–Mar)", "H1 2024", "late 2024");
        assertThat(List.of(JA.period("2024-05"), JA.period("2024"), JA.period("2024-H2"), JA.period("2025-10-28")))
                .containsExactly("2024年5月", "2024年", "2024年下半期", "2025年10月28日");
    }

    @Test
    void what_is_missing_withheld_nothing_or_little_each_has_its_own_word() {
        assertThat(List.of(EN.tonnes(Double.NaN), EN.withheld(), EN.tonnes(0), EN.tonnes(0.3)))
                .containsExactly("n/a", "W", "0 t", "< 0.5 t");
        assertThat(List.of(JA.usd(Double.NaN), JA.withheld(), JA.tonnes(0), JA.tonnes(0.3), JA.share(Double.NaN)))
                .containsExactly("データなし", "非公表(W)", "0トン", "0.5トン未満", "データなし");
        assertThat(EN.shareRange(Double.NaN, 0.3)).isEqualTo("n/a");
    }

    @Test
    void a_natural_frequency_says_none_or_all_only_when_it_is_so() {
        assertThat(List.of(EN.outOfTen(0.8), EN.outOfTen(0.97), EN.outOfTen(0.01), EN.outOfTen(1), EN.outOfTen(0)))
                .containsExactly("8 of 10", "more than 9 of 10", "fewer than 1 of 10", "10 of 10", "0 of 10");
        assertThat(JA.outOfTen(0.8)).isEqualTo("10回中8回");
    }

    @Test
    void a_list_is_joined_as_the_language_does() {
        assertThat(EN.list(List.of("Japan", "Korea", "India"))).isEqualTo("Japan, Korea and India");
        assertThat(EN.list(List.of("Japan"))).isEqualTo("Japan");
        assertThat(JA.list(List.of("日本", "韓国"))).isEqualTo("日本、韓国");
    }

    @Test
    void other_languages_are_refused_by_name() {
        assertThatThrownBy(() -> Numbers.of(Locale.FRENCH))
                .hasMessageContaining("'fr'")
                .hasMessageContaining("Maybe");
    }

    @Test
    void an_infinite_number_is_refused() {
        assertThatThrownBy(() -> EN.plain(Double.POSITIVE_INFINITY)).hasMessageContaining("finite");
    }
}
