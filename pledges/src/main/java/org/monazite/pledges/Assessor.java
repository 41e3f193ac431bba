package org.monazite.pledges;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.monazite.pledges.Assessment.Drift;
import org.monazite.pledges.internal.Span;

/// Asks the measure, applies the rules and says why.
final class Assessor {

    private Assessor() {}

    static Assessment assess(Measure.Question question) {
        Pledge pledge = question.pledge();
        Optional<Measure> measure = Measure.find(pledge.measure());
        List<Reading> readings = measure.map(each -> each.read(question)).orElse(List.of());
        List<Trend.Point> path = measure.map(each -> each.path(question)).orElse(List.of());
        Decision decision = Rules.decide(question, readings, path);
        Reasons reasons = new Reasons(pledge, question.asOf(), decision);
        return new Assessment(
                pledge,
                question.asOf(),
                decision.state(),
                decision.rule(),
                decision.lateDays(),
                drift(question, path),
                reasons.en(),
                reasons.ja(),
                readings.stream().map(Reading::measured).toList());
    }

    /// From the trend of the series; without one, an official or professional finding against the promise before its
    /// date says that it is behind.
    private static Drift drift(Measure.Question question, List<Trend.Point> path) {
        Pledge pledge = question.pledge();
        OptionalDouble sign = Trend.sign(pledge.comparator());
        Drift drift = sign.isEmpty()
                ? Drift.UNKNOWN
                : Trend.drift(
                        path,
                        Span.of(pledge.signed()).map(Span::last),
                        pledge.due(),
                        question.target(),
                        sign.getAsDouble() > 0);
        boolean beforeDue =
                pledge.due().map(due -> !question.asOf().isAfter(due)).orElse(false);
        boolean warned = pledge.evidence().stream()
                .anyMatch(each -> each.accepted()
                        && each.direction() == Pledge.Direction.AGAINST
                        && each.isStrong()
                        && isKnown(each.date(), question.asOf()));
        return drift == Drift.UNKNOWN && beforeDue && warned ? Drift.BEHIND : drift;
    }

    private static boolean isKnown(String date, LocalDate asOf) {
        return Span.of(date).map(span -> !span.last().isAfter(asOf)).orElse(false);
    }
}
