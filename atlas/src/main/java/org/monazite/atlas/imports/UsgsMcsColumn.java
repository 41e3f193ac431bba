package org.monazite.atlas.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A column of the Mineral Commodity Summaries 2022 to 2024, whose name says what it holds: `Prod_t_est_2022`,
/// `Reserves_ore_kt`, `Imports_Compounds_t`, `NIR_pct`.
///
/// @param name the name as it is written
/// @param measure `production`, `capacity`, `reserves`, or a statistic of the United States such as `Import`
/// @param words what more the name says, empty for most
/// @param unit the unit in words
/// @param estimated whether the publisher says that the column is estimated
/// @param year year of a column of the world table; empty: the year before the edition, or that of the line
record UsgsMcsColumn(String name, String measure, String words, String unit, boolean estimated, String year) {

    private static final Pattern WORLD = Pattern.compile(
            "(prod|cap|reserves)((?:_[a-z0-9]+)*?)_(t|kt|mt|mmt|kg|kct|mct|mcm)(_est)?(?:_(20[0-9]{2}))?");
    private static final Pattern NOTES = Pattern.compile("(prod|cap|reserves)_notes?");

    private static final Map<String, String> MEASURES =
            Map.of("prod", "production", "cap", "capacity", "reserves", "reserves");

    private static final Map<String, String> STATISTICS = Map.of(
            "usprod", "Production",
            "imports", "Import",
            "exports", "Export",
            "consump", "Consumption",
            "stocks", "Stock",
            "shipments", "Shipment",
            "supply", "Supply",
            "employment", "Employment",
            "price", "Price",
            "nir", "Net import reliance");

    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("t", "metric tons"),
            Map.entry("kt", "thousand metric tons"),
            Map.entry("mt", "million metric tons"),
            Map.entry("mmt", "million metric tons"),
            Map.entry("kg", "kilograms"),
            Map.entry("g", "grams"),
            Map.entry("ct", "carats"),
            Map.entry("kct", "thousand carats"),
            Map.entry("mct", "million carats"),
            Map.entry("mcm", "million cubic meters"),
            Map.entry("mdol", "million dollars"),
            Map.entry("dt", "dollars per metric ton"),
            Map.entry("dst", "dollars per short ton"),
            Map.entry("dkg", "dollars per kilogram"),
            Map.entry("dlb", "dollars per pound"),
            Map.entry("dto", "dollars per troy ounce"),
            Map.entry("dtoz", "dollars per troy ounce"),
            Map.entry("dg", "dollars per gram"),
            Map.entry("dct", "dollars per carat"),
            Map.entry("ctslb", "cents per pound"));

    /// Units in the names of columns that the other editions and the notes beside the numbers show to be wrong, by a
    /// thousand or a million: edition, commodity, column in small letters.
    private static final Map<String, String> SLIPS = Map.of(
            "2023 Rhenium reserves_kt", "kg",
            "2023 Vanadium reserves_t", "kt",
            "2023 Chromium prod_t_2021", "kt",
            "2023 Chromium prod_t_est_2022", "kt",
            "2024 Selenium reserves_kt", "t",
            "2024 Talc and Pyrophyllite reserves_t", "kt");

    /// A column of a world table.
    static Optional<UsgsMcsColumn> world(String name, int edition, String commodity) {
        String small = name.toLowerCase(Locale.ROOT);
        Matcher parts = WORLD.matcher(small);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String unit = SLIPS.getOrDefault(edition + " " + commodity + " " + small, parts.group(3));
        String measure = MEASURES.getOrDefault(parts.group(1), "");
        String year = parts.group(5) == null ? "" : parts.group(5);
        boolean reserves = measure.equals("reserves");
        boolean known = year.isEmpty()
                ? reserves
                : Integer.parseInt(year) == edition - 1 || Integer.parseInt(year) == edition - 2;
        return known
                ? Optional.of(new UsgsMcsColumn(
                        name,
                        measure,
                        parts.group(2).replace('_', ' ').strip(),
                        UNITS.getOrDefault(unit, ""),
                        parts.group(4) != null,
                        year.isEmpty() ? String.valueOf(edition - 1) : year))
                : Optional.empty();
    }

    /// A column of statistics of the United States; empty where the name does not say what it counts and in what.
    static Optional<UsgsMcsColumn> statistic(String name) {
        List<String> parts = List.of(name.strip().split("_"));
        boolean begins = STATISTICS.containsKey(parts.getFirst().toLowerCase(Locale.ROOT));
        String first = parts.get(begins || parts.size() < 3 ? 0 : 1).toLowerCase(Locale.ROOT); // Alumina_Imports_kt
        String measure = STATISTICS.getOrDefault(first, "");
        String last = parts.getLast().toLowerCase(Locale.ROOT);
        String unit =
                first.equals("nir") ? "percent" : first.equals("employment") ? "number" : UNITS.getOrDefault(last, "");
        boolean price = unit.contains(" per ");
        boolean fits = first.equals("price") == price;
        if (measure.isEmpty() || unit.isEmpty() || parts.size() < 2 || !fits) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>(parts.subList(0, parts.size() - 1));
        words.remove(begins ? 0 : 1);
        return Optional.of(new UsgsMcsColumn(name, measure, String.join(" ", words), unit, false, ""));
    }

    /// Whether a name is that of a column of remarks.
    static boolean isNotes(String name) {
        return NOTES.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    /// Whether the unit is another than the one in the name.
    static boolean isSlip(UsgsMcsColumn column, int edition, String commodity) {
        return SLIPS.containsKey(edition + " " + commodity + " " + column.name.toLowerCase(Locale.ROOT));
    }
}
