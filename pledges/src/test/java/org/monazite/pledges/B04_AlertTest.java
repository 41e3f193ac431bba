package org.monazite.pledges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class B04_AlertTest {

    private static List<Alert> alerts(String day, Pledge pledge) {
        return Alert.of(Register.of(List.of(pledge)).assess(Drafts.NO_FACTS, LocalDate.parse(day)));
    }

    @ParameterizedTest
    @CsvSource({"2026-01-28, 90, 90", "2026-03-29, 30, 30", "2026-04-21, 7, 7", "2026-04-28, 0, 7", "2026-03-28, 31, 90"
    })
    void a_date_raises_the_narrowest_window_that_holds_it(String day, int left, int window) {
        assertThat(alerts(day, Drafts.action()))
                .extracting(Alert::daysLeft, Alert::window, Alert::what)
                .containsExactly(tuple(left, window, Alert.What.DUE));
    }

    @Test
    void a_date_farther_away_or_past_raises_nothing() {
        assertThat(alerts("2026-01-27", Drafts.action())).isEmpty();
        assertThat(alerts("2026-04-29", Drafts.action())).isEmpty();
        assertThat(alerts("2026-04-20", Drafts.undated())).isEmpty();
    }

    @Test
    void what_is_done_raises_nothing() {
        assertThat(alerts("2026-04-20", Drafts.action(Drafts.done("P-1/1", "2026-04-01"))))
                .isEmpty();
    }

    @Test
    void the_end_of_a_standing_promise_is_called_so() {
        assertThat(alerts("2026-11-05", Drafts.standing()))
                .extracting(Alert::what)
                .containsExactly(Alert.What.END_OF_VALIDITY);
    }

    @Tag("G7")
    @Test
    void on_22_November_2026_the_suspension_of_the_gallium_ban_has_five_days_left() {
        List<Alert> alerts = Alert.of(Register.embedded().assess(Drafts.NO_FACTS, LocalDate.parse("2026-11-22")));

        assertThat(alerts).extracting(Alert::textEn).containsExactly("CN-02: end of validity on 2026-11-27, in 5 days");
        assertThat(alerts).extracting(Alert::textJa).containsExactly("CN-02：有効期間の終了 2026年11月27日（あと5日）");
    }
}
