package org.monazite.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A file that may not be passed on enters a chain: every answer from that chain says so.
class ImportedClosedTest {

    private static final Path FIXTURES = Path.of("../atlas/src/test/resources/imports");

    @TempDir
    static Path folder;

    private static String taken = "";
    private static String id = "";

    @BeforeAll
    static void imported() throws IOException {
        Cli.copyWorkspace(folder);
        String header = Files.readAllLines(FIXTURES.resolve("comtrade.csv"), StandardCharsets.UTF_8)
                .getFirst();
        String line = "C,A,20240101,2024,52,2024,392,JPN,JPN,M,Import,156,CHN,CHN,0,W00,World,H6,HS,True,850511,"
                + "Magnets,6,True,C00,TOTAL CPC,0,0,TOTAL MOT,8,kg,2950000,False,-1,N/A,,False,2950000,False,,False,"
                + "157000000,,157000000,0,True,True";
        Files.writeString(folder.resolve("comtrade.csv"), header + "\n" + line + "\n");
        taken = run("data import comtrade.csv --as comtrade").out();
        id = run("data imports --json")
                .json()
                .path("imports")
                .get(0)
                .path("import")
                .asString();
    }

    private static Cli.Result run(String line) {
        Cli.Result result = Cli.in(folder).line(line);
        assertThat(result.code()).as(result.out() + result.err()).isZero();
        return result;
    }

    @Test
    void when_all_figures_of_a_file_enter_the_sentence_announces_no_list() {
        assertThat(taken)
                .contains(
                        "Imported figures under codes and products of the chains: 1; all enter their balances (magnets).")
                .doesNotContain("do not:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exposure of JPN",
                "exposure rank --for JPN",
                "exposure shares",
                "exposure embodied JPN",
                "show chain magnets",
                "show place JPN",
                "show material ree"
            })
    void answers_from_the_chain_say_that_they_stay_here(String line) {
        assertThat(run(line).out()).contains("balanced with figures that stay in this workspace: UN Comtrade");
        assertThat(run("--lang ja " + line).out()).contains("ワークスペース外に出せない数値(国連 Comtrade, comtrade.csv)");
        assertThat(run(line + " --json").json().path("closedImports").get(0).asString())
                .isEqualTo(id);
    }

    @Test
    void a_material_of_other_chains_does_not() {
        assertThat(run("show material gallium").out()).doesNotContain("stay in this workspace");
    }
}
