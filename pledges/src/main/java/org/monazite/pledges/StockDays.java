package org.monazite.pledges;

import java.util.ArrayList;
import java.util.List;
import org.monazite.supply.Explained;
import org.monazite.supply.Explained.Term;

/// Days of use that a national stockpile holds, `stock / daily use`. Quantities are secret, so there is never a number:
/// the targets are shown, with who states them, and no estimate as if it were held.
final class StockDays implements Measure {

    @Override
    public List<Reading> read(Question question) {
        List<Reading> readings = new ArrayList<>();
        var rule = new Reading.Definition("as a rule", "days of use held, as a rule", "備蓄日数（原則）");
        readings.add(row(question, rule, question.target()));
        for (MeasureTerms.FurtherTarget further :
                question.pledge().details().terms().furtherTargets()) {
            var definition = new Reading.Definition(
                    further.whatEn(), "days of use held, " + further.whatEn(), "備蓄日数（" + further.whatJa() + "）");
            readings.add(row(question, definition, further.value()));
        }
        return readings;
    }

    private static Reading row(Question question, Reading.Definition definition, double target) {
        Explained value = Figures.missing(
                "stock over daily use",
                "days",
                "stock / daily use, by mineral; not defined: the quantities held are secret",
                targets(question.facts()));
        String period = question.asOf().toString();
        return Reading.of(question, definition, value, period, target, Assessment.Verdict.OPEN);
    }

    private static List<Term> targets(PledgeFacts facts) {
        return facts.stocks().stream()
                .filter(stock -> stock.place().equals("JPN")
                        && stock.kind().equals("policy target")
                        && stock.unit().startsWith("days"))
                .map(stock -> new Term(
                        "target: " + stock.holder() + ", " + stock.scope(),
                        stock.value().value(),
                        "days",
                        stock.flag(),
                        List.of(stock.citation())))
                .toList();
    }
}
