package org.monazite.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Which files `verify` takes for programs that it solves, and how it keeps the limit of time.
class VerifySolvedTest {

    private static final Path FARMER = Path.of("..", "cases", "plan", "smps", "farmer");
    private static final String KNOWN = "sto,objective,rel_tol\n";

    @TempDir
    Path folder;

    private void copy(String from, String to) throws IOException {
        Path target = folder.resolve(to);
        if (!to.toLowerCase(java.util.Locale.ROOT).endsWith(".gz")) {
            Files.copy(FARMER.resolve(from), target);
            return;
        }
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(target))) {
            Files.copy(FARMER.resolve(from), out);
        }
    }

    private Cli.Result verify(String... more) {
        String[] line = new String[3 + more.length];
        line[0] = "verify";
        line[1] = "smps";
        line[2] = folder.toString();
        System.arraycopy(more, 0, line, 3, more.length);
        return Cli.shared().run(line);
    }

    @ParameterizedTest
    @CsvSource({
        "f.COR,    f.TIM,     f.STO",
        "f.core,   f.time,    f.stoch",
        "f.mps,    f.tim,     f.sto",
        "f.cor.gz, f.tim.GZ,  f.sto.gz",
        "a.cor,    b.tim,     c.stc"
    })
    void endings_may_be_large_long_or_packed(String core, String time, String stoch) throws IOException {
        copy("farmer.cor", core);
        copy("farmer.tim", time);
        copy("farmer-scen.sto", stoch);
        Files.writeString(folder.resolve("known.csv"), KNOWN + stoch + ",-108390,1e-6\n");

        Cli.Result result = verify();

        assertThat(result.code()).as(result.err() + result.out()).isZero();
        assertThat(result.out()).contains(stoch).contains("against known").contains("2 passed, 0 failed");
    }

    @Test
    void of_several_programs_in_a_folder_each_takes_the_core_that_its_name_begins_with() throws IOException {
        copy("farmer.cor", "farm.cor");
        copy("farmer.tim", "farm.tim");
        copy("farmer-scen.sto", "farm-1.sto");
        String dear = Files.readString(FARMER.resolve("farmer.cor")).replace("240.0", "240.0   COST   -1000");
        Files.writeString(folder.resolve("farm-dear.cor"), dear);
        copy("farmer.tim", "farm-dear.tim");
        copy("farmer-scen.sto", "farm-dear-1.sto");
        Files.writeString(folder.resolve("farm-1-all-in-one.mps"), "not a core, as there are others\n");
        Files.writeString(
                folder.resolve("known.csv"), KNOWN + "farm-1.sto,-108390,1e-6\nfarm-dear-1.sto,-107390,1e-6\n");

        Cli.Result result = verify("--method", "extensive");

        assertThat(result.out()).contains("2 passed, 0 failed");
        copy("farmer-scen.sto", "other.sto");
        assertThat(verify("--method", "extensive").out())
                .contains("other.sto  FAIL")
                .contains("it needs one file that ends with .cor, it has [farm-dear.cor, farm.cor]")
                .contains("2 passed, 1 failed");
    }

    @Test
    void a_single_file_of_what_is_random_is_solved_alone() throws IOException {
        copy("farmer.cor", "farmer.cor");
        copy("farmer.tim", "farmer.tim");
        copy("farmer-scen.sto", "farmer-scen.sto");
        copy("farmer-blocks.sto", "farmer-blocks.sto");

        Cli.Result result = Cli.shared()
                .run("verify", "smps", folder.resolve("farmer-scen.sto").toString());

        assertThat(result.out()).contains("farmer-scen.sto").doesNotContain("farmer-blocks.sto");
    }

    @Test
    void a_profit_is_shown_as_the_text_counts_it() throws IOException {
        String core = Files.readString(FARMER.resolve("farmer.cor"));
        String turned = core.replaceAll("(COST +)-", "$1+").replaceAll("(COST +)([0-9])", "$1-$2");
        Files.writeString(
                folder.resolve("farmer.cor"),
                turned.replace("COST           +", "COST            ").replace("ROWS", "OBJSENSE\n    MAX\nROWS"));
        copy("farmer.tim", "farmer.tim");
        copy("farmer-scen.sto", "farmer.sto");

        Cli.Result result = verify();

        assertThat(result.code()).as(result.err() + result.out()).isZero();
        assertThat(result.out())
                .contains("OPTIMAL  108390.000000  108390.000000")
                .doesNotContain("-108390");
    }

    @Test
    void a_folder_that_lacks_a_file_says_which() throws IOException {
        copy("farmer.tim", "farmer.tim");
        copy("farmer-scen.sto", "farmer.sto");
        Cli.Result noCore = verify();
        assertThat(noCore.code()).isEqualTo(3);
        assertThat(noCore.err()).contains("it needs one file that ends with .cor, it has none");

        Files.writeString(folder.resolve("farmer.cor"), "");
        Cli.Result empty = verify();
        assertThat(empty.err()).contains("farmer.cor:1:1").contains("ends without ENDATA");
    }

    /// Plans for a knapsack of many things that are chosen after the weather is known: too hard for a second.
    private void hard() throws IOException {
        Random random = new Random(7);
        int rows = 12;
        int things = 60;
        StringBuilder core = new StringBuilder("NAME HARD\nROWS\n N COST\n L FIRST\n");
        for (int row = 0; row < rows; row++) {
            core.append(" L R").append(row).append('\n');
        }
        core.append("COLUMNS\n M 'MARKER' 'INTORG'\n X COST 30 FIRST 1\n");
        for (int row = 0; row < rows; row++) {
            core.append(" X R").append(row).append(" -20\n");
        }
        for (int thing = 0; thing < things; thing++) {
            core.append(" Y%d COST -%d\n".formatted(thing, 40 + random.nextInt(20)));
            for (int row = 0; row < rows; row++) {
                core.append(" Y%d R%d %d\n".formatted(thing, row, 20 + random.nextInt(60)));
            }
        }
        core.append("RHS\n RHS FIRST 10\n");
        for (int row = 0; row < rows; row++) {
            core.append(" RHS R%d %d\n".formatted(row, 1000 + random.nextInt(100)));
        }
        core.append("BOUNDS\n");
        for (int thing = 0; thing < things; thing++) {
            core.append(" UP BND Y").append(thing).append(" 1\n");
        }
        StringBuilder stoch = new StringBuilder("STOCH HARD\nSCENARIOS DISCRETE\n");
        for (int s = 0; s < 8; s++) {
            stoch.append(" SC S%d ROOT 0.125 LATER\n".formatted(s));
            for (int row = 0; row < rows; row++) {
                stoch.append("  RHS R%d %d\n".formatted(row, 900 + random.nextInt(300)));
            }
        }
        Files.writeString(folder.resolve("hard.cor"), core.append("ENDATA\n"), StandardCharsets.ISO_8859_1);
        Files.writeString(folder.resolve("hard.tim"), "TIME HARD\nPERIODS\n X FIRST NOW\n Y0 R0 LATER\nENDATA\n");
        Files.writeString(folder.resolve("hard.sto"), stoch.append("ENDATA\n"));
    }

    @Test
    void when_the_time_is_up_the_best_plan_its_bound_and_the_gap_are_shown() throws IOException {
        hard();
        long begun = System.nanoTime();

        Cli.Result result = verify("--timeout", "2s");

        assertThat((System.nanoTime() - begun) / 1e9).isLessThan(20); // many tests run beside it
        assertThat(result.code()).as(result.out() + result.err()).isEqualTo(6);
        assertThat(result.out()).contains("TIME_LIMIT").containsPattern("gap [0-9.]+e-0[0-9]  cuts 0  against bound");
    }

    @Test
    void integers_of_both_stages_are_refused_by_the_L_shaped_method_with_the_file() throws IOException {
        hard(); // its first stage is 0 to 10

        Cli.Result result = verify("--method", "lshaped");

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("hard.sto").contains("which only the extensive form can take");
    }

    private static final String POCKET = "verify pocket %s "
            .formatted(Path.of("..", "cases", "plan", "pocket", "pocket.yaml")
                    .toAbsolutePath()
                    .normalize());

    @ParameterizedTest
    @ValueSource(strings = {"--time-limit 0", "--timeout 0.001s"})
    void a_pocket_plan_without_time_is_the_best_so_far_with_its_bound_and_gap(String limit) {
        Cli.Result result = Cli.shared().line(POCKET + limit + " -q");

        assertThat(result.code()).as(result.out() + result.err()).isEqualTo(6);
        assertThat(result.out())
                .contains("cheapest_plan:", "  cost: 6800.0", "  bound: ", "  gap: ", "  projects: []")
                .contains("TIME_LIMIT", "0 passed, 1 failed")
                .doesNotContain("EVPI", "Infinity");
    }

    @Test
    void a_pocket_plan_without_time_says_so_to_programs() throws IOException {
        Cli.Result result = Cli.shared().line(POCKET + "--time-limit 0 --json -q");
        JsonNode json = new ObjectMapper().readTree(result.out());

        assertThat(json.get("limitReached").asBoolean()).isTrue();
        JsonNode outcome = json.get("outcomes").get(0);
        assertThat(outcome.get("status").asString()).isEqualTo("TIME_LIMIT");
        assertThat(outcome.get("objective").asDouble())
                .isGreaterThan(outcome.get("bound").asDouble());
        assertThat(outcome.get("gap").asDouble()).isPositive();
        assertThat(outcome.get("passed").asBoolean()).isFalse();
    }

    @Test
    void a_pocket_plan_with_time_enough_answers_all_questions() {
        Cli.Result result = Cli.shared().line(POCKET + "--time-limit 60 -q");

        assertThat(result.code()).as(result.out() + result.err()).isZero();
        assertThat(result.out()).contains("EVPI: 1336.875", "71 passed, 0 failed");
    }

    @Test
    void a_facility_problem_without_time_is_served_as_customers_come_with_a_bound() throws IOException {
        Files.writeString(folder.resolve("two.txt"), "2 2\n10 5\n10 7\n4 3 9\n8 8 2\n");

        Cli.Result result =
                Cli.shared().run("verify", "cflp", folder.resolve("two.txt").toString(), "--time-limit", "0");

        assertThat(result.out()).contains("two.txt").doesNotContain("Infinity", "NaN");
    }

    @Test
    void the_measures_of_a_program_without_time_are_late_and_no_bad_file() throws IOException {
        copy("farmer.cor", "farmer.cor");
        copy("farmer.tim", "farmer.tim");
        copy("farmer-scen.sto", "farmer.sto");
        copy("measures.csv", "measures.csv");

        Cli.Result result = verify("--time-limit", "0");

        assertThat(result.code()).as(result.out() + result.err()).isEqualTo(6);
    }
}
