package org.monazite.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monazite.atlas.pack.FigureRecord;
import org.monazite.atlas.pack.Pack;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Two versions that differ in three cells, and a third with a row that may not be passed on.
class VersionsTest {

    @TempDir
    static Path folder;

    @TempDir
    Path target;

    private static String first = "";
    private static String second = "";
    private static String closed = "";

    @BeforeAll
    static void publishThree() throws IOException {
        first = publish(Pack.embedded());
        second = publish(edited(
                "production",
                "P26-00058,AUS,sb.mine,production,2024,1270.0,",
                "P26-00058,AUS,sb.mine,production,2024,1370.0,"));
        closed = publish(edited("prices", ",SRC_USGS_MCS2026,", ",SRC_CLOSED,"));
    }

    private static String publish(Pack pack) throws IOException {
        return new AtlasPublisher(folder, "test", step -> {}).publish(pack);
    }

    /// The pack with one text replaced in one table; `SRC_CLOSED` is a source that may only be imported.
    private static Pack edited(String table, String text, String by) throws IOException {
        Path pack = Files.createTempDirectory(folder, "pack");
        for (Map.Entry<String, byte[]> file : Pack.embedded().files().entrySet()) {
            String content = new String(file.getValue(), StandardCharsets.UTF_8);
            if (file.getKey().equals("sources")) {
                content +=
                        "SRC_CLOSED,A file that may not be passed on,Somebody,2026,all rights reserved,import-only,A,,0,\n";
            }
            if (file.getKey().equals(table)) {
                assertThat(content).contains(text);
                content = content.replace(text, by);
            }
            Files.writeString(pack.resolve(file.getKey() + ".csv"), content);
        }
        return Pack.in(pack);
    }

    private static Atlas open(String version) throws IOException {
        return Atlas.open(folder, version);
    }

    @Test
    void a_version_differs_from_itself_in_nothing() throws IOException {
        assertThat(AtlasDiff.of(open(first), open(first)).isEmpty()).isTrue();
    }

    @Test
    void a_revised_figure_is_told_with_old_new_and_change() throws IOException {
        AtlasDiff diff = AtlasDiff.of(open(first), open(second));

        assertThat(diff.revised()).singleElement().satisfies(revision -> {
            assertThat(revision.before().subject()).isEqualTo("sb.mine");
            assertThat(revision.before().value()).isEqualTo(1270);
            assertThat(revision.after().value()).isEqualTo(1370);
            assertThat(revision.change()).isEqualTo(1370 / 1270.0 - 1);
        });
        assertThat(diff.added()).isEmpty();
        assertThat(diff.removed()).isEmpty();
    }

    @Test
    void a_revision_opens_a_conflict_one_way_and_closes_it_the_other() throws IOException {
        Atlas wide = open(publish(edited(
                "production",
                "P26-00058,AUS,sb.mine,production,2024,1270.0,",
                "P26-00058,AUS,sb.mine,production,2024,9000.0,")));
        Atlas narrow = open(publish(edited(
                "production",
                "P26-00058,AUS,sb.mine,production,2024,1270.0,",
                "P26-00058,AUS,sb.mine,production,2024," + other("sb.mine", "AUS") + ",")));

        assertThat(AtlasDiff.of(narrow, wide).opened())
                .extracting(conflict -> conflict.quantity().toString())
                .containsExactly("sb.mine production AUS 2024 t Sb");
        assertThat(AtlasDiff.of(wide, narrow).closed()).hasSize(1);
    }

    /// What the edition before says about Australian antimony in 2024.
    private static double other(String product, String place) throws IOException {
        return open(first).figures().values().stream()
                .filter(figure -> figure.subject().equals(product)
                        && figure.place().equals(place)
                        && figure.period().equals("2024")
                        && figure.sourceId().equals("SRC_USGS_MCS2025"))
                .mapToDouble(FigureRecord::value)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void another_source_for_the_same_number_is_no_revision() throws IOException {
        AtlasDiff diff = AtlasDiff.of(open(first), open(closed));

        assertThat(diff.revised()).isEmpty();
        assertThat(diff.restated())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.after().sourceId()).isEqualTo("SRC_CLOSED"));
    }

    @Test
    void a_version_can_be_put_in_force_again() throws IOException {
        AtlasPublisher publisher = new AtlasPublisher(folder, "test", step -> {});
        publisher.putInForce(second);
        publisher.putInForce(first);

        assertThat(Atlas.open(folder).version()).isEqualTo(first);
        assertThatThrownBy(() -> publisher.putInForce("2020-01-01-abc")).hasMessageContaining("2020-01-01-abc");
        assertThat(Atlas.open(folder).version()).isEqualTo(first);
    }

    @Test
    void a_figure_leads_to_its_row_its_rivals_and_its_balance() throws IOException {
        Atlas atlas = open(first);
        FigureRecord ore = atlas.figures().values().stream()
                .filter(figure -> figure.locator().startsWith("baseline_stage.csv"))
                .filter(figure ->
                        figure.place().equals("AUS") && figure.subject().equals("ree.mine"))
                .findFirst()
                .orElseThrow();

        Provenance provenance = atlas.provenance(ore.id()).orElseThrow();

        assertThat(provenance.row()).containsEntry("iso3", "AUS").containsEntry("value_t", ore.raw());
        assertThat(provenance.source().id()).isEqualTo(ore.sourceId());
        assertThat(provenance.others())
                .extracting(Provenance.Other::relation)
                .contains(Provenance.Relation.REVISES, Provenance.Relation.AGREES);
        assertThat(provenance.balances()).extracting(Provenance.Balanced::chain).containsExactly("magnets");
    }

    @Test
    void a_data_package_holds_every_table_twice_with_its_hash() throws IOException {
        DataPackage.Written written = DataPackage.write(open(first), target.resolve("out"));
        JsonNode descriptor = JsonMapper.builder().build().readTree(target.resolve("out/datapackage.json"));

        assertThat(written.kept()).isEmpty();
        assertThat(descriptor.path("resources")).hasSize(written.tables());
        for (JsonNode resource : descriptor.path("resources")) {
            Path csv = target.resolve("out").resolve(resource.path("path").asString());
            assertThat(Files.size(csv)).isEqualTo(resource.path("bytes").asLong());
            assertThat(resource.path("hash").asString())
                    .isEqualTo("sha256:" + org.monazite.atlas.internal.Disk.hash(csv));
            Path parquet =
                    target.resolve("out").resolve(resource.path("parquet").asString());
            assertThat(rowsOf(parquet)).isEqualTo(records(csv));
        }
        assertThat(descriptor.path("licenses")).isNotEmpty();
        assertThat(descriptor.path("sources")).hasSizeGreaterThan(100);
    }

    private static long rowsOf(Path parquet) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT count(*) FROM read_parquet('" + parquet + "')")) {
            result.next();
            return result.getLong(1);
        } catch (java.sql.SQLException e) {
            throw new AssertionError(parquet.toString(), e);
        }
    }

    private static long records(Path csv) throws IOException {
        try (var reader = de.siegmar.fastcsv.reader.CsvReader.builder().ofNamedCsvRecord(csv)) {
            return reader.stream().count();
        }
    }

    @Test
    void rows_that_may_only_be_imported_stay_behind() throws IOException {
        DataPackage.Written written = DataPackage.write(open(closed), target.resolve("out"));

        assertThat(written.kept()).containsKey("import-only");
        assertThat(Files.readString(target.resolve("out/data/prices.csv"))).doesNotContain("SRC_CLOSED");
        assertThat(Files.readString(target.resolve("out/data/figures.csv"))).doesNotContain("SRC_CLOSED");
        assertThat(Files.readString(target.resolve("out/datapackage.json"))).doesNotContain("SRC_CLOSED\"");
    }

    @Test
    void the_same_version_is_the_same_package_to_the_byte() throws IOException {
        DataPackage.write(open(first), target.resolve("a"));
        DataPackage.write(open(first), target.resolve("b"));

        for (String file : List.of("datapackage.json", "data/figures.csv", "data/figures.parquet")) {
            assertThat(target.resolve("a").resolve(file))
                    .hasSameBinaryContentAs(target.resolve("b").resolve(file));
        }
    }
}
