package org.monazite.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.monazite.app.text.ExitCode;
import tools.jackson.databind.JsonNode;

/// The mean of the worst years at the command line.
class RiskAnswersTest {

    @Tag("P3")
    @Test
    void a_cap_that_fifty_million_dollars_do_not_keep_is_a_target_missed_by_what_the_bans_say() {
        Cli.Result found = Cli.shared().line("plan solve --budget 5e7 --cvar 1e9 --tail 0.99 --weigh 0.5 --json");
        JsonNode plan = found.json().get("plan");
        JsonNode worst = plan.get("worstYears");
        double sum = 0;
        for (JsonNode ban : worst.get("withPlan").get("bans")) {
            sum += ban.get("chancePerYear").asDouble() * ban.get("lossUsd").asDouble();
        }
        double mean = worst.get("withPlan").get("meanUsd").asDouble();

        assertThat(found.code()).isEqualTo(ExitCode.INFEASIBLE.code());
        assertThat(plan.get("outcome").asString()).isEqualTo("nearest");
        assertThat(worst.get("limitUsd").asDouble()).isEqualTo(1e9);
        assertThat(mean).isCloseTo(sum / 0.01, within(1e-6 * mean));
        assertThat(plan.get("lossAfterDetail").get("tailUsd").asDouble()).isEqualTo(mean);
        assertThat(worst.get("minimisedUsd").asDouble())
                .isCloseTo(
                        plan.get("cost").asDouble()
                                + 0.5 * mean
                                + 0.5
                                        * plan.get("lossAfterDetail")
                                                .get("expectedUsd")
                                                .asDouble(),
                        within(1.0));
        assertThat(plan.get("targets")).anySatisfy(target -> {
            assertThat(target.get("name").asString()).isEqualTo("cvar");
            assertThat(target.get("kept").asBoolean()).isFalse();
            assertThat(target.get("reached").asDouble()).isEqualTo(mean);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"--weigh 1.5", "--weigh -1", "--cvar -1", "--cvar 1e14", "--tail 1", "--weigh NaN"})
    void what_cannot_be_asked_of_the_worst_years_is_refused_by_the_name_of_the_option(String option) {
        Cli.Result refused = Cli.shared().line("plan solve " + option);

        assertThat(refused.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(refused.err()).contains(option.split(" ")[0], "Maybe ");
    }
}
