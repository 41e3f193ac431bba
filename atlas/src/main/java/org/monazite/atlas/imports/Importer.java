package org.monazite.atlas.imports;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.monazite.atlas.imports.ImportException.Fault;
import org.monazite.atlas.internal.Disk;

/// Reads a file of one of the formats: copies it, checks it, hands it to the rules of its format, counts.
public final class Importer {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Pattern EDITION = Pattern.compile("(20[0-9]{4}[a-z]?|20[0-9]{2}(-[0-9]{2}){0,2})(?![0-9])");

    private final ImportStore store;
    private final Lexicon lexicon;

    /// An importer into a store.
    public Importer(ImportStore store, Lexicon lexicon) {
        this.store = store;
        this.lexicon = lexicon;
    }

    /// Reads a file. What was read lies in staging until the result is closed or kept.
    ///
    /// @throws ImportException if the file is refused as a whole
    /// @throws IOException if the machine refuses
    public ImportResult read(ImportRequest request) throws IOException {
        Path staging = store.stage();
        try {
            return staged(request, staging);
        } catch (RuntimeException | IOException e) {
            Disk.delete(staging);
            throw e;
        }
    }

    private ImportResult staged(ImportRequest request, Path staging) throws IOException {
        Snapshot snapshot = Snapshot.of(request.file(), staging.resolve("raw"));
        String vintage = vintage(request, snapshot.name());
        String id = id(request, snapshot, vintage);
        Out out = new Out(id);
        ImportFormat seen = FormatGuess.of(snapshot).orElse(request.format());
        if (seen != request.format()) {
            throw new ImportException(Fault.OTHER_FORMAT, snapshot.name(), seen.id());
        }
        Path keep = Files.createDirectory(staging.resolve("keep"));
        switch (request.format()) {
            case USGS_MCS_2026 -> csv(snapshot, WINDOWS_1252, new UsgsMcs2026(lexicon), out);
            case USGS_MCS_2025 -> csv(snapshot, StandardCharsets.UTF_8, new UsgsMcs2025(lexicon), out);
            case USGS_MCS_2024 -> new UsgsMcsFiles(snapshot, staging, lexicon, 2024).read(out);
            case USGS_MCS_2023 -> new UsgsMcsFiles(snapshot, staging, lexicon, 2023).read(out);
            case USGS_MCS_2022 -> new UsgsMcsFiles(snapshot, staging, lexicon, 2022).read(out);
            case WGI -> sheets(snapshot, new Wgi(lexicon, request.indicator()), out);
            case LEDGER -> table(snapshot, new Ledger(lexicon, id), out);
            case BACI -> new Baci(snapshot, staging, lexicon, request.year()).read(keep.resolve("trade.parquet"), out);
            case COMTRADE -> comtrade(snapshot, id, out);
            case JAPAN_CUSTOMS -> csv(snapshot, StandardCharsets.UTF_8, new JapanCustoms(lexicon, id), out);
            case EUROSTAT_COMEXT -> csv(snapshot, StandardCharsets.UTF_8, new Comext(lexicon, id), out);
            case US_CENSUS_TRADE -> census(snapshot, id, out);
            case USGS_OFR_2025_1047 -> new UsgsOfr(snapshot, out).read();
            case WMD -> sheets(snapshot, new Wmd(lexicon), out);
            case BGS -> csv(snapshot, StandardCharsets.UTF_8, new Bgs(lexicon), out);
            case IEA_CMDE -> new IeaExplorer(lexicon, out).read(snapshot);
            case GTA -> csv(snapshot, StandardCharsets.UTF_8, new Gta(lexicon), out);
            case OECD -> table(snapshot, new Oecd(lexicon), out);
        }
        List<ImportManifest.FileEntry> files = write(out, keep);
        ImportCounts counts = out.counts();
        if (counts.accepted() + counts.rejected() == 0) {
            throw nothing(request, snapshot, counts);
        }
        ImportManifest manifest = new ImportManifest(
                id,
                request.format().id(),
                snapshot.name(),
                snapshot.sha256(),
                snapshot.bytes(),
                request.format().importer(),
                vintage,
                counts.rows(),
                counts.accepted(),
                counts.rejected(),
                counts.ignored(),
                counts.figures(),
                counts.flows(),
                counts.purchases(),
                counts.notes(),
                files);
        return new ImportResult(manifest, counts, out.rejects(), request.acceptPartial(), staging);
    }

    /// All lines were passed over, or no table of the format was found.
    private static ImportException nothing(ImportRequest request, Snapshot snapshot, ImportCounts counts) {
        boolean short4 = counts.rows() > 0 && counts.notes().containsKey("not-six-digits");
        return new ImportException(
                short4 ? Fault.SHORT_CODES : Fault.NOTHING,
                snapshot.name(),
                short4
                        ? counts.rows() + ""
                        : counts.rows() + " | " + request.format().tables());
    }

    private static List<ImportManifest.FileEntry> write(Out out, Path keep) throws IOException {
        if (!out.figures().isEmpty()) {
            ImportTables.writeFigures(keep.resolve("figures.csv"), out.figures());
        }
        if (!out.purchases().isEmpty()) {
            ImportTables.writePurchases(keep.resolve("ledger.csv"), out.purchases());
        }
        if (!out.flows().isEmpty()) {
            TradeTable.write(keep.resolve("trade.parquet"), out.flows());
        }
        List<ImportManifest.FileEntry> files = new ArrayList<>();
        for (Path file : Disk.files(keep)) {
            files.add(new ImportManifest.FileEntry(
                    String.valueOf(file.getFileName()), Files.size(file), Disk.hash(file)));
        }
        return files;
    }

    /// A CSV file, whole.
    private static void csv(Snapshot snapshot, Charset charset, Rule rule, Out out) throws IOException {
        if (snapshot.bytes() > Limits.SMALL_BYTES) {
            throw new ImportException(
                    Fault.TOO_LARGE, snapshot.name(), snapshot.bytes() + " > " + Limits.SMALL_BYTES + " bytes");
        }
        TextCheck.Facts facts = TextCheck.check(snapshot.path(), snapshot.name(), charset);
        out.note("no-end-of-line", facts.endsWithLine() ? 0 : 1);
        new TableReader(rule, out).read(new CsvLines(snapshot.path(), snapshot.name(), charset));
        rule.end(out);
    }

    /// A CSV file, or the first sheet of a workbook.
    private static void table(Snapshot snapshot, Rule rule, Out out) throws IOException {
        table(snapshot, StandardCharsets.UTF_8, rule, out);
    }

    private static void table(Snapshot snapshot, Charset charset, Rule rule, Out out) throws IOException {
        if (!snapshot.isZip()) {
            csv(snapshot, charset, rule, out);
            return;
        }
        try (Workbook book = Workbook.open(snapshot.path(), snapshot.name())) {
            if (book.sheets().isEmpty()) {
                throw new ImportException(Fault.ZIP_CONTENT, snapshot.name(), "0 sheets");
            }
            new TableReader(rule, out).read(book.lines(book.sheets().getFirst()));
            rule.end(out);
        }
    }

    /// Every sheet of a workbook that has the header of the format.
    private static void sheets(Snapshot snapshot, Rule rule, Out out) throws IOException {
        if (!snapshot.isZip()) {
            csv(snapshot, StandardCharsets.UTF_8, rule, out);
            return;
        }
        try (Workbook book = Workbook.open(snapshot.path(), snapshot.name())) {
            for (String sheet : book.sheets()) {
                try {
                    new TableReader(rule, out).read(book.lines(sheet));
                } catch (ImportException e) {
                    if (e.fault() != Fault.HEADER || !e.detail().equals("-")) {
                        throw e;
                    }
                    out.note("other-sheet", 1);
                }
            }
            rule.end(out);
        }
    }

    private void comtrade(Snapshot snapshot, String id, Out out) throws IOException {
        Comtrade rule = new Comtrade(lexicon, id);
        if (ComtradeJson.isJson(snapshot.path())) {
            TextCheck.check(snapshot.path(), snapshot.name(), StandardCharsets.UTF_8, false);
            new ComtradeJson(snapshot, rule, out).read();
            rule.end(out);
        } else {
            table(snapshot, TextCheck.isSingleByte(snapshot.path()) ? WINDOWS_1252 : StandardCharsets.UTF_8, rule, out);
        }
    }

    private void census(Snapshot snapshot, String id, Out out) throws IOException {
        UsCensus rule = new UsCensus(lexicon, id);
        if (ComtradeJson.isJson(snapshot.path())) {
            TextCheck.check(snapshot.path(), snapshot.name(), StandardCharsets.UTF_8, false);
            new TableReader(rule, out).read(new JsonRows(snapshot.path(), snapshot.name()));
            rule.end(out);
        } else {
            csv(snapshot, StandardCharsets.UTF_8, rule, out);
        }
    }

    private static String vintage(ImportRequest request, String name) {
        if (!request.vintage().isEmpty()) {
            return request.vintage();
        }
        if (!request.format().vintage().isEmpty()) {
            return request.format().vintage();
        }
        Matcher edition = EDITION.matcher(name);
        String last = "";
        while (edition.find()) {
            last = edition.group(1);
        }
        return last.isEmpty() ? "unstated" : last;
    }

    private static String id(ImportRequest request, Snapshot snapshot, String vintage) {
        String key = String.join(
                "\u001f",
                request.format().id(),
                String.valueOf(request.format().importer()),
                vintage,
                request.indicator() + (request.year() == 0 ? "" : "\u001f" + request.year()),
                snapshot.sha256());
        String digest = HexFormat.of().formatHex(Disk.sha256().digest(key.getBytes(StandardCharsets.UTF_8)));
        return request.format().id() + "-" + digest.substring(0, 12);
    }
}
