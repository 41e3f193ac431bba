package org.monazite.shock.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreTest {

    private static final double[] OBSERVED = {0.5, 1.0, 1.5};
    private static final double[] CENTRAL = {0.6, 0.8, 1.5};
    private static final double[][] MEMBERS = {{0.4, 0.9, 1.0}, {0.8, 1.1, 1.2}};
    private static final double[] PREVIOUS = {Double.NaN, 0.5, 1.0};

    private static Score score() {
        return Score.of(OBSERVED, CENTRAL, MEMBERS, List.of(0.2, 0.4), PREVIOUS);
    }

    @Test
    void the_weighted_error_is_the_sum_of_errors_over_the_sum_observed() {
        assertThat(score().wmape()).isCloseTo(0.3 / 3.0, within(1e-15));
    }

    @Test
    void the_mean_relative_error_weighs_every_month_alike() {
        assertThat(score().mape().orElseThrow()).isCloseTo((0.1 / 0.5 + 0.2 / 1.0 + 0) / 3, within(1e-15));
    }

    @Test
    void there_is_no_relative_error_of_a_month_with_nothing() {
        Score score = Score.of(new double[] {0, 1}, new double[] {0, 1}, MEMBERS, List.of(), PREVIOUS);
        assertThat(score.mape()).isEmpty();
    }

    @Test
    void naive_forecasts_are_the_last_fitted_the_mean_fitted_the_baseline_and_the_month_before() {
        Score.Naive naive = score().naive();
        assertThat(naive.lastFitted()).isCloseTo((0.1 + 0.6 + 1.1) / 3, within(1e-15));
        assertThat(naive.meanFitted()).isCloseTo((0.2 + 0.7 + 1.2) / 3, within(1e-15));
        assertThat(naive.before()).isCloseTo((0.5 + 0 + 0.5) / 3, within(1e-15));
        assertThat(naive.previous().orElseThrow()).isCloseTo((0.5 + 0.5) / 2.5, within(1e-15));
    }

    @Test
    void the_ranked_score_of_two_members_is_their_mean_error_less_half_their_mean_distance() {
        // per month: mean |X - y| - |X1 - X2| / 4, as two of the four pairs are a member with itself
        double first = (0.1 + 0.3) / 2 - 0.4 / 4;
        double second = (0.1 + 0.1) / 2 - 0.2 / 4;
        double third = (0.5 + 0.3) / 2 - 0.2 / 4;
        assertThat(score().crps()).isCloseTo((first + second + third) / 3, within(1e-15));
    }

    @Test
    void the_ranked_score_of_a_single_member_is_its_error() {
        assertThat(Score.crps(OBSERVED, new double[][] {CENTRAL})).isCloseTo(0.1, within(1e-15));
    }

    @Test
    void the_band_covers_what_lies_between_its_ends() {
        // tenth to ninth part of the way between the two members: 0.44..0.76, 0.92..1.08, 1.02..1.18
        assertThat(score().cover()).isCloseTo(2.0 / 3, within(1e-15));
    }

    @Test
    void a_late_trough_counts_in_months_and_a_return_that_never_comes_has_no_error() {
        List<YearMonth> months =
                List.of(YearMonth.of(2025, 4), YearMonth.of(2025, 5), YearMonth.of(2025, 6), YearMonth.of(2025, 7));
        Timing timing = Timing.of(months, new double[] {0.2, 0.5, 0.9, 1}, new double[] {0.5, 0.4, 0.6, 0.8}, false);
        assertThat(timing.extremeError()).isEqualTo(1);
        assertThat(timing.back()).contains(YearMonth.of(2025, 6));
        assertThat(timing.backError()).isEmpty();
    }

    @Test
    void the_extreme_of_a_price_is_its_peak() {
        List<YearMonth> months = List.of(YearMonth.of(2025, 4), YearMonth.of(2025, 5), YearMonth.of(2025, 6));
        Timing timing = Timing.of(months, new double[] {1, 3, 2}, new double[] {3, 2, 1}, true);
        assertThat(timing.extremeError()).isEqualTo(-1);
        assertThat(timing.back()).isEmpty();
    }
}
