package org.monazite.atlas.imports;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.monazite.atlas.imports.Out.Statement;

/// USGS Mineral Commodity Summaries 2025, world data: a line holds up to five statements on a place.
final class UsgsMcs2025 implements Rule {

    /// Two names hold a blank, as the publisher wrote them.
    static final List<String> HEADER = List.of(
            "SOURCE",
            "COMMODITY",
            "COUNTRY",
            "TYPE",
            "UNIT_MEAS",
            "PROD_2023",
            "PROD_EST_ 2024",
            "PROD_NOTES",
            "CAP_2023",
            "CAP_EST_ 2024",
            "CAP_NOTES",
            "RESERVES_2024",
            "RESERVE_NOTES");

    private final Lexicon lexicon;

    UsgsMcs2025(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Override
    public void header(String name, Map<String, Integer> header) {
        TableReader.exactly(name, header, HEADER);
    }

    @Override
    public void take(Line line, Out out) {
        Cells.oneOf(line, "SOURCE", Set.of("MCS2025", "MCS 2025"));
        String type = UsgsCells.words(line, "TYPE");
        String place = Cells.place(line, "COUNTRY", lexicon);
        take(line, "PROD_2023", place, type, "production", "2023", "PROD_NOTES", out);
        take(line, "PROD_EST_ 2024", place, type, "production", "2024", "PROD_NOTES", out);
        String capacity = type.toLowerCase(Locale.ROOT).contains("mine") ? type : "capacity";
        take(line, "CAP_2023", place, capacity, "capacity", "2023", "CAP_NOTES", out);
        take(line, "CAP_EST_ 2024", place, capacity, "capacity", "2024", "CAP_NOTES", out);
        take(line, "RESERVES_2024", place, "reserves", "reserves", "2024", "RESERVE_NOTES", out);
    }

    private void take(
            Line line, String column, String place, String detail, String measure, String year, String notes, Out out) {
        if (line.text(column).isEmpty()) {
            return;
        }
        boolean estimated = column.contains("EST_");
        UsgsCells.figure(
                line,
                column,
                "UNIT_MEAS",
                new Statement(
                        place,
                        "",
                        UsgsCells.subject(UsgsCells.words(line, "COMMODITY"), detail),
                        measure,
                        year,
                        UsgsCells.value(line, column),
                        "",
                        "reported",
                        Out.joined(estimated ? "estimated by the publisher" : "", line.text(notes))),
                lexicon,
                out);
    }
}
