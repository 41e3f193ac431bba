package org.monazite.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.monazite.atlas.internal.QueryStore;
import org.monazite.atlas.pack.FigureRecord;
import org.monazite.atlas.pack.Pack;
import org.monazite.atlas.pack.Quantities;
import org.monazite.atlas.pack.Row;
import org.monazite.atlas.pack.Statement;

class AtlasPublisherTest {

    @TempDir
    Path folder;

    @TempDir
    static Path published;

    private static final Pack PACK = Pack.embedded();

    /// Publishing takes seconds: once for all tests, each of which works on a copy.
    @BeforeAll
    static void publishOnce() throws IOException {
        new AtlasPublisher(published, "test", step -> {}).publish(PACK);
    }

    private String publish() throws IOException {
        try (Stream<Path> files = Files.walk(published)) {
            for (Path file : files.sorted().toList()) {
                Path copy = folder.resolve(published.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        return Atlas.currentVersion(folder).orElseThrow();
    }

    private String publishAgain() throws IOException {
        return new AtlasPublisher(folder, "test", step -> {}).publish(PACK);
    }

    @Test
    void a_version_holds_the_figures_of_the_pack_and_their_sources() throws IOException {
        String version = publish();
        Atlas atlas = Atlas.open(folder);

        assertThat(atlas.version()).isEqualTo(version).startsWith("2026-11-22-");
        assertThat(atlas.manifest().figures()).isEqualTo(atlas.figures().size()).isGreaterThan(9_000);
        assertThat(atlas.network("magnets").id().atlas()).isEqualTo(version);
        assertThat(atlas.figures().values())
                .allSatisfy(figure -> assertThat(atlas.sources())
                        .extracting(source -> source.id())
                        .contains(figure.sourceId()));
        assertThat(atlas.balance("magnets").getFirst().quantity()).contains("IND");
        assertThat(folder.resolve("staging")).doesNotExist();
    }

    /// Large versions look one figure up in the database: the same figure, beside the same others.
    @Test
    void a_figure_from_the_database_is_that_of_the_tables() throws IOException {
        Path version = published.resolve(Atlas.currentVersion(published).orElseThrow());
        Quantities all = Quantities.of(PACK);
        List<FigureRecord> figures = PACK.figures();
        for (int i = 0; i < figures.size(); i += 401) {
            FigureRecord figure = figures.get(i);
            List<FigureRecord> found = QueryStore.withOthers(version.resolve("atlas.duckdb"), figure.id());
            assertThat(found.getFirst()).isEqualTo(figure);
            assertThat(found.subList(1, found.size()))
                    .containsExactlyElementsOf(all.others(all.find(figure.id()).orElseThrow()).stream()
                            .map(Statement::figure)
                            .toList());
        }
        assertThat(QueryStore.withOthers(version.resolve("atlas.duckdb"), "f-0000000000"))
                .isEmpty();
    }

    @Test
    void a_row_read_alone_is_that_of_the_table() throws IOException {
        Path version = published.resolve(Atlas.currentVersion(published).orElseThrow());
        Pack lazy = Pack.published(version.resolve("pack"));
        List<Row> rows = PACK.table("production");
        for (int i = 0; i < rows.size(); i += 211) {
            assertThat(lazy.row("production", rows.get(i).line())).contains(rows.get(i));
        }
        assertThat(lazy.row("production", 1_000_000)).isEmpty();
    }

    @Test
    void the_same_pack_is_the_same_version() throws IOException {
        assertThat(publish()).isEqualTo(publishAgain());
        assertThat(Atlas.versions(folder)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"figures", "balance", "database", "manifest", "move", "current"})
    void a_stop_at_any_step_leaves_the_version_before_in_force(String stop) throws IOException {
        String before = publish();
        List<String> steps = new ArrayList<>();
        AtlasPublisher stopped = new AtlasPublisher(folder, "next", step -> {
            steps.add(step);
            if (step.equals(stop)) {
                throw new IllegalStateException("stopped at " + step);
            }
        });

        assertThatThrownBy(() -> stopped.publish(PACK)).hasMessage("stopped at " + stop);

        assertThat(steps).last().isEqualTo(stop);
        assertThat(Atlas.open(folder).version()).isEqualTo(before);
    }

    @Test
    void after_a_stop_the_next_publisher_clears_up_and_succeeds() throws IOException {
        String before = publish();
        Files.createDirectories(folder.resolve("staging/abandoned"));
        Files.writeString(folder.resolve("staging/abandoned/half.csv"), "a,");

        String next = new AtlasPublisher(folder, "next", step -> {}).publish(PACK);

        assertThat(Atlas.open(folder).version()).isEqualTo(next).isNotEqualTo(before);
        assertThat(folder.resolve("staging")).doesNotExist();
    }

    @Test
    void an_altered_file_is_named() throws IOException {
        String version = publish();
        Path file = folder.resolve(version).resolve("pack/prices.csv");
        Files.writeString(file, Files.readString(file).replace("55.0", "56.0"));

        assertThatThrownBy(() -> Atlas.open(folder))
                .isInstanceOf(AtlasException.class)
                .hasMessageContaining("prices.csv")
                .hasMessageContaining("not the file that was published");
    }

    @Test
    void a_file_that_is_gone_is_named() throws IOException {
        String version = publish();
        Files.delete(folder.resolve(version).resolve("networks/magnets-2024-balance.csv"));

        assertThatThrownBy(() -> Atlas.open(folder))
                .isInstanceOfSatisfying(
                        AtlasException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(AtlasException.Reason.ALTERED))
                .hasMessageContaining("magnets-2024-balance.csv")
                .hasMessageContaining("it is gone");
    }

    @Test
    void the_database_is_checked_as_well() throws IOException {
        String version = publish();
        Path file = folder.resolve(version).resolve("atlas.duckdb");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        assertThatThrownBy(() -> Atlas.open(folder)).hasMessageContaining("atlas.duckdb");
    }

    @Test
    void a_manifest_that_was_rewritten_to_fit_is_found_out() throws IOException {
        String version = publish();
        Path manifest = folder.resolve(version).resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"test\"", "\"tost\""));

        assertThatThrownBy(() -> Atlas.open(folder))
                .isInstanceOf(AtlasException.class)
                .hasMessageContaining("manifest.json")
                .hasMessageContaining("it is not the manifest that was published");
    }

    @Test
    void a_manifest_that_is_none_is_named() throws IOException {
        String version = publish();
        Files.writeString(folder.resolve(version).resolve("manifest.json"), "{");

        assertThatThrownBy(() -> Atlas.open(folder, version))
                .isInstanceOf(AtlasException.class)
                .hasMessageContaining("it is not a manifest");
    }

    @Test
    void a_manifest_cannot_point_outside_its_version() throws IOException {
        String version = publish();
        Path manifest = folder.resolve(version).resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("pack/prices.csv", "../../etc/prices.csv"));

        assertThatThrownBy(() -> Atlas.open(folder, version))
                .isInstanceOf(AtlasException.class)
                .hasMessageContaining("it lies outside the version");
    }

    @Test
    void a_version_that_is_not_there_is_named_with_those_that_are() throws IOException {
        String version = publish();

        assertThatThrownBy(() -> Atlas.open(folder, "2020-01-01-abc"))
                .hasMessageContaining("'2020-01-01-abc'")
                .hasMessageContaining(version);
    }

    @Test
    void a_second_publisher_is_told_who_is_at_work() throws IOException {
        AtlasPublisher first = new AtlasPublisher(folder, "first", step -> {
            if (step.equals("database")) {
                assertThatThrownBy(this::publishAgain)
                        .isInstanceOfSatisfying(
                                AtlasException.class,
                                busy -> assertThat(busy.reason()).isEqualTo(AtlasException.Reason.LOCKED))
                        .hasMessageContaining(
                                "process " + ProcessHandle.current().pid());
            }
        });

        assertThat(Atlas.versions(folder)).isEmpty();
        assertThat(Atlas.open(folder, first.publish(PACK)).version()).isNotBlank();
    }

    @Test
    void a_disk_that_refuses_the_last_step_leaves_the_version_before_in_force() throws IOException {
        String before = publish();
        Files.createDirectories(folder.resolve("CURRENT.new/in the way"));

        assertThatThrownBy(() -> new AtlasPublisher(folder, "next", step -> {}).publish(PACK))
                .isInstanceOf(IOException.class);
        assertThat(Atlas.open(folder).version()).isEqualTo(before);
    }

    @Test
    void the_summary_counts_what_the_version_holds() throws IOException {
        publish();
        AtlasSummary summary = Atlas.open(folder).summary();

        assertThat(summary.figures())
                .isEqualTo(summary.reported() + summary.derived() + summary.estimates() + summary.unverified())
                .isEqualTo(summary.licences().stream()
                        .mapToInt(AtlasSummary.LicenceClass::figures)
                        .sum());
        assertThat(summary.sources())
                .isEqualTo(summary.licences().stream()
                        .mapToInt(AtlasSummary.LicenceClass::sources)
                        .sum());
        assertThat(summary.unverified()).isPositive();
        assertThat(summary.withheld()).isPositive();
        assertThat(summary.licences())
                .extracting(AtlasSummary.LicenceClass::redistribution)
                .contains("embed", "facts-only");
    }

    @Test
    void a_missing_atlas_says_how_to_build_one() {
        assertThatThrownBy(() -> Atlas.open(folder)).hasMessageContaining("./monazite data build");
    }
}
