package org.monazite.atlas.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.monazite.atlas.imports.ImportException.Fault;

/// One indicator a table: a column for each year, or six of them below each year (`Estimate`, `StdErr`, `NumSrc`,
/// `Rank`, `Lower`, `Upper`). In the second form the years stand in the row above; a merged cell says its year once.
final class WgiYears implements Wgi.Form {

    private static final Set<String> PARTS = Set.of("estimate", "stderr", "numsrc", "rank", "lower", "upper");
    private static final Set<String> WORDS = Set.of("Country/Territory", "Code", "WBCode");
    private static final String EXPECTED = " | Country/Territory,Code,1996,1998,...";

    private final Lexicon lexicon;
    private final String code;
    private final String indicator;

    WgiYears(Lexicon lexicon, String name, Map<String, Integer> header, Supplier<String> indicator) {
        this.lexicon = lexicon;
        for (String column : header.keySet()) {
            if (!Cells.isYear(column) && !WORDS.contains(column) && !isPart(column)) {
                throw new ImportException(Fault.HEADER, name, "+ " + Reject.shown(column) + EXPECTED);
            }
        }
        this.code = header.containsKey("WBCode") ? "WBCode" : "Code";
        boolean estimates = header.keySet().stream().anyMatch(each -> each.endsWith("|estimate"));
        if (!header.containsKey(code) || !estimates && header.keySet().stream().noneMatch(Cells::isYear)) {
            throw new ImportException(Fault.HEADER, name, "- Code" + EXPECTED);
        }
        this.indicator = indicator.get();
    }

    /// Names the columns of the second form `2022|estimate`; other tables keep their names.
    static List<String> columns(List<String> cells, List<String> above) {
        if (cells.stream().map(String::strip).noneMatch("Estimate"::equals)) {
            return cells;
        }
        List<String> names = new ArrayList<>();
        String year = "";
        for (int i = 0; i < cells.size(); i++) {
            String stated = i < above.size() ? above.get(i).strip().replaceFirst("\\.0+$", "") : "";
            year = stated.isEmpty() ? year : stated;
            String part = cells.get(i).strip().toLowerCase(Locale.ROOT);
            names.add(PARTS.contains(part) ? year + "|" + part : part.isEmpty() ? stated : cells.get(i));
        }
        return names;
    }

    /// Whether a row is the upper one of two header rows: each year stands once above several columns, or repeats.
    static boolean isUpper(List<String> names) {
        List<String> years = names.stream().filter(WgiYears::isYear).toList();
        int last = years.isEmpty() ? -1 : names.lastIndexOf(years.getLast());
        boolean gaps = last > 2 && names.subList(2, last).stream().anyMatch(String::isEmpty);
        return gaps || years.stream().distinct().count() < years.size();
    }

    static boolean isYear(String cell) {
        return Cells.isYear(cell.replaceFirst("\\.0+$", ""));
    }

    private static boolean isPart(String column) {
        int bar = column.indexOf('|');
        return bar == 4 && Cells.isYear(column.substring(0, 4)) && PARTS.contains(column.substring(5));
    }

    @Override
    public void take(Line line, Out out) {
        if (lexicon.isOutside(line.text(code))) {
            out.ignore("place-outside");
            return;
        }
        String place = Wgi.place(line, code, lexicon);
        Cells.samePlace(line, "Country/Territory", place, lexicon);
        for (String column : line.header().keySet()) {
            if (Cells.isYear(column)) {
                Wgi.estimate(line, column, place, indicator, column, "", out);
            } else if (column.endsWith("|estimate")) {
                String year = column.substring(0, 4);
                String error = line.text(year + "|stderr");
                boolean said = !error.isEmpty() && !Wgi.isMissing(error);
                Wgi.estimate(line, column, place, indicator, year, said ? "standard error " + error : "", out);
            } else if (isPart(column)) {
                Wgi.sound(line, column, column.substring(5).equals("rank") ? "rank" : "error");
            }
        }
    }
}
