package org.monazite.atlas.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the answers of the US Census Bureau's interface write in a way of their own.
class UsCensusTest {

    @TempDir
    Path folder;

    private ImportResult read(String file) throws IOException {
        Fixture fixture = Fixture.of(file);
        return fixture.read(folder, fixture.bytes(), false);
    }

    private static Tuple said(TradeFlow flow) {
        return Tuple.tuple(
                flow.exporter(), flow.importer(), flow.scheme(), flow.month(), flow.valueUsd(), flow.weightTonnes());
    }

    @Test
    void the_sum_up_to_December_is_a_year_and_countries_are_told_from_their_totals_and_groups() throws IOException {
        try (ImportResult result = read("us-census.json")) {
            assertThat(Fixture.flows(result, "8112921000", 2024))
                    .extracting(UsCensusTest::said)
                    .containsExactly(
                            Tuple.tuple("CAN", "USA", "USHTS10", 0, 1_500_100.0, 6.1),
                            Tuple.tuple("DEU", "USA", "USHTS10", 0, 2_000_300.0, 3.9),
                            Tuple.tuple("JPN", "USA", "USHTS10", 0, 1_810_200.0, 3.1));
            assertThat(result.counts().notes())
                    .containsEntry("world-row", 3L)
                    .containsEntry("other-digits", 1L)
                    .containsEntry("part-year", 1L);
        }
    }

    @Test
    void weights_are_kilograms_or_tonnes_and_missing_where_nothing_stands() throws IOException {
        try (ImportResult result = read("us-census.json")) {
            assertThat(Fixture.flows(result, "2611006000", 2024).getFirst().weightTonnes())
                    .isEqualTo(11);
            assertThat(Fixture.flows(result, "2825600000", 2024).getFirst().weightTonnes())
                    .isNaN();
            assertThat(Fixture.flows(result, "2805300050", 2024).getFirst().exporter())
                    .isEqualTo("MMR");
        }
    }

    @Test
    void exports_stand_under_Schedule_B_month_by_month() throws IOException {
        try (ImportResult result = read("us-census.csv")) {
            assertThat(Fixture.flows(result, "8505110000", 2025))
                    .filteredOn(flow -> flow.importer().equals("JPN"))
                    .extracting(UsCensusTest::said)
                    .containsExactly(
                            Tuple.tuple("USA", "JPN", "USSB10", 1, 410_200.0, 3.1),
                            Tuple.tuple("USA", "JPN", "USSB10", 2, 390_200.0, 2.9));
        }
    }

    @Test
    void a_column_that_stands_twice_must_say_the_same_twice() throws IOException {
        byte[] bytes = FixturesTest.replaced(
                Fixture.of("us-census.json").bytes(),
                "\"8112926000\",\"HS10\",\"2024-12\"",
                "\"8112926000\",\"HS6\",\"2024-12\"",
                StandardCharsets.UTF_8);
        try (ImportResult result = Fixture.of("us-census.json").read(folder, bytes, true)) {
            assertThat(result.rejects()).hasSize(2).allMatch(reject -> reject.reason() == Reason.STANDS_TWICE);
        }
    }

    @Test
    void an_answer_that_is_no_table_is_refused_as_a_whole() {
        String object = "[[\"CTY_CODE\",\"CTY_NAME\",\"I_COMMODITY\",\"GEN_VAL_YR\",\"YEAR\",\"MONTH\"],{\"a\":1}]";
        assertThatThrownBy(
                        () -> Fixture.of("us-census.json").read(folder, object.getBytes(StandardCharsets.UTF_8), true))
                .isInstanceOf(ImportException.class);
    }
}
