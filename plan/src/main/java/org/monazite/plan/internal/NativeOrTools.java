package org.monazite.plan.internal;

import com.google.ortools.Loader;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.CRC32;

/// Unpacks the libraries of OR-Tools and loads them.
///
/// OR-Tools itself unpacks its hundred files, 70 MB, into a new temporary folder in every process. Here they
/// go once into `<monazite.cache>/ortools-<sha256>/`, named by the SHA-256 of the list of names, lengths and
/// CRC-32 that their jar holds; before they are loaded, the length and CRC-32 of every file are compared with
/// that list. That is a check against damage; against others the folder is closed (mode 700), and one that is
/// open to others is not used. Where this does not work, OR-Tools does it its own way.
@SuppressWarnings("restricted") // native code is what this package is for
public final class NativeOrTools {

    private static final int CHUNK = 1 << 20;

    private NativeOrTools() {}

    /// Loads OR-Tools.
    ///
    /// @throws UnsatisfiedLinkError if it does not load on this platform
    public static void load() {
        Optional<Path> library = NativeHighs.resource(
                        System.getProperty("os.name", ""), System.getProperty("os.arch", ""))
                .filter(resource -> !resource.endsWith(".dll")) // Windows finds no library beside another
                .flatMap(resource -> unpacked(resource.substring(0, resource.indexOf('/') + 1)));
        if (library.isPresent()) {
            System.load(library.get().toString());
        } else {
            Loader.loadNativeLibraries();
        }
    }

    private static Optional<Path> unpacked(String folder) {
        String library = System.mapLibraryName("jniortools");
        URL url = NativeOrTools.class.getClassLoader().getResource(folder + library);
        try {
            if (url == null || !(url.openConnection() instanceof JarURLConnection connection)) {
                return Optional.empty();
            }
            JarFile jar = connection.getJarFile(); // shared with the class loader: not ours to close
            return Optional.of(unpack(jar, folder, NativeHighs.cache()).resolve(library));
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty(); // no such cache: OR-Tools has its own way
        }
    }

    /// The files of a folder of a jar, in a folder of the cache.
    ///
    /// @throws IOException if they cannot be put there
    static Path unpack(JarFile jar, String folder, Path cache) throws IOException {
        List<JarEntry> files = files(jar, folder);
        Path place = cache.resolve("ortools-" + name(files));
        if (Files.isDirectory(place) && isClosed(place) && isSame(files, folder, place)) {
            return place.toAbsolutePath();
        }
        Files.createDirectories(cache);
        Path written = Files.createTempDirectory(cache, "ortools-new"); // of mode 700
        try {
            for (JarEntry file : files) {
                try (InputStream in = jar.getInputStream(file)) {
                    Files.copy(in, written.resolve(file.getName().substring(folder.length())));
                }
            }
            delete(place); // damaged, or open to others
            Files.move(written, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (Files.isDirectory(place) && isClosed(place) && isSame(files, folder, place)) {
                return place.toAbsolutePath(); // another process was quicker
            }
            throw e;
        } finally {
            delete(written);
        }
        return place.toAbsolutePath();
    }

    private static List<JarEntry> files(JarFile jar, String folder) throws IOException {
        List<JarEntry> files = new ArrayList<>();
        jar.stream()
                .filter(entry -> entry.getName().startsWith(folder) && !entry.isDirectory())
                .sorted(Comparator.comparing(JarEntry::getName))
                .forEach(files::add);
        for (JarEntry file : files) {
            if (file.getName().indexOf('/', folder.length()) >= 0 || file.getSize() < 0 || file.getCrc() < 0) {
                throw new IOException("The jar holds something else than libraries: " + file.getName());
            }
        }
        return files;
    }

    private static String name(List<JarEntry> files) {
        StringBuilder text = new StringBuilder();
        files.forEach(file -> text.append(file.getName())
                .append(' ')
                .append(file.getSize())
                .append(' ')
                .append(file.getCrc())
                .append('\n'));
        return NativeHighs.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isClosed(Path place) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(place))
                .endsWith("------");
    }

    private static boolean isSame(List<JarEntry> files, String folder, Path place) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK);
        for (JarEntry file : files) {
            Path there = place.resolve(file.getName().substring(folder.length()));
            if (!Files.isRegularFile(there)
                    || Files.size(there) != file.getSize()
                    || crc(there, chunk) != file.getCrc()) {
                return false;
            }
        }
        return true;
    }

    private static long crc(Path file, ByteBuffer chunk) throws IOException {
        CRC32 crc = new CRC32();
        try (FileChannel channel = FileChannel.open(file)) {
            while (channel.read(chunk.clear()) >= 0) {
                crc.update(chunk.flip());
            }
        }
        return crc.getValue();
    }

    private static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(folder);
        }
    }
}
