package org.monazite.atlas.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.monazite.atlas.pack.FigureRecord;
import org.monazite.supply.Flag;

class FixturesTest {

    @TempDir
    Path folder;

    @Tag("A16")
    @ParameterizedTest
    @CsvSource({
        "usgs-mcs-2026.csv, 27, 27, 0, 27, 0, 0",
        "usgs-mcs-2025.csv, 13, 13, 0, 44, 0, 0",
        "ofr.xml, 13, 13, 0, 13, 0, 0",
        "wgi-PV.csv, 12, 12, 0, 287, 0, 0",
        "wgi-long.csv, 13, 13, 0, 13, 0, 0",
        "wgidataset.xlsx, 54, 48, 6, 96, 0, 0",
        "wgi-bank.csv, 21, 18, 3, 36, 0, 0",
        "wgi-economies.xlsx, 20, 16, 4, 16, 0, 0",
        "ledger.csv, 11, 11, 0, 0, 0, 11",
        "ledger.xlsx, 11, 11, 0, 0, 0, 11",
        "wmd.xlsx, 16, 15, 1, 73, 0, 0",
        "wmd-6.5.xlsx, 13, 10, 3, 10, 0, 0",
        "bgs.csv, 12, 12, 0, 12, 0, 0",
        "iea-cmde.xlsx, 21, 18, 3, 90, 0, 0",
        "gta.csv, 12, 12, 0, 13, 0, 0",
        "oecd.csv, 11, 11, 0, 11, 0, 0",
        "comtrade.csv, 15, 8, 7, 0, 8, 0",
        "comtrade.json, 15, 8, 7, 0, 8, 0",
        "comtrade-web.csv, 10, 8, 2, 0, 8, 0",
        "japan-customs.csv, 16, 11, 5, 0, 11, 0",
        "japan-customs-part.csv, 10, 8, 2, 0, 44, 0",
        "comext.dat, 20, 12, 8, 0, 12, 0",
        "comext-declarant.csv, 12, 8, 4, 0, 8, 0",
        "comext-sdmx.csv, 16, 9, 7, 0, 5, 0",
        "us-census.json, 16, 11, 5, 0, 11, 0",
        "us-census.csv, 11, 9, 2, 0, 9, 0",
        "BACI_HS17_Y2022_V202401b.csv, 12, 12, 0, 0, 12, 0",
        "BACI_HS17_V202401b.zip, 12, 12, 0, 0, 12, 0"
    })
    void every_line_of_a_sound_file_is_accounted_for(
            String file, long rows, long accepted, long ignored, long figures, long flows, long purchases)
            throws IOException {
        try (ImportResult result = read(file)) {
            ImportCounts counts = result.counts();
            assertThat(result.rejects()).isEmpty();
            assertThat(List.of(counts.rows(), counts.accepted(), counts.ignored()))
                    .containsExactly(rows, accepted, ignored);
            assertThat(List.of(counts.figures(), counts.flows(), counts.purchases()))
                    .containsExactly(figures, flows, purchases);
        }
    }

    private ImportResult read(String file) throws IOException {
        Fixture fixture = Fixture.of(file);
        return fixture.read(folder, fixture.bytes(), false);
    }

    private FigureRecord one(String file, Predicate<FigureRecord> wanted) throws IOException {
        try (ImportResult result = read(file)) {
            List<FigureRecord> found =
                    Fixture.figures(result).stream().filter(wanted).toList();
            assertThat(found).hasSize(1);
            return found.getFirst();
        }
    }

    private FigureRecord usgs(String place, String subject, String period) throws IOException {
        return one(
                "usgs-mcs-2026.csv",
                figure -> figure.place().equals(place)
                        && figure.subject().equals(subject)
                        && figure.period().equals(period)
                        && figure.partner().isEmpty());
    }

    @Test
    void an_em_dash_is_zero_and_a_W_is_withheld_and_NA_is_not_available() throws IOException {
        assertThat(usgs("GRL", "ree.mine", "2024").value()).isZero();
        assertThat(usgs("KOR", "w.mine", "2025")).satisfies(withheld -> {
            assertThat(withheld.qualifier()).isEqualTo("W");
            assertThat(withheld.value()).isNaN();
        });
        assertThat(usgs("CIV", "sn.mine", "2024").qualifier()).isEqualTo("NA");
    }

    @Test
    void bounds_ranges_and_words_stay_what_they_are() throws IOException {
        assertThat(usgs("WLD", "ree.mine", "2025"))
                .extracting(FigureRecord::qualifier, FigureRecord::value)
                .containsExactly(">", 85_000_000.0);
        assertThat(usgs("USA", "usgs.bismuth", "2023"))
                .extracting(FigureRecord::qualifier, FigureRecord::low, FigureRecord::high, FigureRecord::value)
                .containsExactly("range", 820.0, 880.0, 850.0);
        assertThat(usgs("USA", "usgs.beryllium", "2022").qualifier()).isEqualTo("NET_EXPORTER");
        assertThat(usgs("BRA", "usgs.iron_ore.reserves_crude_ore", "2025").qualifier())
                .isEqualTo("TEXT");
    }

    @Test
    void units_become_tonnes_on_the_basis_of_the_product() throws IOException {
        assertThat(usgs("CHN", "ga.refined", "2024"))
                .extracting(FigureRecord::value, FigureRecord::unit, FigureRecord::raw)
                .containsExactly(750.0, "t metal", "750,000");
        assertThat(usgs("TUR", "barite.mine", "2024").value()).isEqualTo(190_000);
    }

    @Test
    void import_origins_have_a_partner_and_a_span_of_years() throws IOException {
        FigureRecord origin =
                one("usgs-mcs-2026.csv", figure -> figure.partner().equals("CHN"));

        assertThat(origin.place()).isEqualTo("USA");
        assertThat(origin.period()).isEqualTo("2021/2024");
        assertThat(origin.unit()).isEqualTo("percent");
        assertThat(origin.locator()).isEqualTo("usgs-mcs-2026.csv:20:9");
    }

    @Test
    void trailing_blanks_in_places_and_blanks_in_header_names_are_read_as_published() throws IOException {
        FigureRecord figure = one(
                "usgs-mcs-2025.csv",
                each -> each.place().equals("AUS")
                        && each.measure().equals("production")
                        && each.period().equals("2024"));

        assertThat(figure.value()).isEqualTo(13_000);
        assertThat(figure.subject()).isEqualTo("ree.mine");
    }

    @Test
    void governance_codes_that_are_not_ISO_are_known_and_missing_marks_are_missing() throws IOException {
        FigureRecord missing = one(
                "wgi-PV.csv",
                each -> each.place().equals("ABW") && each.period().equals("1998"));
        FigureRecord congo = one(
                "wgi-PV.csv",
                each -> each.place().equals("COD") && each.period().equals("2022"));

        assertThat(missing.qualifier()).isEqualTo("NA");
        assertThat(congo.measure()).isEqualTo("PV");
    }

    @Test
    void Namibia_is_a_place_and_not_a_missing_value() throws IOException {
        assertThat(one("bgs.csv", each -> each.place().equals("NAM")).value()).isEqualTo(1050);
    }

    @Tag("A10")
    @Test
    void gross_spodumene_is_not_lithium() throws IOException {
        FigureRecord spodumene = one("bgs.csv", each -> each.subject().endsWith("spodumene"));

        assertThat(spodumene.value()).isEqualTo(3_398_262);
        assertThat(spodumene.unit()).isEqualTo("t gross, Spodumene");
    }

    @Test
    void a_stored_result_of_a_formula_is_taken_and_says_so() throws IOException {
        FigureRecord figure = one(
                "wmd.xlsx",
                each -> each.subject().equals("wmd.lithium")
                        && each.place().equals("AUS")
                        && each.period().equals("2019"));

        assertThat(figure.value()).isEqualTo(109_000);
        assertThat(figure.remark()).contains("formula");
        assertThat(figure.unit()).isEqualTo("t Li2O");
        assertThat(figure.locator()).isEqualTo("wmd.xlsx!Lithium (Li2O):E4");
    }

    @Test
    void blocks_of_the_IEA_keep_their_scenarios() throws IOException {
        FigureRecord figure = one(
                "iea-cmde.xlsx",
                each -> each.subject().equals("iea.cobalt")
                        && each.measure().equals("demand: Electric vehicles, Announced Pledges scenario")
                        && each.period().equals("2040"));

        assertThat(figure.value()).isEqualTo(260_000);
        assertThat(figure.unit()).isEqualTo("t element");
    }

    @Test
    void a_measure_without_end_has_an_open_period() throws IOException {
        assertThat(one("gta.csv", each -> each.subject().equals("gta.120001")).period())
                .isEqualTo("2023-08-01/");
    }

    @Test
    void a_code_cell_that_is_empty_repeats_the_one_above() throws IOException {
        assertThat(one("ofr.xml", each -> each.measure().equals("contains praseodymium"))
                        .subject())
                .isEqualTo("HTS 2805300010");
    }

    @Test
    void BACI_keeps_missing_weights_apart_from_zero_and_knows_its_own_country_codes() throws IOException {
        try (ImportResult result = read("BACI_HS17_Y2022_V202401b.csv")) {
            List<TradeFlow> metals = Fixture.flows(result, "280530", 2022);
            List<TradeFlow> compounds = Fixture.flows(result, "284690", 2022);
            List<TradeFlow> cerium = Fixture.flows(result, "284610", 2022);

            assertThat(metals)
                    .extracting(TradeFlow::exporter, TradeFlow::importer, TradeFlow::valueUsd, TradeFlow::weightTonnes)
                    .contains(org.assertj.core.groups.Tuple.tuple("CHN", "JPN", 18_250_113.0, 1012.4));
            assertThat(compounds.getFirst().weightTonnes()).isNaN();
            assertThat(cerium.getFirst())
                    .extracting(TradeFlow::exporter, TradeFlow::importer, TradeFlow::weightTonnes, TradeFlow::scheme)
                    .containsExactly("CHE", "FRA", 0.0, "HS17");
            assertThat(Fixture.flows(result, "010121", 2022).getFirst().importer())
                    .isEqualTo("NOR");
        }
    }

    @Test
    void every_rule_of_BACI_names_its_line() throws IOException {
        Fixture bad = new Fixture("BACI_HS17_Y2022_V202401c.csv", ImportFormat.BACI, "");
        try (ImportResult result = bad.read(folder, bad.bytes(), true)) {
            assertThat(result.rejects())
                    .extracting(Reject::where, Reject::reason)
                    .contains(
                            org.assertj.core.groups.Tuple.tuple("BACI_HS17_Y2022_V202401c.csv:6:1", Reason.WRONG_YEAR),
                            org.assertj.core.groups.Tuple.tuple("BACI_HS17_Y2022_V202401c.csv:7:3", Reason.SELF_TRADE),
                            org.assertj.core.groups.Tuple.tuple(
                                    "BACI_HS17_Y2022_V202401c.csv:15:1", Reason.STANDS_TWICE))
                    .hasSize(11);
            assertThat(result.isAcceptable()).isTrue();
            assertThat(Fixture.flows(result, "280530", 2022)).hasSize(2);
        }
    }

    @Test
    void Comtrade_takes_the_aggregate_or_the_sum_of_parts_and_never_the_world() throws IOException {
        try (ImportResult result = read("comtrade.csv")) {
            List<TradeFlow> metals = Fixture.flows(result, "280530", 2023);
            TradeFlow vietnam = metals.stream()
                    .filter(flow -> flow.exporter().equals("VNM"))
                    .findFirst()
                    .orElseThrow();
            TradeFlow estonia = Fixture.flows(result, "284690", 2023).getFirst();

            assertThat(vietnam.valueUsd()).isEqualTo(32_450_000.5);
            assertThat(vietnam.weightTonnes()).isNaN();
            assertThat(estonia.valueUsd()).isEqualTo(5_000_000);
            assertThat(estonia.weightTonnes()).isEqualTo(325);
            assertThat(metals)
                    .filteredOn(flow -> flow.importer().equals("USA"))
                    .extracting(TradeFlow::flag)
                    .containsExactly(Flag.ESTIMATE);
            assertThat(metals).filteredOn(flow -> flow.month() == 3).hasSize(1);
        }
    }

    @Test
    void JSON_and_CSV_of_Comtrade_say_the_same() throws IOException {
        try (ImportResult csv = read("comtrade.csv");
                ImportResult json = read("comtrade.json")) {
            assertThat(Fixture.flows(json, "280530", 2023))
                    .extracting(TradeFlow::exporter, TradeFlow::valueUsd)
                    .isEqualTo(Fixture.flows(csv, "280530", 2023).stream()
                            .map(flow -> org.assertj.core.groups.Tuple.tuple(flow.exporter(), flow.valueUsd()))
                            .toList());
        }
    }

    @Test
    void a_ledger_is_counted_on_the_basis_of_the_product() throws IOException {
        try (ImportResult result = read("ledger.csv")) {
            List<LedgerLine> purchases = Fixture.purchases(result);

            assertThat(purchases.getFirst())
                    .extracting(LedgerLine::tonnes, LedgerLine::basis, LedgerLine::supplierCountry)
                    .containsExactly(1.2505, "t gross", "JPN");
            assertThat(purchases.get(2).product()).isEqualTo("dy.oxide");
            assertThat(purchases.get(4).value()).isNaN();
            assertThat(purchases).allSatisfy(each -> assertThat(each.id()).matches("p-[0-9a-f]{10}"));
        }
    }

    @Test
    void workbook_and_CSV_of_a_ledger_say_the_same() throws IOException {
        try (ImportResult csv = read("ledger.csv");
                ImportResult xlsx = read("ledger.xlsx")) {
            List<LedgerLine> left = Fixture.purchases(csv);
            List<LedgerLine> right = Fixture.purchases(xlsx);
            for (int i = 0; i < left.size(); i++) {
                assertThat(right.get(i).date()).isEqualTo(left.get(i).date());
                assertThat(right.get(i).tonnes()).isEqualTo(left.get(i).tonnes());
                assertThat(right.get(i).supplier()).isEqualTo(left.get(i).supplier());
            }
        }
    }

    @Test
    void the_misaligned_row_is_rejected_by_line_and_nothing_is_acceptable() throws IOException {
        Fixture bad = new Fixture("usgs-mcs-2026-bad.csv", ImportFormat.USGS_MCS_2026, "");
        try (ImportResult result = bad.read(folder, bad.bytes(), false)) {
            assertThat(result.rejects())
                    .extracting(Reject::where, Reject::reason, Reject::suggestion)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("usgs-mcs-2026-bad.csv:5:8", Reason.MISSING, ""),
                            org.assertj.core.groups.Tuple.tuple(
                                    "usgs-mcs-2026-bad.csv:6:4", Reason.UNKNOWN_PLACE, "vietnam = VNM"),
                            org.assertj.core.groups.Tuple.tuple("usgs-mcs-2026-bad.csv:7:9", Reason.NOT_A_NUMBER, ""));
            assertThat(result.isAcceptable()).isFalse();
            assertThatThrownBy(() -> new ImportStore(folder.resolve("atlas")).keep(result))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void an_ambiguous_name_is_refused_with_its_candidates() throws IOException {
        Fixture fixture = Fixture.of("usgs-mcs-2026.csv");
        byte[] bytes = replaced(fixture.bytes(), "\"Korea, Republic of\"", "Korea", Charset.forName("windows-1252"));
        try (ImportResult result = fixture.read(folder, bytes, false)) {
            assertThat(result.rejects())
                    .extracting(Reject::reason, Reject::suggestion)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(Reason.AMBIGUOUS_PLACE, "KOR, PRK"));
        }
    }

    @Tag("A10")
    @Test
    void another_basis_and_an_unknown_product_are_refused_with_a_suggestion() throws IOException {
        Fixture fixture = Fixture.of("ledger.csv");
        String text = new String(fixture.bytes(), StandardCharsets.UTF_8)
                .replace("35,kg,t oxide", "35,kg,t element")
                .replace("w.apt", "w.atp");
        try (ImportResult result = fixture.read(folder, text.getBytes(StandardCharsets.UTF_8), false)) {
            assertThat(result.rejects())
                    .extracting(Reject::reason, Reject::suggestion)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(Reason.BASIS_DIFFERS, "oxide"),
                            org.assertj.core.groups.Tuple.tuple(Reason.UNKNOWN_PRODUCT, "w.apt"));
        }
    }

    static byte[] replaced(byte[] bytes, String from, String to, Charset charset) {
        return new String(bytes, charset).replace(from, to).getBytes(charset);
    }

    @Test
    void the_headers_are_those_that_the_publishers_use() {
        Map<String, List<String>> ours = Map.of(
                "usgs-mcs-2026", UsgsMcs2026.HEADER,
                "usgs-mcs-2025", UsgsMcs2025.HEADER,
                "comtrade", Comtrade.HEADER,
                "gta (actions file)", Gta.HEADER,
                "ledger", Ledger.HEADER);
        List<String> lines = new String(Fixture.bytes("headers.tsv"), StandardCharsets.UTF_8)
                .lines()
                .toList();
        ours.forEach((kind, header) -> assertThat(lines.stream()
                        .filter(line -> line.startsWith(kind + "\t"))
                        .map(line -> Arrays.asList(line.split("\t")[2].split(","))))
                .as(kind)
                .containsExactly(header));
        assertThat(lines.stream()
                        .filter(line -> line.startsWith("bgs"))
                        .map(line -> List.of(line.split("\t")[2].split(","))))
                .hasSize(3)
                .allSatisfy(header -> assertThat(header).containsExactlyInAnyOrderElementsOf(Bgs.HEADER));
    }

    @Test
    void another_order_of_columns_is_read_by_name_and_a_missing_column_is_named() throws IOException {
        Fixture fixture = Fixture.of("ledger.csv");
        String text = new String(fixture.bytes(), StandardCharsets.UTF_8);

        assertThatThrownBy(() -> fixture.read(
                        folder, text.replace("origin_country", "origin").getBytes(StandardCharsets.UTF_8), false))
                .isInstanceOfSatisfying(
                        ImportException.class,
                        refused -> assertThat(refused.fault()).isEqualTo(ImportException.Fault.HEADER))
                .hasMessageContaining("origin_country");
    }

    @Test
    void a_workbook_of_governance_holds_six_indicators_on_six_sheets() throws IOException {
        for (String file : List.of("wgidataset.xlsx", "wgi-bank.csv")) {
            try (ImportResult result = read(file)) {
                assertThat(Fixture.figures(result))
                        .extracting(FigureRecord::measure)
                        .containsOnly("VA", "PV", "GE", "RQ", "RL", "CC");
                assertThat(Fixture.figures(result))
                        .filteredOn(figure -> figure.qualifier().equals("NA"))
                        .isNotEmpty()
                        .allMatch(figure -> Double.isNaN(figure.value()));
            }
        }
        FigureRecord china = one(
                "wgidataset.xlsx",
                figure -> figure.place().equals("CHN")
                        && figure.measure().equals("CC")
                        && figure.period().equals("2022"));
        assertThat(china.locator()).isEqualTo("wgidataset.xlsx!ControlofCorruption:I18");
        assertThat(china.remark()).startsWith("standard error 0.");
    }

    @Test
    void years_of_governance_may_stand_once_above_their_six_columns(@TempDir Path own) throws IOException {
        String table = "Country/Territory,Code,2021,,,2022,,\n,,Estimate,StdErr,Rank,Estimate,StdErr,Rank\n"
                + "Japan,JPN,1.5,0.2,91.2,1.4,0.2,90.8\n";
        try (ImportResult result = new Fixture("ControlofCorruption.csv", ImportFormat.WGI, "")
                .read(own, table.getBytes(StandardCharsets.UTF_8), false)) {
            assertThat(Fixture.figures(result))
                    .extracting(FigureRecord::period, FigureRecord::value)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("2021", 1.5),
                            org.assertj.core.groups.Tuple.tuple("2022", 1.4));
        }
    }

    @Test
    void the_bank_may_put_series_into_columns_or_years_into_lines(@TempDir Path own) throws IOException {
        String columns = "Time,Time Code,Country Name,Country Code,Control of Corruption: Estimate [CC.EST],"
                + "Rule of Law: Percentile Rank [RL.PER.RNK]\n2022,YR2022,Japan,JPN,1.4,91\n";
        String lines = "Country Name,Country Code,Indicator Name,Indicator Code,Year,Value\n"
                + "Japan,JPN,Rule of Law: Estimate,GOV_WGI_RL.EST,2023,1.6\n";
        for (String table : List.of(columns, lines)) {
            try (ImportResult result = new Fixture("bank.csv", ImportFormat.WGI, "")
                    .read(own, table.getBytes(StandardCharsets.UTF_8), false)) {
                assertThat(result.counts().accepted()).isEqualTo(1);
                assertThat(result.counts().figures()).isEqualTo(1);
            }
        }
    }
}
