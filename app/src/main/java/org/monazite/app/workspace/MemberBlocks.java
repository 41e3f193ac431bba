package org.monazite.app.workspace;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.monazite.shock.MemberStore;

/// Blocks of members of one run in a folder of the workspace. Each file is written whole or not at all
/// and names the run
/// that it belongs to; one that is damaged or belongs to another run is named, taken away and played again.
///
/// A file: `MNZBLK1` and a line feed, 32 bytes of the run's identity, first member and end as integers,
/// the deflated
/// members, and SHA-256 of all before.
public final class MemberBlocks implements MemberStore {

    private static final byte[] MAGIC = "MNZBLK1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int DIGEST = 32;
    private static final int HEAD = MAGIC.length + DIGEST + 2 * Integer.BYTES;
    private static final int MEMBERS = 25;
    private static final int NAME = 16;

    private final Path folder;
    private final byte[] identity;
    private final Consumer<String> broken;
    private final AtomicInteger found = new AtomicInteger();

    /// Blocks of a run.
    ///
    /// @param runs folder of all runs; the run gets its own, named by its identity
    /// @param identity all that the members depend on, as text
    /// @param broken told the name of each file that cannot be used, from any thread
    public MemberBlocks(Path runs, String identity, Consumer<String> broken) {
        this.identity = sha256(identity.getBytes(StandardCharsets.UTF_8));
        this.folder = runs.resolve(HexFormat.of().formatHex(this.identity).substring(0, NAME));
        this.broken = broken;
    }

    /// Where the blocks lie.
    public Path folder() {
        return folder;
    }

    /// Members that were taken up from disk.
    public int members() {
        return found.get();
    }

    @Override
    public int blockSize() {
        return MEMBERS;
    }

    private Path file(int from, int to) {
        return folder.resolve("members-%06d-%06d.blk".formatted(from, to));
    }

    @Override
    public Optional<byte[]> read(int from, int to) {
        Path file = file(from, to);
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            Optional<byte[]> members = open(Files.readAllBytes(file), from, to);
            if (members.isEmpty()) {
                broken.accept(folder.getFileName() + "/" + file.getFileName());
                Files.deleteIfExists(file);
            } else {
                found.addAndGet(to - from);
            }
            return members;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<byte[]> open(byte[] bytes, int from, int to) throws IOException {
        int end = bytes.length - DIGEST;
        if (end < HEAD
                || !MessageDigest.isEqual(
                        sha256(Arrays.copyOf(bytes, end)), Arrays.copyOfRange(bytes, end, bytes.length))) {
            return Optional.empty();
        }
        if (!Arrays.equals(head(from, to), Arrays.copyOf(bytes, HEAD))) {
            return Optional.empty();
        }
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes, HEAD, end - HEAD))) {
            return Optional.of(in.readAllBytes());
        }
    }

    private byte[] head(int from, int to) {
        return ByteBuffer.allocate(HEAD)
                .put(MAGIC)
                .put(identity)
                .putInt(from)
                .putInt(to)
                .array();
    }

    @Override
    public void write(int from, int to, byte[] block) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.write(head(from, to));
            Deflater fast = new Deflater(Deflater.BEST_SPEED);
            try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, fast)) {
                out.write(block);
            } finally {
                fast.end();
            }
            bytes.write(sha256(bytes.toByteArray()));
            SafeFile.write(file(from, to), bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Takes the run's blocks away: its answer is there.
    public void clear() throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
