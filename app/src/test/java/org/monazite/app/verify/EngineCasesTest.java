package org.monazite.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("validation")
class EngineCasesTest {

    @ParameterizedTest
    @ValueSource(strings = {"0_steady", "1_ban_no_memory", "2_ban_memory", "4_licence", "6_minerals_default"})
    void the_daily_engine_follows_the_recorded_trajectory(String name) {
        Outcome outcome = EngineCases.check(CaseFolder.inside("shock/engine/" + name));

        assertThat(outcome.passed()).as(outcome.toString()).isTrue();
    }
}
