package org.monazite.atlas.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.monazite.atlas.imports.ImportException.Fault;
import org.monazite.atlas.internal.QueryStore;

/// BACI, one year of reconciled trade under one revision of the harmonised system: eleven million lines
/// `t,i,j,k,v,q` (year, exporter, importer, product, thousand US dollars, tonnes), alone or in a zip beside
/// its lists of codes.
///
/// Lines that are as they should be are read and sorted by plain loops ([PlainYear]). The others are judged as text
/// inside the database, and each rejected line is named ([BaciQueries]); when there are many, or the ends of lines
/// differ, all lines are.
final class Baci {

    private static final Pattern NAME = Pattern.compile(
            "(?:.*/)?BACI_(HS(?:92|96|02|07|12|17|22))_Y([12][0-9]{3})_V((?:[0-9]{4})?)[0-9A-Za-z]+\\.csv");
    private static final String HEADER = "t,i,j,k,v,q";

    /// The list of places of the editions up to V202301 names its columns otherwise.
    private static final Set<String> OLDER_PLACES = Set.of(
            "country_code", "country_name_abbreviation", "country_name_full", "iso_2digit_alpha", "iso_3digit_alpha");

    private final Snapshot snapshot;
    private final Path staging;
    private final Lexicon lexicon;
    private final int asked;

    /// @param asked the year that is wanted; 0: the only one that is there
    Baci(Snapshot snapshot, Path staging, Lexicon lexicon, int asked) {
        this.snapshot = snapshot;
        this.staging = staging;
        this.lexicon = lexicon;
        this.asked = asked;
    }

    /// The file to read with what its name and its neighbours say.
    ///
    /// @param path the CSV
    /// @param name how messages call it
    /// @param scheme `HS92` ... `HS22`
    /// @param year the year it must be of
    /// @param places places by numeric code
    /// @param products known codes, empty when no list came with the file
    record Year(Path path, String name, String scheme, int year, Map<Integer, String> places, Set<Integer> products) {}

    /// Whether a name is that of a year's file.
    static boolean isYear(String name) {
        return NAME.matcher(name).matches();
    }

    /// Reads the file into a sorted table.
    void read(Path table, Out out) throws IOException {
        Year year = snapshot.isZip() ? unzipped() : plain();
        QueryStore.load(); // while the lines are read
        read(year, PlainYear.read(year, HEADER), staging, table, out);
    }

    /// The same, of a file that the quick reader has looked at.
    ///
    /// @param quick its sound lines and which ones are odd; empty: all are judged one by one
    static void read(Year year, Optional<PlainYear> quick, Path staging, Path table, Out out) throws IOException {
        Optional<PlainYear> plain = quick;
        SortedMap<Integer, String> odd = new TreeMap<>();
        long lines = 0;
        if (plain.isEmpty() || !plain.get().odd().isEmpty()) {
            lines = lines(year, out);
            Optional<SortedMap<Integer, String>> texts = plain.isEmpty()
                    ? Optional.empty()
                    : OddLines.read(year.path(), plain.get().odd());
            plain = texts.isEmpty() ? Optional.empty() : plain;
            odd = texts.orElse(odd);
        } else {
            out.note("no-end-of-line", endsWithLine(year.path()) ? 0 : 1);
        }
        try (Connection database = TradeTable.connect(staging, true)) {
            BaciQueries queries = new BaciQueries(database, year, table);
            queries.prepare();
            if (plain.isEmpty()) {
                queries.takeGood(lines, out);
                return;
            }
            Map<Reason, Long> refused = odd.isEmpty() ? Map.of() : judged(plain.get(), odd, year, queries, out);
            take(plain.get(), refused, table, out);
            if (plain.get().rows() > 0) {
                queries.writePlaces();
            }
        } catch (SQLException e) {
            throw new IOException("Cannot index " + year.name() + ": " + e.getMessage(), e);
        }
    }

    /// Judges the odd lines, together with the sound ones that speak of the same flows, and takes those that are fit.
    private static Map<Reason, Long> judged(
            PlainYear plain, SortedMap<Integer, String> odd, Year year, BaciQueries queries, Out out)
            throws SQLException, IOException {
        queries.judge(odd);
        Set<Long> flows = new HashSet<>();
        for (long key : queries.sound().part().keys) {
            flows.add(key);
        }
        if (plain.setAside(flows) > 0) {
            queries.judge(OddLines.read(year.path(), plain.odd())
                    .orElseThrow(() -> new IOException("'" + year.name() + "' changed while it was read")));
        }
        BaciQueries.Sound sound = queries.sound();
        plain.take(sound.lines(), sound.part());
        return queries.refuse(out);
    }

    private static void take(PlainYear year, Map<Reason, Long> refused, Path table, Out out) throws IOException {
        if (year.rows() > 0) {
            year.write(table);
        }
        out.bulk(year.rows(), refused);
        out.note("weight-missing", year.missing());
        out.note("weight-rounded", year.rounded());
    }

    private static boolean endsWithLine(Path file) throws IOException {
        try (SeekableByteChannel bytes = Files.newByteChannel(file)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            bytes.position(bytes.size() - 1).read(last);
            return last.get(0) == '\n';
        }
    }

    /// Looks at every byte of a file in which something is wrong, before any line of it is judged.
    ///
    /// @return how many lines stand below its header
    private static long lines(Year year, Out out) throws IOException {
        TextCheck.Facts facts = TextCheck.check(year.path(), year.name(), StandardCharsets.UTF_8);
        if (facts.quotes() > 0) {
            throw new ImportException(Fault.QUOTES, year.name(), facts.quotes() + " \"");
        }
        if (facts.lines() > Limits.BULK_ROWS) {
            throw new ImportException(Fault.MANY_ROWS, year.name(), facts.lines() + " > " + Limits.BULK_ROWS);
        }
        header(year.path(), year.name(), HEADER);
        out.note("no-end-of-line", facts.endsWithLine() ? 0 : 1);
        return facts.lines() - 1;
    }

    private Year plain() {
        Matcher name = NAME.matcher(snapshot.name());
        if (!name.matches()) {
            throw new ImportException(Fault.FILE_NAME, snapshot.name(), "BACI_HS17_Y2022_V202401b.csv");
        }
        if (!isAsked(snapshot.name())) {
            throw new ImportException(Fault.SEVERAL_YEARS, snapshot.name(), name.group(2));
        }
        return new Year(snapshot.path(), snapshot.name(), name.group(1), year(name), lexicon.numericPlaces(), Set.of());
    }

    /// The year of a file: not before the revision of its codes, not after the version that holds it.
    private int year(Matcher name) {
        int year = Integer.parseInt(name.group(2));
        int first = HsCodes.firstYear(name.group(1));
        int last = name.group(3).isEmpty() ? 2099 : Integer.parseInt(name.group(3));
        if (year < first || year > last) {
            throw new ImportException(
                    Fault.FILE_NAME, snapshot.name(), "%s: %d ... %d".formatted(name.group(1), first, last));
        }
        return year;
    }

    private Year unzipped() throws IOException {
        try (SafeZip zip = SafeZip.open(snapshot.path(), snapshot.name())) {
            String entry = asked(zip.names().stream().filter(Baci::isYear).toList());
            Matcher name = NAME.matcher(entry);
            if (!name.matches()) {
                throw new IllegalStateException("A name that fitted does not fit any more.");
            }
            Path csv = staging.resolve("year.csv");
            zip.unpack(entry, csv);
            Set<Integer> countries = codes(
                    zip, "(?:.*/)?country_codes.*\\.csv", "country_code,country_name," + "country_iso2,country_iso3");
            Map<Integer, String> places = new TreeMap<>(lexicon.numericPlaces());
            if (!countries.isEmpty()) {
                places.keySet().retainAll(countries);
            }
            return new Year(
                    csv,
                    snapshot.name() + "!" + entry,
                    name.group(1),
                    year(name),
                    places,
                    codes(zip, "(?:.*/)?product_codes_" + name.group(1) + ".*\\.csv", "code,description"));
        }
    }

    /// The one file of a year that is wanted, among those of a zip.
    private String asked(List<String> years) {
        if (years.isEmpty()) {
            throw new ImportException(Fault.ZIP_CONTENT, snapshot.name(), "0 x BACI_HS.._Y...._V....csv");
        }
        List<String> wanted = years.stream().filter(this::isAsked).toList();
        if (wanted.size() != 1) {
            String found = years.stream().map(Baci::shortly).collect(Collectors.joining(", "));
            throw new ImportException(Fault.SEVERAL_YEARS, snapshot.name(), Reject.shown(found));
        }
        return wanted.getFirst();
    }

    private boolean isAsked(String name) {
        Matcher year = NAME.matcher(name);
        return asked == 0 || year.matches() && Integer.parseInt(year.group(2)) == asked;
    }

    /// A year as people ask for it; one that a zip holds twice is told apart by its name.
    private static String shortly(String name) {
        Matcher year = NAME.matcher(name);
        return year.matches() ? year.group(2) + " (" + year.group(1) + ")" : name;
    }

    /// The numeric codes of a list in the zip; empty when there is none.
    private Set<Integer> codes(SafeZip zip, String pattern, String header) throws IOException {
        Optional<String> list =
                zip.names().stream().filter(name -> name.matches(pattern)).findFirst();
        if (list.isEmpty()) {
            return Set.of();
        }
        Path file = staging.resolve("list-" + header.length() + ".csv");
        zip.unpack(list.get(), file);
        String name = snapshot.name() + "!" + list.get();
        TextCheck.check(file, name, StandardCharsets.UTF_8);
        Set<Integer> codes = new HashSet<>();
        List<String> columns = List.of(header.split(","));
        Out unused = new Out("codes");
        new TableReader(
                        new Rule() {
                            @Override
                            public void header(String table, Map<String, Integer> found) {
                                if (!found.keySet().equals(OLDER_PLACES)) {
                                    TableReader.exactly(table, found, columns);
                                }
                            }

                            @Override
                            public void take(Line line, Out counts) {
                                String code = line.need(columns.getFirst());
                                if (code.matches("[0-9]{1,6}")) { // others are groups such as 9999AA
                                    codes.add(Integer.parseInt(code));
                                }
                            }
                        },
                        unused)
                .read(new CsvLines(file, name, StandardCharsets.UTF_8));
        if (codes.isEmpty()) {
            throw new ImportException(Fault.HEADER, name, header);
        }
        return codes;
    }

    private static void header(Path path, String name, String expected) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(path)) {
            String first = Optional.ofNullable(reader.readLine()).orElse("").replace("\ufeff", "");
            List<String> columns = new ArrayList<>(List.of(first.split(",", -1)));
            columns.replaceAll(String::strip);
            if (!String.join(",", columns).equals(expected)) {
                throw new ImportException(Fault.HEADER, name, Reject.shown(first) + " | " + expected);
            }
        }
    }
}
