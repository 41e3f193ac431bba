package org.monazite.plan.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.monazite.plan.cases.SmpsLine.Form;
import org.monazite.plan.cases.TwoStage.Column;
import org.monazite.plan.cases.TwoStage.Goal;
import org.monazite.plan.cases.TwoStage.Kind;
import org.monazite.plan.cases.TwoStage.Place;
import org.monazite.plan.cases.TwoStage.Row;
import org.monazite.plan.cases.TwoStage.Scenario;
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
        try {
            return read(core, time, stoch, Form.WORDS);
        } catch (CaseFormatException byWords) {
            try {
                return read(core, time, stoch, Form.COLUMNS); // names may hold blanks
            } catch (CaseFormatException byColumns) {
                byWords.addSuppressed(byColumns);
                throw byWords;
            }
        }
    }

    private static TwoStage read(String core, String time, String stoch, Form form) {
        MpsCore mps = MpsCore.read(core, form);
        Periods periods = Periods.read(mps, time, form);
        Places random = new Places(mps, periods.firstColumns(), periods.firstRows());
        List<Scenario> scenarios = Stoch.read(random, stoch, form);
        Goal goal = mps.maximised ? Goal.MOST : Goal.LEAST;
        return new TwoStage(
                mps.name,
                columns(mps, goal),
                periods.firstColumns(),
                rows(mps, random.list()),
                periods.firstRows(),
                goal.sign() * mps.offset,
                random.list(),
                scenarios,
                goal);
    }

    private static List<Column> columns(MpsCore mps, Goal goal) {
        List<Column> columns = new ArrayList<>();
        for (int column = 0; column < mps.columnNames.size(); column++) {
            columns.add(new Column(
                    mps.columnNames.get(column),
                    mps.lows.get(column),
                    mps.highs.get(column),
                    mps.integers.get(column),
                    goal.sign() * mps.costs.get(column)));
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
