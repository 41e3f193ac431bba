package org.monazite.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Answers around the default plan at the command line.
class PlanAnswersTest {

    @Tag("P10")
    @Test
    void what_is_shared_adds_up_to_what_all_partners_bear() {
        JsonNode share =
                Cli.shared().line("plan share --budget 1e8 --json").json().get("share");
        JsonNode groups = share.get("groups");
        double all = groups.get(groups.size() - 1).get("bornUsd").asDouble();

        assertThat(share.get("splits").size()).isEqualTo(6);
        assertThat(share.get("prices").get("dualityRest").asDouble()).isLessThan(1e-6);
        for (JsonNode split : share.get("splits")) {
            double sum = 0;
            for (JsonNode born : split.get("bornUsd")) {
                sum += born.asDouble();
            }
            assertThat(sum).isCloseTo(all, org.assertj.core.data.Offset.offset(1e-6 * all));
        }
    }

    /// No figure says what value hangs on gallium; GLOP's preprocessing goes astray on the plan for nothing.
    @Test
    void a_loss_that_nobody_values_is_no_loss_of_nothing_and_no_plan_is_disputed() {
        Cli.Result found = Cli.shared().line("plan frontier --chain gallium --points 5 --json");
        JsonNode points = found.json().get("frontier").get("points");

        assertThat(found.code()).isZero();
        assertThat(points.get(0).get("worstUnmet").asDouble()).isPositive();
        assertThat(points.get(0).get("worstUsd").isNull()).isTrue();
        for (JsonNode point : points) {
            assertThat(point.get("secondAgrees").asBoolean()).isTrue();
        }
    }

    @Tag("P9")
    @Test
    void a_timeline_has_every_year_and_never_leaves_more_at_risk_than_no_plan() {
        Cli.Result found = Cli.shared().line("plan timeline --chain gallium --json");
        JsonNode timeline = found.json().get("timeline");
        JsonNode years = timeline.get("years");

        assertThat(found.code()).as(found.err()).isZero();
        assertThat(years.get(0).get("year").asInt()).isEqualTo(2027);
        assertThat(years.get(years.size() - 1).get("year").asInt()).isEqualTo(2036);
        for (JsonNode year : years) {
            assertThat(year.get("withPlan").get("worstUnmet").asDouble())
                    .isLessThanOrEqualTo(
                            year.get("withoutPlan").get("worstUnmet").asDouble() + 1e-6);
        }
    }

    @Tag("P6")
    @Test
    void a_frontier_says_what_each_step_costs_and_why_more_money_buys_little() {
        Cli.Result found = Cli.shared().line("plan frontier --chain gallium --points 5 --lang ja");
        JsonNode frontier = Cli.shared()
                .line("plan frontier --chain gallium --points 5 --json")
                .json()
                .get("frontier");

        assertThat(found.out()).contains("予算を一段増やすごとの費用と効果", "超え").doesNotContain("NaN", "{0}", "{3}");
        assertThat(frontier.get("steps").size()).isPositive();
        assertThat(frontier.get("kneeExplained").get("beyond").asString()).isNotEmpty();
        assertThat(frontier.get("kneeExplained").get("words").size()).isPositive();
    }

    @Test
    void what_decisions_cost_is_known_where_no_value_at_risk_is() {
        Cli.Result found = Cli.shared().line("plan share --chain gallium");

        assertThat(found.out()).contains("No figure says what value hangs on this chain", "Japan+USA  ~USD");
        assertThat(found.out()).doesNotContain("in proportion to the expected");
    }

    @Tag("P9")
    @Test
    void the_chance_that_a_plan_keeps_its_word_is_told_in_both_languages_with_its_error() {
        Cli.Result english = Cli.shared().line("plan slippage --chain gallium --draws 10");
        Cli.Result japanese = Cli.shared().line("plan slippage --chain gallium --draws 10 --lang ja");

        assertThat(english.code()).isZero();
        assertThat(english.out()).contains("standard error", "plan for works", "Cases: 10 worlds");
        assertThat(japanese.out()).contains("標準誤差", "計画なし", "10通りの世界");
    }

    @Test
    void a_draw_that_is_no_number_of_draws_is_refused_by_its_option() {
        Cli.Result refused = Cli.shared().line("plan slippage --draws 3");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("--draws", "10");
    }

    @Tag("P7")
    @Test
    @Tag("slow")
    void a_budget_too_small_names_what_must_give_way_in_both_languages() {
        Cli.Result english = Cli.shared().line("plan relax --budget 2e7");
        Cli.Result japanese = Cli.shared().line("plan relax --budget 2e7 --lang ja");

        assertThat(english.code()).isEqualTo(8);
        assertThat(english.out()).contains("Smallest sets", "budget, USA", "all verified");
        assertThat(japanese.out()).contains("予算（米国）", "検証済み");
    }

    @Tag("P6")
    @Tag("P10")
    @Tag("P12")
    @ParameterizedTest
    @Tag("slow")
    @ValueSource(
            strings = {
                "plan alternatives",
                "plan worth",
                "plan value",
                "plan share",
                "plan timeline",
                "plan equation JPN magnet 2030",
                "plan why default met.module@JPN",
                "plan frontier --points 5 --late 2"
            })
    void answers_exist_for_people_in_two_languages_and_for_programs_on_any_number_of_threads(String line) {
        Cli.Result english = Cli.shared().line(line);
        Cli.Result japanese = Cli.shared().line(line + " --lang ja");

        assertThat(english.code()).as(english.err()).isZero();
        assertThat(english.out()).isNotBlank().doesNotContain("null", "NaN", "{0}", "{1}");
        assertThat(japanese.out()).doesNotContain("null", "NaN", "{0}", "{1}").isNotEqualTo(english.out());
        assertThat(Cli.shared().line(line + " --json --threads 1").out())
                .isEqualTo(Cli.shared().line(line + " --json --threads 3").out());
    }

    @Test
    void a_stock_without_its_product_is_a_usage_error_with_an_example() {
        Cli.Result result = Cli.shared().line("plan worth --stock JPN");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("'JPN'", "Maybe JPN:dy.oxide");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "budget_usd: {JPN: 1e9, USA: -5} | :1:29: a budget is '-5'",
                "budget_usd: {JPN: 1e9, USA: 1e9, KOR: 5} | :1:39: 'KOR' has a budget but is no partner",
                "budget_usd: {JPN: 1e9} | :1:13: 'USA' is a partner but has no budget",
                "budget_jpy: 1e9 | :1:13: budgets are constant US dollars",
                "target_year: 2020 | :1:14: target_year is",
                "ban_quarters: 13 | :1:15: ban_quarters",
                "targets: {worst_ban: 2} | :1:22: worst_ban"
            })
    void a_bad_question_is_refused_at_its_place(String yaml, String where, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("bad.yaml");
        Files.writeString(file, yaml + "\n");

        Cli.Result result = Cli.shared().run("plan", "solve", file.toString());

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains(where).contains("Maybe");
    }
}
