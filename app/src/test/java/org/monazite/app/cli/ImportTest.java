package org.monazite.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monazite.app.text.Texts;
import org.monazite.atlas.imports.ImportException;
import org.monazite.atlas.imports.Reason;

class ImportTest {

    private static final String LONG = "code,year,indicator,estimate\nJPN,2024,CC,1.4\nCHN,2024,CC,-0.1\n";

    @TempDir
    Path folder;

    private Cli.Result imported(String text, String... more) throws IOException {
        Files.writeString(folder.resolve("wgi-2025.csv"), text);
        String[] line = new String[4 + more.length];
        System.arraycopy(new String[] {"data", "import", "wgi-2025.csv", "--as=wgi"}, 0, line, 0, 4);
        System.arraycopy(more, 0, line, 4, more.length);
        return Cli.in(folder).run(line);
    }

    @Tag("A16")
    @Test
    void an_import_is_a_new_version_whose_figures_can_be_shown() throws IOException {
        Cli.copyWorkspace(folder);
        Cli.Result dry = imported(LONG, "--dry-run", "--json");
        Cli.Result result = imported(LONG, "--json");
        Cli.Result again = imported(LONG, "--json");

        assertThat(dry.json().get("state").asString()).isEqualTo("dry_run");
        assertThat(result.code()).isZero();
        assertThat(result.json().get("state").asString()).isEqualTo("published");
        assertThat(result.json().get("vintage").asString()).isEqualTo("2025");
        assertThat(result.json().get("parent")).isEqualTo(dry.json().get("atlas"));
        assertThat(again.json().get("state").asString()).isEqualTo("there");
        String id = result.json().get("import").asString();
        assertThat(Cli.in(folder).run("data", "imports").out()).contains(id);
        assertThat(Cli.in(folder).run("show", "cite", id).out()).contains("World Bank");
    }

    @Test
    void a_rejected_line_is_named_and_nothing_is_taken() throws IOException {
        Cli.copyWorkspace(folder);
        Cli.Result result = imported(LONG + "Jpan,2024,CC,1\n");

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.out()).contains("wgi-2025.csv:4:1", "Jpan", "japan = JPN", "Maybe ");
        assertThat(Cli.in(folder).run("data", "imports").out()).contains("Nothing was imported");
    }

    @Test
    void an_unknown_format_and_a_missing_file_have_their_own_exit_codes() {
        assertThat(Cli.shared().line("data import x.csv --as wgy").code()).isEqualTo(2);
        assertThat(Cli.shared().line("data import nowhere.csv --as wgi").code()).isEqualTo(4);
    }

    @Test
    void every_reason_and_every_fault_has_its_text() {
        Texts texts = Texts.of(java.util.Locale.ENGLISH);
        for (Reason reason : Reason.values()) {
            assertThat(texts.keys()).contains("import.reason." + reason.name().toLowerCase(java.util.Locale.ROOT));
        }
        for (ImportException.Fault fault : ImportException.Fault.values()) {
            String key = "import.fault." + fault.name().toLowerCase(java.util.Locale.ROOT);
            assertThat(texts.keys()).contains(key, key + ".maybe");
        }
    }
}
