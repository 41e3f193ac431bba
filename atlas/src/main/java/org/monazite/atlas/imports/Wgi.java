package org.monazite.atlas.imports;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.monazite.atlas.imports.ImportException.Fault;
import org.monazite.atlas.imports.Out.Statement;

/// Worldwide Governance Indicators: wide (a column for each year, one indicator a table) or long (a line for each
/// place, year and indicator). An estimate runs from about -2.5 (weak) to 2.5 (strong).
final class Wgi implements Rule {

    /// The six indicators, as the bank codes them.
    static final Map<String, String> INDICATORS = Map.of(
            "VA", "voice and accountability",
            "PV", "political stability",
            "GE", "government effectiveness",
            "RQ", "regulatory quality",
            "RL", "rule of law",
            "CC", "control of corruption");

    private static final Set<String> MISSING = Set.of("..", "nan", "#n/a", "na", "n/a");
    private static final double MOST = 3.5;

    private static final Set<String> LONG = Set.of(
            "codeindyr",
            "countryname",
            "stddev",
            "stderr",
            "nsource",
            "pctrank",
            "pctranklower",
            "pctrankupper",
            "lower",
            "upper");

    private final Lexicon lexicon;
    private final String stated;
    private String indicator = "";
    private boolean wide;

    /// @param indicator of a wide table, empty when its name says it
    Wgi(Lexicon lexicon, String indicator) {
        this.lexicon = lexicon;
        this.stated = indicator.toUpperCase(Locale.ROOT);
    }

    @Override
    public void header(String name, Map<String, Integer> header) {
        wide = header.containsKey("Country/Territory");
        if (!wide) {
            TableReader.among(name, header, List.of("code", "year", "indicator", "estimate"), LONG);
            return;
        }
        for (String column : header.keySet()) {
            if (!Cells.isYear(column) && !Set.of("Country/Territory", "Code").contains(column)) {
                throw new ImportException(
                        Fault.HEADER, name, "+ " + Reject.shown(column) + " | Country/Territory,Code,1996,1998,...");
            }
        }
        if (!header.containsKey("Code") || header.size() < 3) {
            throw new ImportException(Fault.HEADER, name, "- Code | Country/Territory,Code,1996,1998,...");
        }
        indicator = stated.isEmpty() ? named(name) : stated;
        if (!INDICATORS.containsKey(indicator)) {
            throw new ImportException(Fault.FILE_NAME, name, "--indicator VA|PV|GE|RQ|RL|CC");
        }
    }

    /// The indicator that the name of a file or sheet says.
    private static String named(String name) {
        String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        for (Map.Entry<String, String> each : INDICATORS.entrySet()) {
            if (letters.contains(each.getValue().replace(" ", "").replace("and", ""))
                    || letters.contains(each.getValue().replace(" ", ""))
                    || name.matches("(.*[^A-Za-z])?" + each.getKey() + "([^A-Za-z].*)?")) {
                return each.getKey();
            }
        }
        return "";
    }

    @Override
    public void take(Line line, Out out) {
        String codeColumn = wide ? "Code" : "code";
        String place = Cells.place(line, codeColumn, lexicon);
        if (!place.matches("[A-Z]{3}") || Set.of("WLD", "ROW").contains(place)) {
            throw line.problem(codeColumn, Reason.UNKNOWN_PLACE, "");
        }
        if (!wide) {
            String code = Cells.oneOf(line, "indicator", INDICATORS.keySet());
            String year = Cells.period(line, "year");
            Cells.samePlace(line, "countryname", place, lexicon);
            sound(line);
            String error = line.has("stderr") ? line.text("stderr") : line.text("stddev");
            take(line, "estimate", place, code, year, error.isEmpty() ? "" : "standard error " + error, out);
            return;
        }
        Cells.samePlace(line, "Country/Territory", place, lexicon);
        for (String column : line.header().keySet()) {
            if (Cells.isYear(column)) {
                take(line, column, place, indicator, column, "", out);
            }
        }
    }

    /// What stands beside the estimate: errors and counts of zero or more, ranks in percent.
    private static void sound(Line line) {
        for (String column : LONG) {
            boolean said = !MISSING.contains(line.text(column).toLowerCase(Locale.ROOT));
            if (said && Set.of("stddev", "stderr", "nsource").contains(column)) {
                Cells.soundNumber(line, column, 0, 100);
            } else if (said && column.startsWith("pctrank")) {
                Cells.soundNumber(line, column, 0, 100);
            } else if (said && Set.of("lower", "upper").contains(column)) {
                Cells.soundNumber(line, column, -100, 100);
            }
        }
    }

    private static void take(Line line, String column, String place, String code, String year, String remark, Out out) {
        String text = line.text(column);
        if (text.isEmpty()) {
            return;
        }
        boolean missing = MISSING.contains(text.toLowerCase(Locale.ROOT));
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
}
