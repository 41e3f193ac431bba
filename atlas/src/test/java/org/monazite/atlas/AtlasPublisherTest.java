package org.monazite.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.monazite.atlas.pack.Pack;

class AtlasPublisherTest {

    @TempDir
    Path folder;

    private static final Pack PACK = Pack.embedded();

    private String publish() throws IOException {
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

    @Test
    void the_same_pack_is_the_same_version() throws IOException {
        assertThat(publish()).isEqualTo(publish());
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
        assertThat(new AtlasPublisher(folder, "next", step -> {}).publish(PACK)).isNotEqualTo(before);
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
    void a_missing_atlas_says_how_to_build_one() {
        assertThatThrownBy(() -> Atlas.open(folder)).hasMessageContaining("./monazite data build");
    }
}
