package org.monazite.atlas.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.monazite.atlas.imports.ImportException.Fault;
import org.monazite.atlas.imports.Out.Statement;

/// Worldwide Governance Indicators in the forms in which the bank has published them: wide (a column for each year,
/// one indicator a table), the workbook with one sheet for each indicator and six columns for each year, long (a line
/// for each place, year and indicator), the workbook of the editions since 2025 (a sheet for each indicator, a line for
/// each economy and year, `Economy (code)`), and the tables of its data bank (`Country Code`, `Series Code`). An
/// estimate
/// runs from about -2.5 (weak) to 2.5 (strong).
final class Wgi implements Rule {

    /// The six indicators, as the bank codes them.
    static final Map<String, String> INDICATORS = new TreeMap<>(Map.of(
            "VA", "voice and accountability",
            "PV", "political stability",
            "GE", "government effectiveness",
            "RQ", "regulatory quality",
            "RL", "rule of law",
            "CC", "control of corruption"));

    private static final Set<String> MISSING = Set.of("..", "nan", "#n/a", "na", "n/a", "#n.a");
    private static final double MOST = 3.5;

    /// One of the forms of table.
    interface Form {
        void take(Line line, Out out);
    }

    private final Lexicon lexicon;
    private final String stated;
    private Form form = (_, _) -> {};

    /// @param indicator of a wide table, empty when its name says it
    Wgi(Lexicon lexicon, String indicator) {
        this.lexicon = lexicon;
        this.stated = indicator.toUpperCase(Locale.ROOT);
    }

    @Override
    public boolean isHeader(List<String> cells) {
        List<String> names = cells.stream().map(String::strip).toList();
        return names.contains("Estimate") && names.contains("StdErr") // a legend may stand above, one term a row
                || names.contains("Country/Territory") && !WgiYears.isUpper(names)
                || names.contains("Country Code")
                || names.contains(WgiEconomies.CODE)
                || names.contains("indicator") && names.contains("year");
    }

    /// The edition of 2023 repeats the row of `Estimate`, `StdErr` on one sheet, above the years and below them.
    @Override
    public boolean isHeader(List<String> cells, List<String> above) {
        boolean six = cells.stream().map(String::strip).anyMatch("StdErr"::equals);
        return isHeader(cells) && (!six || above.stream().anyMatch(WgiYears::isYear));
    }

    @Override
    public List<String> columns(List<String> cells, List<String> above) {
        return WgiYears.columns(cells, above);
    }

    @Override
    public boolean isFooter(List<String> cells) {
        String first = cells.isEmpty() ? "" : cells.getFirst().strip();
        return first.matches("(Data from database|Last Updated|Source|Note).{0,200}")
                && cells.stream().skip(1).allMatch(String::isBlank);
    }

    @Override
    public void header(String name, Map<String, Integer> header) {
        if (header.containsKey(WgiEconomies.CODE)) {
            form = new WgiEconomies(lexicon, name, header, name.contains("!") ? sheet(name) : "");
        } else if (header.containsKey("Country Code")) {
            form = new WgiBank(lexicon, name, header);
        } else if (header.containsKey("Country/Territory")) {
            form = new WgiYears(lexicon, name, header, () -> indicator(name));
        } else {
            form = new WgiLong(lexicon, name, header);
        }
    }

    /// The indicator that a sheet is named by: `va`, `pv`; empty for another name.
    private static String sheet(String name) {
        String sheet = name.substring(name.indexOf('!') + 1).toUpperCase(Locale.ROOT);
        return INDICATORS.containsKey(sheet) ? sheet : "";
    }

    /// The indicator of a table that holds one: what its name says, or what the user does.
    private String indicator(String name) {
        String own = named(name.substring(name.indexOf('!') + 1));
        String named = own.isEmpty() ? named(name) : own;
        String indicator = named.isEmpty() ? stated : named;
        boolean contradicts = !stated.isEmpty() && !named.isEmpty() && !named.equals(stated) && !name.contains("!");
        if (!INDICATORS.containsKey(indicator) || contradicts) {
            throw new ImportException(Fault.FILE_NAME, name, "--indicator VA|PV|GE|RQ|RL|CC");
        }
        return indicator;
    }

    /// The one indicator that a name says; empty when it says none or several.
    static String named(String name) {
        String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, String> each : INDICATORS.entrySet()) {
            String words = each.getValue().replace(" ", "");
            if (letters.contains(words)
                    || letters.contains(words.replace("and", ""))
                    || name.matches("(.*[^A-Za-z])?" + each.getKey() + "([^A-Za-z].*)?")) {
                found.add(each.getKey());
            }
        }
        return found.size() == 1 ? found.getFirst() : "";
    }

    @Override
    public void take(Line line, Out out) {
        form.take(line, out);
    }

    /// A place that can govern itself: not the world, not its rest.
    static String place(Line line, String column, Lexicon lexicon) {
        String place = Cells.place(line, column, lexicon);
        if (!place.matches("[A-Z]{3}") || Set.of("WLD", "ROW").contains(place)) {
            throw line.problem(column, Reason.UNKNOWN_PLACE, "JPN, CHN");
        }
        return place;
    }

    static boolean isMissing(String text) {
        return MISSING.contains(text.toLowerCase(Locale.ROOT));
    }

    /// Takes an estimate; an empty cell states nothing.
    static void estimate(Line line, String column, String place, String code, String year, String remark, Out out) {
        String text = line.text(column);
        if (text.isEmpty()) {
            return;
        }
        boolean missing = isMissing(text);
        double estimate = missing ? Double.NaN : Cells.number(line, column);
        if (Math.abs(estimate) > MOST) {
            throw line.problem(column, Reason.OUT_OF_RANGE, "-2.5 ... 2.5");
        }
        out.figure(
                line,
                column,
                new Statement(
                        place,
                        "",
                        "",
                        code,
                        year,
                        missing ? Quantity.none("NA") : Quantity.of(estimate),
                        "index",
                        "reported",
                        remark));
    }

    /// What stands beside an estimate must be sound: errors and counts of zero or more, ranks in percent.
    ///
    /// @param what the kind of number, in small letters
    static void sound(Line line, String column, String what) {
        if (isMissing(line.text(column))) {
            return;
        }
        if (what.startsWith("lower") || what.startsWith("upper")) {
            Cells.soundNumber(line, column, -100, 100);
        } else {
            Cells.soundNumber(line, column, 0, 100);
        }
    }
}
