package org.monazite.atlas.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.monazite.atlas.imports.Out.Statement;

/// USGS Mineral Commodity Summaries 2026: one statement a line, in windows-1252.
final class UsgsMcs2026 implements Rule {

    static final List<String> HEADER = List.of(
            "MCS chapter",
            "Section",
            "Commodity",
            "Country",
            "Statistics",
            "Statistics_detail",
            "Unit",
            "Year",
            "Value",
            "Notes",
            "Is critical mineral 2025",
            "Other notes");

    private static final int EDITION = 2026;

    private static final int MOST_TEXT = 160;

    private final Lexicon lexicon;

    /// The notes of the first line of each series.
    private final Map<String, String> notes = new HashMap<>();

    UsgsMcs2026(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Override
    public void header(String name, Map<String, Integer> header) {
        TableReader.exactly(name, header, HEADER);
    }

    @Override
    public void take(Line line, Out out) {
        if (line.text("Value").isEmpty()) {
            return;
        }
        String period = Cells.period(line, "Year");
        if (Integer.parseInt(period.substring(period.length() - 4)) > EDITION) {
            throw line.problem("Year", Reason.YEAR_NOT_COVERED, "- " + EDITION);
        }
        if (!line.text("Is critical mineral 2025").isEmpty()) {
            Cells.oneOf(line, "Is critical mineral 2025", Set.of("Yes", "No"));
        }
        String place = Cells.place(line, "Country", lexicon);
        String statistic = UsgsCells.words(line, "Statistics");
        String detail = line.text("Statistics_detail");
        String words = statistic.toLowerCase(Locale.ROOT);
        boolean world =
                UsgsCells.words(line, "Section").toLowerCase(Locale.ROOT).contains("world");
        boolean origin = words.contains("import source");
        String measure = world
                ? words.contains("reserve") ? "reserves" : words.contains("capacity") ? "capacity" : "production"
                : origin ? "import" : detail.isEmpty() ? statistic : statistic + ": " + detail;
        String commodity = UsgsCells.words(line, "Commodity");
        String subject = world || origin
                ? UsgsCells.subject(commodity, detail.isEmpty() ? statistic : detail)
                : "usgs." + Cells.slug(commodity);
        UsgsCells.figure(
                line,
                "Value",
                "Unit",
                new Statement(
                        origin ? "USA" : place,
                        origin ? place : "",
                        subject,
                        own(line, String.join("|", place, subject, measure, period), measure),
                        period,
                        UsgsCells.value(line, "Value"),
                        "",
                        "reported",
                        Out.joined(line.text("Notes"), line.text("Other notes"))),
                lexicon,
                out);
    }

    /// Two series of a chapter may differ in their notes alone: imports of mica below and above a price, with other
    /// customs codes. The second is named by its notes; a line that repeats both is a twin.
    private String own(Line line, String series, String measure) {
        String text = line.text("Notes");
        String first = notes.putIfAbsent(series, text);
        boolean other = first != null && !first.equals(text) && !text.isEmpty();
        return other ? measure + ": " + (text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) : text) : measure;
    }
}
