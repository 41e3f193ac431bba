package org.monazite.atlas.pack;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The tables of the reference pack as read: every row keeps its table and line.
public final class Pack {

    private static final int MOST_BYTES = 32 << 20;

    /// Tables whose values may be words, such as the dates of a halt: a state of its own, not a bad number.
    private static final Set<String> TEXTUAL = Set.of("observed_effects");

    private final Map<String, byte[]> files;
    private final Map<String, List<Row>> tables = new LinkedHashMap<>();

    private Pack(Map<String, byte[]> files) {
        this.files = files;
        for (String name : PackTables.names()) {
            byte[] bytes = files.get(name);
            tables.put(name, bytes == null ? List.of() : parse(name, bytes));
        }
        checkKeys();
    }

    /// The pack that travels with the program.
    public static Pack embedded() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : PackTables.names()) {
            try (InputStream in = Pack.class.getResourceAsStream(name + ".csv")) {
                if (in == null) {
                    throw new IllegalStateException("The program was built without the table '" + name
                            + "'. Maybe build it again: `./mvnw package`.");
                }
                files.put(name, in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read the embedded table '" + name + "'", e);
            }
        }
        return new Pack(files);
    }

    /// A pack of CSV files in a folder.
    ///
    /// @throws IOException if a file is missing, too large or cannot be read
    public static Pack in(Path folder) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : PackTables.names()) {
            Path file = folder.resolve(name + ".csv");
            if (PackTables.isLater(name) && !Files.exists(file)) {
                continue; // a version that an older program published: it holds no such rows
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new IOException("%s is larger than %d bytes.".formatted(file, MOST_BYTES));
            }
            files.put(name, Files.readAllBytes(file));
        }
        return new Pack(files);
    }

    /// The rows of a table, in file order.
    public List<Row> table(String name) {
        List<Row> rows = tables.get(name);
        if (rows == null) {
            throw new IllegalArgumentException(
                    "The pack has no table '%s'; it has %s.".formatted(name, tables.keySet()));
        }
        return rows;
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
        return new TreeMap<>(files);
    }

    /// All figures of the pack, in the order of tables, rows and columns.
    public List<FigureRecord> figures() {
        List<FigureRecord> figures = new ArrayList<>();
        PackTables.figures().forEach((name, spec) -> {
            for (Row row : table(name)) {
                spec.values().forEach(value -> addFigure(figures, row, spec, value.split("\\|")));
            }
        });
        return figures;
    }

    private static void addFigure(List<FigureRecord> figures, Row row, PackTables.Figures spec, String[] columns) {
        String raw = row.text(columns[0]);
        String qualifier = row.cells().getOrDefault("qualifier", "");
        if (raw.isEmpty() && qualifier.isEmpty()) {
            return; // the row says nothing in this column
        }
        boolean text = TEXTUAL.contains(row.table()) && !raw.matches("-?[0-9.]+");
        double value = raw.isEmpty() || text ? Double.NaN : row.need(columns[0]);
        boolean ranged = columns.length == 3 && !raw.isEmpty();
        figures.add(new FigureRecord(
                FigureIds.of(row, columns[0]),
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

    private static List<Row> parse(String table, byte[] bytes) {
        List<Row> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(decode(table, bytes))) {
            for (NamedCsvRecord line : reader) {
                rows.add(new Row(table, line.getStartingLineNumber(), new LinkedHashMap<>(line.getFieldsAsMap())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + table, e);
        }
        return List.copyOf(rows);
    }

    private static String decode(String table, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            PackException refused = new PackException(table, 1, "file", "", "it is not UTF-8");
            refused.initCause(e);
            throw refused;
        }
    }

    /// Every key is unique and every source is registered.
    private void checkKeys() {
        Set<String> sources = new HashSet<>();
        table("sources").forEach(row -> sources.add(row.text("source_id")));
        for (String name : tables.keySet()) {
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
