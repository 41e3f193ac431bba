package org.monazite.atlas.pack;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// What the pack of the program may hold. Every row stands under the licence class of its source:
///
/// - `embed`, `embed-with-attribution`: the licence itself lets tables be passed on;
/// - `facts-only`: single figures may be cited, so that a source stands behind few of them;
/// - `embed-flagged`: estimates of the project, each of them marked unverified;
/// - `import-only`: no row at all, users bring the file.
///
/// The program builds no version from a pack that breaks one of these rules. A pack of somebody else may hold
/// import-only rows: the export leaves them behind.
public final class LicenceGate {

    /// More rows than this from a source of single facts are a table, which its publisher did not permit.
    public static final int MOST_FACTS = 34;

    /// Licences that let a table be passed on. Share-alike, non-commercial and no-derivatives terms do not.
    private static final Pattern OPEN = Pattern.compile(
            "public domain|\\bCC0\\b|\\bCC BY\\b(?![- ]?(SA|NC|ND))|Etalab Open Licence|Public Data License|Unicode License"
                    + "|^same as the data set$");

    private final Pack pack;
    private final Map<String, Row> sources = new LinkedHashMap<>();

    private LicenceGate(Pack pack) {
        this.pack = pack;
        pack.table("sources").forEach(row -> sources.put(row.text("source_id"), row));
    }

    /// Looks at every source and every row of a pack.
    ///
    /// @throws PackException if a row may not be passed on; it names file, line, column and reason
    public static void check(Pack pack) {
        LicenceGate gate = new LicenceGate(pack);
        gate.sources.values().forEach(LicenceGate::checkSource);
        gate.checkRows();
    }

    private static void checkSource(Row source) {
        String permitted = source.text("redistribution");
        switch (permitted) {
            case "embed", "embed-with-attribution" -> {
                if (!OPEN.matcher(source.text("licence")).find()) {
                    throw refused(
                            source, "licence", "it does not let a table be passed on, as class " + permitted + " says");
                }
            }
            case "facts-only", "embed-flagged", "import-only" -> {
                // what they permit is a matter of the rows
            }
            default -> throw refused(source, "redistribution", "this class is not known");
        }
        for (String column : new String[] {"title", "publisher", "licence"}) {
            if (source.text(column).isBlank()) {
                throw refused(source, column, "a source must state it");
            }
        }
    }

    private void checkRows() {
        Map<String, Integer> facts = new HashMap<>();
        for (String table : PackTables.names()) {
            if (table.equals("sources")) {
                continue;
            }
            for (Row row : pack.table(table)) {
                Row source = sources.get(row.text("source_id"));
                if (source == null) {
                    throw refused(row, "source_id", "sources.csv does not have it");
                }
                check(row, source, facts);
            }
        }
    }

    private static void check(Row row, Row source, Map<String, Integer> facts) {
        String permitted = source.text("redistribution");
        boolean unverified = row.cells().getOrDefault("evidence", "").equals("unverified");
        if (permitted.equals("import-only")) {
            throw refused(row, "source_id", "its source may be imported by users and not passed on");
        }
        if (permitted.equals("embed-flagged") && !unverified) {
            throw refused(row, "evidence", "an estimate of the project must be marked unverified");
        }
        if (unverified && !row.text("confidence").equals("estimate")) {
            throw refused(row, "confidence", "what was not verified is an estimate");
        }
        if (permitted.equals("facts-only") && facts.merge(source.text("source_id"), 1, Integer::sum) > MOST_FACTS) {
            throw refused(
                    row,
                    "source_id",
                    "this is fact %d of a source of at most %d".formatted(MOST_FACTS + 1, MOST_FACTS));
        }
    }

    private static PackException refused(Row row, String column, String reason) {
        return new PackException(row.table(), row.line(), column, row.cells().getOrDefault(column, ""), reason);
    }
}
