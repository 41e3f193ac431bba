package org.monazite.atlas.imports;

import java.io.EOFException;
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
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.monazite.atlas.imports.ImportException.Fault;

/// A zip file of unknown origin. Names are checked when it is opened, bytes are counted while they are unpacked.
final class SafeZip implements AutoCloseable {

    private final String name;
    private final ZipFile zip;
    private final long size;
    private final List<String> names = new ArrayList<>();
    private long unpacked;

    private SafeZip(String name, ZipFile zip, long size) {
        this.name = name;
        this.zip = zip;
        this.size = Math.max(1, size);
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
        SafeZip zip = new SafeZip(name, file, Files.size(path));
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
        return read(path, Limits.BYTES);
    }

    /// The same with a limit of its own.
    InputStream read(String path, long most) throws IOException {
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
            return new Counted(in, path, entry, most, Math.clamp(entry.getCompressedSize(), 1, size));
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
        private final ZipEntry entry;
        private final long most;
        private final long packed;
        private final CRC32 sum = new CRC32();
        private long bytes;

        Counted(InputStream in, String path, ZipEntry entry, long most, long packed) {
            super(in);
            this.path = path;
            this.entry = entry;
            this.most = most;
            this.packed = packed;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = more(buffer, offset, length);
            if (read < 0) {
                whole();
            } else {
                sum.update(buffer, offset, read);
                count(read);
            }
            return read;
        }

        private int more(byte[] buffer, int offset, int length) throws IOException {
            try {
                return super.read(buffer, offset, length);
            } catch (ZipException | EOFException e) {
                throw new ImportException(Fault.NOT_A_ZIP, name + "!" + path, String.valueOf(e.getMessage()), e);
            }
        }

        /// Sizes and check sum are those of the list of contents; the library of Java does not look.
        private void whole() {
            boolean sized = entry.getSize() < 0 || entry.getSize() == bytes;
            if (!sized || entry.getCrc() >= 0 && entry.getCrc() != sum.getValue()) {
                throw new ImportException(
                        Fault.NOT_A_ZIP, name + "!" + path, sized ? "CRC-32" : entry.getSize() + " / " + bytes);
            }
        }

        private void count(int read) {
            bytes += read;
            unpacked += read;
            boolean swells = bytes > Limits.RATIO_FROM && bytes / packed > Limits.ZIP_RATIO
                    || unpacked > Limits.RATIO_FROM && unpacked / size > Limits.ZIP_RATIO; // entries may overlap
            if (unpacked > Limits.BYTES || bytes > most || swells) {
                throw new ImportException(Fault.ZIP_BOMB, name + "!" + path, "%d -> %d bytes".formatted(packed, bytes));
            }
        }
    }
}
