package org.monazite.atlas.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamConstants;
import org.monazite.atlas.imports.ImportException.Fault;
import org.monazite.atlas.imports.Out.Statement;

/// USGS Open-File Report 2025-1047: the tables 2.1 to 2.3 of its publication XML map customs codes to the commodities
/// in them. A code cell that is empty repeats the one above it. The whole report has 349 rows over 324 codes; the
/// counts found are reported, so that a reader sees whether the file is complete.
final class UsgsOfr {

    private static final String CODE = "[0-9]{4}\\.?[0-9]{2}(\\.?[0-9]{2}(\\.?[0-9]{2})?)?";
    private static final int MOST_CELLS = 100;

    private final Snapshot snapshot;
    private final Out out;
    private final Set<String> codes = new TreeSet<>();
    private final StringBuilder text = new StringBuilder();
    private String label = "";
    private String code = "";
    private Map<String, Integer> header = Map.of();
    private List<String> row = new ArrayList<>();
    private boolean taking;
    private int tables;

    UsgsOfr(Snapshot snapshot, Out out) {
        this.snapshot = snapshot;
        this.out = out;
    }

    void read() throws IOException {
        try (InputStream in = Files.newInputStream(snapshot.path())) {
            SafeXml xml = SafeXml.open(in, snapshot.name());
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> start(xml.element());
                    case XMLStreamConstants.CHARACTERS -> {
                        if (taking && text.length() <= Limits.CELL_CHARS) {
                            text.append(xml.text());
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> end(xml.element(), xml.line());
                    default -> {}
                }
            }
        }
        if (tables == 0) {
            throw new ImportException(Fault.XML, snapshot.name(), "Table 2.1, 2.2, 2.3: 0");
        }
        out.note("ofr-codes", codes.size());
    }

    private void start(String element) {
        switch (element) {
            case "table-wrap" -> {
                label = "";
                header = Map.of();
                code = "";
            }
            case "label", "th", "td" -> {
                taking = true;
                text.setLength(0);
            }
            case "tr" -> row = new ArrayList<>();
            default -> {}
        }
    }

    private void end(String element, int line) {
        switch (element) {
            case "label" -> {
                taking = false;
                label = label.isEmpty() ? text.toString().strip() : label;
            }
            case "th", "td" -> {
                taking = false;
                if (row.size() >= MOST_CELLS) {
                    throw new ImportException(Fault.MANY_COLUMNS, snapshot.name() + ":" + line, "> " + MOST_CELLS);
                }
                row.add(text.toString().replaceAll("\\s+", " ").strip());
            }
            case "tr" -> {
                if (label.matches("Table 2\\.[1-3]\\.?")) {
                    row(line);
                }
            }
            default -> {}
        }
    }

    private void row(int number) {
        if (header.isEmpty()) {
            begin();
            return;
        }
        Line line = new Line(snapshot.name(), number, header, List.copyOf(row), Set.of(), false);
        if (line.isBlank()) {
            return;
        }
        out.begin();
        try {
            line.check();
            state(line);
            out.end();
        } catch (CellProblem problem) {
            out.refuse(problem);
        }
    }

    /// The header names a column of HTS codes and one of commodities or elements.
    private void begin() {
        Map<String, Integer> names = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
            String words = row.get(i).toLowerCase(Locale.ROOT);
            if (words.contains("hts") && words.contains("code")) {
                names.putIfAbsent("code", i);
            } else if (words.contains("commodity") || words.contains("element")) {
                names.putIfAbsent("commodity", i);
            } else {
                names.putIfAbsent(row.get(i), i);
            }
        }
        if (!names.containsKey("code") || !names.containsKey("commodity")) {
            throw new ImportException(
                    Fault.HEADER, snapshot.name(), label + ": HTS code, commodity | " + Reject.shown(row + ""));
        }
        header = names;
        tables++;
    }

    private void state(Line line) {
        if (line.cells().size() != header.size()) {
            throw new CellProblem(new Reject(
                    line.where(0),
                    "",
                    String.join(",", line.cells()),
                    Reason.CELL_COUNT,
                    line.cells().size() + " / " + header.size()));
        }
        String stated = line.text("code");
        code = stated.isEmpty() ? code : stated;
        if (!code.matches(CODE) || !HsCodes.hasChapter(code.replace(".", ""))) {
            throw line.problem("code", Reason.UNKNOWN_CODE, "2805.30.00");
        }
        String commodity = line.need("commodity");
        if (!commodity.matches("[\\p{L}][\\p{L}\\p{N} ,.()'’/-]{0,119}")) {
            throw line.problem("commodity", Reason.UNKNOWN_WORD, "");
        }
        codes.add(code.replace(".", ""));
        out.figure(
                line,
                "commodity",
                new Statement(
                        "USA",
                        "",
                        "HTS " + code.replace(".", ""),
                        "contains " + Cells.slug(commodity),
                        "",
                        Quantity.none("TEXT"),
                        "",
                        "reported",
                        label));
    }
}
