package org.monazite.atlas.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nothing is shipped that its publisher did not permit; each rule has a planted breach.
class LicenceGateTest {

    private static final Pack PACK = Pack.embedded();

    @TempDir
    Path folder;

    /// The pack with one table altered.
    private Pack with(String table, UnaryOperator<String> edit) throws IOException {
        for (Map.Entry<String, byte[]> file : PACK.files().entrySet()) {
            String text = new String(file.getValue(), StandardCharsets.UTF_8);
            String written = file.getKey().equals(table) ? edit.apply(text) : text;
            if (file.getKey().equals(table)) {
                assertThat(written).as("the planted breach").isNotEqualTo(text);
            }
            Files.writeString(folder.resolve(file.getKey() + ".csv"), written);
        }
        return Pack.in(folder);
    }

    /// The register with one source put into another class or under another licence.
    private Pack withSource(String id, String from, String to) throws IOException {
        return with(
                "sources",
                text -> text.lines()
                        .map(line -> line.startsWith(id + ",") ? line.replace(from, to) : line)
                        .reduce("", (all, line) -> all + line + "\n"));
    }

    @Tag("B11")
    @Test
    void every_row_of_the_pack_may_be_passed_on() {
        assertThatCode(() -> LicenceGate.check(PACK)).doesNotThrowAnyException();
    }

    @Test
    void a_row_of_a_source_that_users_must_bring_is_refused() throws IOException {
        Pack pack = withSource("SRC_WGI_2023", "embed-with-attribution", "import-only");

        assertThatThrownBy(() -> LicenceGate.check(pack))
                .hasMessageStartingWith("governance_wgi.csv:2: source_id is 'SRC_WGI_2023'")
                .hasMessageContaining("not passed on")
                .hasMessageContaining("Maybe");
    }

    @Test
    void a_table_under_a_licence_that_forbids_tables_is_refused() throws IOException {
        for (String licence : new String[] {"publisher copyright", "CC BY-NC 4.0", "CC BY-SA 4.0", "CC BY-ND 3.0"}) {
            Pack pack = withSource("SRC_WGI_2023", "CC BY 4.0", licence);

            assertThatThrownBy(() -> LicenceGate.check(pack))
                    .as(licence)
                    .hasMessageContaining("licence is '" + licence + "'");
        }
    }

    @Test
    void a_class_that_nobody_defined_is_refused() throws IOException {
        Pack pack = withSource("SRC_WB_GDP", "embed-with-attribution", "probably fine");

        assertThatThrownBy(() -> LicenceGate.check(pack))
                .hasMessageContaining("redistribution is 'probably fine'")
                .hasMessageContaining("not known");
    }

    @Test
    void more_single_facts_than_a_few_are_a_table() throws IOException {
        Pack pack = withSource("SRC_USGS_MCS2025", "embed", "facts-only");

        assertThatThrownBy(() -> LicenceGate.check(pack)).hasMessageContaining("fact 35 of a source of at most 34");
    }

    @Test
    void an_estimate_of_ours_that_is_not_marked_is_refused() throws IOException {
        Pack pack = with(
                "project_outputs",
                text -> text.replaceFirst(
                        "SRC_UNVERIFIED,estimate,unverified", "SRC_UNVERIFIED,estimate,primary-page"));

        assertThatThrownBy(() -> LicenceGate.check(pack))
                .hasMessageContaining("project_outputs.csv:")
                .hasMessageContaining("must be marked unverified");
    }

    @Test
    void what_was_not_verified_cannot_be_reported() throws IOException {
        Pack pack = with(
                "baseline_links",
                text -> text.replaceFirst("SRC_UNVERIFIED,estimate,unverified", "SRC_UNVERIFIED,reported,unverified"));

        assertThatThrownBy(() -> LicenceGate.check(pack)).hasMessageContaining("is an estimate");
    }
}
