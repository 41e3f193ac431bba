package org.monazite.atlas.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
            begin(cells);
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
            state(line, sheet.toLowerCase(Locale.ROOT));
            out.end();
        } catch (CellProblem problem) {
            out.refuse(problem.reject());
        }
    }

    private static boolean isYear(String cell) {
        return Cells.isYear(cell.replaceFirst("\\.0+$", ""));
    }

    private static boolean isScenario(String cell) {
        String words = cell.toLowerCase(Locale.ROOT);
        return SCENARIOS.stream().anyMatch(words::contains);
    }

    /// Names the columns by scenario and year; columns left of the first scenario are history.
    private void begin(List<String> cells) {
        Map<String, Integer> names = new LinkedHashMap<>();
        String scenario = "";
        for (int i = 0; i < cells.size(); i++) {
            if (i < above.size() && isScenario(above.get(i))) {
                scenario = above.get(i);
            }
            if (isYear(cells.get(i))) {
                names.putIfAbsent(scenario + "|" + cells.get(i).substring(0, 4), i);
            } else if (!cells.get(i).isEmpty() && names.isEmpty()) {
                title = cells.get(i);
            }
        }
        header = names;
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
        if (label.toLowerCase(Locale.ROOT).contains("share")) {
            out.ignore("share-row");
            return;
        }
        String words = (sheet + " " + title).toLowerCase(Locale.ROOT);
        boolean supply = words.matches(".*(supply|mining|refining|production).*");
        Set<String> places = lexicon.places(label);
        if (supply && places.size() != 1) {
            throw new CellProblem(new Reject(
                    line.where(0),
                    "",
                    label,
                    places.isEmpty() ? Reason.UNKNOWN_PLACE : Reason.AMBIGUOUS_PLACE,
                    places.isEmpty() ? lexicon.nearestPlace(label) : String.join(", ", places)));
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
                                Quantity.of(Cells.quantity(line, column)).times(1e3),
                                "t element",
                                "reported",
                                "unit taken as kt of the element"));
                out.note("assumed-element", 1);
            }
        }
    }
}
