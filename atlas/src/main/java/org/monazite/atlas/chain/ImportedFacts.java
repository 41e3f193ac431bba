package org.monazite.atlas.chain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.monazite.atlas.imports.CodeCount;
import org.monazite.atlas.imports.ImportManifest;
import org.monazite.atlas.imports.Imported;
import org.monazite.atlas.imports.TradeFlow;
import org.monazite.atlas.pack.FigureRecord;
import org.monazite.atlas.pack.Pack;

/// What the imports of a version say that chains may rest on: trade under the customs codes of the pack, and who makes
/// what. Ledgers are not among the imports of a version, so that none of their lines is here.
///
/// @param imports the imports, by name
/// @param flows trade of the year of the chains under the codes of the pack
/// @param counts how many flows of each year each import holds under those codes
/// @param figures production by import; all years
public record ImportedFacts(
        Map<String, ImportManifest> imports,
        List<TradeFlow> flows,
        Map<String, List<CodeCount>> counts,
        Map<String, List<FigureRecord>> figures) {

    /// A version without imports.
    public static final ImportedFacts NONE = new ImportedFacts(Map.of(), List.of(), Map.of(), Map.of());

    /// Copies the collections.
    public ImportedFacts {
        imports = new TreeMap<>(imports);
        flows = List.copyOf(flows);
        counts = new TreeMap<>(counts);
        figures = new TreeMap<>(figures);
    }

    /// Reads what imports say.
    ///
    /// @throws IOException if an import cannot be read
    public static ImportedFacts of(Imported imported, Pack pack) throws IOException {
        List<String> codes = CustomsCodes.of(pack).all();
        Map<String, ImportManifest> imports = new TreeMap<>();
        List<TradeFlow> flows = new ArrayList<>();
        Map<String, List<CodeCount>> counts = new TreeMap<>();
        Map<String, List<FigureRecord>> figures = new TreeMap<>();
        for (ImportManifest each : imported.list()) {
            imports.put(each.id(), each);
            flows.addAll(imported.trade(each, codes, MagnetChain.YEAR));
            counts.put(each.id(), imported.counts(each, codes));
            figures.put(
                    each.id(),
                    imported.figures(each).stream()
                            .filter(figure -> figure.measure().equals("production"))
                            .toList());
        }
        return new ImportedFacts(imports, flows, counts, figures);
    }

    /// True if there is nothing that a chain could rest on.
    public boolean isEmpty() {
        return imports.isEmpty();
    }

    ImportManifest manifest(String importId) {
        ImportManifest manifest = imports.get(importId);
        if (manifest == null) {
            throw new IllegalArgumentException("There is no import '" + importId + "'.");
        }
        return manifest;
    }
}
