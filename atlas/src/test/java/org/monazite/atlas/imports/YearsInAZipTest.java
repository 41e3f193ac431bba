package org.monazite.atlas.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monazite.atlas.imports.ImportException.Fault;

class YearsInAZipTest {

    @TempDir
    Path folder;

    @Test
    void the_year_that_is_asked_for_is_read() throws IOException {
        try (ImportResult result = read(2021)) {
            assertThat(Fixture.flows(result, "280530", 2021)).isNotEmpty();
            assertThat(Fixture.flows(result, "280530", 2022)).isEmpty();
            assertThat(result.manifest().vintage()).isEqualTo("202401b");
        }
    }

    @Test
    void each_year_is_an_import_of_its_own() throws IOException {
        try (ImportResult one = read(2021);
                ImportResult other = read(2022)) {
            assertThat(one.manifest().id()).isNotEqualTo(other.manifest().id());
            assertThat(one.manifest().sha256()).isEqualTo(other.manifest().sha256());
        }
    }

    @Test
    void several_years_without_a_wish_are_named() {
        assertThatThrownBy(() -> read(0).close()).isInstanceOfSatisfying(ImportException.class, e -> {
            assertThat(e.fault()).isEqualTo(Fault.SEVERAL_YEARS);
            assertThat(e.detail()).isEqualTo("2021 (HS17), 2022 (HS17)");
        });
    }

    @Test
    void a_year_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> read(2020).close())
                .isInstanceOfSatisfying(
                        ImportException.class, e -> assertThat(e.fault()).isEqualTo(Fault.SEVERAL_YEARS));
    }

    @Test
    void a_file_of_another_year_than_the_one_asked_for_is_refused() throws IOException {
        Fixture fixture = Fixture.of("BACI_HS17_Y2022_V202401b.csv");
        Path file = Files.write(folder.resolve(fixture.file()), fixture.bytes());

        assertThatThrownBy(() -> read(file, 2021).close())
                .isInstanceOfSatisfying(
                        ImportException.class, e -> assertThat(e.detail()).isEqualTo("2022"));
        try (ImportResult result = read(file, 2022)) {
            assertThat(result.counts().accepted()).isEqualTo(12);
        }
    }

    private ImportResult read(int year) throws IOException {
        String text = new String(Fixture.bytes("BACI_HS17_Y2022_V202401b.csv"), StandardCharsets.UTF_8);
        Path file = folder.resolve("BACI_HS17_V202401b.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int each = 2021; each <= 2022; each++) {
                ZipEntry entry = new ZipEntry("BACI_HS17_Y" + each + "_V202401b.csv");
                entry.setTime(0); // the same bytes whenever it is written
                zip.putNextEntry(entry);
                zip.write(text.replace("\n2022,", "\n" + each + ",").getBytes(StandardCharsets.UTF_8));
            }
        }
        return read(file, year);
    }

    private ImportResult read(Path file, int year) throws IOException {
        return new Importer(new ImportStore(folder.resolve("atlas")), Fixture.LEXICON)
                .read(new ImportRequest(file, ImportFormat.BACI, "", "", year, false));
    }

    @Test
    void an_edition_without_a_letter_is_read_from_the_name_and_not_taken_for_the_year() throws IOException {
        Fixture fixture = Fixture.of("BACI_HS17_Y2022_V202401b.csv");
        Path file = Files.write(folder.resolve("BACI_HS17_Y2022_V202401.csv"), fixture.bytes());

        try (ImportResult result = fixture.read(folder, file, false)) {
            assertThat(result.manifest().vintage()).isEqualTo("202401");
        }
    }
}
