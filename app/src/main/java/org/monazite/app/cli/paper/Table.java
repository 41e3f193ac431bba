package org.monazite.app.cli.paper;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.monazite.supply.Flag;

/// Rows for people and for programs: aligned text, tab-separated text, CSV with full precision.
public final class Table {

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    /// One cell: what people read, and the exact value for CSV.
    public record Cell(String text, String exact) {

        /// Words, or what is exact as it is read.
        public static Cell of(String text) {
            return new Cell(text, text);
        }

        /// A number; empty in CSV where it is NaN.
        public static Cell of(String text, double exact) {
            return new Cell(text, Double.isNaN(exact) ? "" : Double.toString(exact));
        }

        /// A count.
        public static Cell of(String text, long exact) {
            return new Cell(text, Long.toString(exact));
        }

        /// A number that rests on an estimate.
        boolean isEstimate() {
            return text.startsWith(Flag.ESTIMATE.mark());
        }
    }

    /// A page for people is at most this wide: names wrapped by a terminal cannot be read.
    private static final int WIDEST = 100;

    /// How far columns of words, and headers, are folded: first a little, then as far as can still be read.
    private static final List<Fold> FOLDS = List.of(new Fold(20, 8), new Fold(10, 4));

    /// @param words columns below which a column of words is not folded
    /// @param header columns below which a header is not folded
    private record Fold(int words, int header) {}

    /// The column of CSV that names the numbers of a row that rest on estimates.
    public static final String ESTIMATES = "estimates";

    /// @param shown false for what files alone hold
    private record Column(String key, String header, boolean right, boolean shown) {}

    private final List<Column> columns = new ArrayList<>();
    private final List<List<Cell>> rows = new ArrayList<>();

    /// Adds a column that files hold and pages do not show.
    public Table hidden(String key) {
        columns.add(new Column(key, key, true, false));
        return this;
    }

    /// Adds a column of words.
    public Table text(String key, String header) {
        columns.add(new Column(key, header, false, true));
        return this;
    }

    /// Adds a column of numbers.
    public Table number(String key, String header) {
        columns.add(new Column(key, header, true, true));
        return this;
    }

    /// Adds a row; one cell for each column.
    public Table row(Cell... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    "The table has %d columns, the row %d cells.".formatted(columns.size(), cells.length));
        }
        rows.add(Arrays.asList(cells));
        return this;
    }

    /// Whether it has no row.
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /// Aligned by terminal columns, a header first; what would be too wide folds headers and words.
    List<String> aligned() {
        if (columns.stream().anyMatch(column -> !column.shown())) {
            return visible().aligned();
        }
        int[] widths = new int[columns.size()];
        Arrays.setAll(widths, this::widest);
        for (Fold fold : FOLDS) {
            foldHeaders(widths, fold);
            foldWords(widths, fold);
        }
        List<String> lines = new ArrayList<>(lines(headers(), widths));
        for (List<Cell> row : rows) {
            lines.addAll(lines(row.stream().map(Cell::text).toList(), widths));
        }
        return lines;
    }

    /// The table without its hidden columns.
    private Table visible() {
        Table table = new Table();
        columns.stream().filter(Column::shown).forEach(table.columns::add);
        for (List<Cell> row : rows) {
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                if (columns.get(i).shown()) {
                    cells.add(row.get(i));
                }
            }
            table.rows.add(cells);
        }
        return table;
    }

    private List<String> headers() {
        return columns.stream().map(Column::header).toList();
    }

    private int widest(int column) {
        return Math.max(Width.of(columns.get(column).header()), widestCell(column));
    }

    private int widestCell(int column) {
        return rows.stream()
                .mapToInt(row -> Width.of(row.get(column).text()))
                .max()
                .orElse(0);
    }

    private static int total(int[] widths) {
        return Arrays.stream(widths).sum() + 2 * widths.length;
    }

    /// Takes from the widest header first, down to its cells and its longest word.
    private void foldHeaders(int[] widths, Fold fold) {
        int[] least = new int[widths.length];
        Arrays.setAll(
                least,
                i -> Math.max(widestCell(i), Folding.leastWidth(columns.get(i).header(), fold.header())));
        while (total(widths) > WIDEST) {
            int column = -1;
            for (int i = 0; i < widths.length; i++) {
                if (widths[i] > least[i] && (column < 0 || widths[i] - least[i] > widths[column] - least[column])) {
                    column = i;
                }
            }
            if (column < 0) {
                return;
            }
            widths[column]--;
        }
    }

    /// Takes from the widest column of words; no word is cut.
    private void foldWords(int[] widths, Fold fold) {
        int[] least = new int[widths.length];
        Arrays.setAll(least, i -> columns.get(i).right() ? Integer.MAX_VALUE : longestWord(i, fold.words()));
        while (total(widths) > WIDEST) {
            int column = -1;
            for (int i = 0; i < widths.length; i++) {
                if (widths[i] > least[i] && (column < 0 || widths[i] > widths[column])) {
                    column = i;
                }
            }
            if (column < 0) {
                return;
            }
            widths[column]--;
        }
    }

    private int longestWord(int column, int least) {
        return rows.stream()
                .mapToInt(row -> Folding.leastWidth(row.get(column).text(), 8))
                .reduce(least, Math::max);
    }

    /// The lines of one row: as many as its longest folded cell.
    private List<String> lines(List<String> texts, int[] widths) {
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            cells.add(Folding.fold(texts.get(i), widths[i]));
        }
        int height = cells.stream().mapToInt(List::size).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (int k = 0; k < height; k++) {
            int at = k;
            lines.add(line(
                    cells.stream()
                            .map(cell -> at < cell.size() ? cell.get(at) : "")
                            .toList(),
                    widths));
        }
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
        if (columns.stream().anyMatch(column -> !column.shown())) {
            return visible().plain();
        }
        return rows.stream()
                .map(row -> String.join("\t", row.stream().map(Cell::text).toList()))
                .toList();
    }

    /// A text that a spreadsheet would run as a formula carries an apostrophe; numbers stay numbers.
    static String safe(String text) {
        boolean risky = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return risky && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    /// CSV with a header, exact values. Where numbers rest on estimates a last column names them in each
    /// row by their columns, with semicolons: the mark of the text has no place in an exact number.
    String csv() {
        boolean marked = rows.stream().flatMap(List::stream).anyMatch(Cell::isEstimate);
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(
                    Stream.concat(columns.stream().map(Column::key), marked ? Stream.of(ESTIMATES) : Stream.of())
                            .toList());
            rows.forEach(row -> csv.writeRecord(Stream.concat(
                            row.stream().map(Cell::exact).map(Table::safe),
                            marked ? Stream.of(estimates(row)) : Stream.of())
                    .toList()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write text", e);
        }
        return text.toString();
    }

    private String estimates(List<Cell> row) {
        return IntStream.range(0, row.size())
                .filter(i -> row.get(i).isEstimate())
                .mapToObj(i -> columns.get(i).key())
                .collect(Collectors.joining(";"));
    }
}
