package org.monazite.atlas;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.monazite.atlas.imports.ImportManifest;
import org.monazite.atlas.imports.TradeDiff;
import org.monazite.atlas.pack.FigureRecord;
import org.monazite.atlas.pack.Quantity;

/// What differs between two versions.
///
/// @param before name of the older version
/// @param after name of the newer one
/// @param imported imports that only the newer has
/// @param dropped imports that only the older has
/// @param added figures that only the newer has
/// @param removed figures that only the older has
/// @param revised figures whose number or state changed, the largest change first
/// @param restated figures whose number stands and whose flag, source or remark changed
/// @param opened conflicts that only the newer has
/// @param closed conflicts that only the older has
/// @param trade imports of trade that only the newer has, beside those of the older
/// @param moved balanced quantities that moved by more than one standard deviation of the older version
public record AtlasDiff(
        String before,
        String after,
        List<ImportManifest> imported,
        List<ImportManifest> dropped,
        List<FigureRecord> added,
        List<FigureRecord> removed,
        List<Revision> revised,
        List<Revision> restated,
        List<Conflict> opened,
        List<Conflict> closed,
        List<TradeDiff> trade,
        List<Moved> moved) {

    /// Revisions and added flows that are named of each import of trade; all are counted.
    private static final int FLOWS = 1_000;

    /// Copies the lists.
    public AtlasDiff {
        imported = List.copyOf(imported);
        dropped = List.copyOf(dropped);
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        revised = List.copyOf(revised);
        restated = List.copyOf(restated);
        opened = List.copyOf(opened);
        closed = List.copyOf(closed);
        trade = List.copyOf(trade);
        moved = List.copyOf(moved);
    }

    /// One figure in both versions.
    public record Revision(FigureRecord before, FigureRecord after) {

        /// `new / old - 1`; NaN where one is no number or the old one is zero.
        public double change() {
            return before.value() == 0 ? Double.NaN : after.value() / before.value() - 1;
        }

        private boolean sameNumber() {
            return same(before.value(), after.value())
                    && same(before.low(), after.low())
                    && same(before.high(), after.high())
                    && before.qualifier().equals(after.qualifier());
        }

        private boolean sameWords() {
            return before.flag() == after.flag()
                    && before.confidence().equals(after.confidence())
                    && before.evidence().equals(after.evidence())
                    && before.sourceId().equals(after.sourceId())
                    && before.remark().equals(after.remark());
        }

        private static boolean same(double a, double b) {
            return Double.compare(a, b) == 0;
        }

        private double size() {
            return Double.isNaN(change()) ? Double.POSITIVE_INFINITY : Math.abs(change());
        }
    }

    /// A balanced quantity in both versions.
    ///
    /// @param sds the distance in standard deviations of the older version
    public record Moved(String chain, String quantity, double before, double after, double sds) {}

    /// True if figures, conflicts and balances are the same.
    public boolean isEmpty() {
        return imported.isEmpty()
                && dropped.isEmpty()
                && added.isEmpty()
                && removed.isEmpty()
                && revised.isEmpty()
                && restated.isEmpty()
                && opened.isEmpty()
                && closed.isEmpty()
                && trade.isEmpty()
                && moved.isEmpty();
    }

    /// Compares two versions.
    public static AtlasDiff of(Atlas before, Atlas after) throws IOException {
        List<FigureRecord> added = new ArrayList<>();
        List<FigureRecord> removed = new ArrayList<>();
        List<Revision> revised = new ArrayList<>();
        List<Revision> restated = new ArrayList<>();
        after.figures().values().forEach(figure -> {
            Optional<FigureRecord> old = before.findFigure(figure.id());
            if (old.isEmpty()) {
                added.add(figure);
                return;
            }
            Revision revision = new Revision(old.get(), figure);
            if (!revision.sameNumber()) {
                revised.add(revision);
            } else if (!revision.sameWords()) {
                restated.add(revision);
            }
        });
        before.figures().values().stream()
                .filter(figure -> after.findFigure(figure.id()).isEmpty())
                .forEach(removed::add);
        revised.sort(Comparator.comparingDouble((Revision each) -> -each.size())
                .thenComparing(each -> each.before().id()));
        Map<Quantity, Conflict> older = conflicts(before);
        Map<Quantity, Conflict> newer = conflicts(after);
        return new AtlasDiff(
                before.version(),
                after.version(),
                onlyIn(after, before),
                onlyIn(before, after),
                added,
                removed,
                revised,
                restated,
                without(newer, older),
                without(older, newer),
                after.imported().tradeSince(before.imported().list(), FLOWS),
                moved(before, after));
    }

    private static List<ImportManifest> onlyIn(Atlas one, Atlas other) {
        List<String> there =
                other.imported().list().stream().map(ImportManifest::id).toList();
        return one.imported().list().stream()
                .filter(each -> !there.contains(each.id()))
                .toList();
    }

    private static Map<Quantity, Conflict> conflicts(Atlas atlas) {
        Map<Quantity, Conflict> conflicts = new LinkedHashMap<>();
        Conflict.in(atlas.quantities()).forEach(conflict -> conflicts.put(conflict.quantity(), conflict));
        return conflicts;
    }

    private static List<Conflict> without(Map<Quantity, Conflict> these, Map<Quantity, Conflict> those) {
        return these.values().stream()
                .filter(conflict -> !those.containsKey(conflict.quantity()))
                .toList();
    }

    private static List<Moved> moved(Atlas before, Atlas after) throws IOException {
        List<Moved> moved = new ArrayList<>();
        TreeSet<String> chains = new TreeSet<>(before.chains());
        chains.retainAll(after.chains());
        for (String chain : chains) {
            Map<String, BalanceLine> old = new LinkedHashMap<>();
            before.balance(chain).forEach(line -> old.put(line.quantity(), line));
            for (BalanceLine line : after.balance(chain)) {
                BalanceLine was = old.get(line.quantity());
                if (was != null) {
                    double distance = Math.abs(line.balancedTonnes() - was.balancedTonnes());
                    if (distance > was.sdTonnes()) {
                        moved.add(new Moved(
                                chain,
                                line.quantity(),
                                was.balancedTonnes(),
                                line.balancedTonnes(),
                                distance / was.sdTonnes()));
                    }
                }
            }
        }
        moved.sort(Comparator.comparingDouble((Moved each) -> -each.sds())
                .thenComparing(Moved::chain)
                .thenComparing(Moved::quantity));
        return moved;
    }
}
