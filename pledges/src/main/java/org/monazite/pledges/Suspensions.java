package org.monazite.pledges;

import java.util.ArrayList;
import java.util.List;
import org.monazite.supply.Explained.Term;
import org.monazite.supply.ExportControl;
import org.monazite.supply.Range;

/// How many of the named export controls are suspended on a date, by the dates of their notices alone.
final class Suspensions implements Measure {

    private static final Reading.Definition SUSPENDED =
            new Reading.Definition("suspended", "notices that are suspended by their own dates", "公告の日付上、停止中の措置の数");

    @Override
    public List<Reading> read(Question question) {
        List<String> ids = question.pledge().details().terms().of();
        List<Term> terms = new ArrayList<>();
        double suspended = 0;
        boolean open = false;
        for (ExportControl control : question.facts().controls()) {
            if (ids.contains(control.id())) {
                ControlTimeline.Phase phase =
                        ControlTimeline.of(control).at(question.asOf()).phase();
                boolean is = phase == ControlTimeline.Phase.SUSPENDED;
                open |= phase == ControlTimeline.Phase.OUTCOME_NOT_RECORDED;
                suspended += is ? 1 : 0;
                terms.add(new Term(
                        control.id() + ": " + phase.nameEn(),
                        is ? 1 : 0,
                        "notices",
                        control.flag(),
                        List.of(control.citation())));
            }
        }
        String formula = "notices of the list that are suspended on the date";
        String period = question.asOf().toString();
        var value = terms.isEmpty() || open
                ? Figures.missing(
                        "suspended notices",
                        "notices",
                        formula + "; not defined: "
                                + (open ? "the outcome of a scheduled end is not recorded" : "none on file"),
                        terms)
                : Figures.computed("suspended notices", Range.exactly(suspended), "notices", formula, terms);
        return List.of(
                Reading.of(question, SUSPENDED, value, period, ids.size(), Reading.verdict("=", ids.size(), value))
                        .partial());
    }
}
