package org.monazite.plan.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.monazite.plan.cases.TwoStage.Kind;
import org.monazite.plan.cases.TwoStage.Place;

/// What is random in an SMPS program: each place once, in the order in which they are met, with the value of
/// the core.
final class Places {

    private static final List<String> BOUNDS = List.of("UP", "LO", "FX");

    private final MpsCore core;
    private final int firstColumns;
    private final int firstRows;
    private final Map<Place, Integer> places = new HashMap<>(); // asked, never walked through
    private final List<Place> kinds = new ArrayList<>();
    private final List<Double> base = new ArrayList<>();

    Places(MpsCore core, int firstColumns, int firstRows) {
        this.core = core;
        this.firstColumns = firstColumns;
        this.firstRows = firstRows;
    }

    List<Place> list() {
        return List.copyOf(kinds);
    }

    /// The values of the core, by place.
    Double[] values() {
        Double[] values = base.toArray(Double[]::new);
        for (int place = 0; place < values.length; place++) {
            values[place] = sign(place) * values[place];
        }
        return values;
    }

    /// Value of the core, as the text has it.
    double base(int place) {
        return base.get(place);
    }

    /// Its row and column, by whatever names the text calls the right-hand side.
    String name(int place) {
        Place it = kinds.get(place);
        return switch (it.kind()) {
            case COST -> core.columnNames.get(it.column()) + " " + core.objective;
            case RHS -> "RHS " + core.rowNames.get(it.row());
            case COEFFICIENT -> core.columnNames.get(it.column()) + " " + core.rowNames.get(it.row());
        };
    }

    /// -1 for costs that are to be maximised, else 1.
    int sign(int place) {
        return core.maximised && kinds.get(place).kind() == Kind.COST ? -1 : 1;
    }

    /// True if the word at an index can begin the name of a place with the word behind it; false if the name
    /// of the right-hand side is left out, so that the row comes first.
    boolean isRowAlone(SmpsLine line) {
        return line.size() > 1
                && !core.columns.containsKey(line.word(0))
                && isRow(line.word(0))
                && !isRow(line.word(1))
                && line.isNumber(1);
    }

    private boolean isRow(String word) {
        return core.rows.containsKey(word) || core.isFree(word);
    }

    /// Where the name of the column stands in a line about a bound, such as `UP BND Y 5`; -1 in other lines.
    int columnOfBound(SmpsLine line) {
        String type = line.key(0);
        boolean ofBound = List.of("UP", "LO", "FX", "FR", "MI", "PL", "BV", "UI", "LI", "SC")
                .contains(type);
        if (!ofBound || core.columns.containsKey(line.word(0)) || line.size() < 3) {
            return -1;
        }
        if (line.size() > 3 && core.columns.containsKey(line.word(2)) && line.isNumber(3)) {
            return 2;
        }
        return core.columns.containsKey(line.word(1)) && line.isNumber(2) ? 1 : -1;
    }

    /// The places of a bound: one, or two where both are fixed.
    List<Integer> bounds(SmpsLine line, int at) {
        int column = core.columns.getOrDefault(line.word(at), -1);
        String type = line.key(0);
        if (!BOUNDS.contains(type)) {
            throw line.problem("a random bound of type '%s' is not something we read: UP, LO, FX".formatted(type));
        }
        if (column < firstColumns) {
            throw firstPeriod(line, type, line.word(at));
        }
        List<Integer> found = new ArrayList<>();
        if (!type.equals("UP")) {
            found.add(index(new Place(Kind.RHS, -1, core.boundAsRow(column, false))));
        }
        if (!type.equals("LO")) {
            found.add(index(new Place(Kind.RHS, -1, core.boundAsRow(column, true))));
        }
        return found;
    }

    /// The place of a row alone: its right-hand side.
    int side(SmpsLine line, int rowAt) {
        return index(named(line, "RHS", 0, rowAt));
    }

    /// The place that a column and a row name.
    int at(SmpsLine line, int columnAt, int rowAt) {
        return index(named(line, line.word(columnAt), columnAt, rowAt));
    }

    private int index(Place place) {
        Integer known = places.get(place);
        if (known != null) {
            return known;
        }
        places.put(place, base.size());
        kinds.add(place);
        base.add(
                switch (place.kind()) {
                    case COST -> core.costs.get(place.column());
                    case RHS -> core.sides.getOrDefault(place.row(), 0.0);
                    case COEFFICIENT -> core.terms.get(place.row()).getOrDefault(place.column(), 0.0);
                });
        return base.size() - 1;
    }

    /// A word that is no column stands for the right-hand side; the objective is the row of the costs.
    private Place named(SmpsLine line, String columnName, int columnAt, int rowAt) {
        String rowName = line.word(rowAt);
        int column = core.columns.getOrDefault(columnName, -1);
        int row = core.rows.getOrDefault(rowName, -1);
        if (rowName.equals(core.objective)) {
            if (column < 0) {
                throw line.problem("a random constant of the objective is not something we read");
            }
            if (column < firstColumns) {
                throw firstPeriod(line, columnName, rowName);
            }
            return new Place(Kind.COST, column, -1);
        }
        if (row < 0) {
            throw line.problem(rowAt, "there is no row '%s'".formatted(rowName));
        }
        if (row < firstRows) {
            throw firstPeriod(line, columnName, rowName);
        }
        if (column < 0) {
            mustBeSide(line, columnName, columnAt);
        }
        return column < 0 ? new Place(Kind.RHS, -1, row) : new Place(Kind.COEFFICIENT, column, row);
    }

    private void mustBeSide(SmpsLine line, String name, int at) {
        if (core.sets.contains(name)) {
            return;
        }
        if (core.otherSets.contains(name)) {
            throw line.problem(
                    at, "'%s' is a set of ranges or bounds; random ranges are not something we read".formatted(name));
        }
        core.columnNames.stream()
                .filter(known -> isSlip(name, known))
                .findFirst()
                .ifPresent(known -> {
                    throw line.problem(at, "there is no column '%s'; there is '%s'".formatted(name, known));
                });
    }

    /// One letter wrong, or two beside each other changed round. Any other word that is no column is the name
    /// of the right-hand side.
    private static boolean isSlip(String word, String known) {
        if (word.length() != known.length() || word.length() < 3) {
            return false;
        }
        int first = -1;
        int wrong = 0;
        for (int at = 0; at < word.length(); at++) {
            if (word.charAt(at) != known.charAt(at)) {
                first = first < 0 ? at : first;
                wrong++;
            }
        }
        boolean swapped = wrong == 2
                && word.charAt(first) == known.charAt(first + 1)
                && word.charAt(first + 1) == known.charAt(first);
        return wrong == 1 && Character.isLetter(word.charAt(first)) || swapped;
    }

    private static CaseFormatException firstPeriod(SmpsLine line, String column, String row) {
        return line.problem("'%s %s' belongs to the first period, which is not random".formatted(column, row));
    }
}
