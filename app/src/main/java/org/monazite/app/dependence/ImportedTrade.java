package org.monazite.app.dependence;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.monazite.atlas.Atlas;
import org.monazite.atlas.imports.ImportFormat;
import org.monazite.atlas.imports.ImportManifest;
import org.monazite.atlas.imports.TradeFlow;

/// Imported trade as measures count it. One import is counted, never two: reconciled trade before what the importer
/// reports, the newest edition first.
final class ImportedTrade {

    private ImportedTrade() {}

    /// All trade of whole years under a code in the one import that counts; empty where no import has any. What only
    /// the
    /// exporter reports is not among it.
    static List<TradeFlow> of(Atlas atlas, String code, int year) throws IOException {
        Map<String, List<TradeFlow>> byImport = atlas.trade(code, year).stream()
                .filter(flow -> flow.month() == 0 && !flow.reportedBy().equals("exporter"))
                .collect(Collectors.groupingBy(TradeFlow::importId, TreeMap::new, Collectors.toList()));
        return atlas.imported().list().stream()
                .filter(each -> byImport.containsKey(each.id()))
                .min(Comparator.comparing((ImportManifest each) -> each.importFormat() != ImportFormat.BACI)
                        .thenComparing(ImportManifest::vintage, Comparator.reverseOrder())
                        .thenComparing(ImportManifest::id))
                .map(each -> byImport.getOrDefault(each.id(), List.of()))
                .orElse(List.of());
    }
}
