package org.monazite.plan.cases;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.monazite.plan.cases.SmpsLine.Form;

/// The `.tim` of an SMPS program: which columns and rows belong to the first of two periods.
///
/// @param firstColumns how many columns come before those of the second period
/// @param firstRows how many rows come before those of the second period
record Periods(int firstColumns, int firstRows) {

    private static final String PART = ".tim";
    private static final int TWO = 2;

    /// Reads a time line. If it names the period of every column and row, the core is put into that order.
    static Periods read(MpsCore core, String text, Form form) {
        List<SmpsLine> periods = new ArrayList<>();
        List<SmpsLine> columns = new ArrayList<>();
        List<SmpsLine> rows = new ArrayList<>();
        List<SmpsLine> elsewhere = new ArrayList<>();
        List<SmpsLine> section = elsewhere;
        boolean explicit = false;
        for (SmpsLine line : SmpsLine.of(PART, text, form)) {
            if (line.head()) {
                explicit |= line.section().equals("PERIODS")
                        && line.size() > 1
                        && line.key(1).equals("EXPLICIT");
                section = switch (line.section()) {
                    case "PERIODS" -> periods;
                    case "COLUMNS" -> columns;
                    case "ROWS" -> rows;
                    case "TIME" -> elsewhere;
                    default -> throw line.problem("the section '%s' is not one we read".formatted(line.word(0)));
                };
            } else {
                section.add(line);
            }
        }
        if (!elsewhere.isEmpty()) {
            SmpsLine line = elsewhere.getFirst();
            throw line.problem("'%s' stands in no section we read".formatted(line.all()));
        }
        needTwo(periods);
        return explicit ? named(core, periods, columns, rows) : begun(core, periods);
    }

    private static void needTwo(List<SmpsLine> periods) {
        String problem = "there are %d periods; we read programs of two".formatted(periods.size());
        if (periods.size() > TWO) {
            throw periods.get(TWO).problem(problem);
        }
        if (periods.size() < TWO) {
            throw new CaseFormatException(PART, 0, problem);
        }
    }

    /// Each period begins with a column and a row.
    private static Periods begun(MpsCore core, List<SmpsLine> periods) {
        periods.forEach(line -> line.needs(3, 3));
        SmpsLine first = periods.getFirst();
        if (find(core.columns, first, 0, "column") != 0) {
            throw first.problem(0, "columns before '%s' belong to no period".formatted(first.word(0)));
        }
        if (!core.isFree(first.word(1))) {
            find(core.rows, first, 1, "row");
        }
        SmpsLine second = periods.getLast();
        return new Periods(find(core.columns, second, 0, "column"), find(core.rows, second, 1, "row"));
    }

    private static int find(Map<String, Integer> among, SmpsLine line, int at, String kind) {
        Integer found = among.get(line.word(at));
        if (found == null) {
            throw line.problem(at, "there is no %s '%s'".formatted(kind, line.word(at)));
        }
        return found;
    }

    /// Each column and row is listed with its period.
    private static Periods named(MpsCore core, List<SmpsLine> periods, List<SmpsLine> columns, List<SmpsLine> rows) {
        periods.forEach(line -> line.needs(1, 1));
        String one = periods.getFirst().word(0);
        String two = periods.getLast().word(0);
        Set<Integer> laterColumns = later(core, core.columns, columns, "column", one, two);
        Set<Integer> laterRows = later(core, core.rows, rows, "row", one, two);
        core.arrange(laterColumns, laterRows);
        return new Periods(core.columnNames.size() - laterColumns.size(), core.rowNames.size() - laterRows.size());
    }

    private static Set<Integer> later(
            MpsCore core, Map<String, Integer> known, List<SmpsLine> lines, String kind, String one, String two) {
        Set<Integer> seen = new HashSet<>();
        Set<Integer> later = new HashSet<>();
        for (SmpsLine line : lines) {
            line.needs(2, 2);
            String period = line.word(1);
            if (!period.equals(one) && !period.equals(two)) {
                throw line.problem(1, "there is no period '%s'; there are '%s' and '%s'".formatted(period, one, two));
            }
            if (kind.equals("row") && core.isFree(line.word(0))) {
                continue; // the objective belongs to both
            }
            int index = find(known, line, 0, kind);
            if (!seen.add(index)) {
                throw line.problem(0, "'%s' has a period already".formatted(line.word(0)));
            }
            if (period.equals(two)) {
                later.add(index);
            }
        }
        if (seen.size() < known.size()) {
            List<String> names = kind.equals("row") ? core.rowNames : core.columnNames;
            String missing = names.stream()
                    .filter(name -> !seen.contains(known.getOrDefault(name, -1)))
                    .findFirst()
                    .orElse("");
            throw new CaseFormatException(PART, 0, "%s '%s' has no period".formatted(kind, missing));
        }
        return later;
    }
}
