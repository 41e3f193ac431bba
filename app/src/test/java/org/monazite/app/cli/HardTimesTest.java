package org.monazite.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A workspace on a bad day: altered, half-written, locked, unwritable.
class HardTimesTest {

    @TempDir
    Path folder;

    private Cli cli;
    private String version = "";

    @BeforeEach
    void copy() throws IOException {
        Cli.copyWorkspace(folder);
        cli = Cli.in(folder);
        version = Files.readAllLines(folder.resolve("workspace/atlas/CURRENT")).getFirst();
    }

    private Path file(String name) {
        return folder.resolve("workspace/atlas").resolve(version).resolve(name);
    }

    @Test
    void an_altered_figure_is_found_and_the_atlas_can_be_built_again() throws IOException {
        String before = Files.readString(file("pack/prices.csv"));
        Files.writeString(file("pack/prices.csv"), before.replace("55.0", "56.0"));

        Cli.Result refused = cli.line("exposure of JPN");
        assertThat(refused.code()).isEqualTo(5);
        assertThat(refused.err()).contains("prices.csv").contains("Maybe build it again: ./monazite data build");
        assertThat(cli.line("exposure of JPN --lang ja").err())
                .contains("信頼できません")
                .contains("もしかして");
        assertThat(cli.line("doctor").code()).isEqualTo(5);

        assertThat(cli.line("data build").code()).isZero();
        assertThat(cli.line("exposure of JPN").code()).isZero();
        assertThat(Files.readString(file("pack/prices.csv"))).isEqualTo(before);
        assertThat(folder.resolve("workspace/atlas/altered/" + version + "-1")).isDirectory();
    }

    @Test
    void a_manifest_rewritten_to_fit_is_found() throws IOException {
        Files.writeString(file("manifest.json"), Files.readString(file("manifest.json")) + " ");

        Cli.Result refused = cli.line("exposure of JPN");

        assertThat(refused.code()).isEqualTo(5);
        assertThat(refused.err()).contains("manifest.json");
    }

    @Test
    void a_manifest_that_is_gone_is_an_altered_atlas_and_building_mends_it() throws IOException {
        Files.delete(file("manifest.json"));

        Cli.Result refused = cli.line("exposure of JPN");
        assertThat(refused.code()).isEqualTo(5);
        assertThat(refused.err()).contains("manifest.json").contains("Maybe ");
        assertThat(cli.line("data build").code()).isZero();
        assertThat(cli.line("exposure of JPN").code()).isZero();
    }

    @Test
    void a_workspace_named_by_a_path_that_is_not_normal_is_trusted() {
        assertThat(cli.line("exposure of JPN --workspace ./workspace/../workspace")
                        .code())
                .isZero();
    }

    @Test
    void a_link_is_written_through_and_a_folder_is_no_file() throws IOException {
        Path real = Files.writeString(folder.resolve("real.txt"), "before");
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), real);

        assertThat(cli.line("status -o link.txt").code()).isZero();
        assertThat(link).isSymbolicLink();
        assertThat(real).content().contains("Atlas");
        assertThat(cli.line("status -o workspace").code()).isEqualTo(7);
        assertThat(folder.resolve("workspace")).isDirectory();
    }

    @Test
    void a_partner_that_stands_twice_is_refused_with_its_place() throws IOException {
        Files.writeString(folder.resolve("workspace/plans/twice.yaml"), "partners: [JPN, USA, JPN]\n");

        Cli.Result result = cli.line("plan solve twice");

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("twice.yaml:1:22").contains("'JPN'").contains("Maybe");
    }

    @Test
    void a_plan_that_contradicts_itself_or_names_nobody_is_refused() throws IOException {
        Path plan = folder.resolve("p.yaml");
        Files.writeString(plan, "include: [nolans]\nexclude: [nolans]\n");
        assertThat(cli.run("plan", "solve", plan.toString()).code()).isEqualTo(3);
        Files.writeString(plan, "exclude: [nolanz]\n");
        assertThat(cli.run("plan", "solve", plan.toString()).err())
                .contains("'nolanz'")
                .contains("nolans");
        Files.writeString(plan, "partners: [JPN]\nagainst: JPN\n");
        assertThat(cli.run("plan", "solve", plan.toString()).code()).isEqualTo(3);
    }

    @Test
    void leftovers_of_a_killed_build_do_no_harm() throws IOException {
        Files.createDirectories(folder.resolve("workspace/atlas/staging/half"));
        Files.writeString(folder.resolve("workspace/atlas/staging/half/manifest.json"), "{");
        Files.createDirectories(folder.resolve("workspace/atlas/2026-11-22-000000000000"));

        assertThat(cli.line("exposure of JPN").code()).isZero();
        assertThat(cli.line("data versions").out()).contains(version).doesNotContain("000000000000");
        assertThat(cli.line("data build").code()).isZero();
    }

    @Test
    void a_pointer_to_a_version_that_is_gone_is_built_again() throws IOException {
        try (Stream<Path> files = Files.walk(file("").normalize())) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(each -> each.toFile().delete());
        }

        assertThat(cli.line("exposure of JPN").code()).isZero();
    }

    @Test
    void an_atlas_built_by_another_program_is_built_again_and_stays_as_a_version() throws IOException {
        Path built = folder.resolve("workspace/atlas/BUILT");
        String ours = Files.readString(built);
        Files.writeString(built, "another program\n" + version + "\n");

        assertThat(cli.line("exposure of JPN").code()).isZero();
        assertThat(built).hasContent(ours);
        assertThat(cli.line("data versions").out()).contains(version);
    }

    @Test
    void an_older_version_opens_by_its_name_while_a_newer_one_is_in_force() throws IOException {
        Files.writeString(folder.resolve("workspace/atlas/CURRENT"), "2026-11-22-ffffffffffff\n0\n");

        Cli.Result result = cli.line("show chain magnets --atlas " + version);

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).contains(version);
    }

    @Test
    void a_publisher_that_holds_the_lock_is_named() throws IOException {
        Path lock = folder.resolve("workspace/atlas/.lock");
        Files.deleteIfExists(folder.resolve("workspace/atlas/CURRENT"));
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock(Long.MAX_VALUE - 1, 1, false)) {
            assertThat(held.isValid()).isTrue();

            Cli.Result busy = cli.line("data build");

            assertThat(busy.code()).isEqualTo(9);
            assertThat(busy.err()).contains("being published by process").contains("Maybe wait");
        }
        assertThat(cli.line("data build").code()).isZero();
    }

    @Test
    void a_workspace_that_cannot_be_made_is_refused_with_the_path() throws IOException {
        Files.writeString(folder.resolve("file"), "");

        Cli.Result refused = cli.line("exposure of JPN --workspace file/workspace");

        assertThat(refused.code()).isEqualTo(7);
        assertThat(refused.err()).contains("file/workspace").contains("Maybe ").contains("--workspace");
        assertThat(cli.line("exposure of JPN -o file/answer.txt").code()).isEqualTo(7);
    }

    @Test
    void a_scenario_file_of_the_user_is_named_with_line_and_column() throws IOException {
        Files.writeString(folder.resolve("workspace/scenarios/mine.yaml"), "actions:\n  - ban: {from: [CHM]}\n");

        Cli.Result refused = cli.line("shock run mine");

        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.err()).contains("scenarios/mine.yaml:2:18").contains("Maybe you meant 'CHN'.");
    }

    @Test
    void a_plan_and_a_pledge_of_the_user_are_checked_too() throws IOException {
        Files.writeString(folder.resolve("workspace/plans/mine.yaml"), "budgt_usd: 1e9\n");
        Files.writeString(folder.resolve("workspace/plans/odd.yaml"), "targets: {worst_ban: 2}\n");
        Files.writeString(folder.resolve("workspace/pledges/mine.yaml"), "id: MINE-1\nby: [JPN]\n");

        assertThat(cli.line("plan solve mine").err())
                .contains("plans/mine.yaml:1:1")
                .contains("'budget_usd'");
        assertThat(cli.line("plan solve odd").code()).isEqualTo(3);
        Cli.Result refused = cli.line("pledge list");
        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.err()).contains("pledges/mine.yaml").contains("Maybe ");
    }

    @Test
    void a_case_of_the_user_that_deviates_fails_and_one_that_cannot_be_read_is_input() throws IOException {
        Path right = folder.resolve("right.json");
        String text = """
                {"tolerance_abs": 1e-9, "cases": {"two": {"production_t": {"A": 1, "B": 1}, "hhi": %s}}}""";
        Files.writeString(right, text.formatted("0.5"));
        Path wrong = folder.resolve("wrong.json");
        Files.writeString(wrong, text.formatted("0.6"));
        Path broken = folder.resolve("broken.json");
        Files.writeString(broken, "{\"cases\"");

        assertThat(cli.line("verify exposure right.json").out()).endsWith("1 passed, 0 failed\n");
        Cli.Result failed = cli.line("verify exposure wrong.json");
        assertThat(failed.code()).isEqualTo(5);
        assertThat(failed.out()).contains("FAIL").endsWith("0 passed, 1 failed\n");
        assertThat(cli.line("verify exposure broken.json").code()).isEqualTo(3);
        assertThat(cli.line("verify exposure nowhere.json").code()).isEqualTo(3);
        assertThat(cli.line("verify engine broken.json").code()).isEqualTo(3);
    }
}
