package org.monazite.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What users bring, seen through versions, figures and exports: each format with its licence.
class ImportedFiguresTest {

    private static final Path FIXTURES = Path.of("../atlas/src/test/resources/imports");

    @TempDir
    static Path folder;

    private static String before = "";
    private static String wgi = "";
    private static String wmd = "";
    private static String baci = "";
    private static String after = "";

    @BeforeAll
    static void imported() throws IOException {
        Cli.copyWorkspace(folder);
        before = current();
        wgi = take("wgi-PV.csv", "wgi");
        wmd = take("wmd.xlsx", "wmd");
        baci = take("BACI_HS17_Y2022_V202401b.csv", "baci");
        after = current();
    }

    private static String current() {
        return cli("data", "versions", "--json").json().path("current").asString();
    }

    private static Cli.Result cli(String... words) {
        return Cli.in(folder).run(words);
    }

    private static String take(String file, String format) throws IOException {
        Files.copy(FIXTURES.resolve(file), folder.resolve(file));
        Cli.Result result = cli("data", "import", file, "--as", format, "--json");
        assertThat(result.code()).as(result.out() + result.err()).isZero();
        return result.json().path("import").asString();
    }

    private static List<String> texts(JsonNode array, String key) {
        List<String> texts = new ArrayList<>();
        array.forEach(each ->
                texts.add(key.isEmpty() ? each.asString() : each.path(key).asString()));
        return texts;
    }

    private static String firstFigure(String id) throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("workspace/atlas/imports/" + id + "/figures.csv"))) {
            return lines.filter(line -> line.contains(",=,"))
                    .findFirst()
                    .orElseThrow()
                    .split(",")[0];
        }
    }

    @Test
    void every_imported_figure_leads_to_its_raw_cell_and_its_source() throws IOException {
        for (String id : List.of(firstFigure(wgi), firstFigure(wmd), "f-" + baci + "-2-q", "f-" + baci + "-2-v")) {
            JsonNode figure = cli("show", "figure", id, "--json").json();
            assertThat(figure.path("value").isNumber()).as(id).isTrue();
            assertThat(figure.path("locator").asString()).matches("[A-Za-z].+[.](csv|xlsx)[:!].+");
            assertThat(figure.path("source").asString()).isIn(wgi, wmd, baci);
            assertThat(cli("show", "cite", id).out()).contains(id);
        }
        JsonNode flow = cli("show", "figure", "f-" + baci + "-2-q", "--json").json();
        assertThat(flow.path("value").asDouble()).isEqualTo(1012.4);
        assertThat(flow.path("row").path("code").asString()).isEqualTo("280530");
        assertThat(cli("show", "figure", "f-" + baci + "-999-q").code()).isEqualTo(4);
    }

    @Tag("A6")
    @Test
    void an_imported_edition_stands_beside_the_one_of_the_pack() throws IOException {
        String china2022 = "";
        for (String line : Files.readAllLines(folder.resolve("workspace/atlas/imports/" + wgi + "/figures.csv"))) {
            china2022 = line.contains(",CHN,,,PV,2022,") ? line.split(",")[0] : china2022;
        }
        JsonNode figure = cli("show", "figure", china2022, "--json").json();

        assertThat(texts(figure.path("others"), "source")).contains("SRC_WGI_2023");
    }

    @Test
    void an_older_edition_of_production_adds_its_years_to_the_history(@TempDir Path own) throws IOException {
        Cli.copyWorkspace(own);
        Files.copy(FIXTURES.resolve("mcs2022-raree_world.csv"), own.resolve("mcs2022-raree_world.csv"));
        Cli.Result taken =
                Cli.in(own).run("data", "import", "mcs2022-raree_world.csv", "--as", "usgs-mcs-2022", "--json");
        assertThat(taken.code()).as(taken.out() + taken.err()).isZero();
        String id = taken.json().path("import").asString();

        JsonNode points = null;
        for (JsonNode trend : Cli.in(own)
                .run("exposure", "history", "CHN", "--material", "ree", "--json")
                .json()
                .path("trends")) {
            boolean share = trend.path("measure").asString().equals("share of world production");
            points = share && trend.path("subject").asString().equals("ree.mine") ? trend.path("points") : points;
        }
        List<String> found = new ArrayList<>();
        points.forEach(point -> {
            if (point.path("source").asString().equals(id)) {
                found.add(point.path("period").asString() + " "
                        + Math.round(1e4 * point.path("number").path("value").asDouble()));
            }
        });
        // by the sum of places, which is more than the rounded total of the world in 2020
        assertThat(found)
                .containsExactly(
                        "2020 " + Math.round(1e4 * 141_000 / 245_340), "2021 " + Math.round(1e4 * 168_500 / 277_000));
    }

    @Test
    void versions_and_their_comparison_name_the_imports() {
        JsonNode versions = cli("data", "versions", "--json").json().path("versions");
        for (JsonNode version : versions) {
            if (version.path("version").asString().equals(after)) {
                assertThat(texts(version.path("imports"), "")).containsExactlyInAnyOrder(wgi, wmd, baci);
            }
            if (version.path("version").asString().equals(before)) {
                assertThat(version.path("imports")).isEmpty();
            }
        }
        JsonNode diff = cli("data", "diff", before, after, "--json").json();
        assertThat(texts(diff.path("imported"), "import")).containsExactlyInAnyOrder(wgi, wmd, baci);
        assertThat(diff.path("added").size()).isGreaterThan(287);
        assertThat(diff.path("removed")).isEmpty();
        JsonNode trade = diff.path("trade").get(0);
        assertThat(trade.path("added").asInt()).isEqualTo(12);
        assertThat(texts(trade.path("flows"), "about")).contains("CHN>JPN HS17 280530 2022 (both)");
        JsonNode back = cli("data", "diff", after, before, "--json").json();
        assertThat(texts(back.path("dropped"), "import")).containsExactlyInAnyOrder(wgi, wmd, baci);
    }

    @Test
    void a_newer_edition_of_trade_shows_added_and_revised_flows(@TempDir Path own) throws IOException {
        Cli.copyWorkspace(own);
        Cli cli = Cli.in(own);
        String head = "t,i,j,k,v,q\n2023,156,392,280530,86000.0,1008.5\n";
        Files.writeString(own.resolve("BACI_HS17_Y2023_V202501.csv"), head + "2023,156,842,280530,9.0,1\n");
        Files.writeString(
                own.resolve("BACI_HS17_Y2023_V202601.csv"),
                head.replace("1008.5", "1020") + "2023,156,842,280530,9.0,1\n2023,704,392,280530,700,31\n");
        assertThat(cli.line("data import BACI_HS17_Y2023_V202501.csv --as baci").code())
                .isZero();
        String older = cli.line("data versions --json").json().path("current").asString();
        assertThat(cli.line("data import BACI_HS17_Y2023_V202601.csv --as baci").code())
                .isZero();

        JsonNode trade =
                cli.line("data diff " + older + " --json").json().path("trade").get(0);
        assertThat(trade.path("added").asInt()).isEqualTo(1);
        assertThat(trade.path("revised").asInt()).isEqualTo(1);
        assertThat(trade.path("same").asInt()).isEqualTo(1);
        JsonNode revised = trade.path("flows").get(0);
        assertThat(revised.path("about").asString()).isEqualTo("CHN>JPN HS17 280530 2023 (both)");
        assertThat(revised.path("before").path("weight_t").asDouble()).isEqualTo(1008.5);
        assertThat(revised.path("after").path("weight_t").asDouble()).isEqualTo(1020);
    }

    @Tag("A11")
    @Test
    void both_sides_of_imported_trade_stand_beside_the_reconciled_flow(@TempDir Path own) throws IOException {
        Cli.copyWorkspace(own);
        Files.copy(FIXTURES.resolve("comtrade.csv"), own.resolve("comtrade.csv"));
        Files.writeString(
                own.resolve("BACI_HS17_Y2023_V202501.csv"), "t,i,j,k,v,q\n2023,156,392,280530,86000.0,1008.5\n");
        Cli cli = Cli.in(own);
        Cli.Result trade = cli.line("data import comtrade.csv --as comtrade --accept-partial");
        Cli.Result both = cli.line("data import BACI_HS17_Y2023_V202501.csv --as baci");
        assertThat(trade.code()).as(trade.out()).isZero();
        assertThat(both.code()).as(both.out()).isZero();

        JsonNode seen = null;
        for (JsonNode gap : cli.line("show mirror --json").json().path("gaps")) {
            seen = gap.path("quantity").asString().startsWith("HS 280530 flow CHN>JPN 2023") ? gap : seen;
        }
        assertThat(seen).isNotNull();
        assertThat(seen.path("exporter").path("value").asDouble()).isEqualTo(1005);
        assertThat(seen.path("importer").path("value").asDouble()).isEqualTo(1012.4);
        assertThat(seen.path("reconciled").get(0).path("value").asDouble()).isEqualTo(1008.5);
        assertThat(seen.path("sameCode").asBoolean()).isTrue();
        String figure = seen.path("importer").path("figure").asString();
        assertThat(cli.run("show", "figure", figure, "--json")
                        .json()
                        .path("value")
                        .asDouble())
                .isEqualTo(1012.4);
    }

    @Tag("B11")
    @Test
    void an_export_passes_on_what_its_licence_allows_and_counts_the_rest() throws IOException {
        Cli.Result done = cli("data", "export", after, "package", "--json");
        String figures = Files.readString(folder.resolve("package/data/figures.csv"));
        String sources = Files.readString(folder.resolve("package/data/sources.csv"));

        assertThat(done.code()).as(done.err()).isZero();
        assertThat(figures).contains(wgi).doesNotContain(wmd);
        assertThat(sources).contains(wgi).doesNotContain(wmd);
        assertThat(Files.readString(folder.resolve("package/data/imported_trade.csv")))
                .contains(baci + ",2,HS17,280530,CHN,JPN,2022,0,both,18250113.000,1012.400000,reported")
                .doesNotContain("comtrade");
        assertThat(folder.resolve("package/data/imported_trade.parquet")).isNotEmptyFile();
        assertThat(folder.resolve("package/DO-NOT-PASS-ON.txt")).doesNotExist();
        assertThat(cli("data", "export", after, "inhouse", "--with-import-only").code())
                .isZero();
        assertThat(Files.readString(folder.resolve("inhouse/data/figures.csv"))).contains(wmd);
        assertThat(folder.resolve("inhouse/DO-NOT-PASS-ON.txt")).isNotEmptyFile();
        assertThat(done.json().path("keptBack").path("import-only").asInt()).isPositive();
        try (Stream<Path> files = Files.walk(folder.resolve("package"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(wmd);
            }
        }
    }
}
