package org.monazite.atlas.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.monazite.atlas.imports.ImportException.Fault;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// The answer of the Comtrade interface: an object whose `data` is a list of records with the columns of the CSV.
/// Records are numbered from 1; the number stands where a CSV has its line.
final class ComtradeJson {

    private final Snapshot snapshot;
    private final Comtrade rule;
    private final Out out;
    private final Map<String, Integer> header = new HashMap<>();

    ComtradeJson(Snapshot snapshot, Comtrade rule, Out out) {
        this.snapshot = snapshot;
        this.rule = rule;
        this.out = out;
        for (String column : Comtrade.HEADER) {
            header.put(column, header.size());
        }
    }

    /// Whether a file begins as JSON does.
    static boolean isJson(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            for (byte b : in.readNBytes(64)) {
                if (b == '{' || b == '[') {
                    return true;
                }
                if (b != ' ' && b != '\n' && b != '\r' && b != '\t' && (b & 0x80) == 0) {
                    return false;
                }
            }
        }
        return false;
    }

    void read() throws IOException {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(Limits.XML_DEPTH)
                        .maxStringLength(Limits.CELL_CHARS)
                        .maxNumberLength(64)
                        .build())
                .build();
        long stated = -1;
        long records = -1;
        try (JsonParser json = factory.createParser(tools.jackson.core.ObjectReadContext.empty(), snapshot.path())) {
            require(json.nextToken() == JsonToken.START_OBJECT, "{");
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (name.equals("data")) {
                    require(value == JsonToken.START_ARRAY && records < 0, "data: [");
                    records = records(json);
                } else if (name.equals("count")) {
                    require(value == JsonToken.VALUE_NUMBER_INT, "count");
                    stated = json.getLongValue();
                } else {
                    json.skipChildren();
                }
            }
            require(json.currentToken() == JsonToken.END_OBJECT, "}");
            require(json.nextToken() == null, "end");
        } catch (JacksonException e) {
            throw new ImportException(
                    Fault.JSON, snapshot.name(), Reject.shown(String.valueOf(e.getOriginalMessage())), e);
        }
        require(records >= 0, "data");
        require(stated < 0 || stated == records, "count " + stated + ", data " + records);
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            throw new ImportException(Fault.JSON, snapshot.name(), what);
        }
    }

    private long records(JsonParser json) {
        long number = 0;
        while (json.nextToken() == JsonToken.START_OBJECT) {
            if (++number > Limits.ROWS) {
                throw new ImportException(Fault.MANY_ROWS, snapshot.name(), "> " + Limits.ROWS);
            }
            record(json, number);
        }
        require(json.currentToken() == JsonToken.END_ARRAY, "]");
        return number;
    }

    private void record(JsonParser json, long number) {
        List<String> cells = new ArrayList<>(java.util.Collections.nCopies(header.size(), ""));
        int seen = 0;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            Integer column = header.get(json.currentName());
            if (column == null) {
                throw new ImportException(
                        Fault.HEADER, snapshot.name() + "#data:" + number, "+ " + Reject.shown(json.currentName()));
            }
            JsonToken value = json.nextToken();
            require(value.isScalarValue(), "data:" + number);
            cells.set(column, value == JsonToken.VALUE_NULL ? "" : String.valueOf(json.getString()));
            seen++;
        }
        if (seen != header.size()) {
            throw new ImportException(
                    Fault.HEADER,
                    snapshot.name() + "#data:" + number,
                    seen + " / " + header.size() + " | " + String.join(",", Comtrade.HEADER));
        }
        Line line = new Line(snapshot.name() + "#data", number, header, cells, Set.of(), false);
        out.begin();
        try {
            line.check();
            rule.take(line, out);
            out.end();
        } catch (CellProblem problem) {
            out.refuse(problem);
        }
    }
}
