package org.monazite.plan.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there OR-Tools unpacks its libraries itself")
class NativeOrToolsTest {

    private static final byte[] ONE = {1, 2, 3};
    private static final byte[] TWO = {4, 5};

    @TempDir
    Path folder;

    private JarFile jar;

    @BeforeEach
    void pack() throws IOException {
        Path file = folder.resolve("libraries.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file))) {
            add(out, "moon/one.so", ONE);
            add(out, "moon/two.so.2", TWO);
            add(out, "mars/three.so", ONE);
        }
        jar = new JarFile(file.toFile());
    }

    @AfterEach
    void close() throws IOException {
        jar.close();
    }

    private static void add(JarOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(content);
        out.closeEntry();
    }

    private Path unpack() throws IOException {
        return NativeOrTools.unpack(jar, "moon/", folder.resolve("cache"));
    }

    private static Object identity(Path file) throws IOException {
        return Files.readAttributes(file, "*").get("fileKey");
    }

    @Test
    void the_libraries_of_a_platform_are_unpacked_once() throws IOException {
        Path place = unpack();
        Object first = identity(place.resolve("one.so"));

        assertThat(unpack()).isEqualTo(place);
        assertThat(place.getFileName().toString()).matches("ortools-[0-9a-f]{64}");
        assertThat(place.resolve("one.so")).hasBinaryContent(ONE);
        assertThat(place.resolve("two.so.2")).hasBinaryContent(TWO);
        assertThat(place.resolve("three.so")).doesNotExist();
        assertThat(identity(place.resolve("one.so"))).isEqualTo(first);
        assertThat(folder.resolve("cache")).isDirectoryNotContaining("glob:**ortools-new*");
    }

    @Test
    void a_damaged_or_missing_library_is_unpacked_again() throws IOException {
        Path place = unpack();
        Files.write(place.resolve("one.so"), new byte[] {1, 2, 4});
        assertThat(unpack().resolve("one.so")).hasBinaryContent(ONE);

        Files.delete(place.resolve("two.so.2"));
        assertThat(unpack().resolve("two.so.2")).hasBinaryContent(TWO);
    }

    @Test
    void a_folder_that_others_can_write_to_is_not_trusted() throws IOException {
        Path place = unpack();
        Object first = identity(place.resolve("one.so"));
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(Files.getPosixFilePermissions(unpack())).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(identity(place.resolve("one.so"))).isNotEqualTo(first);
    }
}
