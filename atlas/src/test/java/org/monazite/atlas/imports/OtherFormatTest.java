package org.monazite.atlas.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monazite.atlas.imports.ImportException.Fault;

class OtherFormatTest {

    @TempDir
    Path folder;

    @Test
    void every_file_read_as_each_other_format_is_refused_as_a_whole_and_its_own_format_named() throws IOException {
        List<String> wrong = new ArrayList<>();
        int pairs = 0;
        for (Fixture fixture : Fixture.ALL) {
            for (ImportFormat as : ImportFormat.values()) {
                if (as != fixture.format()) {
                    pairs++;
                    wrong.addAll(read(fixture, as));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(pairs).isEqualTo(Fixture.ALL.size() * (ImportFormat.values().length - 1));
    }

    private List<String> read(Fixture fixture, ImportFormat as) throws IOException {
        Path file = folder.resolve(fixture.file());
        Files.write(file, fixture.bytes());
        Fixture other = new Fixture(fixture.file(), as, "PV");
        try (ImportResult result = other.read(folder, file, true)) {
            return List.of("%s as %s: %d lines"
                    .formatted(fixture, as.id(), result.counts().accepted()));
        } catch (ImportException e) {
            boolean named = e.fault() == Fault.OTHER_FORMAT
                    && e.detail().equals(fixture.format().id());
            return named ? List.of() : List.of("%s as %s: %s".formatted(fixture, as.id(), e.getMessage()));
        }
    }

    @Test
    void a_text_that_is_of_no_format_is_refused_by_its_header() throws IOException {
        for (ImportFormat as : ImportFormat.values()) {
            Path file = Files.writeString(folder.resolve("notes.csv"), "name,remark\na,b\n");
            try (ImportResult result = new Fixture("notes.csv", as, "PV").read(folder, file, true)) {
                throw new AssertionError(as.id() + ": " + result.counts());
            } catch (ImportException e) {
                assertThat(e.fault())
                        .as(as.id())
                        .isIn(Fault.HEADER, Fault.FILE_NAME, Fault.NOT_A_ZIP, Fault.XML, Fault.NOTHING);
            }
        }
    }
}
