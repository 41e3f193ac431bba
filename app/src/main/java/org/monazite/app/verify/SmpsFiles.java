package org.monazite.app.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Which files of a folder make a program in SMPS form, by their endings; large and small letters are the
/// same, and any of them may be packed with gzip.
final class SmpsFiles {

    private static final List<String> CORE = List.of(".cor", ".core");
    private static final List<String> OTHER_CORE = List.of(".mps"); // only where there is no other
    private static final List<String> TIME = List.of(".tim", ".time");
    private static final List<String> STOCH = List.of(".sto", ".stoch", ".stc");
    private static final int DEEPEST = 4;

    private final CaseFolder folder;
    private final List<String> cores;
    private final List<String> times;
    private final List<String> stochs;

    private SmpsFiles(CaseFolder folder) {
        this.folder = folder;
        List<String> all = folder.files("");
        List<String> named = those(all, CORE);
        cores = named.isEmpty() ? those(all, OTHER_CORE) : named;
        times = those(all, TIME);
        stochs = those(all, STOCH);
    }

    /// The files of one program.
    record Program(String core, String time, String stoch) {}

    static SmpsFiles of(CaseFolder folder) {
        return new SmpsFiles(folder);
    }

    /// Files that say what is random, sorted by name.
    List<String> stochs() {
        return stochs;
    }

    /// The program that a file of what is random belongs to: with the only core and time line of the folder,
    /// else with those whose name is the longest that its own name begins with.
    ///
    /// @throws CaseException if there is none
    Program program(String stoch) {
        return new Program(fitting(cores, stoch, ".cor"), fitting(times, stoch, ".tim"), stoch);
    }

    private String fitting(List<String> files, String stoch, String ending) {
        if (files.size() == 1) {
            return files.getFirst();
        }
        String stem = stem(stoch);
        String best = "";
        boolean twice = false;
        for (String file : files) {
            String each = stem(file);
            if (stem.startsWith(each) && each.length() >= stem(best).length()) {
                twice = !best.isEmpty() && each.length() == stem(best).length();
                best = file;
            }
        }
        if (best.isEmpty() || twice) {
            String has = files.isEmpty() ? "none" : files.toString();
            throw new CaseException(
                    folder.where(stoch), "it needs one file that ends with " + ending + ", it has " + has);
        }
        return best;
    }

    /// Folders at or below a path that hold a program.
    static List<Path> folders(Path path) throws IOException {
        try (Stream<Path> files = Files.walk(path, DEEPEST)) {
            TreeSet<Path> folders = new TreeSet<>();
            files.filter(Files::isRegularFile)
                    .filter(file -> ends(name(file), CORE) || ends(name(file), STOCH))
                    .forEach(file -> folders.add(
                            file.toAbsolutePath().resolveSibling(".").normalize()));
            return List.copyOf(folders);
        }
    }

    /// Whether a file says what is random.
    static boolean isStoch(Path file) {
        return ends(name(file), STOCH);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static List<String> those(List<String> files, List<String> endings) {
        return files.stream().filter(file -> ends(file, endings)).toList();
    }

    private static boolean ends(String file, List<String> endings) {
        return endings.stream().anyMatch(unpacked(file)::endsWith);
    }

    private static String unpacked(String file) {
        String small = file.toLowerCase(Locale.ROOT);
        return small.endsWith(".gz") ? small.substring(0, small.length() - ".gz".length()) : small;
    }

    private static String stem(String file) {
        String whole = unpacked(file);
        int dot = whole.lastIndexOf('.');
        return dot < 0 ? whole : whole.substring(0, dot);
    }
}
