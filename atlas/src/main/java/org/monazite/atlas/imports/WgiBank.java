package org.monazite.atlas.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.monazite.atlas.imports.ImportException.Fault;

/// Tables of the World Bank's data bank: places in rows, years and series in rows or columns. A series is known by its
/// code (`CC.EST`, `GOV_WGI_CC.EST`) or its name (`Control of Corruption: Estimate`). Estimates are taken; errors,
/// counts and ranks are looked at and passed over.
final class WgiBank implements Wgi.Form {

    private static final Pattern CODE = Pattern.compile(
            "(?:GOV_WGI_)?(VA|PV|GE|RQ|RL|CC)[._](EST|STD[._]ERR|NO[._]SRC|PER[._]RNK(?:[._](?:LOWER|UPPER))?|SC)");
    private static final Pattern YEAR = Pattern.compile("((?:19|20)[0-9]{2})(?: \\[YR(?:19|20)[0-9]{2}\\])?");
    private static final Set<String> WORDS = Set.of(
            "Country Name",
            "Country Code",
            "Series Name",
            "Series Code",
            "Indicator Name",
            "Indicator Code",
            "Time",
            "Time Code",
            "Year",
            "Value");

    /// A column of values, with the year or the series that it is of; empty where the row says it.
    private record Column(String name, String year, String series) {}

    private final Lexicon lexicon;
    private final List<Column> values = new ArrayList<>();
    private final String series;
    private final String time;

    WgiBank(Lexicon lexicon, String name, Map<String, Integer> header) {
        this.lexicon = lexicon;
        this.series = first(header, "Series Code", "Indicator Code", "Series Name", "Indicator Name");
        this.time = first(header, "Time", "Year");
        for (String column : header.keySet()) {
            Matcher year = YEAR.matcher(column);
            String own = year.matches() ? "" : series(column.replaceFirst(".*\\[([^\\]]*)\\]$", "$1"));
            if (year.matches()) {
                values.add(new Column(column, year.group(1), ""));
            } else if (column.equals("Value")) {
                values.add(new Column(column, "", ""));
            } else if (!own.isEmpty()) {
                values.add(new Column(column, "", own));
            } else if (!WORDS.contains(column)) {
                throw fault(name, "+ " + Reject.shown(column));
            }
        }
        boolean said = values.stream()
                .allMatch(each -> (!each.year().isEmpty() || !time.isEmpty())
                        && (!each.series().isEmpty() || !series.isEmpty()));
        if (values.isEmpty() || !said) {
            throw fault(name, "- Series Code");
        }
    }

    private static ImportException fault(String name, String what) {
        return new ImportException(
                Fault.HEADER, name, what + " | Country Name,Country Code,Series Name,Series Code,2022 [YR2022],...");
    }

    private static String first(Map<String, Integer> header, String... names) {
        for (String name : names) {
            if (header.containsKey(name)) {
                return name;
            }
        }
        return "";
    }

    /// The code of a series by its code or its name; empty for series of other kinds.
    private static String series(String text) {
        if (CODE.matcher(text).matches()) {
            return text;
        }
        String named = Wgi.named(text);
        return named.isEmpty() || !text.endsWith(": Estimate") ? "" : named + ".EST";
    }

    @Override
    public void take(Line line, Out out) {
        if (lexicon.isOutside(line.text("Country Code"))) {
            out.ignore("place-outside");
            return;
        }
        String place = Wgi.place(line, "Country Code", lexicon);
        Cells.samePlace(line, "Country Name", place, lexicon);
        String row = series.isEmpty() ? "" : series(line.need(series));
        if (!series.isEmpty() && row.isEmpty()) {
            out.ignore("other-series");
            return;
        }
        String rowYear = time.isEmpty() ? "" : year(line);
        boolean estimates = false;
        for (Column column : values) {
            Matcher code = CODE.matcher(column.series().isEmpty() ? row : column.series());
            if (!code.matches()) {
                throw new IllegalStateException("A series that was known is not known any more.");
            }
            if (code.group(2).equals("EST")) {
                estimates = true;
                String year = column.year().isEmpty() ? rowYear : column.year();
                Wgi.estimate(line, column.name(), place, code.group(1), year, "", out);
            } else {
                Wgi.sound(line, column.name(), "error");
            }
        }
        if (!estimates) {
            out.ignore("other-series");
        }
    }

    private String year(Line line) {
        String year = line.need(time).replaceFirst("^YR", "");
        if (!Cells.isYear(year)) {
            throw line.problem(time, Reason.NOT_A_PERIOD, "2022");
        }
        return year;
    }
}
