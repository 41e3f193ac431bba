package org.monazite.pledges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.monazite.pledges.internal.Span;

class A01_DueRuleTest {

    @ParameterizedTest
    @CsvSource({
        "2025-10-28, signed + 6 months,  2026-04-28",
        "2025-10-28, signed + 180 days,  2026-04-26",
        "2025-10-20, signed + 180 days,  2026-04-18",
        "2026-02-04, signed + 60 days,   2026-04-05",
        "2026-01-14, signed + 180 days,  2026-07-13",
        "2026-02-04, signed + 30 days,   2026-03-06",
        "2026-02-04, signed + 6 months,  2026-08-04"
    })
    void deadlines_of_the_agreements_follow_from_their_texts(LocalDate signed, String rule, LocalDate due) {
        assertThat(DueRule.of(rule).due(signed)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-08-31, 6,  2026-02-28",
        "2027-08-31, 6,  2028-02-29",
        "2024-02-29, 12, 2025-02-28",
        "2026-01-31, 1,  2026-02-28",
        "2026-03-31, 1,  2026-04-30",
        "2026-12-15, 2,  2027-02-15"
    })
    void months_keep_the_day_or_stop_at_the_end_of_a_shorter_month(LocalDate signed, int months, LocalDate due) {
        assertThat(new DueRule.Months(months).due(signed)).isEqualTo(due);
    }

    @Test
    void the_day_of_signing_is_day_0_and_leap_days_count() {
        assertThat(new DueRule.Days(1).due(LocalDate.parse("2028-02-28"))).isEqualTo("2028-02-29");
        assertThat(new DueRule.Days(366).due(LocalDate.parse("2028-01-01"))).isEqualTo("2029-01-01");
    }

    @Test
    void the_Japanese_fiscal_year_2025_ends_on_31_March_2026() {
        assertThat(new DueRule.FiscalYearEnd(2025).due(LocalDate.MIN)).isEqualTo("2026-03-31");
        assertThat(Span.of("FY2025").orElseThrow().last()).isEqualTo("2026-03-31");
    }

    @Test
    void tolerance_ends_one_day_after_the_due_date() {
        LocalDate due = LocalDate.parse("2026-04-28");

        assertThat(DueRule.isPast(due, 1, LocalDate.parse("2026-04-28"))).isFalse();
        assertThat(DueRule.isPast(due, 1, LocalDate.parse("2026-04-29"))).isFalse();
        assertThat(DueRule.isPast(due, 1, LocalDate.parse("2026-04-30"))).isTrue();
        assertThat(DueRule.isPast(due, 0, LocalDate.parse("2026-04-29"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-19", "signed + 6 months", "signed + 180 days", "end of FY2027"})
    void what_is_read_is_written_the_same(String text) {
        assertThat(DueRule.of(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "signed + 0 days", "signed + 6 weeks", "2026-02-30", "FY2025", ""})
    void what_is_no_rule_is_refused_with_examples(String text) {
        assertThatThrownBy(() -> DueRule.of(text))
                .hasMessageContaining("'" + text + "' is no due rule")
                .hasMessageContaining("\nMaybe write");
    }

    @ParameterizedTest
    @CsvSource({
        "2024,            2024-01-01, 2024-12-31",
        "2024-H1,         2024-01-01, 2024-06-30",
        "2024-Q3,         2024-07-01, 2024-09-30",
        "2024-02,         2024-02-01, 2024-02-29",
        "2026-04-28,      2026-04-28, 2026-04-28",
        "FY2025 initial,  2025-04-01, 2026-03-31"
    })
    void a_period_covers_its_days(String text, LocalDate first, LocalDate last) {
        assertThat(Span.of(text)).contains(new Span(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-13", "2024-H3", "2026-02-30", "FY25", "last year"})
    void what_is_no_period_is_empty(String text) {
        assertThat(Span.of(text)).isEmpty();
    }
}
