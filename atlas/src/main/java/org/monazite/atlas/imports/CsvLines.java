package org.monazite.atlas.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.monazite.atlas.imports.ImportException.Fault;

/// The rows of a CSV file: comma, double quotes, any end of line.
final class CsvLines implements Lines {

    private final Path path;
    private final String name;
    private final Charset charset;

    /// A file that [TextCheck] has looked at.
    CsvLines(Path path, String name, Charset charset) {
        this.path = path;
        this.name = name;
        this.charset = charset;
    }

    @Override
    public void each(Taker taker) throws IOException {
        try (Reader text = reader();
                CsvReader<CsvRecord> rows = CsvReader.builder()
                        .skipEmptyLines(false)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .allowExtraCharsAfterClosingQuote(false)
                        .maxBufferSize(2 * Limits.LINE_BYTES)
                        .build(CsvRecordHandler.of(handler -> handler.maxFields(Limits.LINE_BYTES + 1)), text)) {
            int count = 0;
            for (CsvRecord row : rows) {
                if (++count > Limits.ROWS) {
                    throw new ImportException(Fault.MANY_ROWS, name, "> " + Limits.ROWS);
                }
                if (row.getFieldCount() > Limits.COLUMNS) {
                    throw new ImportException(
                            Fault.MANY_COLUMNS, name + ":" + row.getStartingLineNumber(), row.getFieldCount() + "");
                }
                taker.take(new Raw(row.getStartingLineNumber(), row.getFields(), Set.of()));
            }
        } catch (CsvParseException e) {
            throw new ImportException(Fault.QUOTES, name, String.valueOf(e.getMessage()), e);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw new ImportException(Fault.ENCODING, name, charset.name(), e);
            }
            throw e.getCause();
        } catch (CharacterCodingException e) {
            throw new ImportException(Fault.ENCODING, name, charset.name(), e);
        }
    }

    private Reader reader() throws IOException {
        Reader text = new BufferedReader(new InputStreamReader(
                Files.newInputStream(path),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        text.mark(1);
        if (text.read() != '\ufeff') {
            text.reset();
        }
        return text;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isSheet() {
        return false;
    }
}
