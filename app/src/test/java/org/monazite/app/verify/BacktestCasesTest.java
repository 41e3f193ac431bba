package org.monazite.app.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monazite.app.workspace.Workspace;
import org.monazite.shock.backtest.Knob;
import org.monazite.shock.backtest.Score;
import org.monazite.shock.backtest.Scorecard;

@Tag("validation")
class BacktestCasesTest {

    @TempDir
    private Path folder;

    private static Score whole(Scorecard card) {
        return card.rows().getFirst().whole().orElseThrow();
    }

    /// Computed from the same published months by others, to three digits.
    @Tag("S21")
    @Test
    void naive_forecasts_of_magnets_to_the_world_have_the_errors_known_for_them() {
        Score.Naive naive = whole(BacktestCases.inside("licences-2025")).naive();
        assertThat(naive.lastFitted()).isCloseTo(0.772, within(5e-4));
        assertThat(naive.before()).isCloseTo(0.145, within(5e-4));
        assertThat(naive.meanFitted()).isCloseTo(0.644, within(5e-4));
        assertThat(naive.previous().orElseThrow()).isCloseTo(0.153, within(5e-4));
    }

    @Tag("S21")
    @Test
    void in_the_months_of_scarcity_the_engine_beats_every_naive_forecast_of_magnets_to_the_world() {
        Score first =
                BacktestCases.inside("licences-2025").rows().getFirst().first().orElseThrow();
        assertThat(first.months()).isEqualTo(3);
        assertThat(first.wmape())
                .isLessThan(first.naive().before())
                .isLessThan(first.naive().lastFitted())
                .isLessThan(first.naive().previous().orElseThrow());
    }

    @Test
    void the_trough_of_the_magnets_lies_in_the_right_month() {
        Scorecard card = BacktestCases.inside("licences-2025");
        assertThat(card.rows().getFirst().timing().orElseThrow().extremeError()).isZero();
    }

    @Test
    void the_contested_imports_of_2010_are_shown_and_not_scored() {
        Scorecard card = BacktestCases.inside("japan-2010");
        assertThat(card.rows().getFirst().whole()).isEmpty();
        assertThat(card.rows().getFirst().points()).hasSize(7);
    }

    @Test
    void the_fit_never_sees_a_blind_month() throws IOException {
        Scorecard before = BacktestCases.inside("licences-2025-usa");
        String spec = CaseFolder.inside("shock/backtests").text("licences-2025-usa.yaml");
        String table = CaseFolder.inside("shock/backtests").text("magnets_2025.csv");
        Files.writeString(folder.resolve("event.yaml"), spec);
        Files.writeString(folder.resolve("magnets_2025.csv"), table.replace("2025-07,blind,619", "2025-07,blind,9999"));
        Scorecard after = BacktestCases.scorecard(CaseFolder.on(folder), "event.yaml");
        assertThat(after.fit()).isEqualTo(before.fit());
        assertThat(whole(after).wmape()).isGreaterThan(whole(before).wmape());
        assertThat(before.fit().values()).containsKey(Knob.What.APPROVAL);
    }

    @Test
    void a_score_that_moved_fails_the_check() throws IOException {
        CaseFolder inside = CaseFolder.inside("shock/backtests");
        for (String file : new String[] {"gallium-2023.yaml", "gallium_2023.csv"}) {
            Files.writeString(folder.resolve(file), inside.text(file));
        }
        Files.writeString(
                folder.resolve("scores.csv"), "event,series,score,value\ngallium-2023,CN_GA_EXPORT,wmape,0.5\n");
        assertThat(BacktestCases.check(CaseFolder.on(folder), "gallium-2023.yaml")
                        .getFirst()
                        .passed())
                .isFalse();
    }

    @Test
    void an_event_with_an_unknown_measure_is_refused_by_name() throws IOException {
        String spec = CaseFolder.inside("shock/backtests").text("gallium-2023.yaml");
        Files.writeString(folder.resolve("event.yaml"), spec.replace("type: licence", "type: blockade"));
        assertThatThrownBy(() -> BacktestCases.scorecard(CaseFolder.on(folder), "event.yaml"))
                .isInstanceOf(CaseException.class)
                .hasMessageContaining("blockade");
    }

    @Test
    void the_fitted_preset_holds_the_numbers_of_the_fit() throws IOException {
        Workspace workspace = Workspace.in(folder).create();
        String preset = Files.readString(folder.resolve("scenarios/licence-april-2025-fitted.yaml"));
        Map<Knob.What, Double> magnets =
                BacktestCases.inside("licences-2025").fit().values();
        Map<Knob.What, Double> heavy = BacktestCases.inside("heavy-2025").fit().values();

        assertThat(workspace.names(Workspace.Shelf.SCENARIOS)).contains("licence-april-2025-fitted");
        assertThat(preset)
                .contains("delay_days: " + magnets.get(Knob.What.DELAY_DAYS).intValue())
                .contains("share: " + magnets.get(Knob.What.APPROVAL))
                .contains("spill: " + magnets.get(Knob.What.SPILL).intValue() + "\n")
                .contains("spill_delay_days: "
                        + magnets.get(Knob.What.SPILL_DELAY_DAYS).intValue())
                .contains("dates: ["
                        + LocalDate.of(2025, 4, 4)
                                .plusDays(magnets.get(Knob.What.START_DAYS).longValue()))
                .contains("delay_days: " + heavy.get(Knob.What.DELAY_DAYS).intValue())
                .contains("share: " + heavy.get(Knob.What.APPROVAL));
    }
}
