package org.monazite.atlas.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.monazite.atlas.imports.IeaSheet.Panel;
import org.monazite.atlas.imports.Out.Statement;

/// IEA Critical Minerals Data Explorer, editions since 2023: a title with the unit on each sheet, a row of scenarios, a
/// row of years that holds for the whole sheet, then blocks of rows below a heading. What heading and row name differs
/// by sheet ([IeaSheet.Kind]). Figures are taken as kt of the element, which the file does not say of each block.
final class IeaExplorer {

    /// The rule that counts sheets which grant the open licence.
    static final String OPEN_LICENCE = "open-licence";

    private static final String GRANT = "creative commons attribution 4.0";

    /// Values that two sheets print of one quantity may differ by what was rounded.
    private static final double SAME = 1e-6;

    private final Lexicon lexicon;
    private final Out out;

    /// What was said of a quantity, and on which sheet: sheets 1 and 3.1 repeat each other.
    private final Map<String, Double> said = new HashMap<>();

    private final Map<String, String> saidOn = new HashMap<>();
    private IeaSheet sheet = new IeaSheet();

    IeaExplorer(Lexicon lexicon, Out out) {
        this.lexicon = lexicon;
        this.out = out;
    }

    void read(Snapshot snapshot) throws IOException {
        try (Workbook book = Workbook.open(snapshot.path(), snapshot.name())) {
            for (String name : book.sheets()) {
                sheet = new IeaSheet();
                long before = out.counts().rows();
                Lines lines = book.lines(name);
                lines.each(row -> take(lines, row));
                out.note("other-sheet", out.counts().rows() == before ? 1 : 0);
            }
        }
    }

    private void take(Lines lines, Lines.Raw row) {
        List<String> cells = row.cells().stream().map(Line::strip).toList();
        if (cells.stream().allMatch(String::isEmpty) || sheet.begins(lines.name(), row.number(), cells)) {
            return;
        }
        if (cells.stream().noneMatch(Cells::isNumber)) {
            boolean grants = cells.stream()
                    .anyMatch(cell -> cell.toLowerCase(Locale.ROOT).contains(GRANT));
            out.note(OPEN_LICENCE, grants ? 1 : 0);
            sheet.heading(cells);
            return;
        }
        if (sheet.panels().isEmpty()) {
            stray(lines, row, cells);
            return;
        }
        for (Panel panel : sheet.panels()) {
            if (panel.isHeading(cells)) {
                sheet.heading(panel, cells);
            } else if (panel.hasNumbers(cells)) {
                take(lines, row, panel);
            }
        }
        beside(lines, row, cells);
    }

    /// Numbers below no row of years: nobody knows what they are. One alone is a page or an edition.
    private void stray(Lines lines, Lines.Raw row, List<String> cells) {
        if (cells.stream().filter(Cells::isNumber).count() >= 2) {
            refuse(lines, row, 0, String.join(",", cells), Reason.NOT_A_PERIOD, "2024");
        }
    }

    /// Words beside the tables help the charts of the publisher; a number there is a slip.
    private void beside(Lines lines, Lines.Raw row, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (Cells.isNumber(cells.get(i)) && !sheet.isTaken(i)) {
                refuse(lines, row, i, cells.get(i), Reason.CELL_COUNT, "years");
                return;
            }
        }
    }

    private void refuse(Lines lines, Lines.Raw row, int column, String text, Reason reason, String suggestion) {
        out.begin();
        String where = lines.name() + ":" + Line.letters(column) + row.number();
        out.refuse(new CellProblem(new Reject(where, "", text, reason, suggestion)));
    }

    static boolean isYear(String cell) {
        return Cells.isYear(cell.replaceFirst("\\.0+$", ""));
    }

    static boolean isScenario(String cell) {
        String words = cell.toLowerCase(Locale.ROOT);
        return Set.of("scenario", "policies", "pledges", "net zero").stream().anyMatch(words::contains);
    }

    private void take(Lines lines, Lines.Raw row, Panel panel) {
        Map<String, Integer> columns = new LinkedHashMap<>(panel.years());
        Line line = new Line(lines.name(), row.number(), columns, row.cells(), row.formulas(), true);
        out.begin();
        try {
            line.check();
            state(line, panel);
            out.end();
        } catch (CellProblem problem) {
            out.refuse(problem);
        }
    }

    private void state(Line line, Panel panel) {
        String label = panel.label(line.cells());
        if (label.isEmpty()) {
            throw new CellProblem(new Reject(line.where(panel.labelColumn()), "", "", Reason.MISSING, ""));
        }
        if (label.toLowerCase(Locale.ROOT).contains("share")) {
            panel.years().keySet().forEach(column -> Cells.soundNumber(line, column, 0, 1));
            out.ignore("share-row");
            return;
        }
        String heading = sheet.headingOf(panel);
        boolean supply = sheet.kind() == IeaSheet.Kind.SUPPLY;
        boolean named = sheet.kind() == IeaSheet.Kind.ROW_IS_MINERAL;
        if (!named && heading.isEmpty()) {
            throw new CellProblem(
                    new Reject(line.where(panel.labelColumn()), "", label, Reason.UNKNOWN_PRODUCT, "Copper"));
        }
        String place = supply ? place(line, panel, label) : "WLD";
        String subject = "iea." + Cells.slug(named ? label : heading);
        String measure = supply
                ? "production"
                : "demand: " + (named ? Out.joined(sheet.technology(), heading).replace(";", ",") : label);
        long before = out.figuresOfLine();
        boolean repeats = false;
        for (String column : new ArrayList<>(panel.years().keySet())) {
            repeats |= !line.text(column).isEmpty() && !figure(line, column, place, subject, measure);
        }
        if (repeats && out.figuresOfLine() == before) {
            out.ignore("said-before");
        }
    }

    /// Takes a cell; false when another sheet has said the same.
    private boolean figure(Line line, String column, String place, String subject, String measure) {
        String scenario = column.substring(0, column.indexOf('|'));
        String period = column.substring(column.indexOf('|') + 1);
        String whole = scenario.isEmpty() ? measure : measure + ", " + scenario;
        double tonnes = Cells.tonnes(line, column, 1e3);
        String key = String.join("\u001f", place, subject, whole, period);
        double other = said.getOrDefault(key, Double.NaN);
        if (Math.abs(tonnes - other) <= SAME * Math.max(tonnes, other)
                && !saidOn.getOrDefault(key, "").equals(line.file())) {
            return false;
        }
        said.putIfAbsent(key, tonnes);
        saidOn.putIfAbsent(key, line.file());
        out.figure(
                line,
                column,
                new Statement(
                        place,
                        "",
                        subject,
                        whole,
                        period,
                        Quantity.of(tonnes),
                        "t element",
                        "reported",
                        "unit taken as kt of the element"));
        out.note("assumed-element", 1);
        return true;
    }

    private String place(Line line, Panel panel, String label) {
        if (label.matches("(?i)total( clean technologies)?")) { // the edition of May 2024 slips once
            return "WLD";
        }
        Set<String> places = lexicon.places(label);
        if (places.size() == 1) {
            return places.iterator().next();
        }
        Reason reason = places.isEmpty() ? Reason.UNKNOWN_PLACE : Reason.AMBIGUOUS_PLACE;
        throw new CellProblem(
                reason,
                () -> new Reject(
                        line.where(panel.labelColumn()),
                        "",
                        label,
                        reason,
                        places.isEmpty() ? lexicon.nearestPlace(label) : String.join(", ", places)));
    }
}
