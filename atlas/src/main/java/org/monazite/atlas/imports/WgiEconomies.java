package org.monazite.atlas.imports;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.monazite.atlas.imports.ImportException.Fault;

/// The editions since 2025: one sheet for each indicator, named `va`, `pv`, `ge`, `rq`, `rl`, `cc`, with a line for
/// each
/// economy and year. Sixteen columns state the aggregates, on the old scale of about -2.5 to 2.5 and on one of 0 to
/// 100;
/// the columns to their right hold the means of the single sources and are passed over.
final class WgiEconomies implements Wgi.Form {

    static final String CODE = "Economy (code)";

    private static final String YEAR = "Year";
    private static final String DIMENSION = "Governance dimension";
    private static final String ESTIMATE = "Governance estimate (approx. -2.5 to +2.5)";
    private static final String ERROR = "Standard error (estimate)";
    private static final List<String> NEEDED = List.of(CODE, YEAR, ESTIMATE);

    /// Numbers beside the estimate with the range they must have.
    private static final Map<String, Double> LEAST = Map.of(
            "Number of sources",
            0.0,
            ERROR,
            0.0,
            "Lower threshold (90% conf. int. estimate)",
            -5.0,
            "Upper threshold (90% conf. int. estimate)",
            -5.0,
            "Governance score (0-100)",
            0.0,
            "Standard error (gov. score)",
            0.0,
            "Lower threshold (90% conf. int. score)",
            0.0,
            "Upper threshold (90% conf. int. score)",
            0.0);

    private static final Set<String> WORDS = Set.of(
            "ID variable (economy code/ gov. dimension/ year)",
            "Economy (name)",
            "Region",
            "Income classification",
            DIMENSION);

    /// A source of the aggregate, such as `FRH mean`.
    private static final Pattern SOURCE = Pattern.compile("[A-Z][A-Za-z0-9]{1,5} .{1,40}");

    private final Lexicon lexicon;
    private final String sheet;

    /// @param sheet the indicator that the sheet is named by, empty when it is not
    WgiEconomies(Lexicon lexicon, String name, Map<String, Integer> header, String sheet) {
        this.lexicon = lexicon;
        this.sheet = sheet;
        for (String column : header.keySet()) {
            boolean known = NEEDED.contains(column) || WORDS.contains(column) || LEAST.containsKey(column);
            if (!known && !SOURCE.matcher(column).matches()) {
                throw fault(name, "+ " + Reject.shown(column));
            }
        }
        for (String column : NEEDED) {
            if (!header.containsKey(column)) {
                throw fault(name, "- " + column);
            }
        }
        if (sheet.isEmpty() && !header.containsKey(DIMENSION)) {
            throw fault(name, "- " + DIMENSION);
        }
    }

    private static ImportException fault(String name, String what) {
        return new ImportException(
                Fault.HEADER, name, what + " | " + String.join(",", CODE, YEAR, DIMENSION, ESTIMATE, ERROR));
    }

    @Override
    public void take(Line line, Out out) {
        if (lexicon.isOutside(line.text(CODE))) {
            out.ignore("place-outside");
            return;
        }
        String place = Wgi.place(line, CODE, lexicon);
        Cells.samePlace(line, "Economy (name)", place, lexicon);
        String indicator = sheet.isEmpty() || !line.text(DIMENSION).isEmpty()
                ? Cells.oneOf(line, DIMENSION, Wgi.INDICATORS.keySet())
                : sheet;
        if (!sheet.isEmpty() && !indicator.equals(sheet)) {
            throw line.problem(DIMENSION, Reason.UNKNOWN_WORD, sheet);
        }
        LEAST.keySet().stream()
                .sorted()
                .filter(column -> !Wgi.isMissing(line.text(column)))
                .forEach(column -> Cells.soundNumber(line, column, LEAST.getOrDefault(column, 0.0), 100));
        String error = line.text(ERROR);
        boolean said = !error.isEmpty() && !Wgi.isMissing(error);
        String year = Cells.period(line, YEAR);
        Wgi.estimate(line, ESTIMATE, place, indicator, year, said ? "standard error " + error : "", out);
    }
}
