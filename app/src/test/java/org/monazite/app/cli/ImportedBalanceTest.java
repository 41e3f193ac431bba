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

/// From a file of BACI, one of Comtrade and a ledger to the balanced chain, as an analyst sees it.
class ImportedBalanceTest {

    private static final String BACI = """
            t,i,j,k,v,q
            2024,156,410,850511,90000.0,7500.000
            2024,156,842,850511,200000.0,9307500.000
            2024,762,156,261710,90000.0,27000.000
            2024,276,392,811292,900.0,10.000
            """;

    private static final String LEDGER = """
            date,supplier,supplier_country,origin_country,product,quantity,unit,basis,value,currency,site
            2024-03-04,Yamato Trading,CHN,CHN,ndfeb.magnet,999000,t,gross,98000,USD,Nagoya
            """;

    @TempDir
    static Path folder;

    private static String before = "";
    private static String plain = "";
    private static Cli.Result imported;
    private static Cli.Result trial;
    private static String trialText = "";
    private static List<String> trialFiles = List.of();
    private static JsonNode importedJson;

    @BeforeAll
    static void imported() throws IOException {
        Cli.copyWorkspace(folder);
        plain = json("exposure of JPN").toString();
        before = json("exposure of JPN").path("runCard").path("atlas").asString();
        Files.writeString(folder.resolve("BACI_HS17_Y2024_V202601.csv"), BACI);
        trial = ok("data import BACI_HS17_Y2024_V202601.csv --as baci --dry-run --json");
        trialFiles = files();
        trialText = ok("--lang ja data import BACI_HS17_Y2024_V202601.csv --as baci --dry-run")
                .out();
        imported = ok("data import BACI_HS17_Y2024_V202601.csv --as baci");
        importedJson = json("data import BACI_HS17_Y2024_V202601.csv --as baci");
    }

    private static List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void a_trial_says_what_would_enter_the_balances_and_changes_nothing() {
        assertThat(trial.json().path("state").asString()).isEqualTo("dry_run");
        assertThat(trial.json().path("balances").path("entering").asInt()).isEqualTo(2);
        assertThat(trial.json().path("balances")).isEqualTo(importedJson.path("balances"));
        assertThat(trial.json().path("baskets")).isEqualTo(importedJson.path("baskets"));
        assertThat(trial.json().path("atlas").asString()).isEqualTo(before);
        assertThat(trialText).contains("取り込んだ場合", "magnets, antimony");
        assertThat(trialFiles).noneMatch(file -> file.contains("atlas/imports/"));
    }

    private static Cli.Result ok(String line) {
        Cli.Result result = Cli.in(folder).line(line);
        assertThat(result.code()).as(result.out() + result.err()).isZero();
        return result;
    }

    private static JsonNode json(String line) {
        return ok(line + " --json").json();
    }

    private static List<String> texts(JsonNode array, String key) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.path(key).asString()));
        return texts;
    }

    @Tag("A17")
    @Test
    void an_import_says_what_enters_the_balances_what_does_not_and_which_codes_are_baskets() {
        assertThat(imported.out())
                .contains("2 imported figures enter the balances of 2 of the chains (magnets, antimony), 2 under")
                .contains("1 x so far from what the chain has that one of the two must be wrong")
                .contains("flow ndfeb.magnet CHN>USA")
                .contains("8505.11 holds all permanent magnets of metal")
                .contains("1 x the share of the code is known too badly to say anything about a flow")
                .contains("8112.92 holds gallium, germanium, indium");
    }

    @Tag("A8")
    @Tag("A17")
    @Test
    void the_balance_names_factor_and_deviation_of_each_observation_and_the_gross_error() {
        JsonNode balance = json("show balance magnets");

        JsonNode use = balance.path("imported").path("uses").get(1);
        assertThat(use.path("observation").asString()).startsWith("flow ndfeb.magnet CHN>KOR (baci-");
        assertThat(use.path("t").asDouble()).isEqualTo(6300);
        assertThat(use.path("parts").get(0).path("share").asDouble()).isEqualTo(0.84);
        assertThat(texts(balance.path("suspects"), "figure"))
                .anyMatch(figure -> figure.startsWith("flow ndfeb.magnet CHN>USA (baci-"));
        assertThat(ok("--plain show balance magnets").out())
                .contains("Imported figures in this balance:")
                .contains("HS17 850511 x 84 % (42–86 %) x 1")
                .contains("8505.11 holds all permanent magnets");
        assertThat(ok("--lang ja show balance magnets").out()).contains("この均衡に用いた取り込み数値");
    }

    @Test
    void a_figure_says_what_each_chain_makes_of_it() {
        String id = json("show balance magnets")
                .path("imported")
                .path("uses")
                .get(1)
                .path("parts")
                .get(0)
                .path("figures")
                .get(0)
                .asString();
        JsonNode figure = json("show figure " + id);

        assertThat(figure.path("locator").asString()).isEqualTo("BACI_HS17_Y2024_V202601.csv:2");
        assertThat(figure.path("imports").get(0).path("chain").asString()).isEqualTo("magnets");
        assertThat(figure.path("balances").get(0).path("published_t").asDouble())
                .isEqualTo(6300);
        assertThat(ok("--plain show figure " + id).out())
                .contains("enters as 6,300 t")
                .contains("8505.11 holds");
        String mixed = id.replace("-2-q", "-5-q");
        assertThat(ok("--plain show figure " + mixed).out())
                .contains("does not enter: the share of the code is known too badly");
    }

    @Tag("A5")
    @Test
    void the_version_before_answers_as_before() {
        assertThat(json("--atlas " + before + " exposure of JPN").toString()).isEqualTo(plain);
        assertThat(json("exposure of JPN").toString()).isNotEqualTo(plain);
    }

    @Test
    void the_main_job_works_on_imported_figures_and_says_so() {
        Cli.Result secure = ok("--plain " + SecureTest.SMALL);

        assertThat(secure.out())
                .contains("Chain magnets rests on imported figures too: 1 of BACI international trade, "
                        + "BACI_HS17_Y2024_V202601.csv. List: ./monazite show balance magnets")
                .contains("NdFeB magnets")
                .contains("verified");
    }

    @Tag("A18")
    @Test
    void a_ledger_changes_no_network() throws IOException {
        String with = json("exposure of JPN").toString();
        Files.writeString(folder.resolve("purchases.csv"), LEDGER);
        ok("data import purchases.csv --as ledger");

        assertThat(json("exposure of JPN").toString()).isEqualTo(with);
    }

    @Tag("A17")
    @Test
    void a_score_of_a_basket_code_carries_its_warning() {
        assertThat(ok("exposure geopolrisk --for JPN --year 2024 --code 811292").out())
                .contains("8112.92 holds gallium, germanium, indium");
    }
}
