package org.monazite.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monazite.atlas.imports.GovernanceScore;
import org.monazite.atlas.imports.ImportFormat;
import org.monazite.atlas.imports.ImportRequest;
import org.monazite.atlas.imports.ImportResult;
import org.monazite.atlas.imports.ImportStore;
import org.monazite.atlas.imports.Importer;
import org.monazite.atlas.imports.LedgerLine;
import org.monazite.atlas.imports.Lexicon;
import org.monazite.atlas.imports.TradeFlow;
import org.monazite.atlas.pack.Pack;

class ImportedVersionTest {

    private static final Pack PACK = Pack.embedded();

    @TempDir
    Path folder;

    private Path atlas() {
        return folder.resolve("atlas");
    }

    private String publish(List<String> more) throws IOException {
        return new AtlasPublisher(atlas(), "test", step -> {}).publish(PACK, more);
    }

    private String keep(String file, ImportFormat format) throws IOException {
        Path path = folder.resolve(file);
        try (InputStream in = ImportedVersionTest.class.getResourceAsStream("/imports/" + file)) {
            Files.copy(in, path, StandardCopyOption.REPLACE_EXISTING);
        }
        ImportStore store = new ImportStore(atlas());
        try (ImportResult result =
                new Importer(store, Lexicon.of(PACK)).read(new ImportRequest(path, format, "", "", false))) {
            store.keep(result);
            return result.manifest().id();
        }
    }

    @Test
    void a_version_holds_pack_and_imports_and_every_figure_can_be_followed() throws IOException {
        String before = publish(List.of());
        String wgi = keep("wgi-PV.csv", ImportFormat.WGI);
        String baci = keep("BACI_HS17_Y2022_V202401b.csv", ImportFormat.BACI);
        String ledger = keep("ledger.csv", ImportFormat.LEDGER);
        String with = publish(List.of(wgi, baci));

        Atlas atlas = Atlas.open(atlas());
        assertThat(atlas.version()).isEqualTo(with).isNotEqualTo(before);
        assertThat(atlas.manifest().parent()).isEqualTo(before);
        assertThat(atlas.manifest().figures()).isEqualTo(atlas.figures().size());
        assertThat(atlas.figures().size()).isEqualTo(PACK.figures().size() + 287);
        assertThat(atlas.sources())
                .extracting(source -> source.id())
                .contains(wgi, baci)
                .doesNotContain(ledger);
        GovernanceScore china = atlas.governance("PV", 2022).stream()
                .filter(score -> score.place().equals("CHN"))
                .findFirst()
                .orElseThrow();
        assertThat(china.sourceId()).isEqualTo(wgi);
        assertThat(china.estimate()).isEqualTo(-0.4378);
        assertThat(atlas.findFigure(china.figureId()).orElseThrow().locator()).startsWith("wgi-PV.csv:5:");
        TradeFlow magnets = atlas.trade("850511", 2022).getFirst();
        assertThat(magnets.importer()).isEqualTo("DEU");
        assertThat(atlas.findFigure(magnets.weightFigure()).orElseThrow().value())
                .isEqualTo(2100.25);
        assertThat(atlas.trade("850511", 2021)).isEmpty();
        LedgerLine purchase = atlas.ledger().getFirst();
        assertThat(atlas.findFigure(purchase.id()).orElseThrow().value()).isEqualTo(1.2505);
        assertThat(Atlas.open(atlas(), before).figures()).hasSize(PACK.figures().size());
    }

    @Test
    void the_same_file_again_is_the_same_import_and_the_same_version() throws IOException {
        publish(List.of());
        String first = keep("wgi-PV.csv", ImportFormat.WGI);
        String version = publish(List.of(first));

        assertThat(keep("wgi-PV.csv", ImportFormat.WGI)).isEqualTo(first);
        assertThat(publish(List.of(first))).isEqualTo(version);
        assertThat(publish(List.of())).as("what is in force stays").isEqualTo(version);
    }

    @Test
    void a_ledger_lies_in_no_version() throws IOException {
        String ledger = keep("ledger.csv", ImportFormat.LEDGER);
        String version = publish(List.of());

        assertThat(Atlas.open(atlas()).manifest().imports()).isEmpty();
        assertThat(Files.readString(atlas().resolve(version).resolve("manifest.json")))
                .doesNotContain(ledger);
        assertThat(atlas().resolve("private").resolve(ledger)).isDirectory();
        assertThatThrownBy(() -> publish(List.of(ledger))).isInstanceOf(IOException.class);
    }

    @Test
    void an_altered_import_is_named_and_importing_again_mends_it() throws IOException {
        publish(List.of());
        String wgi = keep("wgi-PV.csv", ImportFormat.WGI);
        publish(List.of(wgi));
        Path table = atlas().resolve("imports").resolve(wgi).resolve("figures.csv");
        Files.writeString(table, Files.readString(table).replace("-0.4378", "0.4378"));

        assertThatThrownBy(() -> Atlas.open(atlas()).figures())
                .isInstanceOfSatisfying(
                        AtlasException.class,
                        altered -> assertThat(altered.reason()).isEqualTo(AtlasException.Reason.ALTERED))
                .hasMessageContaining("figures.csv");
        keep("wgi-PV.csv", ImportFormat.WGI);
        assertThat(Atlas.open(atlas()).figures().size())
                .isEqualTo(PACK.figures().size() + 287);
    }

    @Test
    void a_stop_while_the_version_is_built_leaves_the_one_before_in_force() throws IOException {
        String before = publish(List.of());
        String wgi = keep("wgi-PV.csv", ImportFormat.WGI);
        AtlasPublisher stopped = new AtlasPublisher(atlas(), "test", step -> {
            if (step.equals("manifest")) {
                throw new IllegalStateException("stopped");
            }
        });

        assertThatThrownBy(() -> stopped.publish(PACK, List.of(wgi))).hasMessage("stopped");
        assertThat(Atlas.open(atlas()).version()).isEqualTo(before);
        assertThat(wgi).isEqualTo(wgi.toLowerCase(Locale.ROOT));
    }

    @Test
    void a_chain_that_rests_on_workspace_only_trade_is_balanced_here_and_leaves_in_no_export() throws IOException {
        String before = publish(List.of());
        Path file = folder.resolve("comtrade.csv");
        try (InputStream in = ImportedVersionTest.class.getResourceAsStream("/imports/comtrade.csv")) {
            Files.writeString(file, new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("2023", "2024"));
        }
        ImportStore store = new ImportStore(atlas());
        String id;
        try (ImportResult result = new Importer(store, Lexicon.of(PACK))
                .read(new ImportRequest(file, ImportFormat.COMTRADE, "", "", false))) {
            store.keep(result);
            id = result.manifest().id();
        }
        publish(List.of(id));
        Atlas atlas = Atlas.open(atlas());

        assertThat(atlas.closedImports("magnets")).extracting(each -> each.id()).containsExactly(id);
        assertThat(atlas.importEffect(id).entering()).isPositive();
        DataPackage.Written written = DataPackage.write(atlas, folder.resolve("out"));
        assertThat(written.kept()).containsKey("chain magnets, balanced with closed rows");
        assertThat(folder.resolve("out/data/chain_magnets_arcs.csv")).doesNotExist();
        assertThat(folder.resolve("out/data/chain_yttrium_arcs.csv")).exists();
        Path network = Path.of("networks", "magnets-2024-country_stage.mzn");
        assertThat(Files.readAllBytes(atlas().resolve(before).resolve(network)))
                .isNotEqualTo(
                        Files.readAllBytes(atlas().resolve(atlas.version()).resolve(network)));
        assertThat(Atlas.open(atlas(), before).closedImports("magnets")).isEmpty();
    }
}
