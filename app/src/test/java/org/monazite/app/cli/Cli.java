package org.monazite.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.monazite.app.cli.paper.Console;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs commands in this process, as the launcher would in its own.
public final class Cli {

    private static final Path SHARED = prepared();

    private final Path folder;
    private final Map<String, String> environment;

    private Cli(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /// A workspace with its atlas, made once for all tests; not to be changed.
    public static Cli shared() {
        return new Cli(SHARED, Map.of());
    }

    /// The atlas of the shared workspace.
    public static Path atlas() {
        return SHARED.resolve("workspace").resolve("atlas");
    }

    /// Commands started in a folder of the test.
    public static Cli in(Path folder) {
        return new Cli(folder, Map.of());
    }

    public Cli with(String variable, String value) {
        return new Cli(folder, Map.of(variable, value));
    }

    private static Path prepared() {
        try {
            Path folder = Files.createTempDirectory("monazite-test");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            Result built = new Cli(folder, Map.of()).run("data", "build");
            if (built.code() != 0) {
                throw new IllegalStateException(built.err());
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The workspace of the shared commands, to be copied by tests that alter it.
    public static void copyWorkspace(Path to) throws IOException {
        try (Stream<Path> files = Files.walk(SHARED)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(SHARED.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    public Path folder() {
        return folder;
    }

    public Result run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                environment,
                folder,
                false);
        int code = new CommandRunner(console).run(args);
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /// A line as typed, cut at blanks.
    public Result line(String line) {
        List<String> words = new ArrayList<>(List.of(line.strip().split(" +")));
        return run(words.toArray(String[]::new));
    }

    /// How a command ended and what it wrote.
    public record Result(int code, String out, String err) {

        public JsonNode json() {
            return JsonMapper.builder().build().readTree(out);
        }
    }
}
