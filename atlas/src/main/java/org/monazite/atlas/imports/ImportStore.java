package org.monazite.atlas.imports;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.monazite.atlas.internal.Disk;
import org.monazite.atlas.pack.FigureRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The imports of a workspace, each in a folder named by its content: `atlas/imports/` for what versions may hold,
/// `atlas/private/` for ledgers, which no version and no export holds. Nothing in a folder is ever changed.
public final class ImportStore {

    private static final String MANIFEST = "import.json";
    private static final String STAGING = ".staging-";

    private static final Pattern LEFT = Pattern.compile("\\.staging-([0-9]{1,10})-([0-9]{1,15})-[0-9a-f-]{36}");

    private final Path atlas;

    /// Where imports lie that are read and not kept, by name.
    private final Map<String, Path> staged;

    /// The store in the folder of an atlas.
    public ImportStore(Path atlas) {
        this(atlas, Map.of());
    }

    private ImportStore(Path atlas, Map<String, Path> staged) {
        this.atlas = atlas;
        this.staged = staged;
    }

    /// The same store for reading, as if an import that was read were kept. It can be asked until the result is closed.
    public ImportStore with(ImportResult result) {
        return new ImportStore(
                atlas, Map.of(result.manifest().id(), result.staging().resolve("keep")));
    }

    /// A folder for a file that is being read.
    Path stage() throws IOException {
        sweep();
        Path folder = atlas.resolve("imports");
        Files.createDirectories(folder);
        ProcessHandle own = ProcessHandle.current();
        Path staging = folder.resolve(STAGING + own.pid() + "-" + started(own) + "-" + UUID.randomUUID());
        Files.createDirectory(staging);
        return staging;
    }

    /// Removes what processes left that were killed while they read a file. Those that still run are let alone.
    public void sweep() throws IOException {
        Path folder = atlas.resolve("imports");
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> old = Files.list(folder)) {
            for (Path each : old.toList()) {
                Matcher name = LEFT.matcher(String.valueOf(each.getFileName()));
                if (name.matches() && !isRunning(Long.parseLong(name.group(1)), Long.parseLong(name.group(2)))) {
                    Disk.delete(each);
                }
            }
        }
    }

    /// Whether the process of this number is still the one that began then; numbers are used again.
    private static boolean isRunning(long pid, long start) {
        return ProcessHandle.of(pid)
                .filter(process -> start == 0 || started(process) == 0 || started(process) == start)
                .isPresent();
    }

    private static long started(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(java.time.Instant::toEpochMilli)
                .orElse(0L);
    }

    private Path shelf(boolean isPrivate) {
        return atlas.resolve(isPrivate ? "private" : "imports");
    }

    /// Whether an import of this name is kept.
    public boolean has(String id, boolean isPrivate) {
        return Files.isRegularFile(shelf(isPrivate).resolve(id).resolve(MANIFEST));
    }

    /// Keeps what was read: forces it to disk and moves it into place. An import that is there stays as it is.
    ///
    /// @throws IOException if the disk refuses; nothing is kept then
    public void keep(ImportResult result) throws IOException {
        if (!result.isAcceptable()) {
            throw new IllegalStateException("Lines were refused; such an import is kept only when that is asked for.");
        }
        ImportManifest manifest = result.manifest();
        boolean isPrivate = manifest.importFormat().isPrivate();
        Path shelf = shelf(isPrivate);
        Path target = shelf.resolve(manifest.id());
        Path folder = result.staging().resolve("keep");
        Disk.write(
                folder.resolve(MANIFEST),
                ByteBuffer.wrap(JsonMapper.builder()
                        .build()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsBytes(manifest)));
        if (Files.exists(target)) {
            if (isIntact(target, folder)) {
                return;
            }
            Path altered = atlas.resolve("altered");
            Files.createDirectories(altered);
            Files.move(target, altered.resolve(manifest.id() + "-" + UUID.randomUUID()));
        }
        for (Path file : Disk.files(folder)) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }
        Disk.force(folder);
        Files.createDirectories(shelf);
        if (isPrivate && shelf.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(shelf, PosixFilePermissions.fromString("rwx------"));
        }
        Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
        Disk.force(shelf);
    }

    /// Whether what is kept is what was read again.
    private static boolean isIntact(Path kept, Path again) throws IOException {
        for (Path file : Disk.files(again)) {
            Path same = kept.resolve(String.valueOf(file.getFileName()));
            if (!Files.isRegularFile(same) || Files.mismatch(file, same) >= 0) {
                return false;
            }
        }
        return true;
    }

    /// The kept import of this name.
    ///
    /// @throws IOException if it is gone or cannot be read
    public ImportManifest manifest(String id, boolean isPrivate) throws IOException {
        try {
            return JsonMapper.builder()
                    .build()
                    .readValue(Files.readAllBytes(file(id, isPrivate, MANIFEST)), ImportManifest.class);
        } catch (JacksonException e) {
            throw new IOException("The import '" + id + "' has no readable manifest.", e);
        }
    }

    /// Hash of the manifest of an import, which holds the hashes of its files.
    public String hash(String id) throws IOException {
        return Disk.hash(file(id, false, MANIFEST));
    }

    /// All kept ledgers, by name.
    public List<ImportManifest> ledgers() throws IOException {
        Path shelf = shelf(true);
        if (!Files.isDirectory(shelf)) {
            return List.of();
        }
        List<ImportManifest> ledgers = new ArrayList<>();
        try (Stream<Path> folders = Files.list(shelf)) {
            for (Path folder : folders.sorted().toList()) {
                if (Files.isRegularFile(folder.resolve(MANIFEST))) {
                    ledgers.add(manifest(String.valueOf(folder.getFileName()), true));
                }
            }
        }
        return ledgers;
    }

    /// The file of an import, if size and hash are those of its manifest.
    ///
    /// @throws AlteredException if they are not
    Path checked(ImportManifest manifest, String name) throws IOException {
        for (ImportManifest.FileEntry entry : manifest.files()) {
            if (entry.path().equals(name)) {
                Path file = file(manifest.id(), manifest.importFormat().isPrivate(), name);
                if (!Files.isRegularFile(file)
                        || Files.size(file) != entry.bytes()
                        || !Disk.hash(file).equals(entry.sha256())) {
                    throw new AlteredException(file);
                }
                return file;
            }
        }
        throw new IllegalArgumentException("The import '%s' has no '%s'.".formatted(manifest.id(), name));
    }

    /// A file of an import that is not the one that was kept.
    public static final class AlteredException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Path file;

        AlteredException(Path file) {
            super("The file '" + file + "' is not the one that was imported. Maybe import it again.");
            this.file = file;
        }

        /// The file.
        public Path file() {
            return file;
        }
    }

    private Path file(String id, boolean isPrivate, String name) {
        if (!id.matches("[a-z0-9-]{3,80}")) {
            throw new IllegalArgumentException("'" + id + "' is no name of an import.");
        }
        return folder(id, isPrivate).resolve(name);
    }

    private Path folder(String id, boolean isPrivate) {
        Path kept = shelf(isPrivate).resolve(id);
        return staged.getOrDefault(id, kept);
    }

    /// The figures of an import; none for one that holds flows or purchases alone.
    public List<FigureRecord> figures(ImportManifest manifest) throws IOException {
        return manifest.figures() == 0 ? List.of() : ImportTables.figures(checked(manifest, "figures.csv"));
    }

    /// The purchases of a ledger.
    public List<LedgerLine> purchases(ImportManifest manifest) throws IOException {
        return manifest.purchases() == 0 ? List.of() : ImportTables.purchases(checked(manifest, "ledger.csv"));
    }

    /// Where the flows of an import lie, when its files are those that were kept.
    TradeTable.Where trade(ImportManifest manifest) throws IOException {
        boolean narrow = false;
        for (ImportManifest.FileEntry entry : manifest.files()) {
            checked(manifest, entry.path());
            narrow |= entry.path().equals("places.parquet");
        }
        Path folder = folder(manifest.id(), manifest.importFormat().isPrivate());
        return new TradeTable.Where(
                folder.toAbsolutePath(), narrow, manifest.importFormat().isInOwnCurrency());
    }
}
