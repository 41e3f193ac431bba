package org.monazite.app.workspace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Writes a file as a whole or not at all: beside it, forced to disk, moved into place.
public final class SafeFile {

    private SafeFile() {}

    /// Writes bytes; folders above are made. A link is followed; a device or pipe takes the bytes as they come.
    ///
    /// @throws IOException if the machine does not allow it; what was there before is there still
    public static void write(Path file, byte[] bytes) throws IOException {
        Path absolute = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        if (Files.isDirectory(absolute)) {
            throw new IOException("'" + file + "' is a folder, not a file.");
        }
        if (Files.exists(absolute) && !Files.isRegularFile(absolute)) { // a device or pipe is written to, not replaced
            Files.write(absolute, bytes, StandardOpenOption.WRITE);
            return;
        }
        Path parent = absolute.getParent();
        if (parent == null) {
            throw new IOException("'" + file + "' is no file.");
        }
        Files.createDirectories(parent);
        Path next = Files.createTempFile(parent, "." + absolute.getFileName(), ".new");
        try {
            try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            move(next, absolute);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("The file system of '" + to + "' cannot replace a file in one step.", e);
        }
    }
}
