package org.monazite.atlas.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What Eurostat's trade by eight-digit code writes in a way of its own.
class ComextTest {

    @TempDir
    Path folder;

    private ImportResult read(String file) throws IOException {
        Fixture fixture = Fixture.of(file);
        return fixture.read(folder, fixture.bytes(), false);
    }

    private static Tuple said(TradeFlow flow) {
        return Tuple.tuple(
                flow.exporter(),
                flow.importer(),
                flow.reportedBy(),
                flow.month(),
                flow.value(),
                flow.currency(),
                flow.weightTonnes());
    }

    @Test
    void procedures_of_one_flow_are_summed_and_values_stay_euros() throws IOException {
        try (ImportResult result = read("comext.dat")) {
            assertThat(Fixture.flows(result, "81129295", 2024))
                    .extracting(ComextTest::said)
                    .containsExactly(
                            Tuple.tuple("BEL", "FRA", "importer", 0, 410_200.0, "EUR", 0.25),
                            Tuple.tuple("CHN", "BEL", "importer", 0, 12_700_420.0, "EUR", 9.33),
                            Tuple.tuple("CHN", "DEU", "importer", 0, 8_812_340.0, "EUR", 6.105),
                            Tuple.tuple("NAM", "DEU", "importer", 0, 5_020.0, "EUR", 0.004)); // NA is Namibia
        }
    }

    @Test
    void the_parts_of_the_United_Kingdom_stand_beside_it_and_Serbia_has_a_code_of_its_own() throws IOException {
        try (ImportResult result = read("comext.dat")) {
            List<TradeFlow> magnets = Fixture.flows(result, "85051110", 2024);

            assertThat(magnets)
                    .filteredOn(flow ->
                            flow.importer().equals("IRL") || flow.exporter().equals("IRL"))
                    .extracting(TradeFlow::exporter)
                    .containsExactly("GBR");
            assertThat(magnets)
                    .filteredOn(flow -> flow.importer().equals("GRC"))
                    .extracting(TradeFlow::exporter)
                    .containsExactly("SRB");
            assertThat(magnets)
                    .filteredOn(flow -> flow.importer().equals("POL"))
                    .extracting(TradeFlow::month)
                    .containsExactly(3);
        }
    }

    @Test
    void secrets_totals_stores_and_returned_goods_are_passed_over_by_name() throws IOException {
        try (ImportResult result = read("comext.dat")) {
            assertThat(result.counts().notes())
                    .containsEntry("confidential", 1L)
                    .containsEntry("other-digits", 1L)
                    .containsEntry("part-of-aggregate", 2L)
                    .containsEntry("no-place", 1L)
                    .containsEntry("own-goods", 1L)
                    .containsEntry("no-trade", 1L)
                    .containsEntry("summed-parts", 1L);
            assertThat(Fixture.flows(result, "28469060", 2024).getFirst().weightTonnes())
                    .as("a weight of zero is missing")
                    .isNaN();
        }
    }

    @Test
    void older_bulk_files_have_numbers_beside_the_codes_of_ISO_and_small_letters_in_two_columns() throws IOException {
        try (ImportResult result = read("comext-declarant.csv")) {
            assertThat(Fixture.flows(result, "81129289", 2019))
                    .extracting(ComextTest::said)
                    .containsExactly(Tuple.tuple("CHN", "DEU", "importer", 0, 6_140_080.0, "EUR", 32.2));
            assertThat(Fixture.flows(result, "85051100", 2019))
                    .filteredOn(flow -> flow.reportedBy().equals("exporter"))
                    .extracting(TradeFlow::exporter, TradeFlow::importer)
                    .containsExactly(Tuple.tuple("FRA", "JPN"), Tuple.tuple("ITA", "USA"));
        }
    }

    @Test
    void regime_4_of_older_files_is_the_sum_of_the_others_and_one_that_is_less_is_refused() throws IOException {
        String table =
                "DECLARANT,PARTNER,PRODUCT_NC,FLOW,STAT_REGIME,PERIOD,VALUE_IN_EUROS,QUANTITY_IN_KG,SUP_QUANTITY\n"
                        + "DE,CN,81129289,1,4,201152,9004120,31250,\nDE,CN,81129289,1,1,201152,8004120,30250,\n"
                        + "DE,CN,81129295,1,4,201152,100,3,\nDE,CN,81129295,1,1,201152,8004120,30250,\n"
                        + "BE,CN,81129295,1,4,201152,700,2,\n";
        try (ImportResult result = new Fixture("short.csv", ImportFormat.EUROSTAT_COMEXT, "")
                .read(folder, table.getBytes(StandardCharsets.UTF_8), true)) {
            assertThat(Fixture.flows(result, "81129289", 2011))
                    .extracting(ComextTest::said)
                    .containsExactly(Tuple.tuple("CHN", "DEU", "importer", 0, 9_004_120.0, "EUR", 31.25));
            assertThat(Fixture.flows(result, "81129295", 2011))
                    .extracting(TradeFlow::weightTonnes)
                    .containsExactly(0.002, 30.25);
            assertThat(result.rejects())
                    .extracting(Reject::reason, Reject::where)
                    .containsExactly(Tuple.tuple(Reason.SUM_DIFFERS, "short.csv:4:7"));
            assertThat(result.counts().notes()).containsEntry("part-of-aggregate", 1L);
        }
    }

    @Test
    void value_and_weight_of_SDMX_are_two_lines_of_one_flow() throws IOException {
        try (ImportResult result = read("comext-sdmx.csv")) {
            assertThat(Fixture.flows(result, "81129295", 2024))
                    .extracting(ComextTest::said)
                    .containsExactly(
                            Tuple.tuple("CHN", "BEL", "importer", 0, 12_400_310.0, "EUR", 9.12),
                            Tuple.tuple("CHN", "DEU", "importer", 0, 8_812_340.0, "EUR", 6.105),
                            Tuple.tuple("KOR", "EU27", "importer", 0, 610_200.0, "EUR", 0.41),
                            Tuple.tuple("USA", "DEU", "importer", 0, 1_403_310.0, "EUR", Double.NaN));
        }
    }

    @Test
    void the_Union_as_reporter_counts_only_where_no_member_speaks() throws IOException {
        try (ImportResult result = read("comext-sdmx.csv")) {
            assertThat(Fixture.flows(result, "81129295", 2024))
                    .filteredOn(flow -> flow.importer().equals("EU27"))
                    .extracting(TradeFlow::exporter)
                    .containsExactly("KOR");
            assertThat(result.counts().notes())
                    .containsEntry("world-row", 4L)
                    .containsEntry("confidential", 1L)
                    .containsEntry("other-flow", 1L);
        }
    }

    @Test
    void the_same_line_twice_is_refused_and_the_short_table_is_read_too() throws IOException {
        String table =
                "DECLARANT,PARTNER,PRODUCT_NC,FLOW,STAT_REGIME,PERIOD,VALUE_IN_EUROS,QUANTITY_IN_KG,SUP_QUANTITY\n"
                        + "DE,CN,81129289,1,1,202452,9004120,31250,\nDE,CN,81129289,1,1,202452,9004120,31250,\n"
                        + "004,0720,81129289,1,1,202452,9004120,31250,\n";
        try (ImportResult result = new Fixture("short.csv", ImportFormat.EUROSTAT_COMEXT, "")
                .read(folder, table.getBytes(StandardCharsets.UTF_8), true)) {
            assertThat(Fixture.flows(result, "81129289", 2024)).hasSize(1);
            assertThat(result.rejects())
                    .extracting(Reject::reason, Reject::where)
                    .containsExactly(
                            Tuple.tuple(Reason.STANDS_TWICE, "short.csv:3:3"),
                            Tuple.tuple(Reason.UNKNOWN_PLACE, "short.csv:4:1"));
        }
    }
}
