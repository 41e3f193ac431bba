package org.monazite.atlas;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.monazite.atlas.balance.BalanceResult;
import org.monazite.atlas.chain.BalancedChain;
import org.monazite.atlas.chain.ImportedFacts;
import org.monazite.atlas.imports.ImportManifest;
import org.monazite.atlas.imports.ImportStore;
import org.monazite.atlas.imports.Imported;
import org.monazite.atlas.internal.Disk;
import org.monazite.atlas.internal.QueryStore;
import org.monazite.atlas.pack.FigureRecord;
import org.monazite.atlas.pack.Pack;
import org.monazite.atlas.pack.Quantities;
import org.monazite.supply.Flag;
import org.monazite.supply.NetworkCodec;
import org.monazite.supply.Source;
import tools.jackson.databind.json.JsonMapper;

/// Builds a version of the atlas and puts it in force. A kill at any step leaves the version before in
/// force.
///
/// Lock, balance, build in staging, check, write manifest, force to disk, move into place, replace
/// `CURRENT`, release.
public final class AtlasPublisher {

    /// The date of the data; the content digest tells versions of one date apart.
    private static final String DATE = "2026-11-22";

    private static final String NOTHING = "";

    /// The network gets the name of its version when its content is known.
    private static final String UNNAMED = "";

    private final Path atlas;
    private final String software;
    private final Consumer<String> progress;

    /// A publisher for the folder of an atlas.
    ///
    /// @param software version of the program, kept in the manifest
    /// @param progress told each step as it begins
    public AtlasPublisher(Path atlas, String software, Consumer<String> progress) {
        this.atlas = atlas;
        this.software = software;
        this.progress = progress;
    }

    /// Publishes a pack with the imports that are in force, and returns the name of its version. A version that is
    /// there already is put in force again.
    ///
    /// @throws AtlasException if another process publishes right now
    /// @throws IOException if the disk refuses; nothing in force has changed then
    public String publish(Pack pack) throws IOException {
        return publish(pack, List.of());
    }

    /// Publishes a pack with the imports that are in force and more of those that are kept.
    ///
    /// @param more names of kept imports; those in force already add nothing
    public String publish(Pack pack, List<String> more) throws IOException {
        Files.createDirectories(atlas);
        try (FileChannel channel = FileChannel.open(
                atlas.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            try (FileLock lock = lock(channel)) {
                note(channel, lock);
                return publishLocked(pack, imports(more));
            }
        }
    }

    /// Puts a version that was published before in force again, after every file of it was compared with
    /// its manifest.
    ///
    /// @throws AtlasException if there is no such version, a file was altered, or another process publishes
    ///     right now
    public void putInForce(String version) throws IOException {
        Files.createDirectories(atlas);
        try (FileChannel channel = FileChannel.open(
                atlas.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            try (FileLock lock = lock(channel)) {
                note(channel, lock);
                Atlas.open(atlas, version);
                progress.accept("current");
                replaceCurrent(version);
            }
        }
    }

    private void replaceCurrent(String version) throws IOException {
        String manifest = Disk.hash(atlas.resolve(version).resolve("manifest.json"));
        Disk.replace(atlas.resolve("CURRENT"), (version + "\n" + manifest + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private FileLock lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock(Long.MAX_VALUE - 1, 1, false); // the text before it stays readable
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            throw busy(channel);
        }
        throw busy(channel);
    }

    private AtlasException busy(FileChannel channel) throws IOException {
        ByteBuffer who = ByteBuffer.allocate(200);
        channel.read(who, 0);
        return new AtlasException(AtlasException.Reason.LOCKED, """
                The atlas in '%s' is being published by %s.
                Maybe wait until it has ended, then try again.\
                """.formatted(
                        atlas, new String(who.array(), 0, who.position(), StandardCharsets.UTF_8).strip()));
    }

    private static void note(FileChannel channel, FileLock lock) throws IOException {
        if (!lock.isValid()) {
            throw new IllegalStateException("The lock was lost.");
        }
        String started = ProcessHandle.current()
                .info()
                .startInstant()
                .map(Object::toString)
                .orElse("unknown");
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(("process " + ProcessHandle.current().pid() + ", started " + started + "\n")
                        .getBytes(StandardCharsets.UTF_8)),
                0);
    }

    /// The imports in force and some more, by name. Read under the lock: two importers at once lose nothing.
    private List<Manifest.ImportEntry> imports(List<String> more) throws IOException {
        ImportStore store = new ImportStore(atlas);
        TreeMap<String, Manifest.ImportEntry> imports = new TreeMap<>();
        for (String id : more) {
            imports.put(id, new Manifest.ImportEntry(id, store.hash(id)));
        }
        Optional<String> current = Atlas.currentVersion(atlas);
        if (current.isPresent()
                && Files.isRegularFile(atlas.resolve(current.get()).resolve("manifest.json"))) {
            Manifest before =
                    VersionFolder.manifest(atlas.resolve(current.get()).resolve("manifest.json"));
            before.imports().forEach(entry -> imports.put(entry.id(), entry));
        }
        VersionFolder.checkImports(atlas, imports.values());
        return List.copyOf(imports.values());
    }

    private String publishLocked(Pack pack, List<Manifest.ImportEntry> imports) throws IOException {
        Path staging = atlas.resolve("staging");
        Disk.delete(staging);
        progress.accept("balance");
        List<BalancedChain> chains = BalancedChain.all(pack, imported(pack, imports), UNNAMED);
        String digest = contentDigest(pack, chains, imports);
        String version = DATE + "-" + digest.substring(0, 12);
        Path target = atlas.resolve(version);
        if (Files.exists(target) && !Files.isRegularFile(target.resolve("manifest.json"))) {
            setAside(target);
        }
        if (!Files.exists(target)) {
            try {
                Path build = staging.resolve(UUID.randomUUID().toString());
                build(new Content(pack, chains, imports, version, digest), build);
                progress.accept("move");
                Files.move(build, target, StandardCopyOption.ATOMIC_MOVE);
                Disk.force(atlas);
            } finally {
                Disk.delete(staging); // a build that failed leaves nothing on a disk that may be full
            }
        }
        progress.accept("current");
        replaceCurrent(version);
        return version;
    }

    /// What the imports say that the chains may rest on.
    private ImportedFacts imported(Pack pack, List<Manifest.ImportEntry> imports) throws IOException {
        if (imports.isEmpty()) {
            return ImportedFacts.NONE;
        }
        ImportStore store = new ImportStore(atlas);
        List<ImportManifest> all = new ArrayList<>();
        for (Manifest.ImportEntry entry : imports) {
            all.add(store.manifest(entry.id(), false));
        }
        return ImportedFacts.of(new Imported(store, all), pack);
    }

    /// A version that lost its manifest is kept for a look, not trusted.
    private void setAside(Path target) throws IOException {
        Path altered = atlas.resolve("altered");
        Files.createDirectories(altered);
        Files.move(target, altered.resolve(target.getFileName() + "-" + UUID.randomUUID()));
    }

    /// What goes into a version.
    private record Content(
            Pack pack, List<BalancedChain> chains, List<Manifest.ImportEntry> imports, String version, String digest) {}

    /// Figures and networks: a change of the rules by which one becomes the other is a change of content as well.
    private String contentDigest(Pack pack, List<BalancedChain> chains, List<Manifest.ImportEntry> imports) {
        MessageDigest digest = Disk.sha256();
        digest.update(("software " + software + "\n").getBytes(StandardCharsets.UTF_8));
        pack.files().forEach((name, bytes) -> {
            digest.update((name + " " + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        });
        chains.forEach(chain -> digest.update(NetworkCodec.encode(chain.network())));
        imports.forEach(
                entry -> digest.update((entry.id() + " " + entry.sha256() + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private void build(Content content, Path build) throws IOException {
        Pack pack = content.pack();
        progress.accept("figures");
        List<FigureRecord> figures = new ArrayList<>(pack.figures());
        List<Source> sources = new ArrayList<>(new Companions(pack).sources());
        addImports(content, figures, sources);
        for (Map.Entry<String, byte[]> file : pack.files().entrySet()) {
            Disk.write(build.resolve("pack").resolve(file.getKey() + ".csv"), ByteBuffer.wrap(file.getValue()));
        }
        List<String> networks = new ArrayList<>();
        for (BalancedChain chain : content.chains()) {
            networks.add(write(chain, content.version(), build));
        }
        progress.accept("database");
        Path database = build.resolve("atlas.duckdb");
        QueryStore.write(database, figures, about(pack, figures), sources, content.chains());
        if (Files.exists(build.resolve("atlas.duckdb.wal"))) {
            throw new IOException("The database left a write-ahead log in " + build + "; it was not closed properly.");
        }
        if (QueryStore.figures(database) != figures.size()) {
            throw new IOException("The database holds another number of figures than the pack.");
        }
        progress.accept("manifest");
        Manifest manifest = new Manifest(
                content.version(),
                Atlas.currentVersion(atlas).orElse(NOTHING),
                content.digest(),
                software,
                figures.size(),
                (int) figures.stream()
                        .filter(figure -> figure.flag() == Flag.UNVERIFIED)
                        .count(),
                sources.size(),
                networks,
                entries(build),
                content.imports());
        Disk.write(
                build.resolve("manifest.json"),
                ByteBuffer.wrap(JsonMapper.builder()
                        .build()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsBytes(manifest)));
        for (Path file : Disk.files(build)) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Disk.force(file.resolveSibling("."));
        }
    }

    /// What each figure is about, the figures of the pack before those of imports, which stand alone.
    private static List<String> about(Pack pack, List<FigureRecord> figures) {
        Quantities reader = Quantities.reader(pack);
        int ofPack = pack.figures().size();
        List<String> about = new ArrayList<>(figures.size());
        for (FigureRecord figure : figures.subList(0, ofPack)) {
            about.add(reader.statement(figure).quantity().toString());
        }
        about.addAll(Collections.nCopies(figures.size() - ofPack, ""));
        return about;
    }

    private void addImports(Content content, List<FigureRecord> figures, List<Source> sources) throws IOException {
        ImportStore store = new ImportStore(atlas);
        for (Manifest.ImportEntry entry : content.imports()) {
            ImportManifest imported = store.manifest(entry.id(), false);
            figures.addAll(store.figures(imported));
            sources.add(imported.source());
        }
    }

    /// Writes the network of a chain and what the balance did.
    ///
    /// @return the file of the network
    private static String write(BalancedChain chain, String version, Path build) throws IOException {
        requireBalance(chain.result());
        String stem = "networks/" + chain.id() + "-" + chain.network().id().year();
        String network = stem + "-country_stage.mzn";
        Disk.write(build.resolve(network), NetworkCodec.encode(chain.network().inAtlas(version)));
        write(build.resolve(stem + "-balance.csv"), BalanceTable.csv(chain));
        write(build.resolve(stem + "-residuals.csv"), ResidualTable.csv(chain));
        write(build.resolve(stem + "-tests.json"), BalanceTests.of(chain).json());
        if (chain.imports().isPresent()) {
            write(
                    build.resolve(stem + "-imports.json"),
                    ImportTable.json(chain.imports().get()));
        }
        return network;
    }

    private static void write(Path file, String text) throws IOException {
        Disk.write(file, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// Hard rows close to 1e-6 of their throughput; the network itself closes to 1e-9.
    private static void requireBalance(BalanceResult result) throws IOException {
        for (BalanceResult.Residual residual : result.residuals()) {
            if (residual.sd() == 0 && Math.abs(residual.after()) > 1e-6 * Math.max(1, residual.throughput())) {
                throw new IOException("The balance of " + residual.label() + " does not close.");
            }
        }
    }

    private static List<Manifest.FileEntry> entries(Path build) throws IOException {
        List<Manifest.FileEntry> entries = new ArrayList<>();
        for (Path file : Disk.files(build)) {
            entries.add(new Manifest.FileEntry(
                    build.relativize(file).toString().replace('\\', '/'), Files.size(file), Disk.hash(file)));
        }
        return entries;
    }
}
