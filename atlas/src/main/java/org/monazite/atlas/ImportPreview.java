package org.monazite.atlas;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.monazite.atlas.chain.BalancedChain;
import org.monazite.atlas.chain.Baskets;
import org.monazite.atlas.chain.ImportReport;
import org.monazite.atlas.chain.ImportedFacts;
import org.monazite.atlas.imports.CodeCount;
import org.monazite.atlas.imports.ImportManifest;
import org.monazite.atlas.imports.ImportResult;
import org.monazite.atlas.imports.ImportStore;
import org.monazite.atlas.imports.Imported;
import org.monazite.atlas.pack.Pack;

/// What an import does to the balances: of a version that holds it, or of one that would.
///
/// @param importId the import
/// @param reports what became of imported figures in each chain, the magnets first
/// @param baskets how many flows it holds under codes that hold more than one would think
public record ImportPreview(String importId, Map<String, ImportReport> reports, List<CodeCount> baskets) {

    /// Copies the collections.
    public ImportPreview {
        reports = new LinkedHashMap<>(reports);
        baskets = List.copyOf(baskets);
    }

    /// What a version says of an import that it holds.
    public static ImportPreview of(Atlas atlas, ImportManifest manifest) throws IOException {
        Map<String, ImportReport> reports = new LinkedHashMap<>();
        for (String chain : atlas.chains()) {
            reports.put(chain, atlas.importReport(chain));
        }
        return new ImportPreview(manifest.id(), reports, atlas.imported().counts(manifest, Baskets.codes()));
    }

    /// What a version would say that held the imports in force and one more, which is read and not kept. All chains are
    /// balanced as they are for a version; nothing is written.
    ///
    /// @param folder of the atlas
    /// @param inForce the imports of the version in force
    public static ImportPreview of(Pack pack, Path folder, List<ImportManifest> inForce, ImportResult result)
            throws IOException {
        ImportManifest manifest = result.manifest();
        List<ImportManifest> all = new ArrayList<>(inForce);
        if (all.stream().noneMatch(each -> each.id().equals(manifest.id()))) {
            all.add(manifest);
        }
        Imported imported = new Imported(new ImportStore(folder).with(result), all);
        Map<String, ImportReport> reports = new LinkedHashMap<>();
        for (BalancedChain chain : BalancedChain.all(pack, ImportedFacts.of(imported, pack), "")) {
            reports.put(chain.id(), chain.imports().orElse(ImportReport.NONE));
        }
        return new ImportPreview(manifest.id(), reports, imported.counts(manifest, Baskets.codes()));
    }

    /// What enters the balances and what does not.
    public ImportEffect effect() {
        return ImportEffect.of(reports, importId);
    }
}
