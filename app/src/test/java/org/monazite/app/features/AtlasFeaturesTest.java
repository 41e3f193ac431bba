package org.monazite.app.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.monazite.app.cli.Cli;
import tools.jackson.databind.JsonNode;

/// Rows A of docs/features.md on the pack in the box.
class AtlasFeaturesTest {

    private static final Path FIXTURES = Path.of("..", "atlas", "src", "test", "resources", "imports");

    @TempDir
    Path folder;

    @Test
    @Tag("A2")
    void ore_oxide_metal_alloy_magnet_and_use_are_nodes_of_their_own() {
        Map<String, String> stages = new TreeMap<>();
        Screens.json("exposure of JPN")
                .path("exposure")
                .forEach(row -> stages.put(
                        row.path("product").asString(), row.path("stage").asString()));
        JsonNode products = Screens.json("show chain magnets").path("products");

        assertThat(stages)
                .containsEntry("ree.mine", "mine")
                .containsEntry("ndpr.oxide", "refined")
                .containsEntry("ndpr.metal", "metal")
                .containsEntry("ndfeb.alloy", "alloy")
                .containsEntry("ndfeb.magnet", "component");
        for (String product : stages.keySet()) {
            assertThat(Screens.row(products, "product", product)
                            .path("worldTonnesPerYear")
                            .asDouble())
                    .as(product)
                    .isPositive();
        }
        JsonNode use = Screens.json("show figure JPN/ndfeb.use/ev");
        assertThat(use.path("kind").asString()).isEqualTo("node");
        Screens.Both screen = Screens.both("show chain magnets");
        assertThat(screen.english()).contains("Rare-earth concentrate", "NdPr oxide", "NdPr metal", "NdFeB magnets");
        assertThat(screen.japanese()).contains("希土類精鉱", "酸化ネオジム・プラセオジム", "ネオジム・プラセオジム金属", "ネオジム磁石");
        screen.sayTheSameShares();
    }

    @Test
    @Tag("A3")
    void dysprosium_and_terbium_are_asked_about_by_name() {
        assertThat(Screens.json("show material dy")
                        .path("balanced")
                        .get(0)
                        .path("product")
                        .asString())
                .isEqualTo("dy.oxide");
        assertThat(Screens.json("show material Terbium")
                        .path("balanced")
                        .get(0)
                        .path("product")
                        .asString())
                .isEqualTo("tb.oxide");
        assertThat(Screens.both("show material dy").japanese()).contains("酸化ジスプロシウム");
    }

    @Test
    @Tag("A6")
    void sources_that_disagree_about_one_quantity_all_stand_with_edition_and_figure() {
        JsonNode conflicts = Screens.json("show conflicts").path("conflicts");

        assertThat(conflicts.size()).isGreaterThan(20);
        for (JsonNode conflict : conflicts) {
            assertThat(conflict.path("said").size()).isGreaterThan(1);
            assertThat(conflict.path("low").asDouble())
                    .isLessThan(conflict.path("high").asDouble());
            conflict.path("said")
                    .forEach(said -> assertThat(said.path("figure").asString()).startsWith("f-"));
        }
        Screens.Both screen = Screens.both("show conflicts --top 3");
        assertThat(screen.english()).contains("revision", "the balance uses those of its chain");
        assertThat(screen.japanese()).contains("改訂", "いずれの数値も残し");
        screen.sayTheSameShares();
    }

    @Test
    @Tag("A7")
    void the_balance_closes_every_place_and_shows_before_after_and_deviation_of_each_figure() {
        JsonNode balance = Screens.json("show balance magnets --top 1000");

        for (JsonNode left : balance.path("residuals")) {
            boolean exact = !left.path("recipe").asBoolean();
            if (exact) {
                assertThat(left.path("after_t").asDouble())
                        .as(
                                "%s %s",
                                left.path("place").asString(),
                                left.path("product").asString())
                        .isCloseTo(
                                0, within(1e-6 * (1 + left.path("throughput_t").asDouble())));
            }
        }
        boolean moved = false;
        for (JsonNode figure : balance.path("adjusted")) {
            double before = figure.path("published_t").asDouble();
            double after = figure.path("balanced_t").asDouble();
            moved |= Math.abs(after - before) > 0.01 * before;
        }
        assertThat(moved).isTrue();
        Screens.Both screen = Screens.both("show balance magnets --top 3");
        assertThat(screen.english()).contains("Figures by suspicion", "range of the source");
        assertThat(screen.japanese()).contains("疑わしい順の数値", "出典の示す幅");
    }

    @Test
    @Tag("A9")
    void every_figure_of_a_balance_has_a_deviation_and_a_reason_and_draws_carry_them_into_shares() {
        JsonNode adjusted = Screens.json("show balance magnets --top 1000").path("adjusted");
        assertThat(adjusted.size()).isGreaterThan(100);
        for (JsonNode figure : adjusted) {
            assertThat(figure.path("figure_sd_t").asDouble())
                    .as(figure.path("quantity").asString())
                    .isPositive();
            assertThat(figure.path("why"))
                    .as(figure.path("quantity").asString())
                    .isNotEmpty();
        }

        JsonNode draw = Screens.row(
                Screens.json("exposure of JPN --draws 100").path("draws"),
                "measure",
                "traced",
                "product",
                "ndfeb.magnet");
        double central = Screens.row(Screens.json("exposure of JPN").path("exposure"), "product", "ndfeb.magnet")
                .path("tracedShare")
                .asDouble();
        assertThat(central)
                .isBetween(
                        draw.path("percentiles").path("p5").asDouble(),
                        draw.path("percentiles").path("p95").asDouble());
    }

    @Test
    @Tag("A10")
    void a_weight_on_another_basis_is_refused_or_converted_by_a_factor_that_is_named() throws IOException {
        Files.writeString(folder.resolve("purchases.csv"), """
                date,supplier,supplier_country,origin_country,product,quantity,unit,basis,value,currency,site
                2025-01-14,Toyo,JPN,CHN,dy.oxide,120,kg,gross,30000,USD,Nagoya
                """);
        Cli.Result refused = Cli.in(folder).line("data import purchases.csv --as ledger --dry-run --lang en");
        Cli.Result japanese = Cli.in(folder).line("data import purchases.csv --as ledger --dry-run --lang ja");

        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.out() + refused.err()).contains("purchases.csv:2", "gross", "Maybe");
        assertThat(japanese.out() + japanese.err()).contains("purchases.csv:2", "gross", "もしかして");
    }

    @Test
    @Tag("A11")
    void both_sides_of_a_border_stand_side_by_side_with_codes_and_gap() {
        JsonNode gaps = Screens.json("show mirror").path("gaps");

        JsonNode japan = Screens.row(gaps, "quantity", "graphite.mine flow CHN>JPN 2024 t");
        double out = japan.path("exporter").path("value").asDouble();
        double in = japan.path("importer").path("value").asDouble();
        assertThat(japan.path("gap").asDouble()).isCloseTo((in - out) / ((in + out) / 2), within(1e-12));
        assertThat(japan.path("exporter").path("code").asString()).isEqualTo("250410");
        assertThat(japan.path("sameCode").asBoolean()).isFalse();
        Screens.Both screen = Screens.both("show mirror");
        assertThat(screen.english()).contains("250410 / 2504", "free on board");
        assertThat(screen.japanese()).contains("250410 / 2504", "FOB");
    }

    @Test
    @Tag("A12")
    @Tag("A13")
    void candidates_have_size_cost_start_state_and_a_source_and_none_of_them_is_decided() {
        JsonNode all = Screens.json("show works").path("works");
        JsonNode open = Screens.json("show works --undecided").path("works");

        assertThat(open.size()).isBetween(20, all.size() - 20);
        for (JsonNode works : open) {
            assertThat(works.path("decided").asBoolean()).isFalse();
            assertThat(works.path("source").asString())
                    .as(works.path("id").asString())
                    .isNotBlank();
        }
        JsonNode nolans = Screens.row(open, "id", "nolans"); // Arafura: 4,440 t of NdPr oxide a year, USD 1,220 million
        assertThat(nolans.path("capacity").asDouble()).isEqualTo(4440);
        assertThat(nolans.path("capexMillionUsd").asDouble()).isEqualTo(1220);
        assertThat(nolans.path("startLow").asInt())
                .isLessThanOrEqualTo(nolans.path("start").asInt());
        assertThat(Screens.json("show figure nolans").toString())
                .contains(nolans.path("source").asString());
        Screens.Both screen = Screens.both("show works --undecided");
        assertThat(screen.english()).contains("nolans", "NdPr oxide", "planned", "4,440 t NdPr oxide/yr");
        assertThat(screen.japanese()).contains("nolans", "酸化ネオジム・プラセオジム", "計画中");
    }

    @Test
    @Tag("A13")
    void works_are_found_by_what_they_make_beside_their_main_product_and_by_coalition() {
        JsonNode makers = Screens.json("show works --product dy.oxide").path("works");

        assertThat(Screens.row(makers, "id", "nolans").path("product").asString())
                .isEqualTo("ndpr.oxide");
        Screens.json("show works --place US_JPN")
                .path("works")
                .forEach(works -> assertThat(works.path("place").asString()).isIn("USA", "JPN"));
        assertThat(Cli.shared().line("show works --product dy.oxid").err()).contains("dy.oxide");
    }

    @Test
    @Tag("A14")
    void controls_have_dates_codes_targets_and_what_follows_their_end() {
        JsonNode controls = Screens.json("show controls").path("controls");

        JsonNode seven = Screens.row(controls, "id", "CN-7REE-2025"); // seven medium and heavy rare earths
        assertThat(seven.path("type").asString()).isEqualTo("licence");
        assertThat(seven.path("effective").asString()).isEqualTo("2025-04-04");
        assertThat(seven.path("hsCodes").valueStream().map(JsonNode::asString)).contains("2846901940");
        assertThat(Screens.json("show controls --place CHN --hs 2846.90")
                        .path("controls")
                        .findValuesAsString("id"))
                .contains("CN-7REE-2025", "CN-JP-2010")
                .doesNotContain("CN-GAGE-2023");
        assertThat(Screens.json("show controls --hits JPN").path("controls").findValuesAsString("id"))
                .contains("CN-JP-2026-1", "CN-GAGE-2023")
                .doesNotContain("CN-US-46");
        Screens.Both screen = Screens.both("show controls --place CHN");
        assertThat(screen.english()).contains("suspended until 2026-11-10; afterwards unknown", "2846901940");
        assertThat(screen.japanese()).contains("2026-11-10まで停止", "2846901940");
    }

    @Test
    @Tag("A15")
    void stocks_public_and_private_are_told_in_days_and_in_tonnes_with_their_source() {
        JsonNode stocks = Screens.json("show stocks").path("stocks");

        assertThat(stocks.findValuesAsString("unit")).contains("days", "t", "MUSD");
        JsonNode national = Screens.row(stocks, "place", "JPN", "kind", "policy target", "unit", "days");
        assertThat(national.path("value").asDouble()).isEqualTo(180); // rare metals of high priority
        JsonNode cars = Screens.row(stocks, "place", "JPN", "product", "ndfeb.magnet");
        assertThat(cars.path("value").asDouble())
                .isBetween(cars.path("low").asDouble(), cars.path("high").asDouble());
        stocks.forEach(stock -> assertThat(stock.path("source").asString()).isNotBlank());
        Screens.Both screen = Screens.both("show stocks --place JPN");
        assertThat(screen.english()).contains("policy target", "days", "missing is not zero");
        assertThat(screen.japanese()).contains("政策目標", "日", "欠損はゼロを意味しません");
    }

    @ParameterizedTest
    @CsvSource({
        "BACI_HS17_Y2022_V202401b.csv, baci",
        "usgs-mcs-2026.csv, usgs-mcs-2026",
        "wgidataset.xlsx, wgi",
        "comtrade.json, comtrade",
        "wmd.xlsx, wmd"
    })
    @Tag("A16")
    void a_file_as_published_is_read_with_one_command(String file, String format) {
        Path path = FIXTURES.resolve(file).toAbsolutePath().normalize();
        Cli.Result english = Cli.shared()
                .run("data", "import", path.toString(), "--as", format, "--accept-partial", "--dry-run", "--json");
        Cli.Result japanese = Cli.shared()
                .run("data", "import", path.toString(), "--as", format, "--accept-partial", "--dry-run", "--lang=ja");

        assertThat(english.code()).as(english.err()).isZero();
        assertThat(english.json().path("accepted").asInt()).isGreaterThan(3);
        assertThat(japanese.code()).as(japanese.err()).isZero();
        assertThat(japanese.out()).contains("件");
    }

    @Test
    @Tag("A5")
    void the_version_in_force_is_named_with_every_answer() {
        String version = Screens.json("data versions")
                .path("versions")
                .get(0)
                .path("version")
                .asString();

        for (String line : List.of("exposure of JPN", "show chain magnets")) {
            assertThat(Screens.json(line).path("runCard").path("atlas").asString())
                    .isEqualTo(version);
        }
        Screens.Both screen = Screens.both("data versions");
        assertThat(screen.english()).contains(version, "in force");
        assertThat(screen.japanese()).contains(version, "有効");
    }
}
