package org.monazite.app.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.pledges.EmbeddedRegister;

/// A workspace folder. It is made on first use, readable by its owner alone, with the scenarios and plans that
/// travel with the program.
public final class Workspace {

    private static final long MOST_BYTES = 1 << 20;

    private static final List<String> SCENARIOS = List.of(
            "china-magnet-chain",
            "china-dy-tb",
            "china-bilateral",
            "licence-april-2025",
            "licence-april-2025-fitted",
            "taiwan-strait",
            "taiwan-luzon",
            "malacca",
            "ban-leakage-hoarding",
            "substitution-recycling",
            "restart-idle",
            "quota-2010",
            "myanmar-clay",
            "japan-2010");

    /// A kind of file that people write.
    public enum Shelf {
        /// What is played.
        SCENARIOS,
        /// What is asked of a plan.
        PLANS,
        /// Promises.
        PLEDGES;

        /// Name of its folder.
        public String folder() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Key of the word for one thing on it.
        String kind() {
            return "kind." + folder();
        }
    }

    /// A file of a shelf.
    ///
    /// @param name its name without folder and ending
    /// @param label how messages call it
    /// @param text its text
    public record Document(String name, String label, String text) {}

    private final Path folder;

    private Workspace(Path folder) {
        this.folder = folder;
    }

    /// A workspace in a folder; nothing is made yet.
    public static Workspace in(Path folder) {
        return new Workspace(folder);
    }

    /// Makes what is not there: the folder, its shelves and their presets. A shelf that is there is left alone.
    ///
    /// @throws IOException if the machine does not allow it
    public Workspace create() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            restrict(folder);
        }
        for (Shelf shelf : Shelf.values()) {
            Path place = folder.resolve(shelf.folder());
            if (!Files.isDirectory(place)) {
                // Filled aside and moved into place: a stop leaves no shelf with half of its presets.
                Path next = Files.createTempDirectory(folder, "." + shelf.folder());
                for (Map.Entry<String, byte[]> preset : presets(shelf).entrySet()) {
                    SafeFile.write(next.resolve(preset.getKey()), preset.getValue());
                }
                restrict(next);
                moveUnlessThere(next, place);
            }
        }
        return this;
    }

    /// Another process may have made the same shelf in the meantime: then that one stays.
    private static void moveUnlessThere(Path next, Path place) throws IOException {
        try {
            Files.move(next, place);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            try (Stream<Path> files = Files.walk(next)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void restrict(Path path) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /// Files that a shelf begins with, by file name.
    private static Map<String, byte[]> presets(Shelf shelf) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        switch (shelf) {
            case SCENARIOS -> SCENARIOS.forEach(name -> files.put(name + ".yaml", preset(shelf, name)));
            case PLANS -> files.put("default.yaml", preset(shelf, "default"));
            case PLEDGES ->
                EmbeddedRegister.texts()
                        .forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        }
        return files;
    }

    private static byte[] preset(Shelf shelf, String name) {
        String path = "presets/" + shelf.folder() + "/" + name + ".yaml";
        try (InputStream in = Workspace.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The program was built without '" + path + "'.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }

    /// The folder.
    public Path folder() {
        return folder;
    }

    /// Where the versions of the atlas lie.
    public Path atlas() {
        return folder.resolve("atlas");
    }

    /// Names on a shelf, sorted.
    public List<String> names(Shelf shelf) throws IOException {
        Path place = folder.resolve(shelf.folder());
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.endsWith(".yaml"))
                    .map(file -> file.substring(0, file.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        }
    }

    /// A file by its name on a shelf, or by its path.
    ///
    /// @throws Problem if there is none, or it is too large or not text
    public Document read(Shelf shelf, String nameOrPath) throws IOException {
        Path file = isPath(nameOrPath)
                ? Path.of(nameOrPath)
                : folder.resolve(shelf.folder()).resolve(checked(nameOrPath) + ".yaml");
        if (!Files.isRegularFile(file)) {
            if (isPath(nameOrPath)) {
                throw Problem.of(ExitCode.NOT_FOUND, "problem.nofile", nameOrPath);
            }
            throw Problem.unknown(ExitCode.NOT_FOUND, shelf.kind(), nameOrPath, "", names(shelf));
        }
        String label = isPath(nameOrPath) ? nameOrPath : shelf.folder() + "/" + nameOrPath + ".yaml";
        if (Files.size(file) > MOST_BYTES) {
            throw Problem.of(ExitCode.INPUT, "problem.toolarge", label, Files.size(file), MOST_BYTES);
        }
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
        try {
            return new Document(name, label, Files.readString(file));
        } catch (CharacterCodingException e) {
            Problem problem = Problem.of(ExitCode.INPUT, "problem.notutf8", label);
            problem.initCause(e);
            throw problem;
        }
    }

    private static boolean isPath(String text) {
        return text.contains("/") || text.contains("\\") || text.endsWith(".yaml") || text.endsWith(".yml");
    }

    /// A new file on a shelf; what is there is kept unless it may be replaced.
    ///
    /// @return its path
    public Path add(Shelf shelf, String name, String text, boolean replace) throws IOException {
        Path file = folder.resolve(shelf.folder()).resolve(checked(name) + ".yaml");
        if (Files.exists(file) && !replace) {
            throw Problem.of(ExitCode.USAGE, "problem.exists", name, file);
        }
        SafeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
        return file;
    }

    private static String checked(String name) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,79}")) {
            throw Problem.of(ExitCode.USAGE, "problem.badname", name);
        }
        return name;
    }

    /// Puts a brief into its own folder.
    ///
    /// @param id its name, from its content
    /// @param files texts by file name
    /// @return the path of the first file
    public Path addBrief(String id, SortedMap<String, String> files) throws IOException {
        Path place = folder.resolve("briefs").resolve(checked(id));
        List<Path> paths = new ArrayList<>();
        for (var file : files.entrySet()) {
            Path path = place.resolve(file.getKey());
            SafeFile.write(path, file.getValue().getBytes(StandardCharsets.UTF_8));
            paths.add(path);
        }
        return paths.getFirst();
    }
}
