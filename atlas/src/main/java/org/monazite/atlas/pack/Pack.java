package org.monazite.atlas.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// The tables of the reference pack as read: every row keeps its table and line.
public final class Pack {

    /// A table may be as large as this: a million figures take a quarter of it.
    private static final long MOST_BYTES = 1L << 30;

    /// Tables whose values may be words, such as the dates of a halt: a state of its own, not a bad number.
    private static final Set<String> TEXTUAL = Set.of("observed_effects");

    private final Map<String, TableFile> files;
    private final Map<String, List<Row>> tables = new ConcurrentHashMap<>();
    private List<FigureRecord> figures = List.of();

    private Pack(Map<String, TableFile> files) {
        this.files = files;
    }

    private Pack checked() {
        checkKeys();
        return this;
    }

    /// The pack that travels with the program.
    public static Pack embedded() {
        Map<String, TableFile> files = new LinkedHashMap<>();
        for (String name : PackTables.names()) {
            try (InputStream in = Pack.class.getResourceAsStream(name + ".csv")) {
                if (in == null) {
                    throw new IllegalStateException("The program was built without the table '" + name
                            + "'. Maybe build it again: `./mvnw package`.");
                }
                files.put(name, new TableFile.InMemory(in.readAllBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read the embedded table '" + name + "'", e);
            }
        }
        return new Pack(files).checked();
    }

    /// A pack of CSV files in a folder; every table is read and its keys are checked.
    ///
    /// @throws IOException if a file is missing, too large or cannot be read
    public static Pack in(Path folder) throws IOException {
        return published(folder).checked();
    }

    /// The pack of a published version, whose files are known to be those that were checked: a table is read when it
    /// is asked for. The files must stay.
    ///
    /// @throws IOException if a file is missing or too large
    public static Pack published(Path folder) throws IOException {
        Map<String, TableFile> files = new LinkedHashMap<>();
        for (String name : PackTables.names()) {
            Path file = folder.resolve(name + ".csv");
            if (PackTables.isLater(name) && !Files.exists(file)) {
                continue; // a version that an older program published: it holds no such rows
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new IOException("%s is larger than %d bytes.".formatted(file, MOST_BYTES));
            }
            files.put(name, new TableFile.OnDisk(file));
        }
        return new Pack(files);
    }

    /// Tables that a published version must hold and does not.
    public static List<String> missing(Path folder) {
        return PackTables.names().stream()
                .filter(name -> !PackTables.isLater(name) && !Files.exists(folder.resolve(name + ".csv")))
                .toList();
    }

    /// The rows of a table, in file order.
    public List<Row> table(String name) {
        TableFile file = files.get(name);
        if (file == null && PackTables.isLater(name)) {
            return List.of(); // a version that an older program published
        }
        if (file == null) {
            throw new IllegalArgumentException(
                    "The pack has no table '%s'; it has %s.".formatted(name, files.keySet()));
        }
        return tables.computeIfAbsent(name, _ -> List.copyOf(file.rows(name)));
    }

    /// The row of a table that starts at a line; where the table was not read yet, that row alone is.
    public Optional<Row> row(String name, long line) {
        List<Row> rows = tables.get(name);
        TableFile file = files.get(name);
        if (file == null) {
            return Optional.empty();
        }
        if (rows == null) {
            return file.row(name, line);
        }
        int low = 0;
        int high = rows.size() - 1;
        while (low <= high) { // lines ascend
            int middle = (low + high) >>> 1;
            long at = rows.get(middle).line();
            if (at == line) {
                return Optional.of(rows.get(middle));
            }
            low = at < line ? middle + 1 : low;
            high = at > line ? middle - 1 : high;
        }
        return Optional.empty();
    }

    /// The same pack if cells of one row said something else; nothing is written.
    ///
    /// @param row of this pack
    /// @param cells new text by column
    /// @throws IllegalArgumentException if the row has no such column
    public Pack with(Row row, Map<String, String> cells) {
        Map<String, String> altered = new LinkedHashMap<>(row.cells());
        cells.forEach((column, text) -> {
            if (altered.replace(column, text) == null) {
                throw new IllegalArgumentException("The table '%s' has no column '%s'.".formatted(row.table(), column));
            }
        });
        Pack other = new Pack(files);
        other.tables.putAll(tables);
        other.tables.put(
                row.table(),
                table(row.table()).stream()
                        .map(each -> each.line() == row.line()
                                ? new Row(row.table(), row.line(), Collections.unmodifiableMap(altered))
                                : each)
                        .toList());
        return other;
    }

    /// The columns of a table, in file order; empty when it has no rows.
    public List<String> columns(String name) {
        return table(name).isEmpty()
                ? List.of()
                : List.copyOf(table(name).getFirst().cells().keySet());
    }

    /// The columns that tell the rows of a table apart.
    public List<String> keyColumns(String name) {
        return PackTables.keyColumns(name);
    }

    /// What may be done with the rows of a source, such as `embed` or `import-only`.
    public String redistribution(String sourceId) {
        return table("sources").stream()
                .filter(row -> row.text("source_id").equals(sourceId))
                .findFirst()
                .map(row -> row.text("redistribution"))
                .orElse("unknown");
    }

    /// The files as bytes, by name of the table.
    public Map<String, byte[]> files() {
        Map<String, byte[]> bytes = new TreeMap<>();
        files.forEach((name, file) -> bytes.put(name, file.bytes()));
        return bytes;
    }

    /// All figures of the pack, in the order of tables, rows and columns.
    public synchronized List<FigureRecord> figures() {
        if (figures.isEmpty()) {
            figures = read();
        }
        return figures;
    }

    private List<FigureRecord> read() {
        List<FigureRecord> all = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        PackTables.figures().forEach((name, spec) -> {
            for (Row row : table(name)) {
                spec.values().forEach(value -> addFigure(all, ids, row, spec, value.split("\\|")));
            }
        });
        return Collections.unmodifiableList(all);
    }

    private static void addFigure(
            List<FigureRecord> figures, Set<String> ids, Row row, PackTables.Figures spec, String[] columns) {
        String raw = row.text(columns[0]);
        String qualifier = row.cells().getOrDefault("qualifier", "");
        if (raw.isEmpty() && qualifier.isEmpty()) {
            return; // the row says nothing in this column
        }
        boolean text = TEXTUAL.contains(row.table()) && !raw.matches("-?[0-9.]+");
        double value = raw.isEmpty() || text ? Double.NaN : row.need(columns[0]);
        String id = FigureIds.of(row, columns[0]);
        if (!ids.add(id)) {
            id = FigureIds.longer(row, columns[0]);
        }
        boolean ranged = columns.length == 3 && !raw.isEmpty();
        figures.add(new FigureRecord(
                id,
                part(row, spec.place()),
                part(row, spec.partner()),
                part(row, spec.product()),
                spec.values().size() > 1 ? part(row, spec.measure()) + ": " + columns[0] : part(row, spec.measure()),
                part(row, spec.period()),
                value,
                ranged ? row.range(columns[0], columns[1], columns[2]).low() : value,
                ranged ? row.range(columns[0], columns[1], columns[2]).high() : value,
                text ? "TEXT" : qualifier.isEmpty() ? "=" : qualifier,
                part(row, spec.unit()),
                row.text("confidence"),
                row.text("evidence"),
                row.flag(),
                row.text("source_id"),
                row.table() + ".csv:" + row.line() + ":" + columns[0],
                row.cells().getOrDefault("raw_value", "").isEmpty() ? raw : row.text("raw_value"),
                row.remark()));
    }

    private static String part(Row row, String column) {
        if (column.startsWith("=")) {
            return column.substring(1);
        }
        return column.isEmpty() ? "" : row.text(column);
    }

    /// Every key is unique and every source is registered.
    private void checkKeys() {
        Set<String> sources = new HashSet<>();
        table("sources").forEach(row -> sources.add(row.text("source_id")));
        for (String name : files.keySet()) {
            Set<List<String>> keys = new HashSet<>();
            for (Row row : table(name)) {
                List<String> key =
                        PackTables.keyColumns(name).stream().map(row::text).toList();
                if (!keys.add(key)) {
                    throw new PackException(name, row.line(), "key", key.toString(), "this key stands twice");
                }
                if (!sources.contains(row.text("source_id"))) {
                    throw new PackException(
                            name, row.line(), "source_id", row.text("source_id"), "sources.csv does not have it");
                }
            }
        }
    }
}
