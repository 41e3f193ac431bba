package org.monazite.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monazite.atlas.Atlas;
import org.monazite.atlas.Provenance;
import org.monazite.supply.Flag;
import tools.jackson.databind.JsonNode;

/// The main job on the embedded atlas, with a small ensemble.
@Tag("examples")
public class SecureTest {

    public static final String SMALL = "secure --members 18 --weeks 26 --points 3 ";
    public static final Cli.Result ONE = Cli.shared().line(SMALL + "--json --threads 1");

    @TempDir
    Path folder;

    @Tag("A1")
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

    @Tag("P1")
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

    @Tag("P6")
    @Test
    void more_money_never_leaves_a_larger_worst_ban() {
        double before = Double.POSITIVE_INFINITY;
        for (JsonNode point : ONE.json().path("frontier").path("points")) {
            assertThat(point.path("worstUnmet").asDouble()).isLessThanOrEqualTo(before + 1e-6);
            before = point.path("worstUnmet").asDouble();
        }
    }

    /// The lineage of every number: which figures it cites, how weak the weakest of them is, and that it says so.
    @Test
    void no_number_hides_the_weakest_figure_that_it_rests_on() throws IOException {
        Atlas atlas = Atlas.open(Cli.shared().folder().resolve("workspace/atlas"));
        List<String> hidden = new ArrayList<>();
        int[] seen = new int[1];
        walk(ONE.json(), "", (path, node) -> {
            if (node.has("figures") && node.has("flag")) {
                Flag flag = Flag.valueOf(node.path("flag").asString().toUpperCase(Locale.ROOT));
                for (JsonNode id : node.path("figures")) {
                    Flag weakest = atlas.findFigure(id.asString()).orElseThrow().flag();
                    seen[0]++;
                    if (flag.and(weakest) != flag) {
                        hidden.add("%s is %s and cites %s, which is %s".formatted(path, flag, id.asString(), weakest));
                    }
                }
            }
        });
        assertThat(hidden).isEmpty();
        assertThat(seen[0]).isGreaterThan(500);
    }

    @Test
    void what_is_played_and_planned_carries_a_flag() {
        for (String part : List.of("shock", "scenarios")) {
            assertThat(ONE.json().path(part))
                    .allSatisfy(each -> assertThat(each.path("flag").asString()).isEqualTo("unverified"));
        }
        assertThat(ONE.json().path("plan").path("flag").asString()).isEqualTo("unverified");
        assertThat(ONE.json().path("frontier").path("flag").asString()).isEqualTo("unverified");
    }

    @Test
    void every_figure_of_the_answer_leads_to_its_raw_cell() throws IOException {
        Atlas atlas = Atlas.open(Cli.shared().folder().resolve("workspace/atlas"));
        TreeSet<String> ids = new TreeSet<>(); // wherever they stand, also within texts
        Pattern.compile("\\bf-[0-9a-f]{10,20}\\b").matcher(ONE.out()).results().forEach(id -> ids.add(id.group()));
        walk(ONE.json(), "", (path, node) -> {
            node.path("figures").forEach(id -> ids.add(id.asString()));
            if (node.has("figure")) {
                ids.add(node.path("figure").asString());
            }
        });
        assertThat(ids).hasSizeGreaterThan(200);
        for (String id : ids) {
            Provenance provenance = atlas.provenance(id).orElseThrow(() -> new AssertionError(id));
            assertThat(provenance.row()).as(id).containsKey("source_id");
            assertThat(provenance.source().id()).isEqualTo(provenance.row().get("source_id"));
            String column = provenance.statement().figure().locator().replaceFirst(".*:", "");
            assertThat(provenance.row().get(column)).as(id).isNotEmpty(); // the raw cell itself
        }
    }

    private static void walk(JsonNode node, String path, BiConsumer<String, JsonNode> look) {
        if (node.isObject()) {
            look.accept(path, node);
            node.properties().forEach(each -> walk(each.getValue(), path + "/" + each.getKey(), look));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(node.get(i), path + "/" + i, look);
            }
        }
    }

    @Test
    void threads_change_no_byte() {
        assertThat(Cli.shared().line(SMALL + "--json --threads 2").out()).isEqualTo(ONE.out());
    }

    @Tag("A1")
    @Tag("B5")
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
