package org.monazite.atlas.imports;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.monazite.atlas.imports.ImportException.Fault;

/// Reads a table line by line: header, rules of the format, counts.
final class TableReader {

    /// Rows above a header line that may hold titles.
    private static final int TITLES = 40;

    private final Rule rule;
    private final Out out;
    private @Nullable Map<String, Integer> header;
    private int before;
    private List<String> above = List.of();

    TableReader(Rule rule, Out out) {
        this.rule = rule;
        this.out = out;
    }

    /// Reads a table to its end.
    void read(Lines lines) throws IOException {
        header = null;
        before = 0;
        above = List.of();
        lines.each(row -> take(lines, row));
        if (header == null) {
            throw new ImportException(Fault.HEADER, lines.name(), "-");
        }
    }

    private void take(Lines lines, Lines.Raw row) {
        Map<String, Integer> columns = header;
        if (columns == null) {
            begin(lines, row);
            return;
        }
        Line line = new Line(lines.name(), row.number(), columns, row.cells(), row.formulas(), lines.isSheet());
        if (line.isBlank()) {
            out.note("blank-line", 1);
            return;
        }
        if (rule.isFooter(row.cells())) {
            out.note("footer", 1);
            return;
        }
        out.begin();
        try {
            check(line, columns.size(), rule);
            rule.take(line, out);
            out.end();
        } catch (CellProblem problem) {
            out.refuse(problem);
        }
    }

    private void begin(Lines lines, Lines.Raw row) {
        if (!row.isBlank() && rule.isHeader(row.cells(), above)) {
            List<String> columns = rule.columns(row.cells(), above);
            Map<String, Integer> names = names(lines, new Lines.Raw(row.number(), columns, Set.of()));
            rule.header(lines.name(), names);
            header = names;
        } else if (++before > TITLES) {
            throw new ImportException(Fault.HEADER, lines.name() + ":" + row.number(), "-");
        } else if (!row.isBlank()) {
            above = row.cells();
        }
    }

    private static Map<String, Integer> names(Lines lines, Lines.Raw row) {
        Map<String, Integer> names = new LinkedHashMap<>();
        int last = row.cells().size();
        while (last > 0 && row.cells().get(last - 1).isBlank()) {
            last--;
        }
        for (int i = 0; i < last; i++) {
            String name = row.cells().get(i).strip();
            if (names.put(name, i) != null) {
                throw new ImportException(Fault.HEADER, lines.name() + ":" + row.number(), "2 x '" + name + "'");
            }
        }
        return names;
    }

    private static void check(Line line, int columns, Rule rule) {
        List<String> cells = line.cells();
        boolean tooMany = cells.size() > columns
                && cells.subList(columns, cells.size()).stream().anyMatch(cell -> !cell.isBlank());
        boolean ended = !tooMany
                && (rule.endsWithComma() && cells.size() == columns + 1 || rule.isPadded() && cells.size() > columns);
        if (!line.sheet() && cells.size() != columns && !ended || line.sheet() && tooMany) {
            throw new CellProblem(new Reject(
                    line.where(Math.min(cells.size(), columns) - 1),
                    "",
                    String.join(",", cells),
                    Reason.CELL_COUNT,
                    cells.size() + " / " + columns));
        }
        line.check(rule.mostChars());
    }

    /// A header that must be exactly a set of columns, in any order.
    static void exactly(String name, Map<String, Integer> header, List<String> expected) {
        among(name, header, expected, Set.of());
    }

    /// A header that must have some columns and may have others.
    static void among(String name, Map<String, Integer> header, List<String> needed, Set<String> possible) {
        Set<String> missing = new TreeSet<>(needed);
        missing.removeAll(header.keySet());
        Set<String> unknown = new TreeSet<>(header.keySet());
        needed.forEach(unknown::remove);
        unknown.removeAll(possible);
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw new ImportException(
                    Fault.HEADER,
                    name,
                    Out.joined(
                                    missing.isEmpty() ? "" : "- " + String.join(", ", missing),
                                    unknown.isEmpty() ? "" : "+ " + Reject.shown(String.join(", ", unknown)))
                            + " | "
                            + String.join(",", needed));
        }
    }
}
