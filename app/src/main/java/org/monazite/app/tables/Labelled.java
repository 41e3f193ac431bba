package org.monazite.app.tables;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;

/// A table whose rows and columns have names, in one part (`region|sector`) or in two (region, sector).
final class Labelled {

    /// Ends the reading of a text after its header.
    private static final class Enough extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private Enough() {
            super("the header is read", null, false, false);
        }
    }

    /// A row with its name.
    record Line(Row row, int labels, String label) {

        double amount(int column, String name) {
            return row.amount(column + labels, name);
        }

        double number(int column, String name) {
            return row.number(column + labels, name);
        }

        void sized(int columns) {
            row.sized(labels + columns, labels + columns);
        }

        Problem wrong(String key, int column, String name, Object... more) {
            return row.wrong(key, column + labels, name, more);
        }

        /// A problem with the name itself.
        Problem unknown(String key) {
            return Problem.of(ExitCode.INPUT, key, row.where(0), "row", Row.shown(label));
        }
    }

    private final Consumer<Line> each;
    private @Nullable Row regions; // first of two header lines
    private int labels;
    private boolean begun;
    private List<String> columns = List.of();

    private Labelled(Consumer<Line> each) {
        this.each = each;
    }

    /// Goes through the rows below the header.
    static void read(Input input, Consumer<Line> each) throws IOException {
        Labelled table = new Labelled(each);
        Rows.csv(input, MrioFiles.tabs(input) ? '\t' : ',', table::row);
        if (table.columns.isEmpty()) {
            throw Problem.of(ExitCode.INPUT, "problem.table.empty", input.label());
        }
    }

    /// The names of the columns.
    static List<String> columns(Input input) throws IOException {
        Labelled table = new Labelled(line -> {
            throw new Enough();
        });
        try {
            Rows.csv(input, MrioFiles.tabs(input) ? '\t' : ',', table::row);
        } catch (Enough e) {
            return table.columns;
        }
        throw Problem.of(ExitCode.INPUT, "problem.table.empty", input.label());
    }

    private void row(Row row) {
        if (columns.isEmpty()) {
            header(row);
            return;
        }
        boolean first = !begun;
        begun = true;
        if (first && labels == 2 && onlyNames(row)) {
            return;
        }
        String label = labels == 1 ? row.text(0) : row.size() < 2 ? "" : row.text(0) + "|" + row.text(1);
        if (label.isEmpty() || label.equals("|") || label.length() > 400) {
            throw row.wrong("problem.cell.name", 0, "row");
        }
        each.accept(new Line(row, labels, label));
    }

    /// One header line, or two: then the first has nothing, or nothing but a word, above the names of the
    /// rows.
    private void header(Row row) {
        if (regions != null) {
            row.sized(regions.size(), regions.size());
            columns = names(row, 2, regions);
        } else if (row.size() > 2 && row.text(1).isEmpty()) {
            labels = 2;
            regions = row;
        } else {
            labels = row.size() > 2 && row.text(1).equals("sector") ? 2 : 1;
            columns = names(row, labels, null);
        }
        if (regions != row && columns.isEmpty()) {
            throw Problem.of(ExitCode.INPUT, "problem.table.header", row.where(0), "1", Row.shown(row.text(0)));
        }
    }

    private static List<String> names(Row row, int from, @Nullable Row above) {
        List<String> names = new ArrayList<>();
        for (int i = from; i < row.size(); i++) {
            String name = row.name(i, "column");
            names.add(above == null ? name : above.name(i, "region") + "|" + name);
        }
        return names;
    }

    /// A line that only names the two columns of names.
    private static boolean onlyNames(Row row) {
        for (int i = 2; i < row.size(); i++) {
            if (!row.text(i).isEmpty()) {
                return false;
            }
        }
        return row.size() > 2;
    }
}
