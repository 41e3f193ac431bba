package org.monazite.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.pledges.EmbeddedRegister;

class WorkspaceTest {

    @TempDir
    Path folder;

    private Workspace workspace() throws IOException {
        return Workspace.in(folder.resolve("w")).create();
    }

    @Test
    void a_new_workspace_has_scenarios_plans_and_pledges_and_is_private() throws IOException {
        Workspace workspace = workspace();

        assertThat(workspace.names(Workspace.Shelf.SCENARIOS))
                .contains(
                        "china-magnet-chain", "china-dy-tb", "china-bilateral", "licence-april-2025", "taiwan-strait");
        assertThat(workspace.names(Workspace.Shelf.PLANS)).containsExactly("default");
        assertThat(workspace.names(Workspace.Shelf.PLEDGES)).hasSameSizeAs(EmbeddedRegister.names());
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(workspace.folder())))
                    .isEqualTo("rwx------");
        }
        try (Stream<Path> files = Files.list(workspace.folder())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("scenarios", "plans", "pledges");
        }
    }

    @Test
    void what_the_user_changed_or_deleted_stays_so() throws IOException {
        Workspace workspace = workspace();
        Path scenarios = workspace.folder().resolve("scenarios");
        Files.writeString(scenarios.resolve("china-dy-tb.yaml"), "start: 2030-01-01\n");
        Files.delete(scenarios.resolve("japan-2010.yaml"));

        workspace();

        assertThat(workspace.read(Workspace.Shelf.SCENARIOS, "china-dy-tb").text())
                .contains("2030");
        assertThat(workspace.names(Workspace.Shelf.SCENARIOS)).doesNotContain("japan-2010");
    }

    @Test
    void a_file_is_named_by_name_or_by_path() throws IOException {
        Path file = folder.resolve("mine.yaml");
        Files.writeString(file, "start: 2025-01-01\n");

        assertThat(workspace().read(Workspace.Shelf.SCENARIOS, file.toString()).name())
                .isEqualTo("mine");
        assertThat(workspace().read(Workspace.Shelf.SCENARIOS, "china-dy-tb").label())
                .isEqualTo("scenarios/china-dy-tb.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "", " x", ".hidden", "a b", "-x", "x\u0000y"})
    void a_name_that_could_leave_the_folder_is_refused(String name) {
        assertThatThrownBy(() -> workspace().add(Workspace.Shelf.PLANS, name, "", false))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ExitCode.USAGE));
        assertThatThrownBy(() -> workspace().add(Workspace.Shelf.PLANS, "../" + name, "", false))
                .isInstanceOf(Problem.class);
    }

    @Test
    void a_file_that_is_there_is_replaced_only_when_asked() throws IOException {
        Workspace workspace = workspace();
        workspace.add(Workspace.Shelf.SCENARIOS, "mine", "start: 2025-01-01\n", false);

        assertThat(catchThrowableOfType(
                                Problem.class,
                                () -> workspace.add(Workspace.Shelf.SCENARIOS, "mine", "start: 2026-01-01\n", false))
                        .code())
                .isEqualTo(ExitCode.USAGE);
        assertThat(workspace.read(Workspace.Shelf.SCENARIOS, "mine").text()).contains("2025");
        workspace.add(Workspace.Shelf.SCENARIOS, "mine", "start: 2026-01-01\n", true);
        assertThat(workspace.read(Workspace.Shelf.SCENARIOS, "mine").text()).contains("2026");
    }

    @Test
    void a_file_of_more_than_a_megabyte_or_of_other_bytes_is_refused() throws IOException {
        Path large = folder.resolve("large.yaml");
        Files.writeString(large, "#".repeat((1 << 20) + 1));
        Path broken = folder.resolve("broken.yaml");
        Files.write(broken, "start: \u00e9".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(catchThrowableOfType(
                        Problem.class, () -> workspace().read(Workspace.Shelf.SCENARIOS, large.toString())))
                .hasMessageContaining("1048577")
                .hasMessageContaining("large.yaml");
        assertThat(catchThrowableOfType(
                        Problem.class, () -> workspace().read(Workspace.Shelf.SCENARIOS, broken.toString())))
                .hasMessageContaining("UTF-8");
    }

    @Test
    void a_write_that_fails_leaves_what_was_there_and_nothing_else() throws IOException {
        Path file = folder.resolve("kept.txt");
        SafeFile.write(file, "old".getBytes(StandardCharsets.UTF_8));
        Path blocked = folder.resolve("kept.txt/below.txt");

        assertThatThrownBy(() -> SafeFile.write(blocked, "new".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);

        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryNotContaining(each -> !each.equals(file));
    }

    @Test
    void a_brief_has_a_folder_of_its_own() throws IOException {
        Path path = workspace().addBrief("b-123", new TreeMap<>(Map.of("brief.html", "<html>")));

        assertThat(path).hasContent("<html>").endsWith(Path.of("briefs", "b-123", "brief.html"));
        assertThat(List.of(path.getParent().toFile().list())).containsExactly("brief.html");
    }
}
