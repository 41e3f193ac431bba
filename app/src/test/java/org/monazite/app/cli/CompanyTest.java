package org.monazite.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A company's ledger, from the file to its exposure. The ledger is the example of docs/data.md.
class CompanyTest {

    @TempDir
    static Path folder;

    @BeforeAll
    static void imported() throws IOException {
        Cli.copyWorkspace(folder);
        List<String> example = Files.readAllLines(Path.of("../docs/data.md")).stream()
                .map(String::strip)
                .dropWhile(line -> !line.startsWith("date,supplier,"))
                .takeWhile(line -> !line.isEmpty())
                .toList();
        Files.write(folder.resolve("purchases.csv"), example);
        Cli.Result result = Cli.in(folder).line("data import purchases.csv --as ledger --json");
        assertThat(result.code()).as(result.err() + result.out()).isZero();
        assertThat(result.json().path("purchases").asInt()).isEqualTo(6);
    }

    private static JsonNode product(JsonNode json, String id) {
        for (JsonNode product : json.path("products")) {
            if (product.path("product").asString().equals(id)) {
                return product;
            }
        }
        throw new AssertionError("No " + id);
    }

    @Tag("E11")
    @Test
    void direct_and_traced_shares_follow_from_the_lines_by_weight() {
        JsonNode magnets =
                product(Cli.in(folder).line("exposure company --json").json(), "ndfeb.magnet");

        assertThat(magnets.path("direct").path("value").asDouble()).isCloseTo(1.2 / 4.5, within(1e-12));
        double traced = 0;
        for (JsonNode line : magnets.path("lines")) {
            traced += line.path("part").asDouble() * line.path("touched").asDouble();
            if (line.path("origin").asString().equals("CHN")) {
                assertThat(line.path("touched").asDouble()).isEqualTo(1);
            } else {
                assertThat(line.path("touched").asDouble()).isBetween(0.3, 0.999);
            }
        }
        assertThat(magnets.path("traced").path("value").asDouble()).isCloseTo(traced, within(1e-12));
    }

    @Test
    void only_dollars_are_valued_and_the_rest_is_said() {
        JsonNode json =
                Cli.in(folder).line("exposure company --by value --json").json();
        JsonNode magnets = product(json, "ndfeb.magnet");

        assertThat(magnets.path("direct").path("value").asDouble()).isCloseTo(98.0 / 328, within(1e-12));
        assertThat(magnets.path("leftOut").size()).isEqualTo(1);
        assertThat(magnets.path("leftOut").get(0).path("seller").asString()).isEqualTo("Rheinmagnet GmbH");
        assertThat(json.path("notValued").path("EUR").asInt()).isEqualTo(1);
        assertThat(json.path("notValued").path("JPY").asInt()).isEqualTo(1);
    }

    @Tag("E11")
    @Test
    void the_lines_that_drive_it_can_be_followed_to_the_raw_cell() {
        JsonNode magnets =
                product(Cli.in(folder).line("exposure company --json").json(), "ndfeb.magnet");
        String id = magnets.path("lines").get(0).path("figure").asString();

        assertThat(Cli.in(folder).run("exposure", "company").out()).contains(id, "The ledger is private");
        assertThat(Cli.in(folder).run("exposure", "company", "--lang", "ja").out())
                .contains(id, "台帳は非公開");
    }

    @Test
    void without_a_ledger_it_says_how_to_bring_one() {
        Cli.Result result = Cli.shared().line("exposure company");

        assertThat(result.code()).isEqualTo(4);
        assertThat(result.err()).contains("no ledger", "data import purchases.csv --as ledger");
    }

    @Test
    void a_chain_that_the_company_buys_nothing_of_is_refused_with_what_it_buys() {
        Cli.Result result = Cli.in(folder).line("exposure company --chain gallium");

        assertThat(result.code()).isEqualTo(4);
        assertThat(result.err()).contains("'gallium'", "ndfeb.magnet", "--chain");
    }

    @Tag("A18")
    @Test
    void nothing_of_the_ledger_lies_in_a_version_or_an_export() throws IOException {
        String version = Cli.in(folder)
                .line("data versions --json")
                .json()
                .path("current")
                .asString();
        assertThat(Cli.in(folder).run("data", "export", version, "out").code()).isZero();

        for (Path root :
                List.of(folder.resolve("out"), folder.resolve("workspace/atlas").resolve(version))) {
            assertThat(Files.isDirectory(root)).as(root.toString()).isTrue();
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                            .as(file.toString())
                            .doesNotContain("Rheinmagnet")
                            .doesNotContain("Mekong Metals");
                }
            }
        }
    }
}
