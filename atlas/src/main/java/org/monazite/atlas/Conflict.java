package org.monazite.atlas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.monazite.atlas.pack.Quantities;
import org.monazite.atlas.pack.Quantity;
import org.monazite.atlas.pack.Statement;

/// Sources that disagree about one quantity, kept side by side.
///
/// @param quantity what they are about
/// @param statements all that is said about it, the largest value first
/// @param low the lowest number
/// @param high the highest number
/// @param revision true if all numbers come from editions of one source
public record Conflict(Quantity quantity, List<Statement> statements, double low, double high, boolean revision) {

    /// Numbers closer than this, relative to the larger, agree.
    public static final double TOLERATED = 0.05;

    /// Copies the list.
    public Conflict {
        statements = List.copyOf(statements);
    }

    /// `(high - low) / high`, 0..1 for numbers that are not negative.
    public double spread() {
        return apart(low, high);
    }

    static double apart(double a, double b) {
        double larger = Math.max(Math.abs(a), Math.abs(b));
        return larger == 0 ? 0 : Math.abs(a - b) / larger;
    }

    /// All conflicts of more than [#TOLERATED], widest first.
    public static List<Conflict> in(Quantities quantities) {
        List<Conflict> conflicts = new ArrayList<>();
        quantities.all().forEach((quantity, said) -> {
            List<Statement> known = said.stream()
                    .filter(Statement::isKnown)
                    .sorted(Comparator.comparingDouble(
                                    (Statement each) -> -each.figure().value())
                            .thenComparing(each -> each.figure().id()))
                    .toList();
            long editions = known.stream()
                    .map(each -> each.figure().sourceId() + " " + each.vintage())
                    .distinct()
                    .count();
            if (editions > 1) { // two cells of one edition are two things, whatever they are called
                Conflict conflict = of(quantity, known);
                if (conflict.spread() > TOLERATED) {
                    conflicts.add(conflict);
                }
            }
        });
        conflicts.sort(
                Comparator.comparingDouble((Conflict each) -> -each.spread()).thenComparing(Conflict::quantity));
        return conflicts;
    }

    private static Conflict of(Quantity quantity, List<Statement> known) {
        TreeSet<String> families = new TreeSet<>();
        TreeSet<String> vintages = new TreeSet<>();
        known.forEach(each -> {
            families.add(each.family());
            vintages.add(each.vintage());
        });
        return new Conflict(
                quantity,
                known,
                known.getLast().figure().value(),
                known.getFirst().figure().value(),
                families.size() == 1 && vintages.size() > 1);
    }
}
