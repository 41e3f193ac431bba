package org.monazite.plan.internal;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/// Unpacks the HiGHS library that the OR-Tools artefact of the platform carries, and loads it.
///
/// The library goes once into a cache folder named by its SHA-256: `<monazite.cache>/highs-<sha256>/`,
/// where the system property `monazite.cache` is by default `.cache/monazite` in the user's home. A
/// file found there is compared byte by byte before it is loaded; if the cache cannot be written, a
/// private temporary folder is used.
///
/// This and [NativeOrTools] are the only classes of the engines that touch files.
@SuppressWarnings("restricted") // native code is what this package is for
public final class NativeHighs {

    private static final String REMEDY =
            "Maybe use a 64-bit JDK on Linux with glibc (Debian, Ubuntu, Red Hat, not Alpine), macOS or Windows.";

    private NativeHighs() {}

    /// Loads the library of this platform.
    ///
    /// @throws IllegalStateException if there is none or it does not load; the message says why and
    ///     what to do
    public static SymbolLookup load() {
        return load(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    static SymbolLookup load(String os, String arch) {
        String resource = resource(os, arch)
                .orElseThrow(() -> new IllegalStateException(
                        "There is no HiGHS library for '%s' on '%s'.%n%s".formatted(os, arch, REMEDY)));
        byte[] library = read(resource, os, arch);
        Path file = unpack(library, resource.substring(resource.indexOf('/') + 1));
        try {
            return SymbolLookup.libraryLookup(file, Arena.global());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    """
                    The HiGHS library '%s' does not load on '%s', '%s': %s
                    %s""".formatted(
                            file, os, arch, musl() ? "this system uses musl, it needs glibc." : reason(e), REMEDY),
                    e);
        }
    }

    /// Where the artefact `com.google.ortools:ortools-<platform>` keeps the library.
    static Optional<String> resource(String os, String arch) {
        String system = os.toLowerCase(Locale.ROOT);
        boolean intel = arch.equals("amd64") || arch.equals("x86_64");
        boolean arm = arch.equals("aarch64");
        if (!intel && !arm) {
            return Optional.empty();
        }
        String cpu = intel ? "x86-64" : "aarch64";
        if (system.equals("linux")) {
            return Optional.of("ortools-linux-%s/libhighs.so.1".formatted(cpu));
        }
        if (system.startsWith("mac")) {
            return Optional.of("ortools-darwin-%s/libhighs.1.dylib".formatted(cpu));
        }
        if (system.startsWith("windows") && intel) {
            return Optional.of("ortools-win32-x86-64/highs.dll");
        }
        return Optional.empty();
    }

    static byte[] read(String resource, String os, String arch) {
        try (InputStream in = NativeHighs.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("""
                        The HiGHS library '%s' for '%s' on '%s' is not on the class path.
                        Maybe the program was built on another platform: build it here, or with -Pall-platforms.""".formatted(resource, os, arch));
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The HiGHS library '%s' cannot be read.%nMaybe its jar is damaged: delete it and build again."
                            .formatted(resource),
                    e);
        }
    }

    private static Path unpack(byte[] library, String name) {
        Path cache = cache();
        try {
            return unpack(library, name, cache.resolve("highs-" + sha256(library)));
        } catch (IOException first) {
            try {
                Path folder = Files.createTempDirectory("monazite-highs");
                folder.toFile().deleteOnExit(); // the last one named goes first
                Path file = unpack(library, name, folder);
                file.toFile().deleteOnExit();
                return file;
            } catch (IOException e) {
                e.addSuppressed(first);
                throw new IllegalStateException("""
                        The HiGHS library can be unpacked neither to '%s' nor to '%s'.
                        Maybe the disk is full or read-only: name another folder with -Dmonazite.cache=FOLDER.""".formatted(cache, System.getProperty("java.io.tmpdir")), e);
            }
        }
    }

    /// The folder of what is unpacked once.
    static Path cache() {
        return Path.of(System.getProperty(
                "monazite.cache",
                Path.of(System.getProperty("user.home", "."), ".cache", "monazite")
                        .toString()));
    }

    /// Writes the library beside its place and renames it, so that no other process ever sees half a
    /// file.
    static Path unpack(byte[] library, String name, Path folder) throws IOException {
        Path file = folder.resolve(name);
        if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), library)) {
            return file;
        }
        Files.createDirectories(folder);
        Path written = Files.createTempFile(folder, name, ".new");
        try {
            Files.write(written, library);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
        return file;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    private static boolean musl() {
        for (String arch : new String[] {"x86_64", "aarch64"}) {
            if (Files.exists(Path.of("/lib/ld-musl-" + arch + ".so.1"))
                    && !Files.exists(Path.of("/lib64/ld-linux-x86-64.so.2"))) {
                return true;
            }
        }
        return false;
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
