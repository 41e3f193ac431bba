package org.monazite.atlas.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.monazite.atlas.imports.TradeFlow;
import org.monazite.atlas.pack.FigureRecord;

/// What becomes of imported figures while a chain is made.
final class ImportLog {

    private final List<ImportUse> uses = new ArrayList<>();
    private final Map<List<String>, Unused> unused = new TreeMap<>(ImportLog::compare);

    private static final class Unused {
        private final List<Long> lines = new ArrayList<>();
        private long count;
        private double tonnes;
    }

    private static int compare(List<String> one, List<String> other) {
        for (int i = 0; i < one.size(); i++) {
            int order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    void use(ImportUse use) {
        uses.add(use);
    }

    void leave(ImportUnused.Why why, String product, TradeFlow flow) {
        Unused at = at(why, product, flow.importId(), flow.scheme(), flow.code());
        at.lines.add(flow.line());
        at.count++;
        at.tonnes += Double.isNaN(flow.weightTonnes()) ? 0 : flow.weightTonnes();
    }

    /// Flows that are counted and not named.
    void count(ImportUnused.Why why, String product, String importId, String scheme, String code, long count) {
        at(why, product, importId, scheme, code).count += count;
    }

    void leave(ImportUnused.Why why, String product, FigureRecord figure) {
        Unused at = at(why, product, figure.sourceId(), "", "");
        at.count++;
        at.tonnes += Double.isNaN(figure.value()) ? 0 : figure.value();
    }

    private Unused at(ImportUnused.Why why, String product, String importId, String scheme, String code) {
        return unused.computeIfAbsent(List.of(why.name(), product, importId, scheme, code), _ -> new Unused());
    }

    /// The same where the chain did not balance with imported trade: nothing of it was used.
    ImportLog withoutTrade() {
        ImportLog without = new ImportLog();
        without.unused.putAll(unused);
        for (ImportUse use : uses) {
            String product = use.label().split(" ", -1)[1];
            for (ImportUse.Part part : use.parts()) {
                Unused at =
                        without.at(ImportUnused.Why.NO_BALANCE, product, part.importId(), part.scheme(), part.code());
                at.lines.addAll(part.figures().stream().map(ImportLog::line).toList());
                at.count += part.figures().size();
                at.tonnes += part.tonnes();
            }
        }
        return without;
    }

    /// The line in the name of the figure of a flow, `f-IMPORT-LINE-q`.
    private static long line(String figure) {
        String[] parts = figure.split("-", -1);
        return Long.parseLong(parts[parts.length - 2].replaceFirst("m.*", "")); // `12m03`: line 12, March
    }

    List<ImportUse> uses() {
        return List.copyOf(uses);
    }

    List<ImportUnused> unused() {
        List<ImportUnused> all = new ArrayList<>();
        unused.forEach((key, each) -> all.add(new ImportUnused(
                ImportUnused.Why.valueOf(key.get(0)),
                key.get(1),
                key.get(2),
                key.get(3),
                key.get(4),
                each.lines.stream().sorted().toList(),
                each.count,
                each.tonnes)));
        return all;
    }
}
