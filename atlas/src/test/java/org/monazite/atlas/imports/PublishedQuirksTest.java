package org.monazite.atlas.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monazite.atlas.pack.FigureRecord;
import org.monazite.supply.Flag;
import org.monazite.supply.Source;

/// What publishers really write, as seen in their own files (`imports/SOURCE.md` lists them).
class PublishedQuirksTest {

    @TempDir
    Path folder;

    private List<FigureRecord> figures(String file, Predicate<FigureRecord> wanted) throws IOException {
        Fixture fixture = Fixture.of(file);
        try (ImportResult result = fixture.read(folder, fixture.bytes(), false)) {
            assertThat(result.rejects()).isEmpty();
            return Fixture.figures(result).stream().filter(wanted).toList();
        }
    }

    private FigureRecord one(String file, String place, String subject, String period) throws IOException {
        List<FigureRecord> found = figures(
                file,
                figure -> figure.place().equals(place)
                        && figure.subject().equals(subject)
                        && figure.period().equals(period));
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    @Test
    void a_workbook_of_governance_stores_seventeen_digits_and_repeats_its_header_above_the_years() throws IOException {
        List<FigureRecord> aruba = figures(
                "wgidataset.xlsx",
                figure -> figure.place().equals("ABW")
                        && figure.measure().equals("PV")
                        && figure.period().equals("2022"));

        assertThat(aruba)
                .extracting(FigureRecord::value, FigureRecord::raw)
                .containsExactly(Tuple.tuple(0.13412301234567891, "0.13412301234567891"));
    }

    @Test
    void the_editions_of_governance_since_2025_are_read_by_sheet_and_economy() throws IOException {
        assertThat(figures(
                        "wgi-economies.xlsx",
                        figure ->
                                figure.place().equals("COD") && figure.period().equals("2024")))
                .extracting(FigureRecord::measure, FigureRecord::value, FigureRecord::remark)
                .containsExactly(
                        Tuple.tuple("VA", -0.19, "standard error 0.1622345678901234"),
                        Tuple.tuple("PV", -0.14, "standard error 0.1622345678901234"));
    }

    @Test
    void the_web_page_of_Comtrade_writes_capital_names_a_comma_at_the_end_and_places_in_windows_1252()
            throws IOException {
        Fixture web = Fixture.of("comtrade-web.csv");
        try (ImportResult result = web.read(folder, web.bytes(), false)) {
            assertThat(result.rejects()).isEmpty();
            assertThat(Fixture.flows(result, "280530", 2023))
                    .filteredOn(flow -> flow.month() == 0)
                    .extracting(
                            TradeFlow::exporter,
                            TradeFlow::importer,
                            TradeFlow::valueUsd,
                            TradeFlow::weightTonnes,
                            TradeFlow::flag)
                    .containsExactlyInAnyOrder(
                            Tuple.tuple("CHN", "JPN", 88_250_113.2, 1012.4, Flag.NONE),
                            Tuple.tuple("TUR", "JPN", 47.601, Double.NaN, Flag.NONE),
                            Tuple.tuple("CIV", "USA", 706.68, 0.0125, Flag.NONE),
                            Tuple.tuple("TWN", "USA", 9000.0, 0.3, Flag.ESTIMATE),
                            Tuple.tuple("CHN", "CUW", 120.0, 0.003, Flag.NONE));
        }
    }

    @Test
    void one_sequence_of_UTF_8_makes_other_high_bytes_a_fault() {
        Fixture web = Fixture.of("comtrade-web.csv");
        byte[] mixed = new String(web.bytes(), StandardCharsets.ISO_8859_1)
                .replaceFirst("T\u00fcrkiye", "T\u00c3\u00bcrkiye")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> web.read(folder, mixed, true).close())
                .isInstanceOfSatisfying(
                        ImportException.class, e -> assertThat(e.fault()).isEqualTo(ImportException.Fault.ENCODING));
    }

    @Test
    void a_second_cell_beyond_the_header_is_refused_although_lines_end_with_a_comma() throws IOException {
        Fixture web = Fixture.of("comtrade-web.csv");
        String text = new String(web.bytes(), StandardCharsets.ISO_8859_1);
        byte[] longer = text.replaceFirst(",\n$", ",,\n").getBytes(StandardCharsets.ISO_8859_1);
        try (ImportResult result = web.read(folder, longer, true)) {
            assertThat(result.rejects()).extracting(Reject::reason).containsExactly(Reason.CELL_COUNT);
        }
    }

    @Test
    void codes_that_lost_their_zero_get_it_back_where_the_heading_exists() {
        assertThat(HsCodes.padded("30111")).isEqualTo("030111");
        assertThat(HsCodes.padded("91099")).isEqualTo("091099");
        assertThat(HsCodes.padded("28053")).isEqualTo("28053");
        assertThat(HsCodes.padded("811292")).isEqualTo("811292");
    }

    @Test
    void a_measure_names_its_codes_in_six_digits_and_Congo_beside_DR_Congo_is_Congo_Brazzaville() throws IOException {
        FigureRecord loan = figures("gta.csv", figure -> figure.subject().equals("gta.120011"))
                .getFirst();

        assertThat(loan.place()).isEqualTo("KOR");
        assertThat(loan.remark())
                .startsWith("HS 030111, 040210, 811010; affected COG COD PRK BIH MDA SDN LAO MKD PSE MYT ATG TWN CIV;");
    }

    @Test
    void words_blanks_and_units_of_the_summaries_of_2026_are_read_as_published() throws IOException {
        assertThat(figures(
                        "usgs-mcs-2026.csv",
                        figure -> figure.subject().matches("usgs\\.(garnet|gemstones|wollastonite|stone).*")))
                .extracting(FigureRecord::place, FigureRecord::qualifier, FigureRecord::value, FigureRecord::unit)
                .containsExactly(
                        Tuple.tuple("AUS", "TEXT", Double.NaN, "t"),
                        Tuple.tuple("USA", "TEXT", Double.NaN, ""),
                        Tuple.tuple("AGO", "=", 12_600.0, "thousands of carats"),
                        Tuple.tuple("USA", "=", 68.0, "number"),
                        Tuple.tuple("USA", "=", 15.0, "percent"));
    }

    @Test
    void two_series_that_differ_in_their_notes_alone_are_two_series() throws IOException {
        assertThat(figures("usgs-mcs-2026.csv", figure -> figure.subject().equals("usgs.mica_natural")))
                .extracting(FigureRecord::measure, FigureRecord::value)
                .containsExactly(
                        Tuple.tuple("Import: Imports", 24_400.0),
                        Tuple.tuple("Import: Imports: Includes codes 2525.10.0050, >$6.00 per kilogram.", 3_990.0));
    }

    @Test
    void shares_of_world_production_state_one_year_and_keep_the_basis_of_their_sheet() throws IOException {
        assertThat(one("wmd-6.5.xlsx", "CHN", "ree.mine", "2022"))
                .extracting(FigureRecord::value, FigureRecord::unit)
                .containsExactly(210_000.0, "t REO");
        assertThat(one("wmd-6.5.xlsx", "ZAF", "wmd.gold", "2022").value()).isEqualTo(89.5005);
        assertThat(one("wmd-6.5.xlsx", "USA", "wmd.natural_gas", "2022").unit()).isEqualTo("million m3");
        assertThat(one("wmd-6.5.xlsx", "COD", "wmd.diamonds", "2022").value()).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void mining_and_refining_stand_side_by_side_below_one_row_of_years() throws IOException {
        assertThat(one("iea-cmde.xlsx", "CHN", "iea.cobalt_refining", "2030"))
                .extracting(FigureRecord::value, FigureRecord::measure, FigureRecord::locator)
                .containsExactly(230_800.0, "production", "iea-cmde.xlsx!2 Total supply for key minerals:I7");
        assertThat(one("iea-cmde.xlsx", "COD", "iea.cobalt_mining", "2023").value())
                .isEqualTo(157_000);
        assertThat(one("iea-cmde.xlsx", "WLD", "iea.cobalt_refining", "2040").value())
                .isEqualTo(244_400);
    }

    @Test
    void a_sheet_of_one_technology_names_minerals_in_rows_and_cases_above_them() throws IOException {
        assertThat(figures(
                        "iea-cmde.xlsx",
                        figure -> figure.subject().equals("iea.dysprosium")
                                && figure.period().equals("2023")))
                .extracting(FigureRecord::measure)
                .containsExactly("demand: wind, Base case", "demand: wind, Constrained rare earth elements supply");
    }

    @Test
    void an_edition_of_the_explorer_without_the_open_licence_stays_in_the_workspace() throws IOException {
        Fixture explorer = Fixture.of("iea-cmde.xlsx");
        byte[] closed = Mutations.part(
                explorer.bytes(),
                "xl/sharedStrings.xml",
                text -> text.replace("Creative Commons Attribution 4.0", "IEA"));
        try (ImportResult open = explorer.read(folder, explorer.bytes(), false)) {
            assertThat(open.manifest().source().redistribution()).isEqualTo("embed-with-attribution");
        }
        try (ImportResult result = explorer.read(folder, closed, false)) {
            assertThat(result.manifest().source())
                    .extracting(Source::redistribution, Source::licence)
                    .containsExactly("import-only", "terms of the publisher, not open");
        }
    }

    @Test
    void what_two_sheets_say_alike_is_taken_once() throws IOException {
        assertThat(figures(
                        "iea-cmde.xlsx",
                        figure -> figure.subject().equals("iea.cobalt")
                                && figure.measure().equals("demand: Electric vehicles")))
                .extracting(FigureRecord::locator)
                .containsExactly("iea-cmde.xlsx!1 Total demand for key minerals:B8");
    }
}
