package org.monazite.atlas;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.monazite.atlas.imports.ImportManifest;
import org.monazite.atlas.imports.TradeExport;
import org.monazite.atlas.internal.Disk;
import org.monazite.atlas.internal.ParquetFile;
import org.monazite.supply.Source;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A version as a Frictionless Data Package: every table as CSV and as Parquet, the chains as nodes and
/// arcs, sources and licences in `datapackage.json`.
///
/// Imported trade is one table of its own, `imported_trade`. Only rows whose source may be passed on go out: a row of
/// an import-only licence or of a private overlay,
/// and a balanced number that rests on one, stays behind and is counted. Rows of an import-only licence go out when
/// that is asked for; such a package carries a mark. Private ledgers never do.
///
/// @see <a href="https://datapackage.org/">Data Package standard</a>
public final class DataPackage {

    /// Classes of redistribution that may leave the machine; whatever is not listed stays.
    private static final Set<String> OPEN = Set.of("embed", "embed-with-attribution", "facts-only", "embed-flagged");

    private static final String MARK = "DO-NOT-PASS-ON.txt";
    private static final String TITLE = "Holds figures whose licence does not allow to pass them on";

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    /// Text that a spreadsheet would run as a formula.
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\t\r].*", Pattern.DOTALL);

    private final Atlas atlas;
    private final Path folder;
    private final Set<String> open = new TreeSet<>();
    private final Map<String, Integer> kept = new TreeMap<>();
    private final ArrayNode resources = JsonNodeFactory.instance.arrayNode();
    private final Set<String> cited = new TreeSet<>();
    private int rows;

    private final boolean all;

    private DataPackage(Atlas atlas, Path folder, boolean all) {
        this.atlas = atlas;
        this.folder = folder;
        this.all = all;
        for (Source source : atlas.sources()) {
            if (OPEN.contains(source.redistribution())
                    || all && source.redistribution().equals("import-only")) {
                open.add(source.id());
            }
        }
    }

    /// What was written.
    ///
    /// @param tables number of tables
    /// @param rows number of rows that went out
    /// @param kept rows that stayed, by class of redistribution
    public record Written(int tables, int rows, Map<String, Integer> kept) {

        /// Copies the map.
        public Written {
            kept = Map.copyOf(kept);
        }
    }

    /// Writes a version into a folder, which must be empty or not there.
    ///
    /// @throws IllegalArgumentException if the folder holds something
    public static Written write(Atlas atlas, Path folder) throws IOException {
        return new DataPackage(atlas, folder, false).write();
    }

    /// Writes a version with what may not be passed on, for use in this house alone. The package says so in its
    /// title, in a file beside it and in the class of each source.
    public static Written writeAll(Atlas atlas, Path folder) throws IOException {
        return new DataPackage(atlas, folder, true).write();
    }

    private Written write() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        try (ParquetFile parquet = ParquetFile.writer()) {
            List<Source> imported =
                    atlas.imported().list().stream().map(ImportManifest::source).toList();
            for (String table : atlas.pack().files().keySet()) {
                write(parquet, PackTable.of(atlas.pack(), imported, table, open, kept));
            }
            write(parquet, FigureTable.of(atlas, open, kept));
            for (String chain : atlas.chains()) {
                for (ExportTable table : ChainTables.of(atlas, chain, open, kept)) {
                    write(parquet, table);
                }
            }
        }
        trade();
        if (all) {
            Disk.write(folder.resolve(MARK), ByteBuffer.wrap((TITLE + "\n").getBytes(StandardCharsets.UTF_8)));
        }
        Disk.write(
                folder.resolve("datapackage.json"),
                ByteBuffer.wrap((JsonMapper.builder()
                                        .build()
                                        .writerWithDefaultPrettyPrinter()
                                        .writeValueAsString(descriptor())
                                        .replace("\r\n", "\n")
                                + "\n")
                        .getBytes(StandardCharsets.UTF_8)));
        Disk.force(folder);
        return new Written(resources.size(), rows, kept);
    }

    /// Imported trade: flows whose source may go out, as one table; the others are counted.
    private void trade() throws IOException {
        List<ImportManifest> out = new ArrayList<>();
        for (ImportManifest each : atlas.imported().list()) {
            if (each.flows() > 0 && open.contains(each.id())) {
                out.add(each);
                cited.add(each.id());
            } else if (each.flows() > 0) {
                kept.merge(each.redistribution(), Math.toIntExact(each.flows()), Integer::sum);
            }
        }
        if (out.isEmpty()) {
            return;
        }
        String name = "imported_trade";
        TradeExport.Written written =
                atlas.imported().export(out, folder.resolve("data").toAbsolutePath(), name);
        List<String> numbers = List.of("line", "year", "month", "value_usd", "value", "weight_t");
        boolean[] numeric = new boolean[TradeExport.COLUMNS.size()];
        for (int i = 0; i < numeric.length; i++) {
            numeric[i] = numbers.contains(TradeExport.COLUMNS.get(i));
        }
        ExportTable table = new ExportTable(
                name,
                "Imported trade, each flow as its source states it; sources are never to be added up",
                List.of("source_id", "line"),
                TradeExport.COLUMNS,
                Set.of("code"),
                List.of(),
                Set.of());
        String path = "data/" + name + (written.csv() ? ".csv" : ".parquet");
        rows += Math.toIntExact(written.rows());
        describe(table, numeric, path, Files.size(folder.resolve(path)));
    }

    private void write(ParquetFile parquet, ExportTable table) throws IOException {
        List<String> columns = table.columns();
        boolean[] numeric = new boolean[columns.size()];
        for (int i = 0; i < numeric.length; i++) {
            int column = i;
            numeric[i] = !table.textual().contains(columns.get(i))
                    && table.rows().stream().anyMatch(row -> !row.get(column).isEmpty())
                    && table.rows().stream()
                            .allMatch(row -> row.get(column).isEmpty()
                                    || NUMBER.matcher(row.get(column)).matches());
        }
        String csv = "data/" + table.name() + ".csv";
        byte[] bytes = csv(table, numeric).getBytes(StandardCharsets.UTF_8);
        Disk.write(folder.resolve(csv), ByteBuffer.wrap(bytes));
        Path file = folder.resolve("data/" + table.name() + ".parquet");
        parquet.write(file, columns, numeric, table.rows());
        cited.addAll(table.sources());
        rows += table.rows().size();
        describe(table, numeric, csv, bytes.length);
    }

    private static String csv(ExportTable table, boolean[] numeric) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(table.columns());
            for (List<String> row : table.rows()) {
                List<String> cells = new ArrayList<>(row);
                for (int i = 0; i < numeric.length; i++) {
                    if (!numeric[i] && isFormula(cells.get(i))) {
                        cells.set(i, "'" + cells.get(i));
                    }
                }
                csv.writeRecord(cells);
            }
        }
        return text.toString();
    }

    private static boolean isFormula(String cell) {
        return FORMULA.matcher(cell).matches() && !NUMBER.matcher(cell).matches();
    }

    private void describe(ExportTable table, boolean[] numeric, String path, long bytes) throws IOException {
        ObjectNode resource = resources.addObject();
        resource.put("name", table.name().replace('_', '-').toLowerCase(Locale.ROOT));
        resource.put("path", path);
        boolean csv = path.endsWith(".csv");
        resource.put("format", csv ? "csv" : "parquet");
        resource.put("mediatype", csv ? "text/csv" : "application/vnd.apache.parquet");
        resource.put("encoding", "utf-8");
        resource.put("profile", "tabular-data-resource");
        resource.put("description", table.description());
        resource.put("bytes", bytes);
        resource.put("hash", "sha256:" + Disk.hash(folder.resolve(path)));
        resource.put("parquet", "data/" + table.name() + ".parquet");
        ObjectNode schema = resource.putObject("schema");
        ArrayNode fields = schema.putArray("fields");
        for (int i = 0; i < numeric.length; i++) {
            ObjectNode field = fields.addObject();
            field.put("name", table.columns().get(i));
            field.put("type", numeric[i] ? "number" : "string");
        }
        schema.putArray("missingValues").add("");
        if (!table.key().isEmpty()) {
            ArrayNode key = schema.putArray("primaryKey");
            table.key().forEach(key::add);
        }
        if (table.columns().contains("source_id") && !table.name().equals("sources")) {
            ObjectNode foreign = schema.putArray("foreignKeys").addObject();
            foreign.put("fields", "source_id");
            foreign.putObject("reference").put("resource", "sources").put("fields", "source_id");
        }
    }

    private ObjectNode descriptor() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("profile", "tabular-data-package");
        root.put("name", "monazite-atlas-" + atlas.version());
        root.put("id", atlas.manifest().contentDigest());
        root.put("title", "Monazite atlas " + atlas.version() + (all ? ". " + TITLE : ""));
        root.put("mayBePassedOn", !all);
        root.put("version", atlas.version());
        root.put("created", atlas.version().substring(0, 10) + "T00:00:00Z");
        root.put(
                "description",
                "Cited figures on critical minerals and the balanced supply networks made from them. Cells that begin "
                        + "with = + - @ and are no numbers carry an apostrophe in CSV. Parquet files beside hold the "
                        + "same rows.");
        Map<String, List<Source>> byLicence = new LinkedHashMap<>();
        ArrayNode sources = JsonNodeFactory.instance.arrayNode();
        for (Source source : atlas.sources()) {
            if (cited.contains(source.id())) {
                byLicence
                        .computeIfAbsent(source.licence(), _ -> new ArrayList<>())
                        .add(source);
                ObjectNode node = sources.addObject();
                node.put("name", source.id());
                node.put("title", source.title());
                node.put("path", source.url());
                node.put("publisher", source.publisher());
                node.put("published", source.published());
                node.put("licence", source.licence());
                node.put("redistribution", source.redistribution());
                node.put("grade", source.grade());
            }
        }
        ArrayNode licences = root.putArray("licenses");
        new TreeMap<>(byLicence).forEach((licence, of) -> {
            ObjectNode node = licences.addObject();
            node.put("name", name(licence));
            node.put("title", licence.isBlank() ? "not stated" : licence);
            ArrayNode ids = node.putArray("sources");
            of.forEach(source -> ids.add(source.id()));
        });
        root.set("sources", sources);
        root.set("resources", resources);
        return root;
    }

    private static String name(String licence) {
        String name = licence.replaceAll("[^A-Za-z0-9.]+", "-").replaceAll("^-|-$", "");
        return name.isEmpty() ? "not-stated" : name.substring(0, Math.min(60, name.length()));
    }
}
