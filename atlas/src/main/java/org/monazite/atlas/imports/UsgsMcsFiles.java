package org.monazite.atlas.imports;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.monazite.atlas.imports.ImportException.Fault;

/// USGS Mineral Commodity Summaries 2022, 2023 and 2024: two small tables for each commodity, one of the world and one
/// of the United States, alone or in a zip of one edition. A file says in its name what it is of
/// (`mcs2023-raree_world.csv`); what stands in it is read by [UsgsMcsTable].
final class UsgsMcsFiles {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Pattern NAME =
            Pattern.compile("(?:.*[^a-z0-9])?mcs(202[234])-?([a-z]+(?:-[a-z]+)?)_(?:world|salient)[^/a-z]*\\.csv");
    private static final String EXAMPLE = "mcs%d-raree_world.csv";

    private static final int HEADER_BYTES = 4096;

    private final Snapshot snapshot;
    private final Path staging;
    private final Lexicon lexicon;
    private final int edition;

    /// @param edition 2022, 2023 or 2024
    UsgsMcsFiles(Snapshot snapshot, Path staging, Lexicon lexicon, int edition) {
        this.snapshot = snapshot;
        this.staging = staging;
        this.lexicon = lexicon;
        this.edition = edition;
    }

    /// The edition that the name of a file says.
    static Optional<Integer> edition(String name) {
        Matcher matcher = NAME.matcher(name.toLowerCase(Locale.ROOT));
        return matcher.matches() ? Optional.of(Integer.parseInt(matcher.group(1))) : Optional.empty();
    }

    /// Reads the file, or all tables of the edition in the zip.
    void read(Out out) throws IOException {
        Map<String, String> commodities = commodities();
        if (!snapshot.isZip()) {
            String commodity = commodity(snapshot.name(), commodities)
                    .orElseThrow(
                            () -> new ImportException(Fault.FILE_NAME, snapshot.name(), EXAMPLE.formatted(edition)));
            table(snapshot.path(), snapshot.name(), commodity, out);
            return;
        }
        try (SafeZip zip = SafeZip.open(snapshot.path(), snapshot.name())) {
            int tables = 0;
            for (String name : zip.names()) {
                Optional<String> commodity = commodity(name, commodities);
                if (commodity.isEmpty()) {
                    out.note("other-file", 1); // descriptions in XML, figures of the chapters
                    continue;
                }
                Path file = staging.resolve("table-" + tables++ + ".csv");
                zip.unpack(name, file);
                if (Files.size(file) == 0) {
                    out.note("empty-file", 1); // as the publisher left one of them
                } else if (name.toLowerCase(Locale.ROOT).contains("_salient") && isOfTheWorld(file)) {
                    out.note("misnamed-table", 1); // three of 2024, one with numbers of a draft
                } else {
                    table(file, snapshot.name() + "!" + name, commodity.get(), out);
                }
            }
            if (tables == 0) {
                throw new ImportException(Fault.ZIP_CONTENT, snapshot.name(), "0 x " + EXAMPLE.formatted(edition));
            }
        }
    }

    private Optional<String> commodity(String name, Map<String, String> commodities) {
        Matcher matcher = NAME.matcher(name.toLowerCase(Locale.ROOT));
        return matcher.matches() && matcher.group(1).equals(String.valueOf(edition))
                ? Optional.ofNullable(commodities.get(matcher.group(2)))
                : Optional.empty();
    }

    /// A table of the world says so in its header, whatever its name is.
    private static boolean isOfTheWorld(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(HEADER_BYTES), StandardCharsets.ISO_8859_1);
            return start.lines().findFirst().orElse("").contains("Source,Country,");
        }
    }

    private void table(Path file, String name, String commodity, Out out) throws IOException {
        if (Files.size(file) > Limits.SMALL_BYTES) {
            throw new ImportException(Fault.TOO_LARGE, name, Files.size(file) + " > " + Limits.SMALL_BYTES + " bytes");
        }
        Charset charset = TextCheck.isSingleByte(file) ? WINDOWS_1252 : StandardCharsets.UTF_8;
        TextCheck.Facts facts = TextCheck.check(file, name, charset);
        out.note("no-end-of-line", facts.endsWithLine() ? 0 : 1);
        new TableReader(new UsgsMcsTable(lexicon, edition, commodity), out).read(new CsvLines(file, name, charset));
    }

    /// Names of commodities by the short word in the names of files.
    private static Map<String, String> commodities() {
        try (InputStream in = UsgsMcsFiles.class.getResourceAsStream("mcs_commodities.csv")) {
            if (in == null) {
                throw new IllegalStateException("The program was built without the names of commodities.");
            }
            Map<String, String> names = new TreeMap<>();
            for (NamedCsvRecord row :
                    CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                names.put(row.getField("part"), row.getField("commodity"));
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the names of commodities", e);
        }
    }
}
