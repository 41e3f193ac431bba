package org.monazite.pledges;

import java.time.LocalDate;
import org.monazite.pledges.Assessment.Measured;
import org.monazite.pledges.Assessment.Verdict;
import org.monazite.pledges.internal.Span;
import org.monazite.supply.Explained;

/// A measure by one definition, and whether it settles the matter.
///
/// @param definition id of the definition
/// @param measured the number as shown
/// @param settles whether it is the final figure of the period in which the promise falls due
record Reading(String definition, Measured measured, boolean settles) {

    /// Numbers closer than this are equal: they come out of divisions of published figures.
    private static final double EQUAL = 1e-12;

    /// What is counted, in both languages.
    ///
    /// @param id its id in the register
    /// @param en in English
    /// @param ja in Japanese
    record Definition(String id, String en, String ja) {}

    /// A reading that is compared with the target of the promise.
    static Reading of(Measure.Question question, Definition definition, Explained value, String period) {
        double target = question.target();
        Verdict verdict = verdict(question.pledge().comparator(), target, value);
        return of(question, definition, value, period, target, verdict);
    }

    /// A reading that is shown beside the target and decides nothing.
    static Reading open(Measure.Question question, Definition definition, Explained value, String period) {
        return of(question, definition, value, period, Double.NaN, Verdict.OPEN);
    }

    /// A reading with a target and a verdict of its own.
    static Reading of(
            Measure.Question question,
            Definition definition,
            Explained value,
            String period,
            double target,
            Verdict verdict) {
        boolean decides =
                definition.id().equals(question.pledge().details().terms().decides());
        Measured measured = new Measured(definition.en(), definition.ja(), decides, value, period, target, verdict);
        boolean settles = value.isDefined()
                && isDuePeriod(question.pledge(), period)
                && Span.of(period)
                        .map(span -> !span.last().isAfter(question.asOf()))
                        .orElse(false);
        return new Reading(definition.id(), measured, settles);
    }

    /// The same reading, which settles nothing: it covers a part of what the promise is about.
    Reading partial() {
        return new Reading(definition, measured, false);
    }

    /// Whether the promise falls due within this period.
    static boolean isDuePeriod(Pledge pledge, String period) {
        LocalDate due = pledge.due().orElse(null);
        return due != null && Span.of(period).map(span -> span.holds(due)).orElse(false);
    }

    /// Whether the whole range fulfils a target, fails it, or neither.
    static Verdict verdict(String comparator, double target, Explained value) {
        double low = value.low();
        double high = value.high();
        if (Double.isNaN(target) || Double.isNaN(low) || Double.isNaN(high)) {
            return Verdict.OPEN;
        }
        double near = EQUAL * Math.max(1, Math.abs(target));
        return switch (comparator) {
            case ">=" -> low >= target - near ? Verdict.FULFILS : high < target - near ? Verdict.FAILS : Verdict.OPEN;
            case "<=" -> high <= target + near ? Verdict.FULFILS : low > target + near ? Verdict.FAILS : Verdict.OPEN;
            case "<" -> high < target - near ? Verdict.FULFILS : low >= target - near ? Verdict.FAILS : Verdict.OPEN;
            case "=" ->
                high < target - near || low > target + near
                        ? Verdict.FAILS
                        : high - low <= near ? Verdict.FULFILS : Verdict.OPEN;
            default -> Verdict.OPEN; // report, increase, decrease: there is nothing to compare with
        };
    }
}
