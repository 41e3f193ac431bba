package org.monazite.app.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.atlas.Atlas;
import org.monazite.atlas.AtlasException;
import org.monazite.atlas.AtlasPublisher;
import org.monazite.atlas.pack.Pack;

/// The versions of the atlas in a workspace. The version of the pack that travels with the program is built on first
/// use, and again after an update of the program.
public final class AtlasShelf {

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
        if (version.isPresent()) {
            requireVersion(version.get());
            return open(version.get());
        }
        String wanted = AtlasPublisher.embeddedVersion(software);
        Optional<String> current = Atlas.currentVersion(folder);
        if (current.isPresent() && current.get().equals(wanted) && Files.isDirectory(folder.resolve(wanted))) {
            requireManifest(wanted);
            return open(wanted);
        }
        return open(build());
    }

    private void requireVersion(String version) throws IOException {
        List<String> versions = Atlas.versions(folder);
        if (!versions.contains(version)) {
            throw Problem.unknown(ExitCode.NOT_FOUND, "kind.atlas", version, "", versions);
        }
    }

    /// `CURRENT` holds the hash of the manifest: a manifest rewritten to fit altered files is found here.
    private void requireManifest(String version) throws IOException {
        Path manifest = folder.resolve(version).resolve("manifest.json");
        List<String> current = Files.readAllLines(folder.resolve("CURRENT"));
        if (!Files.isRegularFile(manifest)
                || current.size() < 2
                || !current.get(1).equals(hash(manifest))) {
            throw Problem.of(ExitCode.CHECK_FAILED, "problem.atlas.altered", manifest);
        }
    }

    private static String hash(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256; this one has not.", e);
        }
    }

    private Atlas open(String version) throws IOException {
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
        String wanted = AtlasPublisher.embeddedVersion(software);
        if (Files.isDirectory(folder.resolve(wanted)) && isAltered(wanted)) {
            setAside(wanted);
        }
        try {
            return new AtlasPublisher(folder, software, progress).publish(Pack.embedded());
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

    /// The published versions and the one in force.
    public List<String> versions() throws IOException {
        return Atlas.versions(folder);
    }

    private static Problem problem(AtlasException e) {
        String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        Problem problem = switch (e.reason()) {
            case MISSING -> Problem.of(ExitCode.NOT_FOUND, "problem.atlas.missing", first);
            case ALTERED -> Problem.of(ExitCode.CHECK_FAILED, "problem.atlas.bad", first);
            case LOCKED -> Problem.of(ExitCode.BUSY, "problem.atlas.locked", first);
        };
        problem.initCause(e);
        return problem;
    }
}
