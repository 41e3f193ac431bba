package org.monazite.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Files of the customs of Japan, the Union and the United States, from the desk of an analyst to the balanced chain.
class NationalFilesTest {

    private static final String JAPAN = """
            Exp or Imp,Year,HS,Country,Unit1,Unit2,Quantity1-Year,Quantity2-Year,Value-Year
            2,2024,'811292910',105,  ,KG,0,4200,943200
            2,2024,'811292990',105,  ,KG,0,88500,4120300
            2,2024,'850511000',110,  ,KG,0,900000,5120300
            """;

    private static final String UNION = """
            DECLARANT,PARTNER,PRODUCT_NC,FLOW,STAT_REGIME,PERIOD,VALUE_IN_EUROS,QUANTITY_IN_KG,SUP_QUANTITY
            DE,CN,85051110,1,1,202452,402001000,10200000,
            PL,CN,85051110,1,1,202452,90021000,2100000,
            """;

    private static final String STATES = """
            [["CTY_CODE","CTY_NAME","I_COMMODITY","GEN_VAL_YR","GEN_QY1_YR","UNIT_QY1","YEAR","MONTH"],
            ["-","TOTAL FOR ALL COUNTRIES","8112921000","3400000","9600","KG","2024","12"],
            ["5880","JAPAN","8112921000","1810200","4400","KG","2024","12"],
            ["1220","CANADA","8112921000","1500100","5200","KG","2024","12"]]
            """;

    private static final String VIET_NAM =
            "C,A,20240101,2024,52,2024,704,VNM,Viet Nam,X,Export,392,JPN,Japan,0,W00,World,H6,HS,True,850511,Magnets,6,"
                    + "True,C00,TOTAL CPC,0,0,TOTAL MOT,8,kg,950000,False,-1,N/A,,False,950000,False,,False,,31000000,"
                    + "31000000,0,True,False\n";

    @TempDir
    static Path folder;

    private static String japan = "";
    private static JsonNode trial;

    @BeforeAll
    static void imported() throws IOException {
        Cli.copyWorkspace(folder);
        Files.writeString(folder.resolve("japan.csv"), JAPAN);
        Files.writeString(folder.resolve("full202452.dat"), UNION);
        Files.writeString(folder.resolve("gallium.json"), STATES);
        String header = Files.readAllLines(Path.of("../atlas/src/test/resources/imports/comtrade.csv"))
                .getFirst();
        Files.writeString(folder.resolve("comtrade.csv"), header + "\n" + VIET_NAM);
        trial = ok("data import japan.csv --as japan-customs --dry-run --json").json();
        japan = ok("data import japan.csv --as japan-customs --json")
                .json()
                .path("import")
                .asString();
        ok("data import full202452.dat --as eurostat-comext");
        ok("data import gallium.json --as us-census-trade");
        ok("data import comtrade.csv --as comtrade");
    }

    private static Cli.Result ok(String line) {
        Cli.Result result = Cli.in(folder).line(line);
        assertThat(result.code()).as(result.out() + result.err()).isZero();
        return result;
    }

    private static List<String> uses(String chain) {
        List<String> uses = new ArrayList<>();
        for (JsonNode use :
                ok("show balance " + chain + " --json").json().path("imported").path("uses")) {
            uses.add(use.path("observation").asString().replaceAll("-[0-9a-f]{8,}", "") + " "
                    + use.path("t").asDouble());
        }
        return uses;
    }

    @Test
    void a_trial_names_the_chains_that_the_lines_would_enter() {
        assertThat(trial.path("state").asString()).isEqualTo("dry_run");
        assertThat(trial.path("balances").path("entering").asInt()).isEqualTo(2);
    }

    @Test
    void national_lines_enter_the_chains_of_what_their_codes_cover() {
        assertThat(uses("germanium")).containsExactly("flow ge.refined CHN>JPN (japan-customs importer) 4.2");
        assertThat(uses("gallium"))
                .containsExactly(
                        "flow ga.refined CAN>USA (us-census-trade importer) 5.2",
                        "flow ga.refined JPN>USA (us-census-trade importer) 4.4");
        assertThat(uses("magnets"))
                .containsExactly(
                        "flow ndfeb.magnet CHN>EU27 (eurostat-comext importer) 11931.0",
                        "flow ndfeb.magnet VNM>JPN (comtrade exporter) 798.0",
                        "flow ndfeb.magnet VNM>JPN (japan-customs importer) 756.0");
    }

    @Test
    void yen_stay_yen_in_a_figure_and_its_citation() {
        JsonNode value = ok("show figure f-" + japan + "-2-v --json").json();

        assertThat(value.path("value").asDouble()).isEqualTo(943_200_000.0);
        assertThat(value.path("unit").asString()).isEqualTo("JPY");
        assertThat(value.path("locator").asString()).isEqualTo("japan.csv:2");
        assertThat(ok("show figure f-" + japan + "-2-q --json")
                        .json()
                        .path("value")
                        .asDouble())
                .isEqualTo(4.2);
        assertThat(ok("show cite f-" + japan + "-2-q").out()).contains(japan);
    }

    @Test
    void an_undivided_code_meets_the_six_digits_of_the_other_side() {
        List<String> gaps = new ArrayList<>();
        for (JsonNode gap : ok("show mirror --json").json().path("gaps")) {
            gaps.add(gap.path("quantity").asString() + " "
                    + gap.path("exporter").path("value").asDouble() + " "
                    + gap.path("importer").path("value").asDouble());
        }
        assertThat(gaps).contains("HS 850511 flow VNM>JPN 2024 t gross 950.0 900.0");
    }

    @Test
    void the_list_of_imports_and_the_package_hold_them_with_their_licence() throws IOException {
        assertThat(ok("data imports").out()).contains("japan-customs", "eurostat-comext", "us-census-trade");

        String version = ok("data versions --json").json().path("current").asString();
        ok("data export " + version + " package");
        assertThat(Files.readString(folder.resolve("package/data/imported_trade.csv")))
                .contains(japan + ",2,JPM9,811292910,CHN,JPN,2024,0,importer,,4.200000,reported,embed-with-attribution,"
                        + "943200000.000,JPY")
                .doesNotContain("comtrade");
    }
}
