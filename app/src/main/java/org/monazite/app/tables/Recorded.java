package org.monazite.app.tables;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;

/// A row of a recorded table, by the names of its columns.
public final class Recorded {

    private final Row row;
    private final Map<String, Integer> columns;

    private Recorded(Row row, Map<String, Integer> columns) {
        this.row = row;
        this.columns = columns;
    }

    /// Goes through a CSV file with a header.
    ///
    /// @param needed columns that must be there; none are ignored but those the caller does not ask for
    /// @return number of rows
    /// @throws Problem with file, line and column
    public static int csv(Input input, List<String> needed, Consumer<Recorded> each) throws IOException {
        int[] rows = new int[1];
        Map<String, Integer> columns = new HashMap<>();
        Rows.csv(input, ',', row -> {
            if (columns.isEmpty()) {
                header(row, needed, columns);
                return;
            }
            row.sized(columns.size(), columns.size());
            rows[0]++;
            each.accept(new Recorded(row, columns));
        });
        if (columns.isEmpty()) {
            throw Problem.of(ExitCode.INPUT, "problem.table.empty", input.label());
        }
        return rows[0];
    }

    private static void header(Row row, List<String> needed, Map<String, Integer> columns) {
        for (int i = 0; i < row.size(); i++) {
            if (columns.put(row.text(i), i) != null) {
                throw row.wrong("problem.row.twice", i, "column");
            }
        }
        for (String name : needed) {
            if (!columns.containsKey(name)) {
                throw Problem.of(
                        ExitCode.INPUT,
                        "problem.table.header",
                        row.where(0),
                        name,
                        Row.shown(String.join(",", row.fields())));
            }
        }
    }

    /// Goes through a file with fields between blanks and no header.
    ///
    /// @param names what its columns are called
    /// @return number of rows
    public static int blanks(Input input, List<String> names, Consumer<Recorded> each) throws IOException {
        int[] rows = new int[1];
        Map<String, Integer> columns = new HashMap<>();
        names.forEach(name -> columns.put(name, columns.size()));
        Rows.blanks(input, row -> {
            row.sized(names.size(), names.size());
            rows[0]++;
            each.accept(new Recorded(row, columns));
        });
        return rows[0];
    }

    private int at(String column) {
        Integer at = columns.get(column);
        if (at == null) {
            throw new IllegalArgumentException("The table has no column '" + column + "'.");
        }
        return at;
    }

    /// The text of a column.
    public String text(String column) {
        return row.text(at(column));
    }

    /// A name: not empty, without control characters.
    public String name(String column) {
        return row.name(at(column), column);
    }

    /// A finite number, zero or more.
    public double amount(String column) {
        return row.amount(at(column), column);
    }

    /// A finite number.
    public double number(String column) {
        return row.number(at(column), column);
    }

    /// A whole number, zero or more.
    public int whole(String column) {
        return row.count(at(column), column);
    }

    /// A problem with a column.
    public Problem wrong(String key, String column, Object... more) {
        return row.wrong(key, at(column), column, more);
    }
}
