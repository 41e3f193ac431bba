package org.monazite.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What the shock commands say about the magnet chain.
class ShockAnswersTest {

    @Tag("S13")
    @Tag("S22")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "shock why china-magnet-chain --weeks 20",
                "shock why licence-april-2025 --at USA --product dy.oxide --member 3 --weeks 20",
                "shock compare china-magnet-chain china-bilateral --members 6 --weeks 12",
                "shock sweep --for JPN,USA --members 6 --weeks 6 --what place"
            })
    void answers_exist_in_two_languages_and_for_programs(String line) {
        Cli.Result english = Cli.shared().line(line);
        Cli.Result japanese = Cli.shared().line(line + " --lang ja");

        assertThat(english.code()).as(english.err()).isZero();
        assertThat(english.out()).isNotBlank().doesNotContain("null", "NaN", "{0}", "{1}");
        assertThat(japanese.out()).doesNotContain("null", "NaN", "{0}", "{1}").isNotEqualTo(english.out());
        assertThat(Cli.shared().line(line + " --json --threads 3").out())
                .isEqualTo(Cli.shared()
                        .line(line + " --json --lang ja --threads 1")
                        .out());
        assertThat(Cli.shared().line(line + " --csv").code()).isZero();
    }

    @Tag("S22")
    @Test
    void the_story_of_a_ban_is_told_from_cause_to_victim() {
        String told =
                Cli.shared().line("shock why china-magnet-chain --weeks 30").out();

        assertThat(told)
                .containsPattern("\\([12]\\) [0-9.]+ %  China stops Dysprosium oxide from W01 -> "
                        + "Japan: NdFeB magnets short of Dysprosium oxide from W0[4-7] -> "
                        + "Japan: industries that use magnets short of NdFeB magnets from W1[0-2]");
    }

    @Tag("S22")
    @Test
    void shares_sum_to_one_and_the_waterfall_adds_up_to_the_loss() {
        JsonNode why = Cli.shared()
                .line("shock why china-magnet-chain --weeks 30 --json")
                .json()
                .path("why");
        double shares =
                why.path("otherShare").asDouble() + why.path("stockSwingsShare").asDouble();
        for (JsonNode path : why.path("paths")) {
            shares += path.path("share").asDouble();
        }
        double rest = why.path("grossLoss").asDouble();
        for (JsonNode saved : why.path("waterfall")) {
            rest -= saved.path("saved").asDouble();
        }

        assertThat(shares).isBetween(1 - 1e-9, 1 + 1e-9);
        assertThat(rest / why.path("loss").asDouble()).isBetween(1 - 1e-9, 1 + 1e-9);
        assertThat(why.path("stockSwingsShare").asDouble()).isLessThan(0.05);
        assertThat(why.path("lossByWeek")).hasSize(30);
    }

    @Tag("S11")
    @Test
    void the_industries_add_up_to_the_place_and_stand_beside_published_estimates() {
        JsonNode run = Cli.shared()
                .line("shock run china-magnet-chain --members 6 --weeks 20 --json")
                .json();
        double industries = 0;
        for (JsonNode industry : run.path("evidence").path("industries")) {
            if (industry.path("place").asString().equals("JPN")) {
                industries += industry.path("lossUsd").path("mean").asDouble();
                assertThat(industry.path("figures")).isNotEmpty();
                assertThat(industry.path("yearUsd").path("low").asDouble())
                        .isLessThan(industry.path("yearUsd").path("high").asDouble());
            }
        }
        double place = 0;
        for (JsonNode headline : run.path("evidence").path("headlines")) {
            place += headline.path("place").asString().equals("JPN")
                    ? headline.path("lossUsd").path("mean").asDouble()
                    : 0;
        }

        assertThat(place).isPositive();
        assertThat(industries / place).isBetween(1 - 1e-9, 1 + 1e-9);
        assertThat(run.path("publishedEstimates").findValuesAsString("source")).contains("NRI", "DIR", "MIZUHO");
    }

    @Test
    void what_cannot_be_asked_is_refused() {
        assertThat(Cli.shared().line("shock why china-magnet-chian").code()).isEqualTo(4);
        assertThat(Cli.shared().line("shock why china-dy-tb --product dy.oxyde").err())
                .contains("dy.oxide");
        Cli.Result nobody = Cli.shared().line("shock why china-dy-tb --at BRA --product ndfeb.magnet --weeks 1");
        assertThat(nobody.code()).isEqualTo(4);
        assertThat(nobody.err()).contains("BRA", "ndfeb.magnet", "Maybe ./monazite show place");
        assertThat(Cli.shared().line("shock why china-dy-tb --member -2").code())
                .isEqualTo(2);
        assertThat(Cli.shared().line("shock sweep --what planes").err()).contains("Maybe you meant 'lane'");
        assertThat(Cli.shared().line("shock sweep --days 0").code()).isEqualTo(2);
    }
}
