package org.monazite.pledges;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.monazite.pledges.Assessment.Verdict;
import org.monazite.pledges.Commitment.Firmness;
import org.monazite.pledges.Pledge.Evidence;
import org.monazite.pledges.internal.Span;
import org.monazite.supply.Explained;
import org.monazite.supply.Explained.Term;
import org.monazite.supply.Flag;

/// Money on file for a promise and for the promises that belong to it, in the currency of the target: accepted, dated,
/// one row for each degree of firmness and, where sides are named, for each side. Letters of interest, announcements
/// and upper limits stand in a row of their own and are never counted. The list of what is known is never final, so a
/// sum can reach a target but never fail it; nothing on file is not a zero.
final class Commitments implements Measure {

    /// A row of the table.
    ///
    /// @param counted which degrees of firmness it sums
    private record Row(String id, String en, String ja, Set<Firmness> counted) {}

    private static final List<Row> ROWS = List.of(
            new Row(
                    "committed",
                    "signed or decided, dated",
                    "署名・決定済み（日付あり）",
                    Set.of(Firmness.COMMITTED, Firmness.DRAWN)),
            new Row("drawn", "paid out", "引出し済み", Set.of(Firmness.DRAWN)),
            new Row(
                    "offered",
                    "letters of interest, announcements, upper limits: never counted",
                    "関心表明・発表・上限額（計上しない）",
                    Set.of(Firmness.OFFERED)));

    @Override
    public List<Reading> read(Question question) {
        List<String> sides = question.pledge().details().terms().of();
        List<Reading> readings = new ArrayList<>();
        for (Row row : ROWS) {
            if (question.wants(row.id())) {
                if (sides.isEmpty()) {
                    readings.add(reading(question, row, ""));
                }
                sides.forEach(side -> readings.add(reading(question, row, side)));
            }
        }
        return readings;
    }

    private static Reading reading(Question question, Row row, String side) {
        List<Term> terms = terms(question, row, side);
        double sum = 0;
        for (Term term : terms) {
            sum += term.value();
        }
        String unit = question.pledge().unit();
        String formula = "sum of accepted, dated money on file: " + row.en();
        Explained value = terms.isEmpty()
                ? Figures.missing("money", unit, formula + "; not defined: nothing on file, which is not a zero", terms)
                : new Explained("money", sum, Double.NaN, Double.NaN, unit, formula, Flag.DERIVED, 0, terms);
        boolean counts = !row.id().equals("offered");
        double target = counts ? question.target() : Double.NaN;
        Verdict verdict = sum >= target && !terms.isEmpty() ? Verdict.FULFILS : Verdict.OPEN;
        String suffix = side.isEmpty() ? "" : ", " + side;
        var definition = new Reading.Definition(row.id(), row.en() + suffix, row.ja() + suffix.replace(", ", "："));
        return Reading.of(question, definition, value, question.asOf().toString(), target, verdict)
                .partial();
    }

    private static List<Term> terms(Question question, Row row, String side) {
        List<Term> terms = new ArrayList<>();
        for (Pledge pledge : question.all()) {
            if (pledge.id().equals(question.pledge().id())
                    || pledge.parent().equals(question.pledge().id())) {
                for (Evidence evidence : pledge.evidence()) {
                    Commitment money = evidence.commitment().orElse(null);
                    if (money != null
                            && isKnown(question, evidence)
                            && row.counted().contains(money.firmness())
                            && money.unit().equals(question.pledge().unit())
                            && (side.isEmpty() || money.by().equals(side))) {
                        terms.add(new Term(
                                "%s of %s (%s)".formatted(money.instrument().nameEn(), money.by(), evidence.id()),
                                money.amount(),
                                money.unit(),
                                Flag.NONE,
                                List.of(evidence.citation())));
                    }
                }
            }
        }
        return terms;
    }

    private static boolean isKnown(Question question, Evidence evidence) {
        return evidence.accepted()
                && evidence.direction() != Pledge.Direction.AGAINST
                && Span.of(evidence.date())
                        .map(span -> !span.last().isAfter(question.asOf()))
                        .orElse(false);
    }
}
