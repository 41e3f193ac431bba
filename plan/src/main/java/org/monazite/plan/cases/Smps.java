package org.monazite.plan.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.monazite.plan.cases.TwoStage.Column;
import org.monazite.plan.cases.TwoStage.Kind;
import org.monazite.plan.cases.TwoStage.Place;
import org.monazite.plan.cases.TwoStage.Row;
import org.monazite.plan.cases.TwoStage.Term;

/// Reads stochastic programs in SMPS form: a core, a time line and what is random.
///
/// Two periods, discrete distributions. Whatever else the form knows is refused with a sentence.
/// Probabilities are kept as printed, even where they do not add to 1.
///
/// @see <a href="https://doi.org/10.1137/1.9780898718799.ch2">Gassmann: The SMPS format for stochastic
///     linear programs, 2005</a>
public final class Smps {

    private Smps() {}

    /// Reads a program.
    ///
    /// @param core text of the `.cor`
    /// @param time text of the `.tim`
    /// @param stoch text of the `.sto`
    /// @throws CaseFormatException if a text cannot be read or asks for more than we can do
    public static TwoStage read(String core, String time, String stoch) {
        MpsCore mps = MpsCore.read(core);
        int[] split = split(mps, time);
        Stoch random = new Stoch(mps, split[0], split[1]);
        random.read(stoch);
        List<Place> places = random.places();
        return new TwoStage(
                mps.name, columns(mps), split[0], rows(mps, places), split[1], mps.offset, places, random.scenarios());
    }

    /// How many columns and rows belong to the first period: those before the first column and row of
    /// the second.
    private static int[] split(MpsCore mps, String time) {
        List<SmpsLine> periods = new ArrayList<>();
        boolean inPeriods = false;
        for (SmpsLine line : SmpsLine.of(".tim", time)) {
            if (line.head()) {
                inPeriods = line.word(0).equals("PERIODS");
                if (!List.of("TIME", "PERIODS", "ENDATA").contains(line.word(0))) {
                    throw line.problem("the section '%s' is not one we read".formatted(line.word(0)));
                }
            } else if (inPeriods) {
                line.needs(3, 3);
                periods.add(line);
            }
        }
        if (periods.size() != 2) {
            throw new CaseFormatException(
                    ".tim", 0, "there are %d periods; we read programs of two".formatted(periods.size()));
        }
        SmpsLine second = periods.get(1);
        Integer column = mps.columns.get(second.word(0));
        Integer row = mps.rows.get(second.word(1));
        if (column == null || row == null) {
            throw second.problem(
                    column == null ? 0 : 1,
                    column == null
                            ? "there is no column '%s'".formatted(second.word(0))
                            : "there is no row '%s'".formatted(second.word(1)));
        }
        return new int[] {column, row};
    }

    private static List<Column> columns(MpsCore mps) {
        List<Column> columns = new ArrayList<>();
        for (int column = 0; column < mps.columnNames.size(); column++) {
            columns.add(new Column(
                    mps.columnNames.get(column),
                    mps.lows.get(column),
                    mps.highs.get(column),
                    mps.integers.get(column),
                    mps.costs.get(column)));
        }
        return columns;
    }

    private static List<Row> rows(MpsCore mps, List<Place> places) {
        for (Place place : places) {
            if (place.kind() == Kind.COEFFICIENT) {
                mps.terms.get(place.row()).putIfAbsent(place.column(), 0.0);
            }
        }
        Map<Place, Integer> index = new java.util.HashMap<>(); // asked, never walked through
        for (int place = 0; place < places.size(); place++) {
            index.put(places.get(place), place);
        }
        List<Row> rows = new ArrayList<>();
        for (int row = 0; row < mps.rowNames.size(); row++) {
            List<Term> terms = new ArrayList<>();
            for (Map.Entry<Integer, Double> term : mps.terms.get(row).entrySet()) {
                int place = index.getOrDefault(new Place(Kind.COEFFICIENT, term.getKey(), row), -1);
                terms.add(new Term(term.getKey(), term.getValue(), place));
            }
            rows.add(new Row(
                    mps.rowNames.get(row),
                    mps.senses.get(row),
                    mps.sides.getOrDefault(row, 0.0),
                    mps.ranges.getOrDefault(row, Double.NaN),
                    terms));
        }
        return rows;
    }
}
