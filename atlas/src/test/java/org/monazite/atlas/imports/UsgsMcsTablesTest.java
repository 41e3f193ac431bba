package org.monazite.atlas.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monazite.atlas.imports.ImportException.Fault;
import org.monazite.atlas.pack.FigureRecord;

class UsgsMcsTablesTest {

    private static final String WORLD = "mcs2024-tungs_world.csv";

    @TempDir
    Path folder;

    private ImportResult read(String file) throws IOException {
        Fixture fixture = Fixture.of(file);
        return fixture.read(folder, fixture.bytes(), false);
    }

    private FigureRecord figure(String file, String place, String subject, String measure, String year)
            throws IOException {
        try (ImportResult result = read(file)) {
            List<FigureRecord> found = Fixture.figures(result).stream()
                    .filter(each -> each.place().equals(place)
                            && each.subject().equals(subject)
                            && each.measure().equals(measure)
                            && each.period().equals(year))
                    .toList();
            assertThat(found).as(place + " " + subject).hasSize(1);
            return found.getFirst();
        }
    }

    @Test
    void units_stand_in_the_names_of_the_columns() throws IOException {
        assertThat(figure("mcs2022-raree_world.csv", "AUS", "ree.mine", "production", "2020"))
                .satisfies(each -> assertThat(each.value()).isEqualTo(21_100))
                .satisfies(each -> assertThat(each.unit()).isEqualTo("t REO"));
        assertThat(figure("mcs2023.zip", "JPN", "ga.refined", "production", "2021")
                        .value())
                .as("kilograms")
                .isCloseTo(3.010, within(1e-12));
    }

    @Test
    void an_estimated_column_and_an_estimated_number_say_so() throws IOException {
        assertThat(figure(WORLD, "BOL", "w.mine", "production", "2023"))
                .satisfies(each -> assertThat(each.value()).isEqualTo(1_490))
                .satisfies(each -> assertThat(each.raw()).isEqualTo("e1,490"))
                .satisfies(each -> assertThat(each.remark()).contains("estimated by the publisher"));
        assertThat(figure("mcs2022-raree_world.csv", "AUS", "ree.mine", "production", "2020")
                        .remark())
                .isEmpty();
    }

    @Test
    void footnote_marks_behind_a_place_are_no_part_of_its_name() throws IOException {
        assertThat(figure(WORLD, "KOR", "w.mine", "production", "2022").value()).isEqualTo(206);
        assertThat(figure(WORLD, "VNM", "w.mine", "production", "2022").value()).isEqualTo(4_010);
        assertThat(figure(WORLD, "WLD", "w.mine", "reserves", "2023").value()).isEqualTo(4_410_000);
    }

    @Test
    void a_misspelt_kind_of_output_is_the_same_product() throws IOException {
        assertThat(figure(WORLD, "PRT", "w.mine", "production", "2023").value()).isEqualTo(498);
    }

    @Test
    void words_and_bounds_stay_what_they_are() throws IOException {
        assertThat(figure(WORLD, "VNM", "w.mine", "reserves", "2023").qualifier())
                .isEqualTo("TEXT");
        assertThat(figure(WORLD, "ESP", "w.mine", "reserves", "2023").qualifier())
                .isEqualTo(">");
        assertThat(figure(WORLD, "ROW", "w.mine", "production", "2022").qualifier())
                .isEqualTo("TEXT");
        assertThat(figure(WORLD, "USA", "w.mine", "reserves", "2023").qualifier())
                .isEqualTo("NA");
    }

    @Test
    void a_unit_that_the_publisher_got_wrong_is_mended_and_the_figure_says_so() throws IOException {
        assertThat(figure("mcs2023.zip", "FIN", "cr.mine", "production", "2021"))
                .satisfies(each -> assertThat(each.value()).isEqualTo(2_280_000))
                .satisfies(each -> assertThat(each.remark()).contains("is a slip"));
        try (ImportResult result = read("mcs2023.zip")) {
            assertThat(result.counts().notes()).containsEntry("unit-slip", 8L);
        }
    }

    @Test
    void words_that_change_what_is_counted_make_a_series_of_its_own() throws IOException {
        assertThat(figure("mcs2023.zip", "ARG", "usgs.boron.mine_production_crude_ore_crude_ore", "production", "2021")
                        .value())
                .isEqualTo(72_000);
        assertThat(figure(
                                "mcs2023.zip",
                                "WLD",
                                "usgs.boron.mine_production_borates_excluding_us_production",
                                "production",
                                "2021")
                        .qualifier())
                .isEqualTo("TEXT");
    }

    @Test
    void a_zip_is_read_as_one_edition_and_what_is_no_table_is_counted() throws IOException {
        try (ImportResult result = read("mcs2023.zip")) {
            assertThat(result.rejects()).isEmpty();
            assertThat(result.counts().notes())
                    .containsEntry("other-file", 1L)
                    .containsEntry("empty-file", 1L)
                    .containsEntry("several-places", 1L)
                    .containsEntry("place-outside", 1L)
                    .containsEntry("other-column", 1L);
            assertThat(result.manifest().vintage()).isEqualTo("2023-01");
            assertThat(Fixture.figures(result).getFirst().locator())
                    .isEqualTo("mcs2023.zip!salient/mcs2023-raree_salient.csv:2:4");
        }
    }

    @Test
    void a_single_byte_file_of_a_zip_is_read_as_windows_1252() throws IOException {
        assertThat(figure("mcs2023.zip", "CIV", "usgs.garnet_industrial.mine_production", "production", "2022")
                        .value())
                .isEqualTo(100);
    }

    @Test
    void net_exporters_and_bounds_of_import_reliance_are_states() throws IOException {
        String measure = "Net import reliance: Compounds-Metals";
        assertThat(figure("mcs2023.zip", "USA", "usgs.rare_earths", measure, "2019")
                        .value())
                .isEqualTo(100);
        assertThat(figure("mcs2023.zip", "USA", "usgs.rare_earths", measure, "2022")
                        .qualifier())
                .isEqualTo(">");
        assertThat(figure("mcs2023.zip", "USA", "usgs.rare_earths", "Net import reliance: Concentrate", "2020")
                        .qualifier())
                .as("below zero")
                .isEqualTo("NET_EXPORTER");
        assertThat(figure("mcs2024-tungs_salient.csv", "USA", "usgs.tungsten", "Net import reliance", "2022")
                        .unit())
                .as("the column is named NIR_t")
                .isEqualTo("percent");
    }

    @Test
    void a_column_that_does_not_say_what_it_counts_is_counted_and_not_guessed() throws IOException {
        try (ImportResult result = read("mcs2024-tungs_salient.csv")) {
            assertThat(result.counts().notes()).containsEntry("other-column", 5L);
            assertThat(Fixture.figures(result)).noneMatch(each -> each.measure().contains("Concentratet"));
        }
    }

    @Test
    void values_that_a_table_cannot_hold_are_refused() throws IOException {
        Fixture fixture = Fixture.of(WORLD);
        String text = new String(fixture.bytes(), StandardCharsets.UTF_8);
        List<String> taken = new ArrayList<>();
        for (String[] poison : new String[][] {
            {",Austria,", ",Atlantis,"},
            {",Austria,", ",Austrias,"},
            {",Austria,", ",\"Austria, Upper\","},
            {",Austria,", ",999,"},
            {",902,", ",-1,"},
            {",902,", ",ten,"},
            {",902,", ",=1+1,"},
            {",902,", ",e,"},
            {",902,", ",1e40,"},
            {",902,", ",5%,"},
            {",902,", ",99999999999999999999,"},
            {",10100,", ",12;34,"},
            {"MCS2024,Austria", "MCS2023,Austria"},
            {"MCS2024,Austria", "BGS,Austria"},
            {",911,", ",911,911,911,"},
            {"Prod_t_est_2023", "Prod_t_est_2019"},
            {"Prod_t_est_2023", "Prod_stone_2023"},
            {"Reserves_t,", "Resources_t,"}
        }) {
            assertThat(text).contains(poison[0]);
            String bad = text.replaceFirst(java.util.regex.Pattern.quote(poison[0]), poison[1]);
            try (ImportResult result = fixture.read(folder, bad.getBytes(StandardCharsets.UTF_8), true)) {
                if (result.counts().rejected() == 0) {
                    taken.add(poison[1]);
                }
            } catch (ImportException e) {
                assertThat(e.where()).isNotBlank();
            }
        }
        assertThat(taken).isEmpty();
    }

    /// As in the tables of feldspar, pig iron and steel of 2024.
    @Test
    void of_two_columns_with_one_name_neither_says_what_it_counts() throws IOException {
        Fixture fixture = Fixture.of("mcs2024-tungs_salient.csv");
        String text = new String(fixture.bytes(), StandardCharsets.UTF_8);
        String header = text.lines().findFirst().orElseThrow();
        List<String> names = List.of(header.split(","));
        String twice = header.replace(names.get(4), names.get(3));

        try (ImportResult all = fixture.read(folder, fixture.bytes(), false);
                ImportResult less =
                        fixture.read(folder, text.replace(header, twice).getBytes(StandardCharsets.UTF_8), false)) {
            assertThat(less.counts().accepted()).isEqualTo(all.counts().accepted());
            assertThat(less.counts().notes().get("other-column"))
                    .isGreaterThan(all.counts().notes().get("other-column"));
            assertThat(Fixture.figures(less))
                    .hasSizeLessThan(Fixture.figures(all).size());
        }
    }

    /// As in the zip of statistics of 2024: three tables of the world, one with numbers of a draft.
    @Test
    void a_table_of_the_world_under_the_name_of_statistics_is_passed_over_and_counted() throws IOException {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        try (java.util.zip.ZipOutputStream zip = new java.util.zip.ZipOutputStream(bytes)) {
            for (String[] part : new String[][] {
                {"salient/mcs2024-cobal_salient.csv", WORLD},
                {"salient/mcs2024-tungs_salient.csv", "mcs2024-tungs_salient.csv"}
            }) {
                zip.putNextEntry(new java.util.zip.ZipEntry(part[0]));
                zip.write(Fixture.of(part[1]).bytes());
                zip.closeEntry();
            }
        }
        try (ImportResult result = new Fixture("salient.zip", ImportFormat.USGS_MCS_2024, "")
                        .read(folder, bytes.toByteArray(), false);
                ImportResult alone = read("mcs2024-tungs_salient.csv")) {
            assertThat(result.counts().notes()).containsEntry("misnamed-table", 1L);
            assertThat(result.counts().accepted()).isEqualTo(alone.counts().accepted());
        }
    }

    @Test
    void a_file_whose_name_does_not_say_its_commodity_is_refused() throws IOException {
        Path file =
                Files.write(folder.resolve("tungsten.csv"), Fixture.of(WORLD).bytes());

        assertThatExceptionOfType(ImportException.class)
                .isThrownBy(() -> Fixture.of(WORLD).read(folder, file, true))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.FILE_NAME));
    }

    @Test
    void a_file_that_a_program_renamed_keeps_its_name_inside() throws IOException {
        Path file = Files.write(
                folder.resolve("tungsten_MCS2024-tungs_world (1).csv"),
                Fixture.of(WORLD).bytes());

        try (ImportResult result = Fixture.of(WORLD).read(folder, file, false)) {
            assertThat(result.counts().accepted()).isEqualTo(11);
        }
    }

    @Test
    void a_table_of_another_edition_is_named() throws IOException {
        Path file = Files.write(folder.resolve(WORLD), Fixture.of(WORLD).bytes());

        assertThatExceptionOfType(ImportException.class)
                .isThrownBy(() -> new Fixture(WORLD, ImportFormat.USGS_MCS_2023, "").read(folder, file, true))
                .satisfies(e -> assertThat(e.detail()).isEqualTo("usgs-mcs-2024"));
    }
}
