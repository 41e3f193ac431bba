package org.monazite.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The main job on the embedded atlas, with a small ensemble.
@Tag("examples")
class SecureTest {

    private static final String SMALL = "secure --members 18 --weeks 26 --points 3 ";
    private static final Cli.Result ONE = Cli.shared().line(SMALL + "--json --threads 1");

    @TempDir
    Path folder;

    @Test
    void the_job_ends_well_and_answers_every_question() {
        assertThat(ONE.code()).as(ONE.err()).isZero();
        JsonNode answer = ONE.json();
        for (String key :
                List.of("runCard", "exposure", "weakestLinks", "shock", "plan", "frontier", "pledges", "brief")) {
            assertThat(answer.path(key).isEmpty()).as(key).isFalse();
        }
        assertThat(answer.path("exposure"))
                .allSatisfy(row -> assertThat(row.propertyNames())
                        .contains("stage", "product", "importer", "supplier", "directShare", "tracedShare", "hhi"));
        assertThat(answer.path("shock"))
                .allSatisfy(row -> assertThat(row.propertyNames())
                        .contains("scenario", "product", "place", "worstWeek", "firstEmptyWeek", "unmetShare"));
        assertThat(answer.path("scenarios").size()).isEqualTo(4);
        assertThat(answer.path("asOf").asString()).isEqualTo("2026-11-22");
    }

    @Test
    void the_plan_is_verified_lowers_the_loss_and_keeps_the_budget() {
        JsonNode plan = ONE.json().path("plan");

        assertThat(plan.path("verified").asBoolean()).isTrue();
        assertThat(plan.path("lossAfter").asDouble())
                .isLessThan(plan.path("lossBefore").asDouble());
        assertThat(plan.path("spent").asDouble())
                .isLessThanOrEqualTo(plan.path("budget").asDouble());
        assertThat(plan.path("gap").asDouble()).isBetween(0.0, 0.05);
        assertThat(plan.path("projects")).isNotEmpty();
    }

    @Test
    void more_money_never_leaves_a_larger_worst_ban() {
        double before = Double.POSITIVE_INFINITY;
        for (JsonNode point : ONE.json().path("frontier").path("points")) {
            assertThat(point.path("worstUnmet").asDouble()).isLessThanOrEqualTo(before + 1e-6);
            before = point.path("worstUnmet").asDouble();
        }
    }

    @Test
    void threads_change_no_byte() {
        assertThat(Cli.shared().line(SMALL + "--json --threads 2").out()).isEqualTo(ONE.out());
    }

    @Test
    void the_brief_is_written_for_english_and_japanese_readers() throws IOException {
        Path file = folder.resolve("brief.html");
        Cli.Result japanese = Cli.shared()
                .run(
                        "secure",
                        "--members",
                        "9",
                        "--weeks",
                        "4",
                        "--points",
                        "2",
                        "--lang",
                        "ja",
                        "--brief",
                        file.toString());

        assertThat(japanese.code()).as(japanese.err()).isZero();
        assertThat(japanese.out()).contains("1 ", "への依存", "報告書:").doesNotContain("NaN", "null");
        assertThat(Files.readString(file)).contains("<html lang=\"ja\"").doesNotContain("<script");
        Path english = Cli.shared()
                .folder()
                .resolve(ONE.json().path("brief").path("path").asString());
        assertThat(Files.readString(english)).contains("<html lang=\"en\"").doesNotContain("<script");
    }

    @Test
    void a_wish_nobody_can_fulfil_is_infeasible_and_shows_the_nearest() throws IOException {
        Path wish = folder.resolve("wish.yaml");
        Files.writeString(wish, "budget_usd: 0\ntargets: {worst_ban: 0.0, traced_share: 0.0}\n");

        Cli.Result result = Cli.shared().run("plan", "solve", wish.toString());

        assertThat(result.code()).as(result.err()).isEqualTo(8);
        assertThat(result.out()).contains("nearest plan that was found").contains("Target missed");
    }
}
