package org.monazite.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AnswersTest {

    private static final String PLAY = "shock run china-magnet-chain --members 18 --weeks 12 --json --threads ";

    @Test
    void an_exposure_states_shares_with_range_flag_and_figures() {
        JsonNode rows = Cli.shared().line("exposure of JPN --json").json().path("exposure");

        JsonNode magnets = row(rows, "ndfeb.magnet");
        assertThat(magnets.path("importer").asString()).isEqualTo("JPN");
        assertThat(magnets.path("supplier").asString()).isEqualTo("CHN");
        for (String key : List.of("directShare", "tracedShare", "hhi")) {
            double value = magnets.path(key).asDouble();
            JsonNode explained = magnets.path("explained").path(key);
            assertThat(value).as(key).isBetween(0.0, 1.0);
            assertThat(explained.path("value").asDouble()).isEqualTo(value);
            assertThat(explained.path("formula").asString()).isNotBlank();
            assertThat(explained.path("flag").asString()).isIn("none", "derived", "estimate", "unverified");
        }
        assertThat(magnets.path("tracedShare").asDouble())
                .isGreaterThan(magnets.path("directShare").asDouble());
        assertThat(magnets.path("explained").path("directShare").path("figures"))
                .isNotEmpty();
    }

    @Test
    void a_share_that_is_not_defined_is_null_and_never_zero() {
        JsonNode alloy = row(Cli.shared().line("exposure of JPN --json").json().path("exposure"), "ndfeb.alloy");

        assertThat(alloy.path("directShare").isNull()).isTrue();
        assertThat(alloy.path("explained").path("directShare").path("missing").asString())
                .isEqualTo("not defined");
        assertThat(Cli.shared().line("exposure of JPN --product ndfeb.alloy").out())
                .contains("n/a");
        assertThat(Cli.shared()
                        .line("exposure of JPN --product ndfeb.alloy --lang ja")
                        .out())
                .contains("データなし");
    }

    private static JsonNode row(JsonNode rows, String product) {
        for (JsonNode row : rows) {
            if (row.path("product").asString().equals(product)) {
                return row;
            }
        }
        throw new AssertionError("No row for " + product + " in " + rows);
    }

    private static JsonNode japan(JsonNode lines, String product) {
        for (JsonNode line : lines) {
            boolean found = line.path("product").asString().equals(product)
                    && line.path("place").asString().equals("JPN");
            if (found) {
                return line;
            }
        }
        throw new AssertionError("No line for " + product + " in Japan");
    }

    @Test
    void a_figure_leads_to_its_raw_cell_and_source() {
        JsonNode figures = row(
                        Cli.shared().line("exposure of JPN --json").json().path("exposure"), "ndfeb.magnet")
                .path("explained")
                .path("directShare")
                .path("figures");
        String id = figures.get(0).asString();

        JsonNode figure = Cli.shared().line("show figure " + id + " --json").json();
        assertThat(figure.path("locator").asString()).matches("[a-z_]+\\.csv:[0-9]+:[a-z_]+");
        assertThat(figure.path("raw").asString()).isNotBlank();
        assertThat(Cli.shared().line("show cite " + id).out())
                .contains(id)
                .contains(figure.path("cite").asString());
        assertThat(Cli.shared().line("show figure f-0000000000").code()).isEqualTo(4);
    }

    @Tag("S12")
    @Test
    void one_two_and_four_threads_give_the_same_bytes() {
        String one = Cli.shared().line(PLAY + "1").out();

        assertThat(Cli.shared().line(PLAY + "2").out()).isEqualTo(one);
        assertThat(Cli.shared().line(PLAY + "4").out()).isEqualTo(one);
        assertThat(Cli.shared().line(PLAY + "2 --seed 7").out()).isNotEqualTo(one);
    }

    @Tag("B9")
    @Test
    void a_run_states_what_it_was_computed_from() {
        JsonNode answer = Cli.shared().line(PLAY + "2").json();

        assertThat(answer.path("runCard").path("network").asString()).hasSize(64);
        assertThat(answer.path("runCard").path("seed").asLong()).isEqualTo(20251028L);
        assertThat(answer.path("runCard")
                        .path("settings")
                        .path("ensemble.members")
                        .asString())
                .isEqualTo("18");
        assertThat(answer.path("runCard").path("assumptions")).isNotEmpty();
        JsonNode line = row(answer.path("shock"), "ndfeb.magnet");
        assertThat(line.path("unmetShare").path("p10").asDouble())
                .isLessThanOrEqualTo(line.path("unmetShare").path("p90").asDouble());
        assertThat(line.path("byWeek").path("p50")).hasSize(12);
    }

    @Tag("S4")
    @Test
    void a_ban_of_everything_hurts_and_a_strait_nobody_needs_does_not() {
        String banned = "shock run china-magnet-chain --members 9 --weeks 26 --json";
        double worst = japan(Cli.shared().line(banned).json().path("shock"), "dy.oxide")
                .path("unmetShare")
                .path("p50")
                .asDouble();
        JsonNode calm = Cli.shared()
                .line("shock run taiwan-strait --members 9 --weeks 26 --json")
                .json();

        assertThat(worst).isGreaterThan(0.3);
        for (JsonNode line : calm.path("shock")) {
            assertThat(line.path("unmetShare").path("p50").asDouble()).isLessThan(0.05);
        }
    }

    @Tag("S14")
    @Test
    void an_economy_of_firms_is_played_and_tells_what_was_lost_and_how_fast() {
        String line = "shock scale --firms 2000 --sectors 12 --days 60 --scenarios 5 --outage S1:0.5:11:30";
        JsonNode json = Cli.shared().line(line + " --json").json();

        assertThat(json.path("question").path("links").asInt()).isEqualTo(10_000);
        assertThat(json.path("runs").size()).isEqualTo(5);
        for (JsonNode run : json.path("runs")) {
            assertThat(run.path("lostShare").asDouble()).isBetween(0.005, 0.5);
            assertThat(run.path("worstDay").asInt()).isBetween(11, 60);
        }
        assertThat(json.path("speed").path("linkScenarioDaysPerSecond").asDouble())
                .isPositive();
        assertThat(Cli.shared().line(line).out()).contains("No firm in it exists", "million links a second", "MB");
        assertThat(Cli.shared().line(line + " --lang ja").out()).contains("仮想経済", "毎秒");
    }

    @Test
    void the_links_of_an_economy_can_be_taken_away(@TempDir Path folder) {
        Path file = folder.resolve("edges.csv");

        assertThat(Cli.shared()
                        .line("shock scale --firms 50 --sectors 5 --days 15 --export " + file)
                        .code())
                .isZero();

        assertThat(file)
                .content()
                .startsWith("supplier,customer,supplierNACE,customerNACE,weight,type\n")
                .hasLineCount(251);
    }

    @ParameterizedTest
    @ValueSource(strings = {"S13:1:1:1", "S1:2:1:1", "S1:1:0:1", "S1:1:1", "x"})
    void an_outage_that_cannot_be_is_refused_with_a_proposal(String outage) {
        Cli.Result refused = Cli.shared().line("shock scale --firms 100 --sectors 12 --outage " + outage);

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("--outage", "\nMaybe");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exposure of JPN USA",
                "exposure rank --for G7",
                "exposure without CHN --for USA",
                "shock list",
                "shock sweep --for JPN --weeks 8",
                "show material dy",
                "show material ga",
                "show place JPN",
                "show chain magnets",
                "data sources",
                "data versions",
                "pledge list",
                "plan list",
                "status"
            })
    void every_answer_exists_for_people_in_two_languages_and_for_programs(String line) {
        Cli.Result english = Cli.shared().line(line);
        Cli.Result japanese = Cli.shared().line(line + " --lang ja");

        assertThat(english.code()).as(english.err()).isZero();
        assertThat(english.out()).isNotBlank().doesNotContain("null", "NaN", "{0}");
        assertThat(japanese.out())
                .isNotBlank()
                .doesNotContain("null", "NaN", "{0}")
                .isNotEqualTo(english.out());
        assertThat(japanese.out()).matches("(?s).*[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}].*");
        JsonNode json = Cli.shared().line(line + " --json").json();
        assertThat(json.isObject()).isTrue();
        assertThat(Cli.shared().line(line + " --json --lang ja").out())
                .as("JSON does not depend on the language")
                .isEqualTo(Cli.shared().line(line + " --json").out());
        assertThat(Cli.shared().line(line + " --csv").code()).isZero();
    }

    @Test
    void csv_has_full_precision_and_plain_text_has_tabs() {
        List<String> lines = new ArrayList<>(
                Cli.shared().line("exposure of JPN --csv").out().lines().toList());

        assertThat(lines.getFirst()).startsWith("product,direct_share,");
        assertThat(lines).anyMatch(line -> line.matches("ndfeb\\.magnet,0\\.[0-9]{10,}.*"));
        assertThat(Cli.shared().line("exposure of JPN --plain").out()).contains("\t");
        assertThat(Cli.shared().line("show chain magnets --csv").out())
                .matches("(?s).*dy\\.oxide,[0-9.]+,CHN 1\\.0,1\\.0,world_t_per_year;hhi\n.*")
                .isEqualTo(
                        Cli.shared().line("show chain magnets --csv --lang ja").out());
    }

    @Tag("G2")
    @Test
    void a_pledge_that_is_overdue_makes_check_fail_and_one_that_stands_does_not() {
        Cli.Result all = Cli.shared().line("pledge check --as-of 2026-11-22");

        assertThat(all.code()).isEqualTo(5);
        assertThat(all.out()).contains("overdue - not evidenced");
        assertThat(Cli.shared().line("pledge check USJP-00").code()).isZero();
        assertThat(Cli.shared().line("pledge check --as-of 2025-11-01 USJP-05").code())
                .as("not due yet")
                .isZero();
    }
}
