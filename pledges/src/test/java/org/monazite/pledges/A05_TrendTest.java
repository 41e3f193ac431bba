package org.monazite.pledges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.monazite.pledges.Assessment.Drift;
import org.monazite.supply.Range;

class A05_TrendTest {

    private static final Optional<LocalDate> SIGNED = Optional.of(LocalDate.parse("2020-12-31"));
    private static final Optional<LocalDate> DUE = Optional.of(LocalDate.parse("2030-12-31"));

    private static List<Trend.Point> yearly(double... values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> new Trend.Point(LocalDate.of(2020 + i, 12, 31), values[i]))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"0.30, AHEAD", "0.21, ON_LINE", "0.19, ON_LINE", "0.10, BEHIND", "-0.1, BEHIND"})
    void a_value_is_compared_with_a_straight_line_from_signing_to_target(double afterTwoYears, Drift drift) {
        assertThat(Trend.drift(yearly(0, 0.1, afterTwoYears), SIGNED, DUE, 1, true))
                .isEqualTo(drift);
    }

    @Test
    void a_falling_target_turns_the_sign() {
        assertThat(Trend.drift(yearly(1, 0.8, 0.6), SIGNED, DUE, 0, false)).isEqualTo(Drift.AHEAD);
        assertThat(Trend.drift(yearly(1, 0.8, 1.1), SIGNED, DUE, 0, false)).isEqualTo(Drift.BEHIND);
    }

    @Test
    void without_date_only_the_last_step_counts() {
        assertThat(Trend.drift(yearly(0.9, 0.58, 0.71), SIGNED, Optional.empty(), 0.7, false))
                .isEqualTo(Drift.BEHIND);
        assertThat(Trend.drift(yearly(0.9, 0.71, 0.58), SIGNED, Optional.empty(), 0.7, false))
                .isEqualTo(Drift.ON_LINE);
        assertThat(Trend.drift(yearly(0.7), SIGNED, Optional.empty(), 0.7, false))
                .isEqualTo(Drift.UNKNOWN);
    }

    @Test
    void a_straight_series_is_continued_without_width() {
        Range range = Trend.projection(yearly(1, 2, 3, 4), LocalDate.parse("2025-12-31"))
                .orElseThrow();

        assertThat(range.value()).isCloseTo(6, within(0.01));
        assertThat(range.high() - range.low()).isLessThan(0.02);
    }

    @Test
    void the_interval_of_three_points_is_that_of_Student_with_one_degree_of_freedom() {
        // slope 0.5, residuals 1/6, -1/3, 1/6: s = sqrt(1/6); at x = 3: s * sqrt(1 + 1/3 + 4/2) * t(0.75, 1) = 0.7454
        List<Trend.Point> points = List.of(
                new Trend.Point(LocalDate.ofEpochDay(0), 1),
                new Trend.Point(LocalDate.ofEpochDay(1461), 1),
                new Trend.Point(LocalDate.ofEpochDay(2922), 2));
        Range range = Trend.projection(points, LocalDate.ofEpochDay(4383)).orElseThrow();

        assertThat(range.value()).isCloseTo(7.0 / 3, within(1e-12));
        assertThat(range.high() - range.value()).isCloseTo(Math.sqrt(1.0 / 6 * (1 + 1.0 / 3 + 2)), within(1e-9));
    }

    @Test
    void two_points_are_no_trend() {
        assertThat(Trend.projection(yearly(1, 2), LocalDate.parse("2025-12-31")))
                .isEmpty();
    }
}
