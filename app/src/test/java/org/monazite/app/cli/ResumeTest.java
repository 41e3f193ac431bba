package org.monazite.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A long run is killed, goes on, and says what it would have said.
class ResumeTest {

    private static final String RUN = "shock run china-magnet-chain --members 100 --weeks 14 --resume --json";

    /// Blocks that a killed process left, and where it ran.
    @TempDir
    private static Path left;

    @TempDir
    private Path folder;

    private Cli cli = Cli.shared();

    @BeforeAll
    static void kill() throws IOException, InterruptedException {
        Cli.copyWorkspace(left);
        killHalfway();
    }

    @BeforeEach
    void copy() throws IOException {
        Cli.copyWorkspace(folder);
        for (Path block : blocks(left)) {
            Path to = folder.resolve(left.relativize(block).toString());
            Files.createDirectories(to.getParent());
            Files.copy(block, to);
        }
        cli = Cli.in(folder);
    }

    private static List<Path> blocks(Path folder) throws IOException {
        Path runs = folder.resolve("workspace/runs");
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(runs)) {
            return files.filter(file -> file.toString().endsWith(".blk"))
                    .sorted()
                    .toList();
        }
    }

    /// Starts the run in a process of its own and kills it once some blocks are on disk.
    private static void killHalfway() throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx400m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        words.addAll(List.of((RUN + " --threads 1").split(" ")));
        Process process = new ProcessBuilder(words)
                .directory(left.toFile())
                .redirectErrorStream(true)
                .redirectOutput(left.resolve("killed.txt").toFile())
                .start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (blocks(left).size() < 2 && process.isAlive() && System.nanoTime() < end) {
            Thread.sleep(5);
        }
        process.destroyForcibly().waitFor();
        assertThat(process.exitValue())
                .as(Files.readString(left.resolve("killed.txt")))
                .isNotZero();
        assertThat(blocks(left)).hasSizeBetween(2, 3);
    }

    @Tag("S12")
    @Test
    void a_killed_run_goes_on_and_ends_with_the_same_bytes() throws IOException {
        Cli.Result resumed = cli.line(RUN + " --threads 2");

        assertThat(resumed.code()).isZero();
        assertThat(resumed.err()).contains(" of 100 runs were taken up from an earlier attempt.");
        assertThat(blocks(folder))
                .as("a run that is done leaves nothing behind")
                .isEmpty();
        assertThat(resumed.out()).isEqualTo(cli.line(RUN).out());
    }

    @Test
    void a_damaged_block_and_one_of_another_place_are_named_and_played_again() throws IOException {
        Path damaged = blocks(folder).get(0);
        byte[] bytes = Files.readAllBytes(damaged);
        bytes[bytes.length / 2] ^= 1;
        Files.write(damaged, bytes);
        Path sound = blocks(folder).get(1);
        Files.copy(sound, sound.resolveSibling("members-000075-000100.blk"));

        Cli.Result resumed = cli.line(RUN);

        assertThat(resumed.code()).isZero();
        assertThat(resumed.err())
                .contains("members-000000-000025.blk is damaged or belongs to another run")
                .contains("members-000075-000100.blk is damaged or belongs to another run");
        assertThat(resumed.out()).isEqualTo(cli.line(RUN).out());
    }

    @Test
    void another_seed_takes_nothing_up() {
        Cli.Result other = cli.line(RUN + " --seed 4");

        assertThat(other.code()).isZero();
        assertThat(other.err()).doesNotContain("taken up");
    }
}
