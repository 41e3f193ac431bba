package org.monazite.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monazite.atlas.pack.Pack;
import org.monazite.atlas.pack.PackFiles;
import tools.jackson.databind.json.JsonMapper;

/// Versions that a program published before tables were added.
class OldVersionTest {

    @TempDir
    static Path published;

    @TempDir
    Path folder;

    @BeforeAll
    static void publishOnce() throws IOException {
        new AtlasPublisher(published, "test", step -> {}).publish(Pack.embedded());
    }

    /// The published version as a program would have left it that did not know some tables: neither files nor entries
    /// of the manifest.
    private String without(List<String> tables) throws IOException {
        try (Stream<Path> files = Files.walk(published)) {
            for (Path file : files.sorted().toList()) {
                Path copy = folder.resolve(published.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        String version = Atlas.currentVersion(folder).orElseThrow();
        Manifest manifest = Atlas.manifest(folder, version);
        List<Manifest.FileEntry> files = new ArrayList<>(manifest.files());
        for (String table : tables) {
            Files.delete(folder.resolve(version).resolve("pack/" + table + ".csv"));
            assertThat(files.removeIf(entry -> entry.path().equals("pack/" + table + ".csv")))
                    .isTrue();
        }
        Manifest older = new Manifest(
                manifest.version(),
                manifest.parent(),
                manifest.contentDigest(),
                "older",
                manifest.figures(),
                manifest.unverified(),
                manifest.sources(),
                manifest.networks(),
                files,
                manifest.imports());
        Files.write(
                folder.resolve(version).resolve("manifest.json"),
                JsonMapper.builder().build().writeValueAsBytes(older));
        return version;
    }

    @Test
    void a_version_from_before_the_newest_tables_opens_and_answers() throws IOException {
        String version = without(PackFiles.later());

        Atlas atlas = Atlas.open(folder, version);

        assertThat(PackFiles.later()).isNotEmpty();
        assertThat(atlas.version()).isEqualTo(version);
        assertThat(atlas.network("magnets").nodes().size()).isPositive();
        assertThat(atlas.figures()).isNotEmpty();
        assertThat(atlas.quantities().all()).isNotEmpty();
        assertThat(atlas.projects()).isNotEmpty();
        assertThat(atlas.routes()).isNotNull();
        assertThat(atlas.comparables().assessments()).isNotNull();
        String id = atlas.balance("magnets").getFirst().figureIds().getFirst();
        assertThat(atlas.provenance(id)).isPresent();
    }

    @Test
    void a_version_without_a_table_that_every_program_knew_is_refused_by_the_name_of_the_table() throws IOException {
        String version = without(List.of("production"));

        assertThatThrownBy(() -> Atlas.open(folder, version))
                .isInstanceOf(AtlasException.class)
                .hasMessageContaining("'" + version + "'")
                .hasMessageContaining("'production'")
                .hasMessageContaining("'older'")
                .hasMessageContaining("\nMaybe ");
    }
}
