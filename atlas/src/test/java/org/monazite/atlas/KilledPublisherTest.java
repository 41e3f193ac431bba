package org.monazite.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.monazite.atlas.pack.Pack;

/// Publishers in processes of their own that die, or whose disk is full.
@Tag("slow")
class KilledPublisherTest {

    @TempDir
    Path folder;

    /// Publishes, and dies at a step without a word.
    public static final class Victim {

        private Victim() {}

        /// Arguments: folder, software, step.
        public static void main(String[] args) throws IOException {
            new AtlasPublisher(Path.of(args[0]), args[1], step -> {
                        if (step.equals(args[2])) {
                            Runtime.getRuntime().halt(137);
                        }
                    })
                    .publish(Pack.embedded());
        }
    }

    private int run(String before, String software, String step) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String command = before
                + "exec '%s' --enable-native-access=ALL-UNNAMED -cp '%s' '%s' '%s' '%s' '%s'"
                        .formatted(
                                java,
                                System.getProperty("java.class.path"),
                                Victim.class.getName(),
                                folder,
                                software,
                                step);
        return new ProcessBuilder(List.of("sh", "-c", command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @ParameterizedTest
    @ValueSource(strings = {"balance", "figures", "database", "manifest", "move", "current"})
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void a_publisher_killed_at_any_step_leaves_the_version_before_in_force(String step) throws Exception {
        String before = new AtlasPublisher(folder, "before", each -> {}).publish(Pack.embedded());

        assertThat(run("", "next", step)).isEqualTo(137);

        assertThat(Atlas.open(folder).version()).isEqualTo(before);
        String next = new AtlasPublisher(folder, "next", each -> {}).publish(Pack.embedded());
        assertThat(Atlas.open(folder).version()).isEqualTo(next).isNotEqualTo(before);
        assertThat(folder.resolve("staging")).doesNotExist();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_disk_that_takes_no_more_leaves_the_version_before_in_force() throws Exception {
        String before = new AtlasPublisher(folder, "before", each -> {}).publish(Pack.embedded());

        // No file may grow beyond 400 blocks of 512 bytes: the database does not fit.
        assertThat(run("ulimit -f 400; ", "next", "never")).isNotZero();

        assertThat(Atlas.versions(folder)).containsExactly(before);
        assertThat(Atlas.open(folder).version()).isEqualTo(before);
        assertThat(Files.readString(folder.resolve("CURRENT"))).startsWith(before);
    }
}
