package org.monazite.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monazite.atlas.Atlas;
import org.monazite.atlas.AtlasPublisher;
import org.monazite.atlas.pack.Pack;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Two versions in one workspace: the one of this program, and a later one in which China made less gallium.
class VersionCommandsTest {

    @TempDir
    static Path folder;

    @TempDir
    Path target;

    private static String first = "";
    private static String second = "";

    @BeforeAll
    static void publishTwo() throws IOException {
        Cli.copyWorkspace(folder);
        Path atlas = folder.resolve("workspace/atlas");
        first = Atlas.currentVersion(atlas).orElseThrow();
        Path pack = Files.createDirectory(folder.resolve("pack"));
        for (Map.Entry<String, byte[]> file : Pack.embedded().files().entrySet()) {
            Files.write(pack.resolve(file.getKey() + ".csv"), file.getValue());
        }
        Path stages = pack.resolve("baseline_stage.csv");
        String text = Files.readString(stages);
        assertThat(text).contains("CHN,ga.refined,2024,839,671.2,1006.8");
        Files.writeString(
                stages, text.replace("CHN,ga.refined,2024,839,671.2,1006.8", "CHN,ga.refined,2024,400,380,420"));
        second = new AtlasPublisher(atlas, "test", step -> {}).publish(Pack.in(pack));
        assertThat(cli("data", "use", first).code()).isZero();
    }

    private static Cli.Result cli(String... words) {
        return Cli.in(folder).run(words);
    }

    @Tag("A5")
    @Test
    void an_answer_of_a_past_version_comes_out_to_the_byte() {
        List<String[]> questions = List.of(
                new String[] {"exposure", "of", "JPN", "--chain", "gallium", "--json"},
                new String[] {"show", "chain", "gallium", "--json"},
                new String[] {"shock", "sweep", "--chain", "gallium", "--for", "JPN", "--weeks", "8", "--json"});
        for (String[] question : questions) {
            cli("data", "use", first);
            String then = cli(question).out();
            cli("data", "use", second);
            String now = cli(question).out();
            String again = cli(with(question, "--atlas", first)).out();

            assertThat(now).isNotEqualTo(then);
            assertThat(again).isEqualTo(then);
        }
    }

    private static String[] with(String[] words, String... more) {
        return java.util.stream.Stream.of(words, more)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new);
    }

    @Test
    void a_chosen_version_stays_in_force_and_can_be_rolled_back() {
        JsonNode used = cli("data", "use", second.substring(second.length() - 6), "--json")
                .json();

        assertThat(used.path("current").asString()).isEqualTo(second);
        assertThat(cli("data", "sources", "--json").json().path("atlas").asString())
                .isEqualTo(second);
        assertThat(cli("data", "use", first).out()).contains(first).contains("data use " + second);
        JsonNode versions = cli("data", "versions", "--json").json();
        assertThat(versions.path("current").asString()).isEqualTo(first);
        assertThat(versions.path("chosen").asBoolean()).isTrue();
        assertThat(versions.path("versions").size()).isEqualTo(2);
    }

    @Test
    void an_unknown_version_is_not_found_and_the_known_ones_are_named() {
        Cli.Result refused = cli("data", "use", "2020-01-01-abc");

        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.err()).contains("'2020-01-01-abc'", "\nMaybe");
    }

    @Test
    void a_part_of_a_name_that_two_versions_have_names_both() {
        Cli.Result refused = cli("data", "use", first.substring(0, 5));

        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.err()).contains("Several", "'" + first.substring(0, 5) + "'", first, second, "\nMaybe");
    }

    @Test
    void a_comparison_tells_figure_balance_and_indicator() {
        Cli.Result result = cli("data", "diff", first, second, "--json");
        JsonNode diff = result.json();

        assertThat(diff.path("revised").size()).isEqualTo(1);
        assertThat(diff.path("revised").get(0).path("before").path("value").asDouble())
                .isEqualTo(839);
        assertThat(diff.path("revised").get(0).path("after").path("value").asDouble())
                .isEqualTo(400);
        assertThat(diff.path("moved"))
                .anySatisfy(
                        moved -> assertThat(moved.path("quantity").asString()).isEqualTo("make CHN/ga.refined"));
        assertThat(diff.path("indicators")).anySatisfy(changed -> {
            assertThat(changed.path("product").asString()).isEqualTo("ga.refined");
            assertThat(changed.path("measure").asString()).isEqualTo("world share");
        });
        assertThat(cli("data", "diff", first, second).out()).contains("839", "400", "-52.3 %");
        assertThat(cli("data", "diff", first, first).out()).contains("Nothing differs");
    }

    @Test
    void an_export_is_a_data_package_and_never_fills_a_folder_that_holds_something() throws IOException {
        Path out = target.resolve("package");
        Cli.Result done = cli("data", "export", first, out.toString());
        JsonNode descriptor = JsonMapper.builder().build().readTree(out.resolve("datapackage.json"));

        assertThat(done.code()).as(done.err()).isZero();
        assertThat(descriptor.path("profile").asString()).isEqualTo("tabular-data-package");
        assertThat(descriptor.path("resources").size()).isGreaterThan(50);
        Cli.Result again = cli("data", "export", first, out.toString());
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("not empty", "\nMaybe");
    }

    @Test
    void a_figure_is_cited_in_every_form() {
        String id = cli("show", "conflicts", "--product", "ree.mine", "--json")
                .json()
                .path("conflicts")
                .get(0)
                .path("said")
                .get(0)
                .path("figure")
                .asString();

        assertThat(cli("show", "cite", id, "--as", "plain").out())
                .contains("USGS")
                .contains(id);
        assertThat(cli("show", "cite", id, "--as", "bibtex").out())
                .startsWith("@misc{")
                .contains(id);
        assertThat(cli("show", "cite", id, "--as", "ris").out())
                .startsWith("TY  - ")
                .contains("\nER  - ");
        JsonNode csl = JsonMapper.builder()
                .build()
                .readTree(cli("show", "cite", id, "--as", "csl-json").out());
        assertThat(csl.get(0).path("id").asString()).isEqualTo(id);
        assertThat(csl.get(0).path("issued").path("date-parts").get(0).get(0).asInt())
                .isBetween(2025, 2026);
        assertThat(cli("show", "cite", id, "--as", "word").code()).isEqualTo(2);
    }

    @Tag("A4")
    @Tag("A6")
    @Test
    void a_figure_shows_its_row_its_rivals_and_its_balance() {
        String id = cli("show", "conflicts", "--product", "ree.mine", "--place", "AUS", "--json")
                .json()
                .path("conflicts")
                .get(0)
                .path("said")
                .get(0)
                .path("figure")
                .asString();
        JsonNode figure = cli("show", "figure", id, "--json").json();

        for (String key : List.of("raw", "source", "vintage", "licence", "redistribution", "locator", "row")) {
            assertThat(figure.path(key).isMissingNode()).as(key).isFalse();
        }
        assertThat(figure.path("others"))
                .anySatisfy(
                        other -> assertThat(other.path("relation").asString()).isEqualTo("revises"));
        assertThat(cli("show", "figure", id).out()).contains("Others on the same quantity");
    }

    @Tag("A7")
    @Test
    void a_balance_tells_its_tests_and_its_residuals() {
        JsonNode balance = cli("show", "balance", "tungsten", "--json").json();

        assertThat(balance.path("degreesOfFreedom").asInt()).isPositive();
        assertThat(balance.path("residuals")).allSatisfy(row -> {
            if (row.path("sd_t").asDouble() == 0) {
                assertThat(Math.abs(row.path("after_t").asDouble())).isLessThan(1e-6);
            }
        });
        assertThat(cli("show", "mirror", "--plain").out()).contains("graphite.mine flow CHN>JPN 2024 t");
        assertThat(cli("data", "sources", "--json").json().path("unverified").asInt())
                .isPositive();
    }
}
