package org.monazite.pledges;

import java.util.ArrayList;
import java.util.List;
import org.monazite.supply.Explained;
import org.monazite.supply.Explained.Term;
import org.monazite.supply.Range;

/// What Japan spends under the Defence Buildup Program, summed over FY2023 to FY2027: defined only when every year is
/// there, since a sum with a gap is no sum.
final class DefenceOutlay implements Measure {

    private static final Reading.Definition SUM = new Reading.Definition(
            "plan_core", "budget lines of the plan, FY2023 to FY2027", "整備計画対象経費の合計（2023～2027年度）");
    private static final double TRILLION = 1e12;

    @Override
    public List<Reading> read(Question question) {
        List<Term> terms = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        double sum = 0;
        for (int year = 2023; year <= 2027; year++) {
            String period = "FY" + year;
            var point = Figures.find(question.facts(), "JP_DEFENCE_PLAN_CORE", period);
            if (point.isEmpty()) {
                absent.add(period);
            } else {
                terms.add(Figures.term("plan budget " + period, point.get(), "JPY tn"));
                sum += point.get().value().value() * TRILLION;
            }
        }
        String measure = "outlay under the Defence Buildup Program";
        Explained value = absent.isEmpty()
                ? Figures.computed(measure, Range.exactly(sum), "JPY", "sum of the plan's budget lines", terms)
                : Figures.missing(
                        measure,
                        "JPY",
                        "sum of the plan's budget lines; not defined: no figure for " + String.join(", ", absent),
                        terms);
        return List.of(Reading.of(question, SUM, value, "FY2027"));
    }
}
