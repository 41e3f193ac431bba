package org.monazite.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Measures across materials, years and ways of counting, as the terminal gives them.
class MeasuresTest {

    private static JsonNode row(JsonNode rows, String key, String value) {
        for (JsonNode row : rows) {
            if (row.path(key).asString().equals(value)) {
                return row;
            }
        }
        throw new AssertionError("No " + key + " " + value);
    }

    @Tag("E16")
    @Test
    void all_materials_stand_side_by_side_by_six_methods() {
        JsonNode json = Cli.shared().line("exposure methods --for USA --json").json();

        assertThat(json.path("materials").size()).isGreaterThan(45);
        JsonNode gallium = row(json.path("materials"), "product", "ga.refined").path("methods");
        assertThat(gallium.path("reliance").path("value").asDouble()).isEqualTo(1); // USGS: 100 % in 2024
        assertThat(gallium.path("hhi").path("value").asDouble()).isGreaterThan(0.95);
        assertThat(gallium.path("geopolrisk").path("figures")).isNotEmpty();
        assertThat(json.path("kendallTau").path("hhi").path("hhi").asDouble()).isEqualTo(1);
        assertThat(json.path("disagreement")).isNotEmpty();
        assertThat(row(json.path("screening"), "method", "usgs")
                        .path("threshold")
                        .asDouble())
                .isEqualTo(0.4);
    }

    @Test
    void what_cannot_be_told_is_null_and_says_why() {
        JsonNode json = Cli.shared().line("exposure methods --for JPN --json").json();

        JsonNode indium = row(json.path("materials"), "product", "in.refined").path("methods");
        assertThat(indium.path("lost").path("value").isNull()).isTrue();
        assertThat(indium.path("lost").path("formula").asString()).contains("cannot tell");
    }

    @Test
    void a_number_is_explained_in_seven_lines_at_most() {
        for (String lang : List.of("en", "ja")) {
            String out = Cli.shared()
                    .line("exposure methods --for USA --material gallium --explain --lang " + lang)
                    .out();
            String[] blocks = out.split("\n\n");

            assertThat(blocks.length).isEqualTo(7);
            for (int i = 1; i < blocks.length; i++) {
                assertThat(blocks[i].strip().split("\n").length - 1).isBetween(2, 7); // the first names the material
            }
        }
    }

    @Test
    void an_unknown_method_is_answered_with_the_nearest() {
        Cli.Result result = Cli.shared().line("exposure methods --screen usgz=0.4");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("'usgz'").contains("usgs");
    }

    @Tag("E19")
    @Test
    void chinas_share_of_japans_imports_has_all_its_published_answers() {
        JsonNode answers = Cli.shared().line("exposure shares --json").json().path("answers");

        List<String> told = new ArrayList<>();
        for (JsonNode answer : answers) {
            told.add("%s %s %s %.3f"
                    .formatted(
                            answer.path("counting").asString(),
                            answer.path("product").asString(),
                            answer.path("period").asString(),
                            answer.path("share").path("value").asDouble()));
            assertThat(answer.path("counted").asString()).isNotBlank();
        }
        assertThat(told)
                .contains(
                        "published.weight  2024 0.629",
                        "published.weight  2024 0.710",
                        "published.weight  2024-H1 0.796",
                        "published.weight  2023-H1 0.731",
                        "published.weight  2010 0.898",
                        "published.weight  2008 0.900",
                        "published.weight  2009 0.855",
                        "published.weight  2012 0.580",
                        "published.weight  2020 0.580",
                        "published.value.raw  2023 0.440",
                        "published.value.magnets  2023 0.680",
                        "published.value.metals  2024 0.296",
                        "published.product.weight dy.oxide 2024 1.000",
                        "published.product.weight y.oxide 2023 0.940",
                        "published.product.weight y.oxide 2024-H1 0.987",
                        "direct ndpr.metal 2024 0.304");
        JsonNode traced = null;
        for (JsonNode answer : answers) {
            boolean metal = answer.path("counting").asString().equals("traced")
                    && answer.path("product").asString().equals("ndpr.metal");
            traced = metal ? answer.path("share") : traced;
        }
        assertThat(traced).isNotNull();
        assertThat(traced.path("low").asDouble()).isBetween(0.5, 0.65);
        assertThat(traced.path("high").asDouble()).isBetween(0.55, 0.7);
    }

    @Tag("E17")
    @Test
    void years_and_editions_stand_side_by_side() {
        JsonNode trends = Cli.shared()
                .line("exposure history CHN --material gallium --json")
                .json()
                .path("trends");

        JsonNode share = row(trends, "measure", "share of world production");
        List<String> sources = new ArrayList<>();
        share.path("points").forEach(point -> {
            if (point.path("period").asString().equals("2024")) {
                sources.add(point.path("source").asString());
            }
        });
        assertThat(sources).contains("SRC_USGS_MCS2025", "SRC_USGS_MCS2026");
        assertThat(share.path("disagreement").asDouble()).isPositive();
    }

    @Tag("E6")
    @Tag("E17")
    @Test
    void the_printed_reliance_of_the_united_states_runs_over_five_years() {
        JsonNode trends = Cli.shared()
                .line("exposure history USA --material antimony --json")
                .json()
                .path("trends");

        JsonNode reliance = row(trends, "measure", "net import reliance");
        assertThat(reliance.path("points").size()).isEqualTo(5);
        JsonNode year = row(reliance.path("points"), "period", "2024").path("number");
        assertThat(year.path("value").asDouble()).isCloseTo(0.86, within(1e-12)); // Mineral Commodity Summaries 2026
    }

    @Tag("E7")
    @Test
    void without_a_supplier_less_is_lost_when_trade_is_rerouted() {
        JsonNode all = row(
                Cli.shared()
                        .line("exposure without CHN --for JPN --json")
                        .json()
                        .path("rerouting"),
                "product",
                "");

        assertThat(all.path("lostAdjusted").asDouble())
                .isLessThan(all.path("lostStatic").asDouble());
        assertThat(all.path("lostAdjusted").asDouble())
                .isCloseTo(all.path("leastByProof").asDouble(), within(1e-6));
    }

    @Tag("A9")
    @Tag("E15")
    @Test
    void draws_give_percentiles_and_what_moves_them() {
        JsonNode draws =
                Cli.shared().line("exposure of JPN --draws 200 --json").json().path("draws");

        boolean seen = false;
        for (JsonNode draw : draws) {
            if (draw.path("measure").asString().equals("traced")
                    && draw.path("product").asString().equals("ndpr.metal")) {
                JsonNode p = draw.path("percentiles");
                assertThat(p.path("p5").asDouble()).isLessThan(p.path("p50").asDouble());
                assertThat(p.path("p50").asDouble()).isLessThan(p.path("p95").asDouble());
                assertThat(draw.path("drivers").size()).isEqualTo(3);
                seen = true;
            }
        }
        assertThat(seen).isTrue();
        assertThat(Cli.shared().line("exposure of JPN --draws 5").code()).isEqualTo(2);
    }
}
