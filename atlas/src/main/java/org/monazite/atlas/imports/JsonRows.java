package org.monazite.atlas.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.monazite.atlas.imports.ImportException.Fault;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// A table as a list of lists, the names of its columns first. Rows are numbered from 1, the names being row 1; a null
/// is an empty cell.
final class JsonRows implements Lines {

    private final Path path;
    private final String name;

    /// A file that [TextCheck] has looked at.
    JsonRows(Path path, String name) {
        this.path = path;
        this.name = name;
    }

    @Override
    public void each(Taker taker) throws IOException {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(Limits.XML_DEPTH)
                        .maxStringLength(Limits.CELL_CHARS)
                        .maxNumberLength(64)
                        .build())
                .build();
        try (JsonParser json = factory.createParser(tools.jackson.core.ObjectReadContext.empty(), path)) {
            require(json.nextToken() == JsonToken.START_ARRAY, "[");
            long number = 0;
            while (json.nextToken() == JsonToken.START_ARRAY) {
                if (++number > Limits.ROWS) {
                    throw new ImportException(Fault.MANY_ROWS, name, "> " + Limits.ROWS);
                }
                taker.take(new Raw(number, row(json, number), Set.of()));
            }
            require(json.currentToken() == JsonToken.END_ARRAY, "]");
            require(json.nextToken() == null, "end");
        } catch (JacksonException e) {
            throw new ImportException(Fault.JSON, name, Reject.shown(String.valueOf(e.getOriginalMessage())), e);
        }
    }

    private List<String> row(JsonParser json, long number) {
        List<String> cells = new ArrayList<>();
        for (JsonToken value = json.nextToken(); value != JsonToken.END_ARRAY; value = json.nextToken()) {
            require(value != null && value.isScalarValue(), "row " + number);
            if (cells.size() >= Limits.COLUMNS) {
                throw new ImportException(Fault.MANY_COLUMNS, name + ":" + number, "> " + Limits.COLUMNS);
            }
            cells.add(value == JsonToken.VALUE_NULL ? "" : String.valueOf(json.getString()));
        }
        return cells;
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            throw new ImportException(Fault.JSON, name, what);
        }
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
