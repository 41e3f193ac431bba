package org.monazite.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class OwnTablesTest {

    private static final Path CASES =
            Path.of("..", "cases", "shock").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @Test
    void a_table_of_the_user_is_played_and_reported_by_week() {
        JsonNode answer = Cli.in(folder)
                .run(
                        "shock",
                        "run",
                        "--mrio",
                        CASES + "/ario/E_mineral12_ban90",
                        "--lose",
                        "C|2ref*=0.9",
                        "--weeks",
                        "20",
                        "--json")
                .json();

        assertThat(answer.path("weeks").size()).isEqualTo(20);
        assertThat(answer.path("settings").path("lose").path("C|2refine").asDouble())
                .isEqualTo(0.9);
        JsonNode worst = answer.path("losers").get(0);
        assertThat(worst.path("name").asString()).isEqualTo("C|2refine");
        double sum = 0;
        for (JsonNode week : answer.path("weeks")) {
            sum += week.path("outputLost").asDouble();
        }
        assertThat(answer.path("outputLost").asDouble())
                .isEqualTo(sum, within(1e-9))
                .isPositive();
    }

    @Test
    void a_network_of_firms_is_played_from_either_format() throws IOException {
        Files.writeString(folder.resolve("loss.yaml"), "lose: {57: 0.8}\nfirst_day: 2\ndays: 30\n");
        JsonNode texts = Cli.in(folder)
                .run(
                        "shock",
                        "run",
                        "--firms",
                        CASES + "/inoue/n100_R2_o0",
                        "--event",
                        "loss.yaml",
                        "--weeks",
                        "4",
                        "--json")
                .json();
        JsonNode sales = Cli.in(folder)
                .run(
                        "shock",
                        "run",
                        "--firms",
                        CASES + "/esri/n100/edges.csv",
                        "--final",
                        CASES + "/esri/n100/firms.csv",
                        "--event",
                        "loss.yaml",
                        "--weeks",
                        "4",
                        "--json")
                .json();

        assertThat(texts.path("losers").get(0).path("name").asString()).isEqualTo("57");
        assertThat(sales.path("outputLost").asDouble()).isPositive();
        assertThat(sales.path("settings").path("finalDemandAssumed").asInt()).isZero();
    }

    @Test
    void firms_are_ranked_with_sweeps_and_stopping_error() {
        JsonNode answer = Cli.in(folder)
                .run("shock", "esri", CASES + "/esri/n100/edges.csv", "--eps", "0.01", "--top", "3", "--json")
                .json();

        assertThat(answer.path("ranking").size()).isEqualTo(3);
        assertThat(answer.path("ranking").get(0).path("firm").asString()).isEqualTo("99");
        assertThat(answer.path("ranking").get(0).path("sweeps").asInt()).isEqualTo(22);
        assertThat(answer.path("stop").asString()).isEqualTo("largest change");
        JsonNode together = Cli.in(folder)
                .run("shock", "esri", CASES + "/esri/n100/edges.csv", "--lose", "99=1", "--json")
                .json();
        assertThat(together.path("esri").asDouble())
                .isGreaterThan(answer.path("ranking").get(0).path("esri").asDouble());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shock run | 2 | Exactly one",
                "shock run x --mrio y | 2 | Exactly one",
                "shock run --mrio ESRI | 3 | Z.csv",
                "shock run --mrio ARIO | 2 | Nothing is lost",
                "shock run --mrio ARIO --lose C|2refin=1 | 4 | C|2refine",
                "shock run --mrio ARIO --lose C|2refine=2 | 2 | C|2refine=2",
                "shock run --firms ESRI/edges.csv --lose 3=1 --rationing fair | 2 | fair",
                "shock run --firms ESRI/edges.csv --lose 3=1 --days 0 | 2 | --days",
                "shock esri ESRI/none.csv | 3 | none.csv",
                "shock esri ESRI/edges.csv --firm 777 | 4 | 777",
                "shock esri ESRI/edges.csv --eps 2 | 2 | --eps"
            })
    void what_cannot_be_played_is_refused_and_says_why(String line) {
        String[] parts = line.split(" \\| ");
        String[] words = parts[0].replace("ARIO", CASES + "/ario/E_mineral12_ban90")
                .replace("ESRI", CASES + "/esri/n100")
                .split(" ");

        Cli.Result result = Cli.in(folder).run(words);

        assertThat(result.code()).as(result.err()).isEqualTo(Integer.parseInt(parts[1]));
        assertThat(result.err()).contains(parts[2]).contains("Maybe");
    }

    @Test
    void a_case_with_an_unknown_option_is_refused_by_name() throws IOException {
        Path copy = copied("inoue/toy2");
        Path spec = copy.resolve("case.json");
        Files.writeString(spec, Files.readString(spec).replace("\"order_rule\"", "\"order_rulle\""));

        Cli.Result result = Cli.in(folder).run("verify", "inoue", copy.toString());

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("order_rulle").contains("order_rule'");
    }

    @Test
    void a_recorded_value_that_differs_fails_with_its_place() throws IOException {
        Path copy = copied("ario/E_mineral12_ban90");
        Path table = copy.resolve("production_realised.csv");
        Files.writeString(table, Files.readString(table).replaceFirst("\n3,0.164383561644,", "\n3,0.164383571644,"));

        Cli.Result result = Cli.in(folder).run("verify", "ario", copy.toString());

        assertThat(result.code()).isEqualTo(5);
        assertThat(result.out()).contains("step 3 A|1mine  FAIL").contains("4 passed, 1 failed");
    }

    @Test
    void an_industry_that_two_losses_mean_is_refused_and_one_meant_twice_alike_is_not() {
        String table =
                "shock run --mrio " + CASES + "/ario/E_mineral12_ban90 --weeks 4 --lose C|2*=0.9 --lose C|2refine=";

        Cli.Result two = Cli.in(folder).run((table + "0.5").split(" "));

        assertThat(two.code()).isEqualTo(2);
        assertThat(two.err()).contains("'C|2refine'").contains("0.9 and 0.5").contains("Maybe");
        assertThat(Cli.in(folder).run((table + "0.9").split(" ")).code()).isZero();
    }

    @Test
    void amounts_that_no_number_holds_are_no_fault_of_the_program() throws IOException {
        String huge = "1e308,1e308\n";
        Files.writeString(folder.resolve("Z.csv"), "industry,A|a,B|b\nA|a," + huge + "B|b," + huge);
        Files.writeString(folder.resolve("Y.csv"), "industry,A|f,B|f\nA|a," + huge + "B|b," + huge);

        Cli.Result result = Cli.in(folder).run("shock", "run", "--mrio", ".", "--lose", "A|a=0.5");

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("A|a").contains("Maybe").doesNotContain("trace");
    }

    @Test
    void a_line_with_too_many_columns_is_refused_as_that() throws IOException {
        Files.writeString(folder.resolve("Z.csv"), "industry" + ",a".repeat(200_000) + "\n");
        Files.writeString(folder.resolve("Y.csv"), "industry,f\na,1\n");

        Cli.Result result = Cli.in(folder).run("shock", "run", "--mrio", ".", "--lose", "a=0.5");

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("fields").contains("Z.csv");
    }

    @Test
    void numbers_of_a_report_do_not_depend_on_the_language_of_the_machine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            Cli.Result result = Cli.in(folder).run("verify", "inoue", CASES + "/inoue/toy2");

            assertThat(result.out()).contains("(tol 1e-12)").doesNotContainPattern("[0-9],[0-9]e-");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a_recorded_table_that_was_cut_off_is_refused_not_passed() throws IOException {
        Path copy = copied("ario/E_mineral12_ban90");
        Path table = copy.resolve("production_realised.csv");
        Files.write(table, Files.readAllLines(table).subList(0, 100));

        Cli.Result result = Cli.in(folder).run("verify", "ario", copy.toString());

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("production_realised.csv", "540", "99", "Maybe");
    }

    private Path copied(String name) throws IOException {
        Path copy = Files.createDirectories(folder.resolve("copy"));
        try (var files = Files.list(CASES.resolve(name))) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }
}
