package org.monazite.atlas.imports;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.monazite.atlas.imports.ImportException.Fault;
import org.monazite.atlas.internal.Disk;

/// A copy of the file to import: what is read cannot change any more.
///
/// @param name how messages call the file
/// @param path the copy
/// @param bytes its size
/// @param sha256 its hash, in hex
record Snapshot(String name, Path path, long bytes, String sha256) {

    /// Copies a regular file; links, folders, devices and pipes are refused without being opened.
    ///
    /// @param to the copy, not there yet
    /// @throws ImportException if it is no regular file, is empty or too large, or changes meanwhile
    static Snapshot of(Path file, Path to) throws IOException {
        String name = String.valueOf(file.getFileName());
        BasicFileAttributes before = attributes(file, name);
        if (before.size() > Limits.BYTES) {
            throw new ImportException(Fault.TOO_LARGE, name, before.size() + " > " + Limits.BYTES + " bytes");
        }
        MessageDigest digest = Disk.sha256();
        long bytes = 0;
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
                FileChannel out = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.allocate(1 << 18);
            while (in.read(buffer) >= 0) {
                buffer.flip();
                bytes += buffer.remaining();
                if (bytes > Limits.BYTES) {
                    throw new ImportException(Fault.TOO_LARGE, name, "> " + Limits.BYTES + " bytes");
                }
                digest.update(buffer.duplicate());
                while (buffer.hasRemaining()) {
                    out.write(buffer);
                }
                buffer.clear();
            }
        }
        BasicFileAttributes after = attributes(file, name);
        if (bytes != before.size()
                || after.size() != before.size()
                || !after.lastModifiedTime().equals(before.lastModifiedTime())) {
            throw new ImportException(Fault.CHANGED, name, before.size() + " -> " + after.size() + " bytes");
        }
        if (bytes == 0) {
            throw new ImportException(Fault.EMPTY, name, "0 bytes");
        }
        return new Snapshot(name, to, bytes, HexFormat.of().formatHex(digest.digest()));
    }

    private static BasicFileAttributes attributes(Path file, String name) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new ImportException(Fault.NO_FILE, file.toString(), "-");
        }
        BasicFileAttributes attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isSymbolicLink()) {
            throw new ImportException(Fault.A_LINK, name, String.valueOf(Files.readSymbolicLink(file)));
        }
        if (!attributes.isRegularFile()) {
            throw new ImportException(Fault.NOT_A_FILE, name, attributes.isDirectory() ? "folder" : "device");
        }
        return attributes;
    }

    /// Whether the file begins as zip files do.
    boolean isZip() throws IOException {
        byte[] start = new byte[4];
        try (var in = Files.newInputStream(path)) {
            return in.readNBytes(start, 0, 4) == 4 && start[0] == 'P' && start[1] == 'K' && start[2] <= 8;
        }
    }
}
