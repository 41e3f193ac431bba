package org.monazite.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Magnets inside goods of a BACI file: traction motors of two places, electric cars, drives of which one row states no
/// quantity, and nickel ore, which is no good.
class EmbodiedTest {

    private static final String BACI = """
            t,i,j,k,v,q
            2023,156,392,850153,200000.0,10000.0
            2023,276,392,850153,50000.0,1000.0
            2023,410,392,870380,100000.0,5000.0
            2023,764,392,847170,300000.0,2000.0
            2023,156,392,847170,100000.0,NA
            2023,643,392,260400,1000.0,100.0
            2023,276,251,870380,100000.0,9000.0
            2023,156,276,870380,100000.0,9000.0
            """;

    @TempDir
    static Path folder;

    @TempDir
    static Path bare;

    @BeforeAll
    static void imported() throws IOException {
        Cli.copyWorkspace(folder);
        Cli.copyWorkspace(bare);
        Files.writeString(folder.resolve("BACI_HS17_Y2023_V202401b.csv"), BACI);
        Cli.Result result = Cli.in(folder).line("data import BACI_HS17_Y2023_V202401b.csv --as baci");
        assertThat(result.code()).as(result.out() + result.err()).isZero();
    }

    private static JsonNode embodied(String words) {
        Cli.Result result = Cli.in(folder).line("exposure embodied " + words + " --json");
        assertThat(result.code()).as(result.err()).isZero();
        return result.json().path("embodied").get(0);
    }

    private static double cell(String table, String key, String column) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("../data/" + table + ".csv"));
        int at = List.of(lines.getFirst().split(",")).indexOf(column);
        for (String line : lines) {
            if (line.startsWith(key)) {
                return Double.parseDouble(line.split(",", -1)[at]);
            }
        }
        throw new AssertionError(key);
    }

    @Test
    void magnets_inside_are_weight_times_part_of_the_code_times_what_a_tonne_holds() throws IOException {
        JsonNode origins = embodied("JPN").path("traded").path("magnetsTonnes").path("byOrigin");

        double motor = cell("goods_parts", "motor.traction,", "per_tonne");
        double part = cell("goods", "motor.traction,", "part_pct") / 100;
        assertThat(origins.path("CHN").path("value").asDouble()).isCloseTo(10_000 * part * motor, within(1e-9));
        double car = cell("goods_parts", "vehicle.bev,motor.traction", "per_tonne") * motor
                + cell("goods_parts", "vehicle.bev,H", "per_tonne");
        double electric = cell("goods", "vehicle.bev,", "part_pct") / 100;
        assertThat(origins.path("KOR").path("value").asDouble()).isCloseTo(5_000 * electric * car, within(1e-9));
    }

    @Test
    void heavy_elements_lie_between_diffused_and_alloyed_magnets() throws IOException {
        JsonNode germany = embodied("JPN")
                .path("traded")
                .path("dyTbTonnes")
                .path("byOrigin")
                .path("DEU");

        double lowMagnets = 1000
                * cell("goods", "motor.traction,", "part_low")
                / 100
                * cell("goods_parts", "motor.traction,", "low");
        double highMagnets = 1000
                * cell("goods", "motor.traction,", "part_high")
                / 100
                * cell("goods_parts", "motor.traction,", "high");
        assertThat(germany.path("low").asDouble())
                .isCloseTo(lowMagnets * cell("magnet_grades", "UH,", "dy_tb_pct_gbd") / 100, within(1e-12));
        assertThat(germany.path("high").asDouble())
                .isCloseTo(highMagnets * cell("magnet_grades", "UH,", "dy_tb_pct") / 100, within(1e-12));
    }

    @Test
    void a_row_without_weight_is_left_out_and_said() {
        JsonNode traded = embodied("JPN").path("traded");

        assertThat(traded.path("valueWithoutWeight").asDouble()).isCloseTo(100.0 / 750, within(1e-12));
        assertThat(Cli.in(folder).line("exposure embodied JPN").out()).contains("states no weight");
    }

    @Test
    void every_number_is_flagged_and_leads_to_its_figures() {
        JsonNode total = embodied("JPN").path("traded").path("magnetsTonnes").path("total");

        assertThat(total.path("flag").asString()).isEqualTo("unverified");
        List<String> figures = new ArrayList<>();
        total.path("figures").forEach(each -> figures.add(each.asString()));
        assertThat(figures).anyMatch(id -> id.matches("f-baci-[0-9a-f]{12}-2-q"));
        for (String id : List.of(figures.getFirst(), figures.getLast())) {
            assertThat(Cli.in(folder).line("show figure " + id).code()).as(id).isZero();
        }
        assertThat(Cli.in(folder).line("exposure embodied JPN").out()).contains("~91 t", "~ rests on an estimate");
    }

    @Test
    void goods_between_members_of_a_union_are_no_imports() {
        JsonNode origins = embodied("EU27").path("traded").path("magnetsTonnes").path("byOrigin");

        assertThat(origins.propertyNames()).containsExactly("CHN");
        assertThat(embodied("EU27").path("directShare").path("value").asDouble())
                .isBetween(0.5, 1.0);
    }

    @Tag("E9")
    @Test
    void without_trade_it_says_what_goods_abroad_hold_and_gives_no_tonnes() {
        Cli.Result result = Cli.in(bare).line("exposure embodied JPN");

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("no tonnes can be told", "use by industry alone", "data import");
        JsonNode node = Cli.in(bare)
                .line("exposure embodied JPN --json")
                .json()
                .path("embodied")
                .get(0);
        assertThat(node.has("traded")).isFalse();
        assertThat(node.path("goodsAbroad").size()).isGreaterThan(5);
    }

    @Test
    void the_japanese_answer_has_no_place_codes_or_english_uses() {
        String text = Cli.in(folder)
                        .line("exposure embodied JPN --by element --lang ja")
                        .out()
                + Cli.in(bare).line("exposure embodied JPN --lang ja").out();

        assertThat(text).contains("中国", "韓国", "電動車モーター", "電気自動車");
        assertThat(text).doesNotContainPattern("\\b(CHN|KOR|DEU|THA|motor|magnets)\\b");
    }

    @Test
    void a_basis_that_is_none_is_refused_with_those_that_are() {
        Cli.Result result = Cli.in(folder).line("exposure embodied JPN --by money");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("'money'", "--by", "Maybe one of: element, value, weight");
    }
}
