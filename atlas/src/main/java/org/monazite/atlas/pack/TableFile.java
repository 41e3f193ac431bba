package org.monazite.atlas.pack;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One table as CSV, on disk or in memory, read as a stream: all its rows, or one.
sealed interface TableFile {

    /// A text that many rows repeat is kept once, up to so many texts a table.
    int MOST_SHARED = 200_000;

    /// On disk.
    record OnDisk(Path path) implements TableFile {}

    /// In memory.
    @SuppressWarnings("ArrayRecordComponent") // never compared; private to the pack
    record InMemory(byte[] bytes) implements TableFile {}

    private InputStream open() throws IOException {
        return switch (this) {
            case OnDisk(Path path) -> Files.newInputStream(path);
            case InMemory(byte[] bytes) -> new ByteArrayInputStream(bytes);
        };
    }

    /// The whole file.
    default byte[] bytes() {
        try (InputStream in = open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BufferedReader reader() throws IOException {
        return new BufferedReader(
                new InputStreamReader(
                        open(),
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                1 << 16);
    }

    /// All rows.
    ///
    /// @throws PackException if the file is not UTF-8, or a row has more or fewer cells than the header
    default List<Row> rows(String table) {
        List<Row> rows = new ArrayList<>();
        Map<String, String> shared = new HashMap<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(reader())) {
            RowCells.Header header = null;
            for (CsvRecord line : reader) {
                if (header == null) {
                    header = header(line);
                } else {
                    rows.add(row(table, header, line, shared));
                }
            }
        } catch (IOException e) {
            throw refused(table, e);
        } catch (UncheckedIOException e) {
            throw refused(table, e);
        }
        return rows;
    }

    private static RowCells.Header header(CsvRecord line) {
        List<String> names = new ArrayList<>(line.getFields());
        names.set(0, names.getFirst().replaceFirst("^\uFEFF", ""));
        return new RowCells.Header(names);
    }

    private static Row row(String table, RowCells.Header header, CsvRecord line, Map<String, String> shared) {
        String[] cells = line.getFields().toArray(String[]::new);
        if (cells.length != header.size()) {
            throw new PackException(
                    table,
                    line.getStartingLineNumber(),
                    "row",
                    String.join(",", cells),
                    "it has %d cells, the header %d".formatted(cells.length, header.size()));
        }
        for (int i = 0; i < cells.length; i++) {
            String known = shared.get(cells[i]);
            if (known != null) {
                cells[i] = known;
            } else if (shared.size() < MOST_SHARED) {
                shared.put(cells[i], cells[i]);
            }
        }
        return new Row(table, line.getStartingLineNumber(), new RowCells(header, cells));
    }

    /// The row that starts at a line, without a look at the others; empty if none starts there.
    default Optional<Row> row(String table, long line) {
        try (BufferedReader text = reader()) {
            String first = text.readLine();
            for (long at = 2; at < line; at++) {
                if (text.readLine() == null) {
                    return Optional.empty();
                }
            }
            RowCells.Header header;
            try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(String.valueOf(first))) {
                header = header(reader.iterator().next());
            }
            CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text); // closed with the text
            return reader.stream()
                    .findFirst()
                    .map(record -> row(table, header, record, new HashMap<>()))
                    .map(row -> new Row(table, line, row.cells()));
        } catch (IOException e) {
            throw refused(table, e);
        } catch (UncheckedIOException e) {
            throw refused(table, e);
        }
    }

    private static RuntimeException refused(String table, Exception e) {
        Throwable cause = e instanceof UncheckedIOException unchecked ? unchecked.getCause() : e;
        if (cause instanceof CharacterCodingException) {
            PackException refused = new PackException(table, 1, "file", "", "it is not UTF-8");
            refused.initCause(e);
            return refused;
        }
        return new UncheckedIOException(
                "Cannot read " + table, cause instanceof IOException io ? io : new IOException(e));
    }
}
