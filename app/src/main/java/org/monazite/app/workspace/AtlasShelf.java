package org.monazite.app.workspace;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.atlas.Atlas;
import org.monazite.atlas.AtlasException;
import org.monazite.atlas.AtlasPublisher;
import org.monazite.atlas.Manifest;
import org.monazite.atlas.imports.ImportStore;
import org.monazite.atlas.pack.LicenceGate;
import org.monazite.atlas.pack.Pack;
import org.monazite.supply.SupplyNetwork;

/// The versions of the atlas in a workspace. The version of the pack that travels with the program is built
/// on first use, and again when the program's figures or rules have changed.
public final class AtlasShelf {

    /// Says which program put the version in force: its fingerprint and the version.
    private static final String BUILT = "BUILT";

    /// Names the version that a person put in force; it stays there until another is chosen or built.
    private static final String CHOSEN = "CHOSEN";

    /// How long a first use waits for another process that builds.
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final Path folder;
    private final String software;
    private final Consumer<String> progress;

    /// A shelf.
    ///
    /// @param software version of the program
    /// @param progress told each step of a build as it begins
    public AtlasShelf(Path folder, String software, Consumer<String> progress) {
        this.folder = folder;
        this.software = software;
        this.progress = progress;
    }

    /// Opens a version, or the one of this program, which is built if it is not there.
    ///
    /// @throws Problem if there is no such version, a file was altered, or somebody else publishes
    public Atlas open(Optional<String> version) throws IOException {
        new ImportStore(folder).sweep();
        if (version.isPresent()) {
            return opened(resolve(version.get()));
        }
        if (!isOurs()) {
            return opened(buildOrWait());
        }
        try {
            return Atlas.open(folder); // compares the manifest with `CURRENT` as well
        } catch (AtlasException e) {
            throw problem(e);
        }
    }

    private boolean isOurs() throws IOException {
        Optional<String> current = Atlas.currentVersion(folder);
        if (current.isPresent() && chosen().equals(current)) {
            return true;
        }
        return current.isPresent()
                && Files.isDirectory(folder.resolve(current.get()))
                && Files.isRegularFile(folder.resolve(BUILT))
                && Files.readString(folder.resolve(BUILT)).equals(stamp(current.get()));
    }

    /// Builds, or waits for another process that builds the same.
    private String buildOrWait() throws IOException {
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            try {
                return build();
            } catch (Problem busy) {
                if (busy.code() != ExitCode.BUSY || System.nanoTime() > until) {
                    throw busy;
                }
                progress.accept("wait");
                sleep(busy);
                if (isOurs()) {
                    return Atlas.currentVersion(folder).orElseThrow(() -> busy);
                }
            }
        }
    }

    private static void sleep(Problem busy) {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy;
        }
    }

    /// The version that a word names: its whole name, or a part that no other has.
    ///
    /// @throws Problem if no version, or more than one, is meant
    public String resolve(String word) throws IOException {
        List<String> versions = Atlas.versions(folder);
        if (versions.contains(word)) {
            return word;
        }
        List<String> meant = word.length() < 4
                ? List.of()
                : versions.stream().filter(version -> version.contains(word)).toList();
        if (meant.size() > 1) {
            throw Problem.of(ExitCode.NOT_FOUND, "problem.atlas.several", word, String.join(", ", meant));
        }
        if (meant.isEmpty()) {
            throw Problem.unknown(ExitCode.NOT_FOUND, "kind.atlas", word, "", versions);
        }
        return meant.getFirst();
    }

    /// The version that a person put in force, if any.
    public Optional<String> chosen() throws IOException {
        Path file = folder.resolve(CHOSEN);
        return Files.isRegularFile(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    }

    /// Puts a published version in force; it stays there until another is chosen or `data build` builds the
    /// program's own. Its files are compared with their manifest first.
    ///
    /// @return the name of the version
    /// @throws Problem if there is no such version, a file was altered, or somebody else publishes
    public String use(String word) throws IOException {
        String version = resolve(word);
        try {
            new AtlasPublisher(folder, software, progress).putInForce(version);
        } catch (AtlasException e) {
            throw problem(e);
        }
        SafeFile.write(folder.resolve(CHOSEN), (version + "\n").getBytes(StandardCharsets.UTF_8));
        return version;
    }

    /// What a version consists of; its files are not looked at.
    ///
    /// @throws Problem if the manifest is none
    public Manifest manifest(String version) throws IOException {
        try {
            return Atlas.manifest(folder, version);
        } catch (AtlasException e) {
            throw problem(e);
        }
    }

    private Atlas opened(String version) throws IOException {
        try {
            return Atlas.open(folder, version);
        } catch (AtlasException e) {
            throw problem(e);
        }
    }

    /// Builds the version of the embedded pack and puts it in force. A version of that name that was altered is set
    /// aside first, under `atlas/altered/`.
    ///
    /// @return the name of the version
    public String build() throws IOException {
        String version = publish();
        if (isAltered(version)) {
            setAside(version);
            version = publish();
        }
        Files.deleteIfExists(folder.resolve(CHOSEN));
        SafeFile.write(folder.resolve(BUILT), stamp(version).getBytes(StandardCharsets.UTF_8));
        return version;
    }

    /// Publishes the version of this program's pack with the imports in force and one more.
    ///
    /// @param importId an import that the store of this folder keeps
    /// @return the name of the version
    public String buildWith(String importId) throws IOException {
        String version = publish(List.of(importId));
        SafeFile.write(folder.resolve(BUILT), stamp(version).getBytes(StandardCharsets.UTF_8));
        return version;
    }

    private String publish() throws IOException {
        return publish(List.of());
    }

    private String publish(List<String> imports) throws IOException {
        try {
            Pack pack = Pack.embedded();
            LicenceGate.check(pack);
            return new AtlasPublisher(folder, software, progress).publish(pack, imports);
        } catch (AtlasException e) {
            throw problem(e);
        }
    }

    private boolean isAltered(String version) throws IOException {
        try {
            return !Atlas.open(folder, version).version().equals(version);
        } catch (AtlasException e) {
            return true;
        }
    }

    private void setAside(String version) throws IOException {
        Path altered = folder.resolve("altered");
        Files.createDirectories(altered);
        int number = 1;
        while (Files.exists(altered.resolve(version + "-" + number))) {
            number++;
        }
        Files.move(folder.resolve(version), altered.resolve(version + "-" + number));
    }

    /// The published versions, by name.
    public List<String> versions() throws IOException {
        return Atlas.versions(folder);
    }

    private static String stamp(String version) throws IOException {
        return fingerprint() + "\n" + version + "\n";
    }

    /// SHA-256 over the code that makes an atlas, figures included.
    private static String fingerprint() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Class<?> each : List.of(Atlas.class, SupplyNetwork.class)) {
                CodeSource source = each.getProtectionDomain().getCodeSource();
                Path code = Path.of(source.getLocation().toURI());
                try (Stream<Path> files = Files.walk(code)) {
                    for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                        digest.update(Files.readAllBytes(file));
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException | URISyntaxException e) {
            throw new IllegalStateException("The program cannot find its own code.", e);
        }
    }

    private static Problem problem(AtlasException e) {
        String first =
                String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
        Problem problem = switch (e.reason()) {
            case MISSING -> Problem.of(ExitCode.NOT_FOUND, "problem.atlas.missing", first);
            case ALTERED -> Problem.of(ExitCode.CHECK_FAILED, "problem.atlas.bad", first);
            case LOCKED -> Problem.of(ExitCode.BUSY, "problem.atlas.locked", first);
        };
        problem.initCause(e);
        return problem;
    }
}
