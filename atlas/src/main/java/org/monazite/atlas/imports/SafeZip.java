package org.monazite.atlas.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.monazite.atlas.imports.ImportException.Fault;

/// A zip file of unknown origin. Names are checked when it is opened, bytes are counted while they are unpacked.
final class SafeZip implements AutoCloseable {

    private final String name;
    private final ZipFile zip;
    private final List<String> names = new ArrayList<>();
    private long unpacked;

    private SafeZip(String name, ZipFile zip) {
        this.name = name;
        this.zip = zip;
    }

    /// Opens a file and looks at its names.
    ///
    /// @throws ImportException if it is no zip, or a name leads elsewhere, stands twice or is one of too many
    static SafeZip open(Path path, String name) throws IOException {
        ZipFile file;
        try {
            file = new ZipFile(path.toFile());
        } catch (ZipException | IllegalArgumentException e) {
            throw new ImportException(Fault.NOT_A_ZIP, name, String.valueOf(e.getMessage()), e);
        }
        SafeZip zip = new SafeZip(name, file);
        try {
            zip.look();
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
        return zip;
    }

    private void look() {
        if (zip.size() > Limits.ZIP_ENTRIES) {
            throw new ImportException(Fault.ZIP_BOMB, name, zip.size() + " > " + Limits.ZIP_ENTRIES);
        }
        Set<String> seen = new HashSet<>();
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String path = entry.getName();
            boolean elsewhere = path.startsWith("/")
                    || path.contains("\\")
                    || path.contains(":")
                    || path.chars().anyMatch(Character::isISOControl)
                    || List.of(path.split("/", -1)).contains("..");
            if (elsewhere || !seen.add(path.toLowerCase(Locale.ROOT))) {
                throw new ImportException(Fault.ZIP_PATH, name, Reject.shown(path));
            }
            if (!entry.isDirectory()) {
                names.add(path);
            }
        }
        Collections.sort(names);
    }

    /// Names of the files in it, sorted.
    List<String> names() {
        return List.copyOf(names);
    }

    boolean has(String path) {
        return zip.getEntry(path) != null;
    }

    /// The bytes of a file in it, counted: more than the limits ends the reading.
    InputStream read(String path) throws IOException {
        ZipEntry entry = zip.getEntry(path);
        if (entry == null) {
            throw new ImportException(Fault.ZIP_CONTENT, name, path);
        }
        if (entry.getSize() > Limits.BYTES) {
            throw new ImportException(Fault.ZIP_BOMB, name + "!" + path, entry.getSize() + " bytes");
        }
        try {
            InputStream in = zip.getInputStream(entry);
            if (in == null) {
                throw new ImportException(Fault.NOT_A_ZIP, name + "!" + path, "-");
            }
            return new Counted(in, path, Math.max(1, entry.getCompressedSize()));
        } catch (ZipException | IllegalArgumentException e) {
            throw new ImportException(Fault.NOT_A_ZIP, name + "!" + path, String.valueOf(e.getMessage()), e);
        }
    }

    /// Unpacks a file in it.
    void unpack(String path, Path to) throws IOException {
        try (InputStream in = read(path);
                OutputStream out = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW)) {
            in.transferTo(out);
        } catch (ZipException e) {
            throw new ImportException(Fault.NOT_A_ZIP, name + "!" + path, String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private final class Counted extends FilterInputStream {

        private final String path;
        private final long packed;
        private long bytes;

        Counted(InputStream in, String path, long packed) {
            super(in);
            this.path = path;
            this.packed = packed;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) {
            bytes += read;
            unpacked += read;
            if (unpacked > Limits.BYTES || bytes > Limits.RATIO_FROM && bytes / packed > Limits.ZIP_RATIO) {
                throw new ImportException(Fault.ZIP_BOMB, name + "!" + path, "%d -> %d bytes".formatted(packed, bytes));
            }
        }
    }
}
