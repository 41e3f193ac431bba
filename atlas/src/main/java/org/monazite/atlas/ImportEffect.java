package org.monazite.atlas;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.monazite.atlas.chain.ImportReport;
import org.monazite.atlas.chain.ImportUnused;
import org.monazite.atlas.chain.ImportUse;

/// What one import does to the balances of a version.
///
/// @param entering number of its figures that are observations of a balance, each counted once
/// @param chains the chains that they enter
/// @param left figures under codes or products of the chains that enter none, by reason; a figure that stands for
///     several products counts once, for the first reason
/// @param suspects what was left out as a gross error
public record ImportEffect(
        long entering, List<String> chains, Map<ImportUnused.Why, Long> left, List<ImportUse> suspects) {

    /// Copies the collections.
    public ImportEffect {
        chains = List.copyOf(chains);
        suspects = List.copyOf(suspects);
    }

    /// Figures that enter no balance, suspects included.
    public long leftOut() {
        return left.values().stream().mapToLong(Long::longValue).sum() + suspectFigures();
    }

    /// How many figures the suspects were made from.
    public long suspectFigures() {
        return suspects.stream()
                .flatMap(use -> use.figures().stream())
                .distinct()
                .count();
    }

    /// What an import does to the balances of a version that holds it.
    static ImportEffect of(Atlas atlas, String importId) throws IOException {
        Map<String, ImportReport> reports = new LinkedHashMap<>();
        for (String chain : atlas.chains()) {
            reports.put(chain, atlas.importReport(chain));
        }
        return of(reports, importId);
    }

    /// What an import does to the balances of chains.
    ///
    /// @param reports what became of imported figures, by chain
    static ImportEffect of(Map<String, ImportReport> reports, String importId) {
        Set<String> entering = new TreeSet<>();
        List<String> chains = new ArrayList<>();
        List<ImportUse> suspects = new ArrayList<>();
        List<ImportUnused> unused = new ArrayList<>();
        for (Map.Entry<String, ImportReport> each : reports.entrySet()) {
            ImportReport report = each.getValue();
            int before = entering.size();
            for (ImportUse use : report.uses()) {
                if (use.suspect()
                        && use.parts().stream().anyMatch(part -> part.importId().equals(importId))) {
                    suspects.add(use);
                } else {
                    use.parts().stream()
                            .filter(part -> part.importId().equals(importId))
                            .forEach(part -> entering.addAll(part.figures()));
                }
            }
            if (entering.size() > before) {
                chains.add(each.getKey());
            }
            report.unused().stream()
                    .filter(unusedOne -> unusedOne.importId().equals(importId))
                    .forEach(unused::add);
        }
        suspects.removeIf(use -> entering.containsAll(use.figures()));
        return new ImportEffect(entering.size(), chains, left(importId, entering, suspects, unused), suspects);
    }

    private static Map<ImportUnused.Why, Long> left(
            String importId, Set<String> entering, List<ImportUse> suspects, List<ImportUnused> unused) {
        Map<ImportUnused.Why, Long> left = new EnumMap<>(ImportUnused.Why.class);
        Set<String> counted = new TreeSet<>(entering);
        suspects.forEach(use -> counted.addAll(use.figures()));
        Map<String, Long> whole = new TreeMap<>(); // counted without lines: once for each code and reason
        for (ImportUnused each : unused) {
            if (!each.lines().isEmpty()) {
                long fresh = each.lines().stream()
                        .filter(line -> counted.add("f-" + importId + "-" + line + "-q"))
                        .count();
                left.merge(each.why(), fresh, Long::sum);
            } else if (each.code().isEmpty()) {
                left.merge(each.why(), each.count(), Long::sum);
            } else if (whole.put(each.why() + each.scheme() + each.code(), each.count()) == null) {
                left.merge(each.why(), each.count(), Long::sum);
            }
        }
        left.values().removeIf(count -> count == 0);
        return left;
    }
}
