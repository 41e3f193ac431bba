package org.monazite.plan.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeHighsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "Linux,    amd64,   ortools-linux-x86-64/libhighs.so.1",
        "Linux,    aarch64, ortools-linux-aarch64/libhighs.so.1",
        "Mac OS X, x86_64,  ortools-darwin-x86-64/libhighs.1.dylib",
        "Mac OS X, aarch64, ortools-darwin-aarch64/libhighs.1.dylib",
        "Windows 11, amd64, ortools-win32-x86-64/highs.dll"
    })
    void every_platform_has_its_file(String os, String arch, String resource) {
        assertThat(NativeHighs.resource(os, arch)).contains(resource);
    }

    @ParameterizedTest
    @CsvSource({"Linux, riscv64", "Windows 11, aarch64", "FreeBSD, amd64"})
    void a_platform_without_library_is_told_so_and_what_to_do(String os, String arch) {
        assertThatThrownBy(() -> NativeHighs.load(os, arch))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'" + os + "'")
                .hasMessageContaining("'" + arch + "'")
                .hasMessageContaining("\nMaybe use");
    }

    @Test
    void a_library_that_was_not_packed_is_named() {
        assertThatThrownBy(() -> NativeHighs.read("ortools-moon/libhighs.so", "Moon", "aarch64"))
                .hasMessageContaining("'ortools-moon/libhighs.so'")
                .hasMessageContaining("-Pall-platforms");
    }

    @Test
    void a_library_is_unpacked_once() throws IOException {
        byte[] library = {1, 2, 3};
        Path file = NativeHighs.unpack(library, "lib.so", folder.resolve("new"));
        Object first = Files.readAttributes(file, "*").get("fileKey");
        NativeHighs.unpack(library, "lib.so", folder.resolve("new"));

        assertThat(file).hasBinaryContent(library);
        assertThat(Files.readAttributes(file, "*").get("fileKey")).isEqualTo(first);
    }

    @Test
    void a_file_that_somebody_changed_is_replaced_before_it_is_loaded() throws IOException {
        byte[] library = {1, 2, 3};
        Files.write(folder.resolve("lib.so"), new byte[] {1, 2, 4});

        assertThat(NativeHighs.unpack(library, "lib.so", folder)).hasBinaryContent(library);
        assertThat(folder).isDirectoryNotContaining("glob:**.new*");
    }
}
