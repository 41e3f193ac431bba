package org.monazite.atlas.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.monazite.atlas.imports.ImportException.Fault;

/// What the rows of one sheet of the explorer mean: its title, its row of years, the headings of its blocks.
final class IeaSheet {

    /// What a heading and the rows below it name.
    enum Kind {
        /// Heading `Copper - Mining`, rows are places.
        SUPPLY,
        /// Heading `Copper`, rows are uses.
        HEADING_IS_MINERAL,
        /// Heading is a case such as `Base case`, rows are minerals; the title says the technology.
        ROW_IS_MINERAL
    }

    private static final Pattern TECHNOLOGY = Pattern.compile("Mineral demand for (.*?) ?\\(kt\\)");

    private final List<Panel> panels = new ArrayList<>();
    private final Map<Panel, String> headings = new HashMap<>();
    private List<String> above = List.of();
    private String title = "";

    /// A table that stands beside others below one row of years.
    ///
    /// @param labelColumn where its rows are named
    /// @param years columns by scenario and year, `Stated Policies scenario|2030`; `|2023` is history
    record Panel(int labelColumn, Map<String, Integer> years) {

        String label(List<String> cells) {
            return labelColumn < cells.size() ? Line.strip(cells.get(labelColumn)) : "";
        }

        boolean hasNumbers(List<String> cells) {
            return years.values().stream()
                    .anyMatch(i -> i < cells.size() && !cells.get(i).isBlank());
        }

        boolean isHeading(List<String> cells) {
            return !label(cells).isEmpty() && !hasNumbers(cells);
        }
    }

    /// Takes a row of years, which holds for all rows below it.
    ///
    /// @return whether the row is one
    boolean begins(String name, long number, List<String> cells) {
        List<String> filled = cells.stream().filter(cell -> !cell.isEmpty()).toList();
        if (filled.size() < 2 || !filled.stream().allMatch(IeaExplorer::isYear)) {
            return false;
        }
        if (!title.contains("(kt)")) {
            throw header(name, number, 0, "- (kt)");
        }
        panels.clear();
        headings.clear();
        Map<String, Integer> years = new LinkedHashMap<>();
        int label = 0;
        String scenario = "";
        for (int i = 0; i < cells.size(); i++) {
            if (i < above.size() && IeaExplorer.isScenario(above.get(i))) {
                scenario = above.get(i);
            }
            if (cells.get(i).isEmpty()) {
                continue;
            }
            String column = scenario + "|" + cells.get(i).substring(0, 4);
            if (years.containsKey(column)) { // the years begin anew: another table beside the first
                if (!scenario.isEmpty() || !cells.get(i - 1).isEmpty()) {
                    throw header(name, number, i, "2 x '" + cells.get(i) + "'");
                }
                panels.add(new Panel(label, years));
                years = new LinkedHashMap<>();
                label = i - 1;
            }
            years.put(column, i);
        }
        panels.add(new Panel(label, years));
        return true;
    }

    private static ImportException header(String name, long number, int column, String what) {
        String where = name + ":" + Line.letters(column) + number;
        return new ImportException(Fault.HEADER, where, what + " | (kt); 2024, 2030, 2040");
    }

    /// Takes a row of words: the title of the sheet, scenarios above the years, or headings of blocks.
    void heading(List<String> cells) {
        above = cells;
        String first =
                cells.stream().filter(cell -> !cell.isEmpty()).findFirst().orElse("");
        if (panels.isEmpty() && !IeaExplorer.isScenario(first)) {
            title = first;
        }
        panels.forEach(panel -> heading(panel, cells));
    }

    /// Takes the heading of one block.
    void heading(Panel panel, List<String> cells) {
        if (!panel.label(cells).isEmpty()) {
            headings.put(panel, panel.label(cells));
        }
    }

    String headingOf(Panel panel) {
        return headings.getOrDefault(panel, "");
    }

    List<Panel> panels() {
        return panels;
    }

    boolean isTaken(int column) {
        return panels.stream().anyMatch(panel -> panel.years().containsValue(column));
    }

    Kind kind() {
        String words = title.toLowerCase(Locale.ROOT);
        return words.contains("supply")
                ? Kind.SUPPLY
                : words.startsWith("mineral demand for") && !words.contains("by mineral and sector")
                        ? Kind.ROW_IS_MINERAL
                        : Kind.HEADING_IS_MINERAL;
    }

    /// What the minerals of the sheet are for.
    String technology() {
        Matcher matcher = TECHNOLOGY.matcher(title);
        return matcher.matches() ? matcher.group(1).replaceFirst(" - by mineral$", "") : "";
    }
}
