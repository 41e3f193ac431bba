package org.monazite.atlas;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.monazite.atlas.imports.ImportManifest;
import org.monazite.atlas.imports.ImportStore;
import org.monazite.atlas.imports.Imported;
import org.monazite.atlas.internal.Disk;
import org.monazite.atlas.internal.QueryStore;
import org.monazite.atlas.pack.Pack;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The folder of a published version, every file of it compared with the manifest, and the manifest with
/// `CURRENT`.
///
/// @param path where it lies
/// @param manifest what it consists of
record VersionFolder(Path path, Manifest manifest) {

    /// From so many figures on, one is looked up in the database.
    private static final int MANY = 100_000;

    /// The version in force.
    ///
    /// @throws AtlasException if there is none, or a file differs from its manifest
    static VersionFolder inForce(Path atlas) throws IOException {
        String version = currentVersion(atlas)
                .orElseThrow(() -> new AtlasException(AtlasException.Reason.MISSING, """
                        There is no atlas in '%s'.
                        Maybe build it: `./monazite data build`.\
                        """.formatted(atlas)));
        Path manifest = atlas.resolve(version).resolve("manifest.json");
        Optional<String> published = currentLines(atlas).skip(1).findFirst();
        if (Files.isRegularFile(manifest) && !published.equals(Optional.of(Disk.hash(manifest)))) {
            throw altered(manifest, "it is not the manifest that was published");
        }
        return named(atlas, version);
    }

    /// A version by name.
    static VersionFolder named(Path atlas, String version) throws IOException {
        Path folder = atlas.resolve(version);
        Path file = folder.resolve("manifest.json");
        if (Files.isDirectory(folder) && !Files.isRegularFile(file)) {
            throw altered(file, "it is gone");
        }
        if (!Files.isRegularFile(file)) {
            throw new AtlasException(AtlasException.Reason.MISSING, """
                    There is no atlas version '%s' in '%s'; there are %s.
                    Maybe list them: `./monazite data versions`.\
                    """.formatted(version, atlas, versions(atlas)));
        }
        Manifest manifest = manifest(file);
        if (manifest.figures() > MANY) {
            QueryStore.load(); // half a second, while the files are compared
        }
        for (Manifest.FileEntry entry : manifest.files()) {
            check(folder, entry);
        }
        List<String> missing = Pack.missing(folder.resolve("pack"));
        if (!missing.isEmpty()) {
            String names = "'" + String.join("', '", missing) + "'";
            throw new AtlasException(AtlasException.Reason.ALTERED, """
                    The atlas version '%s' holds no table %s, which this program needs: another program wrote it ('%s').
                    Maybe open it with that program, or build the atlas again: `./monazite data build`.\
                    """.formatted(version, names, manifest.software()));
        }
        return new VersionFolder(folder, manifest);
    }

    /// The imports of a version lie beside it; their manifests are compared with its own.
    Imported imported(Path atlas) throws IOException {
        checkImports(atlas, manifest.imports());
        ImportStore store = new ImportStore(atlas);
        List<ImportManifest> imports = new ArrayList<>();
        for (Manifest.ImportEntry entry : manifest.imports()) {
            imports.add(store.manifest(entry.id(), false));
        }
        return new Imported(store, imports);
    }

    static void checkImports(Path atlas, Collection<Manifest.ImportEntry> imports) throws IOException {
        ImportStore store = new ImportStore(atlas);
        for (Manifest.ImportEntry entry : imports) {
            Path file = atlas.resolve("imports").resolve(entry.id()).resolve("import.json");
            if (!store.has(entry.id(), false)) {
                throw altered(file, "it is gone");
            }
            if (!store.hash(entry.id()).equals(entry.sha256())) {
                throw altered(file, "it is not the file that was published");
            }
        }
    }

    static Manifest manifest(Path file) throws IOException {
        try {
            return JsonMapper.builder().build().readValue(Files.readAllBytes(file), Manifest.class);
        } catch (JacksonException e) {
            throw altered(file, "it is not a manifest: " + e.getOriginalMessage());
        }
    }

    private static void check(Path folder, Manifest.FileEntry entry) throws IOException {
        Path root = folder.toAbsolutePath().normalize();
        Path file = root.resolve(entry.path()).normalize();
        if (!file.startsWith(root)) {
            throw altered(file, "it lies outside the version");
        }
        if (!Files.isRegularFile(file)) {
            throw altered(file, "it is gone");
        }
        if (Files.size(file) != entry.bytes() || !Disk.hash(file).equals(entry.sha256())) {
            throw altered(file, "it is not the file that was published");
        }
    }

    static AtlasException altered(Path file, String how) {
        return new AtlasException(AtlasException.Reason.ALTERED, """
                The atlas file '%s' cannot be trusted: %s.
                Maybe delete its version and build it again: `./monazite data build`.\
                """.formatted(file, how));
    }

    /// The version in force, if one was published.
    static Optional<String> currentVersion(Path atlas) throws IOException {
        return currentLines(atlas).findFirst().filter(line -> !line.isBlank());
    }

    /// `CURRENT` holds the version in force and the hash of its manifest.
    private static Stream<String> currentLines(Path atlas) throws IOException {
        Path current = atlas.resolve("CURRENT");
        if (!Files.isRegularFile(current)) {
            return Stream.empty();
        }
        return new String(Files.readAllBytes(current), StandardCharsets.UTF_8)
                .lines(); // bytes that are no text name no version
    }

    /// All published versions, by name.
    static List<String> versions(Path atlas) throws IOException {
        if (!Files.isDirectory(atlas)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(atlas)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve("manifest.json")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /// The tables that the version was made from.
    Pack pack() throws IOException {
        return Pack.published(path.resolve("pack"));
    }

    /// The database of the version.
    Path database() {
        return path.resolve("atlas.duckdb");
    }

    /// A version so large that one figure is looked up in its database, not among all; not with imports,
    /// which stand beside the figures of the pack.
    boolean isLarge() {
        return manifest.figures() > MANY && manifest.imports().isEmpty();
    }
}
