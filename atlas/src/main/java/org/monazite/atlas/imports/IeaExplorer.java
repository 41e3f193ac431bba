package org.monazite.atlas.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.monazite.atlas.imports.ImportException.Fault;
import org.monazite.atlas.imports.Out.Statement;

/// IEA Critical Minerals Data Explorer: on each sheet one block for each mineral, headed by a row of years, with the
/// scenarios in the row above it. Figures are taken as kt of the element, which the file does not say of each block.
final class IeaExplorer {

    private static final Set<String> SCENARIOS = Set.of("scenario", "policies", "pledges", "net zero", "case");

    private final Lexicon lexicon;
    private final Out out;
    private List<String> above = List.of();
    private String title = "";
    private long last;
    private Map<String, Integer> header = Map.of();

    IeaExplorer(Lexicon lexicon, Out out) {
        this.lexicon = lexicon;
        this.out = out;
    }

    void read(Snapshot snapshot) throws IOException {
        try (Workbook book = Workbook.open(snapshot.path(), snapshot.name())) {
            for (String sheet : book.sheets()) {
                above = List.of();
                title = "";
                last = 0;
                header = Map.of();
                long before = out.counts().rows();
                Lines lines = book.lines(sheet);
                lines.each(row -> take(lines, row, sheet));
                out.note("other-sheet", out.counts().rows() == before ? 1 : 0);
            }
        }
    }

    private void take(Lines lines, Lines.Raw row, String sheet) {
        List<String> cells = row.cells().stream().map(String::strip).toList();
        boolean gap = row.number() > last + 1; // empty rows do not stand in the file
        last = row.number();
        if (gap || row.isBlank() || cells.stream().allMatch(cell -> cell.isEmpty() || isScenario(cell))) {
            header = Map.of();
            above = List.of();
        }
        if (row.isBlank()) {
            return;
        }
        if (cells.stream().filter(IeaExplorer::isYear).count() >= 2) {
            begin(lines, row, cells);
            return;
        }
        if (header.isEmpty() && cells.stream().filter(Cells::isNumber).count() >= 2) {
            out.begin(); // numbers below no row of years: nobody knows what they are
            out.refuse(new CellProblem(new Reject(
                    lines.name() + ":A" + row.number(), "", String.join(",", cells), Reason.NOT_A_PERIOD, "2024")));
            return;
        }
        if (header.isEmpty()) {
            above = cells;
            title = cells.stream()
                    .filter(cell -> !cell.isEmpty() && !isScenario(cell))
                    .findFirst()
                    .orElse(title);
            return;
        }
        Line line = new Line(lines.name(), row.number(), header, row.cells(), row.formulas(), true);
        out.begin();
        try {
            line.check();
            state(line, sheet.toLowerCase(Locale.ROOT));
            out.end();
        } catch (CellProblem problem) {
            out.refuse(problem);
        }
    }

    static boolean isYear(String cell) {
        return Cells.isYear(cell.replaceFirst("\\.0+$", ""));
    }

    static boolean isScenario(String cell) {
        String words = cell.toLowerCase(Locale.ROOT);
        return SCENARIOS.stream().anyMatch(words::contains);
    }

    /// Names the columns by scenario and year; columns left of the first scenario are history.
    private void begin(Lines lines, Lines.Raw row, List<String> cells) {
        Map<String, Integer> names = new LinkedHashMap<>();
        String scenario = "";
        for (int i = 0; i < cells.size(); i++) {
            if (i < above.size() && isScenario(above.get(i))) {
                scenario = above.get(i);
            }
            if (isYear(cells.get(i))) {
                if (names.putIfAbsent(scenario + "|" + cells.get(i).substring(0, 4), i) != null) {
                    throw header(lines, row, i, "2 x '" + cells.get(i) + "'");
                }
            } else if (!cells.get(i).isEmpty() && names.isEmpty()) {
                title = cells.get(i);
            } else if (!cells.get(i).isEmpty()) {
                throw header(lines, row, i, "+ " + Reject.shown(cells.get(i)));
            }
        }
        header = names;
    }

    private static ImportException header(Lines lines, Lines.Raw row, int column, String what) {
        String where = lines.name() + ":" + Line.letters(column) + row.number();
        return new ImportException(Fault.HEADER, where, what + " | 2024, 2030, 2040");
    }

    private void state(Line line, String sheet) {
        int first = header.values().stream().mapToInt(Integer::intValue).min().orElse(1);
        String label = "";
        for (int i = 0; i < first && i < line.cells().size() && label.isEmpty(); i++) {
            label = line.cells().get(i).strip();
        }
        if (label.isEmpty()) {
            throw new CellProblem(new Reject(line.where(0), "", "", Reason.MISSING, ""));
        }
        for (int i = first; i < line.cells().size(); i++) {
            if (!header.containsValue(i) && !line.cells().get(i).isBlank()) {
                throw new CellProblem(new Reject(
                        line.where(i), "", line.cells().get(i), Reason.CELL_COUNT, header.size() + " years"));
            }
        }
        if (label.toLowerCase(Locale.ROOT).contains("share")) {
            header.keySet().forEach(column -> Cells.soundNumber(line, column, 0, 1));
            out.ignore("share-row");
            return;
        }
        String words = (sheet + " " + title).toLowerCase(Locale.ROOT);
        boolean supply = words.matches(".*(supply|mining|refining|production).*");
        Set<String> places = lexicon.places(label);
        if (supply && places.size() != 1) {
            String name = label;
            Reason reason = places.isEmpty() ? Reason.UNKNOWN_PLACE : Reason.AMBIGUOUS_PLACE;
            throw new CellProblem(
                    reason,
                    () -> new Reject(
                            line.where(0),
                            "",
                            name,
                            reason,
                            places.isEmpty() ? lexicon.nearestPlace(name) : String.join(", ", places)));
        }
        String place = supply ? places.iterator().next() : "WLD";
        String measure = supply ? "production" : "demand: " + label;
        List<String> columns = new ArrayList<>(header.keySet());
        for (String column : columns) {
            if (!line.text(column).isEmpty()) {
                String scenario = column.substring(0, column.indexOf('|'));
                out.figure(
                        line,
                        column,
                        new Statement(
                                place,
                                "",
                                "iea." + Cells.slug(title),
                                scenario.isEmpty() ? measure : measure + ", " + scenario,
                                column.substring(column.indexOf('|') + 1),
                                Quantity.of(Cells.tonnes(line, column, 1e3)),
                                "t element",
                                "reported",
                                "unit taken as kt of the element"));
                out.note("assumed-element", 1);
            }
        }
    }
}
