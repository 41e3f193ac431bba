package org.monazite.atlas.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the trade statistics of Japan write in a way of their own.
class JapanCustomsTest {

    private static final String HEAD =
            "Exp or Imp,Year,HS,Country,Unit1,Unit2,Quantity1-Year,Quantity2-Year,Value-Year\n";

    @TempDir
    Path folder;

    private ImportResult read(String file) throws IOException {
        Fixture fixture = Fixture.of(file);
        return fixture.read(folder, fixture.bytes(), false);
    }

    private ImportResult text(String lines) throws IOException {
        return Fixture.of("japan-customs.csv").read(folder, (HEAD + lines).getBytes(StandardCharsets.UTF_8), true);
    }

    private static Tuple said(TradeFlow flow) {
        return Tuple.tuple(
                flow.exporter(),
                flow.importer(),
                flow.scheme(),
                flow.year(),
                flow.month(),
                flow.value(),
                flow.currency(),
                flow.weightTonnes());
    }

    @Test
    void a_year_that_is_over_is_one_flow_in_yen_and_tonnes_with_all_nine_digits() throws IOException {
        try (ImportResult result = read("japan-customs.csv")) {
            List<TradeFlow> germanium = Fixture.flows(result, "811292910", 2024);

            assertThat(germanium)
                    .extracting(JapanCustomsTest::said)
                    .contains(
                            Tuple.tuple("CHN", "JPN", "JPM9", 2024, 0, 281_400_000.0, "JPY", 1.25),
                            Tuple.tuple("PRT", "JPN", "JPM9", 2024, 0, 2_850_000.0, "JPY", 0.012)); // with the Azores
            assertThat(germanium).allMatch(flow -> Double.isNaN(flow.valueUsd()));
            assertThat(Fixture.flows(result, "811292", 2024))
                    .as("six digits are another list")
                    .isEmpty();
            assertThat(Fixture.flows(result, "250410000", 2024).getFirst().weightTonnes())
                    .as("MT is tonnes")
                    .isEqualTo(40120);
        }
    }

    @Test
    void the_weight_stands_under_the_unit_that_is_a_mass_and_zero_of_it_is_missing() throws IOException {
        try (ImportResult result = read("japan-customs.csv")) {
            assertThat(Fixture.flows(result, "850511000", 2024))
                    .filteredOn(flow -> flow.importer().equals("JPN"))
                    .extracting(TradeFlow::exporter, TradeFlow::weightTonnes)
                    .containsExactly(
                            Tuple.tuple("CHN", 3908.0), Tuple.tuple("PHL", 412.3), Tuple.tuple("VNM", Double.NaN));
            assertThat(Fixture.flows(result, "060110010", 2024).getFirst().weightTonnes())
                    .as("thousands of bulbs have no weight")
                    .isNaN();
        }
    }

    @Test
    void what_is_no_trade_with_a_place_is_passed_over_by_name() throws IOException {
        try (ImportResult result = read("japan-customs.csv")) {
            assertThat(result.counts().notes())
                    .containsEntry("no-place", 1L)
                    .containsEntry("place-outside", 1L)
                    .containsEntry("special-code", 1L)
                    .containsEntry("no-trade", 1L)
                    .containsEntry("summed-parts", 1L);
        }
    }

    @Test
    void a_year_without_a_december_is_taken_month_by_month_and_customs_offices_are_summed() throws IOException {
        try (ImportResult result = read("japan-customs-part.csv")) {
            List<TradeFlow> germanium = Fixture.flows(result, "811292910", 2025);

            assertThat(germanium).extracting(TradeFlow::month).doesNotContain(0).contains(1, 7);
            assertThat(germanium)
                    .filteredOn(flow -> flow.exporter().equals("CHN") && flow.month() == 3)
                    .singleElement()
                    .satisfies(flow -> {
                        assertThat(flow.weightTonnes()).isEqualTo(0.1 + 0.07);
                        assertThat(flow.weightFigure()).endsWith("-2m03-q");
                    });
            assertThat(result.counts().notes()).containsEntry("part-year", 10L);
        }
    }

    @Test
    void a_year_that_is_not_the_sum_of_its_months_is_refused_with_the_sum() throws IOException {
        byte[] bytes = FixturesTest.replaced(
                Fixture.of("japan-customs.csv").bytes(), ",0,1250,281400,", ",0,1250,281440,", StandardCharsets.UTF_8);
        try (ImportResult result = Fixture.of("japan-customs.csv").read(folder, bytes, true)) {
            assertThat(result.rejects())
                    .extracting(Reject::where, Reject::reason, Reject::suggestion)
                    .containsExactly(Tuple.tuple("japan-customs.csv:5:9", Reason.SUM_DIFFERS, "281400.0"));
        }
    }

    @Test
    void a_table_without_months_is_read_as_years_and_a_lost_zero_is_named() throws IOException {
        try (ImportResult result = text("2,2024,811292910,105,  ,KG,0,1250,281400\n"
                + "2,2024,60110010,105,  ,KG,0,1250,281400\n"
                + "2,2024,'811292910',105,  ,KG,0,3,900\n")) {
            assertThat(Fixture.flows(result, "811292910", 2024)).hasSize(1);
            assertThat(result.rejects())
                    .extracting(Reject::reason, Reject::suggestion)
                    .containsExactly(
                            Tuple.tuple(Reason.UNKNOWN_CODE, "060110010"),
                            Tuple.tuple(Reason.STANDS_TWICE, "japan-customs.csv:2:3"));
        }
    }

    @Test
    void a_table_without_countries_or_with_half_its_months_is_refused_as_a_whole() {
        assertThatThrownBy(() -> Fixture.of("japan-customs.csv")
                        .read(folder, HEAD.replace(",Country", "").getBytes(StandardCharsets.UTF_8), true))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("Country");
        assertThatThrownBy(() -> Fixture.of("japan-customs.csv")
                        .read(
                                folder,
                                HEAD.replace("Value-Year", "Value-Year,Value-Jan")
                                        .getBytes(StandardCharsets.UTF_8),
                                true))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("Value-Feb");
    }

    @Test
    void the_header_is_that_of_the_published_file() {
        String line = new String(Fixture.bytes("headers.tsv"), StandardCharsets.UTF_8)
                .lines()
                .filter(each -> each.startsWith("japan-customs\t"))
                .findFirst()
                .orElseThrow();
        List<String> published = List.of(line.split("\t")[2].split(","));

        assertThat(published)
                .startsWith(JapanCustoms.HEADER.toArray(String[]::new))
                .hasSize(45);
        assertThat(published.subList(9, 12)).containsExactly("Quantity1-Jan", "Quantity2-Jan", "Value-Jan");
    }
}
