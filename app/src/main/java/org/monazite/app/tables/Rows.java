package org.monazite.app.tables;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.StringTokenizer;
import java.util.function.Consumer;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;

/// Goes through the rows of a text, one after the other; empty lines are no rows.
final class Rows {

    private static final int MOST_FIELDS = 100_000;
    private static final int MOST_LETTERS = 4_096; // of a field
    private static final int MOST_LINE = 1 << 20; // of a line of a blank-separated file

    private Rows() {}

    /// Rows of a CSV file, by the rules of RFC 4180.
    ///
    /// @param separator `,` or a tab
    static void csv(Input input, char separator, Consumer<Row> each) throws IOException {
        CsvRecordHandler handler = CsvRecordHandler.of(builder ->
                builder.maxFields(MOST_FIELDS).maxFieldSize(MOST_LETTERS).maxRecordSize(64 << 20));
        try (Reader text = input.open();
                CsvReader<CsvRecord> reader = CsvReader.builder()
                        .fieldSeparator(separator)
                        .commentStrategy(CommentStrategy.NONE)
                        .allowExtraFields(true) // counted by the caller, who knows the place
                        .allowMissingFields(true)
                        .build(handler, text)) {
            for (CsvRecord found : reader) {
                List<String> fields = new ArrayList<>(found.getFieldCount());
                for (int i = 0; i < found.getFieldCount(); i++) {
                    fields.add(found.getField(i).strip());
                }
                each.accept(new Row(input.label(), found.getStartingLineNumber(), fields));
            }
        } catch (CsvParseException e) {
            throw broken(input, e);
        } catch (UncheckedIOException e) {
            throw broken(input, Objects.requireNonNull(e.getCause()));
        } catch (CharacterCodingException e) {
            throw broken(input, e);
        }
    }

    /// Rows of a file whose fields are separated by blanks or tabs.
    static void blanks(Input input, Consumer<Row> each) throws IOException {
        try (Reader text = input.open()) {
            StringBuilder next = new StringBuilder();
            long line = 0;
            boolean more = true;
            while (more) {
                line++;
                more = line(text, next, input.label() + ":" + line);
                StringTokenizer tokens = new StringTokenizer(next.toString(), " \t");
                if (tokens.hasMoreTokens()) {
                    List<String> fields = new ArrayList<>(tokens.countTokens());
                    while (tokens.hasMoreTokens()) {
                        fields.add(tokens.nextToken());
                    }
                    each.accept(new Row(input.label(), line, fields));
                }
            }
        } catch (CharacterCodingException e) {
            throw broken(input, e);
        }
    }

    /// Reads up to the end of the line; false at the end of the text.
    private static boolean line(Reader text, StringBuilder into, String where) throws IOException {
        into.setLength(0);
        for (int next = text.read(); next >= 0; next = text.read()) {
            if (next == '\n') {
                return true;
            }
            if (next != '\r') {
                into.append((char) next);
            }
            if (into.length() > MOST_LINE) {
                throw Problem.of(ExitCode.INPUT, "problem.row.long", where, MOST_LINE);
            }
        }
        return false;
    }

    static Problem broken(Input input, Exception cause) throws IOException {
        if (cause instanceof IOException io && !(cause instanceof CharacterCodingException)) {
            throw io;
        }
        Problem problem = cause instanceof CharacterCodingException
                ? Problem.of(ExitCode.INPUT, "problem.table.encoding", input.label())
                : Problem.of(ExitCode.INPUT, "problem.table.broken", input.label(), Problem.phrase(reason(cause)));
        problem.initCause(cause);
        return problem;
    }

    /// What the reader says below its frame, such as which limit was passed.
    private static String reason(Exception cause) {
        Throwable said = cause.getCause() == null ? cause : cause.getCause();
        return String.valueOf(said.getMessage());
    }
}
