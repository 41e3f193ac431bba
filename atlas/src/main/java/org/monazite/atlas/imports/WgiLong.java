package org.monazite.atlas.imports;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// A line for each place, year and indicator.
final class WgiLong implements Wgi.Form {

    private static final Set<String> BESIDE =
            Set.of("stddev", "stderr", "nsource", "pctrank", "pctranklower", "pctrankupper", "lower", "upper");
    private static final Set<String> POSSIBLE = Set.of(
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

    WgiLong(Lexicon lexicon, String name, Map<String, Integer> header) {
        this.lexicon = lexicon;
        TableReader.among(name, header, List.of("code", "year", "indicator", "estimate"), POSSIBLE);
    }

    @Override
    public void take(Line line, Out out) {
        if (lexicon.isOutside(line.text("code"))) {
            out.ignore("place-outside");
            return;
        }
        String place = Wgi.place(line, "code", lexicon);
        String indicator = Cells.oneOf(line, "indicator", Wgi.INDICATORS.keySet());
        String year = Cells.period(line, "year");
        Cells.samePlace(line, "countryname", place, lexicon);
        BESIDE.stream().sorted().forEach(column -> Wgi.sound(line, column, column));
        String error = line.has("stderr") ? line.text("stderr") : line.text("stddev");
        boolean said = !error.isEmpty() && !Wgi.isMissing(error);
        Wgi.estimate(line, "estimate", place, indicator, year, said ? "standard error " + error : "", out);
    }
}
