package org.monazite.atlas.imports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.monazite.atlas.imports.ImportException.Fault;
import org.monazite.atlas.imports.Out.Statement;

/// One table of the Mineral Commodity Summaries 2022 to 2024. A world table has a line for each place and kind of
/// output, a table of statistics one for each year; units stand in the names of the columns ([UsgsMcsColumn]).
///
/// Read as such: a footnote number or the `e` of an estimate behind a name (`Belgium8`, `Japane`) or before a number
/// (`e24,000`), empty columns to the right, words in the place of a number (`Included with ilmenite`).
final class UsgsMcsTable implements Rule {

    private static final Set<String> WORLD = Set.of("Source", "Country");
    private static final List<String> STATISTICS = List.of("DataSource", "Commodity", "Year");
    private static final int YEARS_BACK = 6;

    private static final Pattern FOOTNOTE = Pattern.compile("(.*[\\p{L})])[0-9]{1,2}");
    private static final Pattern QUALIFIED = Pattern.compile("(.+?)(?: ?\\((\\p{Ll}.*)\\)|, (\\p{Ll}.*))");

    /// Words behind a place that change nothing in what is counted.
    private static final Set<String> NEUTRAL =
            Set.of("overseas territory of france", "recoverable", "concentrate", "rounded");

    private static final Pattern WORDS =
            Pattern.compile("(?i)(?:included (?:in|with)|less than|categorized as|very) [^,;:=]{2,50}|moderate|small");

    private final Lexicon lexicon;
    private final int edition;
    private final String commodity;
    private final Map<String, String> reserves = new HashMap<>();
    private List<UsgsMcsColumn> columns = List.of();
    private Set<String> others = Set.of();
    private String typeColumn = "Type";
    private boolean world;

    /// @param commodity what the file is about, from its name
    UsgsMcsTable(Lexicon lexicon, int edition, String commodity) {
        this.lexicon = lexicon;
        this.edition = edition;
        this.commodity = commodity;
    }

    @Override
    public void header(String name, Map<String, Integer> header) {
        world = header.keySet().containsAll(WORLD);
        Set<String> unknown = new TreeSet<>();
        List<UsgsMcsColumn> found = new ArrayList<>();
        for (String column : header.keySet()) {
            boolean named = WORLD.contains(column) || STATISTICS.contains(column) || column.equals("Type");
            if (named) {
                continue;
            }
            Optional<UsgsMcsColumn> read =
                    world ? UsgsMcsColumn.world(column, edition, commodity) : UsgsMcsColumn.statistic(column);
            if (read.isPresent()) {
                found.add(read.get());
            } else if (world && column.startsWith("Mine production, ")) {
                typeColumn = column; // a value that slipped into the header
            } else if (!UsgsMcsColumn.isNotes(column)) {
                unknown.add(column);
            }
        }
        boolean whole = world ? header.containsKey(typeColumn) : header.keySet().containsAll(STATISTICS);
        if (!whole || world && (found.isEmpty() || !unknown.isEmpty())) {
            String expected = world
                    ? "Source,Country,Type,Prod_t_%d,Prod_t_est_%d,Prod_notes,Reserves_t,Reserves_notes"
                            .formatted(edition - 2, edition - 1)
                    : "DataSource,Commodity,Year,USprod_t,Imports_t,Exports_t,...,NIR_pct";
            throw new ImportException(
                    Fault.HEADER, name, "+ " + Reject.shown(String.join(", ", unknown)) + " | " + expected);
        }
        columns = List.copyOf(found);
        others = Set.copyOf(unknown);
    }

    /// Of columns with the same name none says what it counts: they are told apart, and counted as other columns.
    @Override
    public List<String> columns(List<String> cells, List<String> above) {
        List<String> names = new ArrayList<>();
        for (String cell : cells) {
            boolean repeated = !cell.isBlank() && Collections.frequency(cells, cell) > 1;
            names.add(repeated ? "%s (column %d)".formatted(cell, names.size() + 1) : cell);
        }
        return names;
    }

    @Override
    public boolean isPadded() {
        return true;
    }

    @Override
    public void take(Line line, Out out) {
        String source = line.text(world ? "Source" : "DataSource").replace(" ", "");
        if (source.isEmpty()) {
            out.note("no-source-name", 1);
        } else if (!source.equals("MCS" + edition)) {
            throw line.problem(world ? "Source" : "DataSource", Reason.UNKNOWN_WORD, "MCS" + edition);
        }
        if (world) {
            output(line, out);
        } else {
            statistics(line, out);
        }
    }

    /// Who a line of a world table is about.
    ///
    /// @param code place code
    /// @param counted words that change what is counted, such as `exports`
    /// @param estimated whether the publisher marks the line as estimated
    private record Named(String code, String counted, boolean estimated) {}

    private void output(Line line, Out out) {
        if (Lexicon.key(line.need("Country")).equals("united states and canada")) {
            out.ignore("several-places");
            return;
        }
        if (lexicon.isOutside(line.text("Country"))) {
            out.ignore("place-outside");
            return;
        }
        Named named = named(line);
        String type = line.text(typeColumn)
                .replaceFirst("^Mine poduction", "Mine production")
                .replaceFirst("^Mne production", "Mine production");
        if (!type.isEmpty() && type.codePoints().noneMatch(Character::isLetter)) {
            throw line.problem(typeColumn, Reason.UNKNOWN_WORD, "");
        }
        for (UsgsMcsColumn column : columns) {
            if (!line.text(column.name()).isEmpty()) {
                take(line, column, named, type, out);
            }
        }
    }

    private void take(Line line, UsgsMcsColumn column, Named named, String type, Out out) {
        String small = type.toLowerCase(Locale.ROOT);
        boolean plant = small.contains("capacity") && !small.contains("production");
        String measure = column.measure().equals("production") && plant ? "capacity" : column.measure();
        String detail = detail(measure, column, type);
        if (measure.equals("reserves")) {
            String text = line.text(column.name());
            String before = reserves.putIfAbsent(named + column.name(), text);
            if (text.equals(before)) {
                return; // reserves of a place stand beside each kind of its output
            }
            detail = before == null ? detail : detail + " " + type;
        }
        String subject = named.counted.isEmpty()
                ? UsgsCells.subject(commodity, detail)
                : "usgs." + Cells.slug(commodity) + "." + Cells.slug(detail + " " + named.counted);
        boolean marked = isMarked(line.text(column.name()));
        boolean slip = UsgsMcsColumn.isSlip(column, edition, commodity);
        out.note("unit-slip", slip ? 1 : 0);
        String remark = Out.joined(
                column.estimated() || named.estimated || marked ? "estimated by the publisher" : "",
                Out.joined(
                        slip ? "the unit in the name of the column is a slip: " + column.unit() : "",
                        Out.joined(named.counted, notes(line, column.measure()))));
        UsgsCells.inUnit(
                line,
                column.name(),
                column.unit(),
                new Statement(
                        named.code,
                        "",
                        subject,
                        measure,
                        column.year(),
                        quantity(line, column.name()),
                        "",
                        "reported",
                        remark),
                lexicon,
                out);
    }

    private static String detail(String measure, UsgsMcsColumn column, String type) {
        if (measure.equals("reserves")) {
            return ("reserves " + column.words()).strip();
        }
        if (!column.words().isEmpty()) {
            return column.words() + " " + measure;
        }
        boolean own = measure.equals("production")
                ? !type.isEmpty()
                : type.toLowerCase(Locale.ROOT).contains("capacity");
        return own ? type : measure;
    }

    private static String notes(Line line, String measure) {
        String start = measure.equals("production") ? "Prod" : measure.equals("capacity") ? "Cap" : "Reserves";
        String notes = line.text(start + "_notes");
        return notes.isEmpty() ? line.text(start + "_note") : notes;
    }

    private void statistics(Line line, Out out) {
        String year = line.need("Year");
        if (!Cells.isYear(year)) {
            throw line.problem("Year", Reason.NOT_A_PERIOD, "");
        }
        int number = Integer.parseInt(year);
        if (number >= edition || number < edition - YEARS_BACK) {
            throw line.problem("Year", Reason.YEAR_NOT_COVERED, (edition - YEARS_BACK) + " - " + (edition - 1));
        }
        String subject = "usgs." + Cells.slug(UsgsCells.words(line, "Commodity"));
        for (UsgsMcsColumn column : columns) {
            if (line.text(column.name()).isEmpty()) {
                continue;
            }
            Quantity quantity =
                    column.unit().equals("percent") ? percent(line, column.name()) : quantity(line, column.name());
            UsgsCells.inUnit(
                    line,
                    column.name(),
                    column.unit(),
                    new Statement(
                            "USA",
                            "",
                            subject,
                            column.measure() + (column.words().isEmpty() ? "" : ": " + column.words()),
                            year,
                            quantity,
                            "",
                            "reported",
                            number == edition - 1 ? "estimated by the publisher" : ""),
                    lexicon,
                    out);
        }
        out.note(
                "other-column",
                others.stream().filter(each -> !line.text(each).isEmpty()).count());
    }

    private Named named(Line line) {
        String name = line.need("Country");
        boolean estimated = false;
        if (lexicon.places(name).isEmpty()) {
            Matcher footnote = FOOTNOTE.matcher(name);
            name = footnote.matches() ? footnote.group(1) : name;
        }
        if (lexicon.places(name).isEmpty() && name.endsWith("e")) {
            String shorter = name.substring(0, name.length() - 1);
            estimated = !lexicon.places(shorter).isEmpty();
            name = estimated ? shorter : name;
        }
        String counted = "";
        if (lexicon.places(name).isEmpty()) {
            Matcher qualified = QUALIFIED.matcher(name.replace('\u00a0', ' '));
            if (qualified.matches()) {
                name = qualified.group(1);
                String words = qualified.group(2) == null ? qualified.group(3) : qualified.group(2);
                counted = NEUTRAL.contains(Lexicon.key(words)) ? "" : words;
            }
        }
        return new Named(Cells.place(line, "Country", name, lexicon), counted, estimated);
    }

    private static boolean isMarked(String text) {
        return text.length() > 1 && text.charAt(0) == 'e' && Character.isDigit(text.charAt(1));
    }

    private static Quantity quantity(Line line, String column) {
        String text = line.text(column);
        return WORDS.matcher(text.replace("\"", "")).matches()
                ? Quantity.none("TEXT")
                : UsgsCells.value(line, column, isMarked(text) ? text.substring(1) : text);
    }

    /// Net import reliance: below zero means net exporter.
    private static Quantity percent(Line line, String column) {
        String text = line.text(column).replaceFirst("%$", "");
        if (text.matches("[-\u2212][0-9]{1,3}")) {
            return Quantity.none("NET_EXPORTER");
        }
        return UsgsCells.value(line, column, text);
    }
}
