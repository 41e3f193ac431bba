package org.monazite.atlas.imports;

import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    private final Lexicon lexicon;

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
        String place = Cells.place(line, "Country", lexicon);
        String statistic = line.need("Statistics");
        String detail = line.text("Statistics_detail");
        String words = statistic.toLowerCase(Locale.ROOT);
        boolean world = line.need("Section").toLowerCase(Locale.ROOT).contains("world");
        boolean origin = words.contains("import source");
        String measure = world
                ? words.contains("reserve") ? "reserves" : words.contains("capacity") ? "capacity" : "production"
                : origin ? "import" : detail.isEmpty() ? statistic : statistic + ": " + detail;
        String commodity = line.need("Commodity");
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
                        measure,
                        period,
                        UsgsCells.value(line, "Value"),
                        "",
                        "reported",
                        Out.joined(line.text("Notes"), line.text("Other notes"))),
                lexicon,
                out);
    }
}
