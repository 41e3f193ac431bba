package org.monazite.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// GeoPolRisk from a BACI file of nickel ore and gallium, with Taiwan (490) and a quantity that is not stated.
class GeoPolRiskTest {

    private static final String BACI = """
            t,i,j,k,v,q
            2022,360,842,260400,400.0,100.0
            2022,124,842,260400,600.0,100.0
            2022,490,842,811292,500.0,5.0
            2022,156,842,811292,500.0,5.0
            2022,276,842,811292,250.0,NA
            2022,156,392,811292,900.0,9.0
            """;

    @TempDir
    static Path folder;

    @BeforeAll
    static void imported() throws IOException {
        Cli.copyWorkspace(folder);
        Files.writeString(folder.resolve("BACI_HS17_Y2022_V202401b.csv"), BACI);
        Cli.Result result = Cli.in(folder).line("data import BACI_HS17_Y2022_V202401b.csv --as baci");
        assertThat(result.code()).as(result.out() + result.err()).isZero();
    }

    private static JsonNode score(String more) {
        Cli.Result result = Cli.in(folder).line("exposure geopolrisk --for USA --year 2022 --json " + more);
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.json().path("scores").size()).isEqualTo(1);
        return result.json().path("scores").get(0);
    }

    private static double risk(String place) throws IOException {
        for (String line : Files.readAllLines(Path.of("../data/governance_wgi.csv"))) {
            String[] cells = line.split(",", -1);
            if (cells[0].equals(place) && cells[1].equals("2022") && cells[2].equals("PV")) {
                return (2.5 - Double.parseDouble(cells[3])) / 5;
            }
        }
        throw new AssertionError(place);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asString()));
        return texts;
    }

    @Test
    void taiwan_and_missing_quantities_part_the_two_ways_of_counting() throws IOException {
        JsonNode gallium = score("--code 811292");
        double hhi = gallium.path("reference").path("score").asDouble()
                / gallium.path("reference").path("importRisk").asDouble();

        assertThat(gallium.path("ownProduction").asDouble()).isZero();
        assertThat(gallium.path("reference").path("importRisk").asDouble())
                .isCloseTo(risk("CHN") * 5 / 10, within(1e-12));
        assertThat(gallium.path("importRisk").path("value").asDouble())
                .isCloseTo((risk("TWN") * 5 + risk("CHN") * 5) / 10, within(1e-12));
        assertThat(gallium.path("difference").asDouble()).isCloseTo(hhi * risk("TWN") / 2, within(1e-12));
        assertThat(gallium.path("coverage").asDouble()).isCloseTo(0.8, within(1e-12));
        assertThat(texts(gallium.path("leftOut"))).containsExactly("DEU");
        assertThat(texts(gallium.path("reasons"))).contains("taiwan", "leftout", "part");
        // the reference takes the missing quantity as zero tonnes, and its money still counts
        assertThat(gallium.path("reference").path("characterisationFactor").asDouble())
                .isCloseTo(
                        gallium.path("reference").path("score").asDouble() * (1250.0 / 10) / 0.409412948, within(1e-9));
    }

    @Test
    void own_production_is_set_against_traded_goods_by_the_declared_factor() {
        JsonNode nickel = score("--code 260400");

        assertThat(nickel.path("ownProduction").asDouble()).isPositive();
        assertThat(nickel.path("ownProductionAsTraded").asDouble())
                .isCloseTo(nickel.path("ownProduction").asDouble() / 0.015, within(1e-6));
        assertThat(texts(nickel.path("reasons"))).contains("basis");
        assertThat(nickel.path("score").path("figures").size()).isGreaterThan(2);
    }

    @Test
    void the_mode_says_which_way_of_counting_leads() {
        JsonNode reference = score("--code 811292 --mode reference");

        assertThat(reference.path("leading").asDouble())
                .isEqualTo(reference.path("reference").path("score").asDouble());
        assertThat(score("--code 811292").path("leading").asDouble())
                .isEqualTo(reference.path("score").path("value").asDouble());
        for (String lang : List.of("en", "ja")) {
            assertThat(Cli.in(folder)
                            .line("exposure geopolrisk --for USA --year 2022 --lang " + lang)
                            .out())
                    .contains("811292", "260400", "490");
        }
    }

    @Test
    void without_trade_it_says_which_file_to_bring_and_how() {
        Cli.Result none = Cli.shared().line("exposure geopolrisk --for USA --year 2022 --code 260400");
        Cli.Result year = Cli.in(folder).line("exposure geopolrisk --for USA --year 2019");

        assertThat(none.code()).isEqualTo(4);
        assertThat(none.err()).contains("260400", "data import BACI_HS17_Y2022_V202401b.csv --as baci");
        assertThat(year.code()).isEqualTo(4);
        assertThat(year.err()).contains("in 2019", "BACI_HS17_Y2022_V202401b.csv", "Y2019");
    }

    @Test
    void unknown_codes_and_modes_are_refused() {
        Cli.Result code = Cli.in(folder).line("exposure geopolrisk --for USA --year 2022 --code 999999");

        assertThat(code.code()).isEqualTo(4);
        assertThat(code.err()).contains("'999999'", "260400");
        assertThat(Cli.in(folder)
                        .line("exposure geopolrisk --year 2022 --mode theirs")
                        .code())
                .isEqualTo(2);
    }
}
