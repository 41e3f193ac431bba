package org.monazite.plan.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The `.cor` of an SMPS program: an MPS text of one scenario, read word by word. The first N row is
/// the objective, further N rows are dropped.
final class MpsCore {

    private static final String PART = ".cor";
    private static final List<String> SECTIONS =
            List.of("NAME", "ROWS", "COLUMNS", "RHS", "RANGES", "BOUNDS", "OBJSENSE", "OBJMAX", "OBJMIN", "ENDATA");
    private static final double ENDLESS = 1e20; // what solvers take for infinite in a bound

    final List<String> columnNames = new ArrayList<>();
    final Map<String, Integer> columns = new HashMap<>(); // asked, never walked through
    final List<String> rowNames = new ArrayList<>();
    final Map<String, Integer> rows = new HashMap<>(); // asked, never walked through
    final List<TwoStage.Sense> senses = new ArrayList<>();
    final List<Map<Integer, Double>> terms = new ArrayList<>(); // by row, then by column as they come
    final List<Double> costs = new ArrayList<>();
    final List<Double> lows = new ArrayList<>();
    final List<Double> highs = new ArrayList<>();
    final List<Boolean> integers = new ArrayList<>();
    final Map<Integer, Double> sides = new HashMap<>(); // asked, never walked through
    final Map<Integer, Double> ranges = new HashMap<>(); // asked, never walked through
    final Set<String> sets = new HashSet<>(); // names of the sets of right-hand sides
    final Set<String> otherSets = new HashSet<>(); // names of the sets of ranges and bounds
    String name = "";
    String objective = "";
    double offset;
    boolean maximised;

    private final Set<String> dropped = new HashSet<>();
    private final Set<Integer> bounded = new HashSet<>(); // columns whose lower bound is stated
    private final Map<Integer, SmpsLine> below = new TreeMap<>(); // last line that set a bound, by column
    private final Set<Integer> priced = new HashSet<>(); // columns that have a cost
    private boolean inIntegers;
    private boolean hasOffset;

    private MpsCore() {}

    static MpsCore read(String text, SmpsLine.Form form) {
        MpsCore core = new MpsCore();
        String section = "";
        for (SmpsLine line : SmpsLine.of(PART, text, form)) {
            if (line.head()) {
                section = core.head(line);
            } else {
                core.line(section, line);
            }
        }
        core.end();
        return core;
    }

    private String head(SmpsLine line) {
        String section = line.section();
        if (!SECTIONS.contains(section)) {
            throw line.problem("the section '%s' is not one we read".formatted(line.word(0)));
        }
        if (section.equals("NAME") && line.size() > 1) {
            name = line.word(1);
        } else if (section.equals("OBJSENSE") && line.size() > 1) {
            sense(line, 1);
        } else if (section.equals("OBJMAX") || section.equals("OBJMIN")) {
            maximised = section.equals("OBJMAX");
        }
        return section;
    }

    private void sense(SmpsLine line, int at) {
        switch (line.key(at)) {
            case "MAX", "MAXIMIZE", "MAXIMISE" -> maximised = true;
            case "MIN", "MINIMIZE", "MINIMISE" -> maximised = false;
            default -> throw line.problem(at, "'%s' is no sense of an objective: MIN or MAX".formatted(line.word(at)));
        }
    }

    private void end() {
        below.forEach((column, line) -> {
            double high = highs.get(column);
            if (high < 0 && !bounded.contains(column)) { // as all readers of the form have it
                lows.set(column, Double.NEGATIVE_INFINITY);
            }
            double low = lows.get(column);
            if (low > high) {
                throw line.problem("the upper bound '%s' lies below the lower bound '%s'".formatted(high, low));
            }
        });
        if (objective.isEmpty()) {
            throw new CaseFormatException(PART, 0, "there is no N row, hence no objective");
        }
    }

    private void line(String section, SmpsLine line) {
        switch (section) {
            case "ROWS" -> row(line);
            case "COLUMNS" -> column(line);
            case "RHS" -> side(line);
            case "OBJSENSE" -> sense(line, 0);
            case "RANGES" -> range(line);
            case "BOUNDS" -> bound(line);
            default -> throw line.problem("a line stands in section '%s'".formatted(section));
        }
    }

    private void row(SmpsLine line) {
        line.needs(2, 2);
        String row = line.word(1);
        TwoStage.Sense sense = switch (line.key(0)) {
            case "L" -> TwoStage.Sense.AT_MOST;
            case "G" -> TwoStage.Sense.AT_LEAST;
            case "E" -> TwoStage.Sense.EQUAL;
            case "N" -> null;
            default -> throw line.problem("'%s' is no type of row".formatted(line.word(0)));
        };
        if (sense == null) {
            if (objective.isEmpty()) {
                objective = row;
            } else {
                dropped.add(row);
            }
        } else if (rows.putIfAbsent(row, rowNames.size()) != null) {
            throw line.problem(1, "there already is a row '%s'".formatted(row));
        } else {
            rowNames.add(row);
            senses.add(sense);
            terms.add(new LinkedHashMap<>());
        }
    }

    private void column(SmpsLine line) {
        if (line.size() >= 3 && line.key(1).equals("'MARKER'")) {
            marker(line);
            return;
        }
        line.needs(3, 5);
        line.needsPairs(1);
        Integer column = columns.get(line.word(0));
        if (column == null) {
            column = columnNames.size();
            columns.put(line.word(0), column);
            columnNames.add(line.word(0));
            costs.add(0.0);
            lows.add(0.0);
            highs.add(Double.POSITIVE_INFINITY);
            integers.add(inIntegers);
        }
        for (int at = 1; at + 1 < line.size(); at += 2) {
            double value = line.number(at + 1);
            if (line.word(at).equals(objective)) {
                if (!priced.add(column)) {
                    throw line.problem(at, "'%s' already has a cost".formatted(line.word(0)));
                }
                costs.set(column, value);
            } else {
                Integer row = rowOf(line, at);
                if (row != null && terms.get(row).putIfAbsent(column, value) != null) {
                    throw line.problem(
                            at, "'%s' already has a coefficient in row '%s'".formatted(line.word(0), line.word(at)));
                }
            }
        }
    }

    private void marker(SmpsLine line) {
        switch (line.key(2)) {
            case "'INTORG'" -> inIntegers = true;
            case "'INTEND'" -> inIntegers = false;
            default -> throw line.problem(2, "the marker '%s' is not one we read".formatted(line.word(2)));
        }
    }

    /// An entry on the objective is minus a constant.
    private void side(SmpsLine line) {
        for (int at = firstPair(line, sets); at + 1 < line.size(); at += 2) {
            double value = line.number(at + 1);
            if (line.word(at).equals(objective)) {
                if (hasOffset) {
                    throw line.problem(at, "row '%s' already has a right-hand side".formatted(objective));
                }
                hasOffset = true;
                offset = -value;
            } else {
                Integer row = rowOf(line, at);
                Double known = row == null ? null : sides.putIfAbsent(row, value);
                if (known != null && known != value) { // some texts repeat themselves
                    throw line.problem(at, "row '%s' already has a right-hand side".formatted(line.word(at)));
                }
            }
        }
    }

    /// The range of a row without limits changes nothing.
    private void range(SmpsLine line) {
        for (int at = firstPair(line, otherSets); at + 1 < line.size(); at += 2) {
            Integer row = line.word(at).equals(objective) ? null : rowOf(line, at);
            if (row != null && ranges.putIfAbsent(row, line.number(at + 1)) != null) {
                throw line.problem(at, "row '%s' already has a range".formatted(line.word(at)));
            }
        }
    }

    /// Lines of RHS and RANGES may lack the name of the set.
    private static int firstPair(SmpsLine line, Set<String> names) {
        line.needs(2, 5);
        if (line.size() % 2 == 1) {
            names.add(line.word(0));
        }
        return line.size() % 2;
    }

    /// True for rows without limits: the objective and those that are dropped.
    boolean isFree(String row) {
        return row.equals(objective) || dropped.contains(row);
    }

    private @Nullable Integer rowOf(SmpsLine line, int at) {
        Integer row = rows.get(line.word(at));
        if (row == null && !dropped.contains(line.word(at))) {
            throw line.problem(at, "there is no row '%s'".formatted(line.word(at)));
        }
        return row;
    }

    private void bound(SmpsLine line) {
        line.needs(2, 4);
        String type = line.key(0);
        boolean valued = List.of("UP", "LO", "FX", "UI", "LI").contains(type);
        boolean named = valued ? line.size() == 4 : line.size() > 2 && columns.containsKey(line.word(2));
        int at = named ? 2 : 1;
        Integer column = columns.get(line.word(at));
        if (column == null) {
            throw line.problem(at, "there is no column '%s'".formatted(line.word(at)));
        }
        if (named) {
            otherSets.add(line.word(1));
        }
        double value = 0;
        if (valued) {
            line.needs(at + 2, at + 2);
            value = line.bound(at + 1);
            value = Math.abs(value) >= ENDLESS ? Math.copySign(Double.POSITIVE_INFINITY, value) : value;
        }
        bound(line, type, column, value);
    }

    private void bound(SmpsLine line, String type, int column, double value) {
        switch (type) {
            case "UP", "UI" -> {
                highs.set(column, value);
                below.put(column, line);
            }
            case "LO", "LI" -> {
                low(column, value);
                below.put(column, line);
            }
            case "FX" -> {
                low(column, value);
                highs.set(column, value);
            }
            case "FR" -> {
                low(column, Double.NEGATIVE_INFINITY);
                highs.set(column, Double.POSITIVE_INFINITY);
            }
            case "MI" -> low(column, Double.NEGATIVE_INFINITY);
            case "PL" -> highs.set(column, Double.POSITIVE_INFINITY);
            case "BV" -> {
                low(column, 0);
                highs.set(column, 1.0);
            }
            default -> throw line.problem("'%s' is no type of bound we read".formatted(line.word(0)));
        }
        if (List.of("BV", "UI", "LI").contains(type)) {
            integers.set(column, true);
        }
    }

    private void low(int column, double value) {
        lows.set(column, value);
        bounded.add(column);
    }

    /// A bound that is random is a row of its own, behind all others: the column is left without it. Returns
    /// the row.
    ///
    /// @param upper true for the upper bound
    int boundAsRow(int column, boolean upper) {
        String row = (upper ? "UP " : "LO ") + columnNames.get(column); // no row that was read holds a blank
        Integer known = rows.putIfAbsent(row, rowNames.size());
        if (known != null) {
            return known;
        }
        rowNames.add(row);
        senses.add(upper ? TwoStage.Sense.AT_MOST : TwoStage.Sense.AT_LEAST);
        terms.add(new LinkedHashMap<>(Map.of(column, 1.0)));
        sides.put(rowNames.size() - 1, upper ? highs.get(column) : lows.get(column));
        if (upper) {
            highs.set(column, Double.POSITIVE_INFINITY);
        } else {
            lows.set(column, Double.NEGATIVE_INFINITY);
        }
        return rowNames.size() - 1;
    }

    /// Puts columns and rows of the second period behind those of the first; each keeps its place among its
    /// own.
    void arrange(Set<Integer> laterColumns, Set<Integer> laterRows) {
        int[] columnTo = places(columnNames.size(), laterColumns);
        int[] rowTo = places(rowNames.size(), laterRows);
        List<Map<Integer, Double>> moved = new ArrayList<>();
        for (Map<Integer, Double> row : terms) {
            Map<Integer, Double> copy = new LinkedHashMap<>();
            row.forEach((column, value) -> copy.put(columnTo[column], value));
            moved.add(copy);
        }
        terms.clear();
        terms.addAll(moved);
        List.of(columnNames, costs, lows, highs, integers).forEach(list -> move(list, columnTo));
        List.of(rowNames, senses, terms).forEach(list -> move(list, rowTo));
        columns.replaceAll((_, column) -> columnTo[column]);
        rows.replaceAll((_, row) -> rowTo[row]);
        List.of(sides, ranges).forEach(map -> {
            Map<Integer, Double> copy = new HashMap<>();
            map.forEach((row, value) -> copy.put(rowTo[row], value));
            map.clear();
            map.putAll(copy);
        });
    }

    private static int[] places(int size, Set<Integer> later) {
        int[] to = new int[size];
        int early = 0;
        int late = size - later.size();
        for (int each = 0; each < size; each++) {
            to[each] = later.contains(each) ? late++ : early++;
        }
        return to;
    }

    private static <T> void move(List<T> list, int[] to) {
        List<T> before = List.copyOf(list);
        for (int each = 0; each < to.length; each++) {
            list.set(to[each], before.get(each));
        }
    }
}
