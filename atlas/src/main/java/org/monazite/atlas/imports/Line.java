package org.monazite.atlas.imports;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// One line of a table: cells by the name of their column, without blanks around them.
///
/// @param file how messages call the file, with the sheet of a workbook
/// @param number line in the file, from 1
/// @param header columns by name
/// @param cells text of the cells
/// @param formulas columns whose cell is a formula with a stored result
/// @param sheet whether cells are named as in a workbook
record Line(
        String file,
        long number,
        Map<String, Integer> header,
        List<String> cells,
        Set<Integer> formulas,
        boolean sheet) {

    /// The text of a column; empty where nothing stands or the table has no such column.
    String text(String column) {
        Integer index = header.get(column);
        return index == null || index >= cells.size() ? "" : strip(cells.get(index));
    }

    /// A text without blanks around it, those that do not break a line (U+00A0) included: publishers leave them.
    static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || c == '\u00a0';
    }

    /// The text of a column that must be filled.
    String need(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            throw problem(column, Reason.MISSING, "");
        }
        return text;
    }

    boolean has(String column) {
        return header.containsKey(column);
    }

    boolean isFormula(String column) {
        Integer index = header.get(column);
        return index != null && formulas.contains(index);
    }

    /// Whether nothing stands in the line.
    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }

    /// Where a column stands: `file:line:column` or `file!sheet:cell`.
    String where(String column) {
        return where(header.getOrDefault(column, 0));
    }

    String where(int index) {
        return sheet ? file + ":" + letters(index) + number : file + ":" + number + ":" + (index + 1);
    }

    /// A rule that a cell breaks; ends the reading of this line.
    CellProblem problem(String column, Reason reason, String suggestion) {
        return new CellProblem(new Reject(where(column), column, text(column), reason, suggestion));
    }

    /// The same, with a suggestion that takes time to find.
    CellProblem problem(String column, Reason reason, Supplier<String> suggestion) {
        return new CellProblem(reason, () -> new Reject(where(column), column, text(column), reason, suggestion.get()));
    }

    /// Looks at what stands in the cells, whatever the format: texts that are too long or are no text, formulas
    /// without a result.
    ///
    /// @throws CellProblem for the first cell that breaks a rule
    void check() {
        check(Limits.CELL_CHARS);
    }

    /// The same, of a source with longer texts.
    void check(int mostChars) {
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            if (cell.length() > mostChars) {
                throw problem(i, Reason.LONG_CELL);
            }
            if (formulas.contains(i) && cell.isBlank()) {
                throw problem(i, Reason.NO_STORED_RESULT);
            }
            if (!TextCheck.isText(cell)) {
                throw problem(i, Reason.NO_TEXT);
            }
        }
    }

    private CellProblem problem(int index, Reason reason) {
        String column = header.entrySet().stream()
                .filter(each -> each.getValue() == index)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
        return new CellProblem(new Reject(where(index), column, cells.get(index), reason, ""));
    }

    static String letters(int index) {
        StringBuilder letters = new StringBuilder();
        for (int rest = index; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }
}
