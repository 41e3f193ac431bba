package org.monazite.app.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Rows for people and for programs: aligned text, tab-separated text, CSV with full precision.
final class Table {

    /// One cell: what people read, and the exact value for CSV.
    record Cell(String text, String exact) {

        static Cell of(String text) {
            return new Cell(text, text);
        }

        static Cell of(String text, double exact) {
            return new Cell(text, Double.isNaN(exact) ? "" : Double.toString(exact));
        }

        static Cell of(String text, long exact) {
            return new Cell(text, Long.toString(exact));
        }
    }

    private record Column(String key, String header, boolean right) {}

    private final List<Column> columns = new ArrayList<>();
    private final List<List<Cell>> rows = new ArrayList<>();

    /// Adds a column of words.
    Table text(String key, String header) {
        columns.add(new Column(key, header, false));
        return this;
    }

    /// Adds a column of numbers.
    Table number(String key, String header) {
        columns.add(new Column(key, header, true));
        return this;
    }

    /// Adds a row; one cell for each column.
    Table row(Cell... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    "The table has %d columns, the row %d cells.".formatted(columns.size(), cells.length));
        }
        rows.add(Arrays.asList(cells));
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /// Aligned by terminal columns, a header first.
    List<String> aligned() {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = Math.max(
                    Width.of(columns.get(i).header()),
                    rows.stream()
                            .mapToInt(row -> Width.of(row.get(column).text()))
                            .max()
                            .orElse(0));
        }
        List<String> lines = new ArrayList<>();
        lines.add(line(columns.stream().map(Column::header).toList(), widths));
        rows.forEach(row -> lines.add(line(row.stream().map(Cell::text).toList(), widths)));
        return lines;
    }

    private String line(List<String> texts, int[] widths) {
        StringBuilder line = new StringBuilder(" ");
        for (int i = 0; i < widths.length; i++) {
            line.append(' ');
            line.append(
                    columns.get(i).right()
                            ? Width.right(texts.get(i), widths[i])
                            : Width.left(texts.get(i), widths[i]));
            line.append(' ');
        }
        return line.toString().stripTrailing();
    }

    /// One line a row, tabs between cells, no header.
    List<String> plain() {
        return rows.stream()
                .map(row -> String.join("\t", row.stream().map(Cell::text).toList()))
                .toList();
    }

    /// CSV with a header, exact values.
    String csv() {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(columns.stream().map(Column::key).toList());
            rows.forEach(row -> csv.writeRecord(row.stream().map(Cell::exact).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write text", e);
        }
        return text.toString();
    }
}
