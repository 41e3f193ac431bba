package org.monazite.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Exit code 6: the time was too short, and what there is comes with what is missing.
class TimeLimitTest {

    private static final int LIMIT = 6;

    private static JsonNode json(String line) throws IOException {
        Cli.Result result = Cli.shared().line(line + " --json -q");

        assertThat(result.code()).as(result.err()).isEqualTo(LIMIT);
        return new ObjectMapper().readTree(result.out());
    }

    @Test
    void without_time_the_best_plan_so_far_comes_with_bound_and_gap_and_is_verified() throws IOException {
        JsonNode answer = json("plan solve --timeout 0.05s");
        JsonNode plan = answer.get("plan");

        assertThat(answer.get("limitReached").asBoolean()).isTrue();
        assertThat(answer.get("notComputed").size()).isPositive();
        assertThat(plan.get("outcome").asString()).isEqualTo("best known");
        assertThat(plan.get("verified").asBoolean()).isTrue();
        assertThat(plan.get("bound").isNumber()).isTrue();
        assertThat(plan.get("gap").isNumber()).isTrue();
        assertThat(plan.get("gap").asDouble()).isNotNegative();
    }

    @Test
    void the_text_says_that_the_time_was_up() {
        Cli.Result result = Cli.shared().line("plan solve --timeout 0.05s -q");

        assertThat(result.code()).as(result.err()).isEqualTo(LIMIT);
        assertThat(result.out()).contains("stopped at the limit of time").doesNotContain("NaN", "Infinity", "∞");
    }

    @ParameterizedTest
    @Tag("slow")
    @ValueSource(
            strings = {
                "plan solve --method decomposed",
                "plan solve --sound",
                "plan frontier",
                "plan frontier --by year",
                "plan timeline",
                "plan value",
                "plan worth",
                "plan alternatives",
                "plan relax",
                "plan share"
            })
    void every_answer_about_plans_ends_well_without_time(String command) {
        Cli.Result result = Cli.shared().line(command + " --timeout 0.05s -q");

        assertThat(result.code()).as(command + ": " + result.err()).isEqualTo(LIMIT);
        assertThat(result.out()).isNotEmpty().doesNotContain("NaN", "Infinity");
    }
}
