package org.monazite.pledges;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.monazite.pledges.Assessment.State;
import org.monazite.pledges.Assessment.Verdict;
import org.monazite.pledges.Decision.Why;
import org.monazite.pledges.Pledge.Direction;
import org.monazite.pledges.Pledge.Evidence;
import org.monazite.pledges.Pledge.EvidenceKind;
import org.monazite.pledges.Pledge.Kind;
import org.monazite.pledges.internal.Span;
import org.monazite.supply.Range;

/// The eight rules; the first that applies decides. Three things are read out of their wording:
///
/// - Only accepted evidence with a date up to the date asked about moves a state; a month counts from its last day.
/// - Once a promise is past due, what was said against it before the due date was a forecast and counts no more.
/// - Strong evidence against (grade A or B) is never overruled by weak evidence for it, nor by figures alone.
///
/// Silence never becomes missed: rule 5 needs a positive statement or final figures.
final class Rules {

    private final Pledge pledge;
    private final List<Reading> readings;
    private final List<Trend.Point> path;
    private final LocalDate asOf;
    private final double target;
    private final boolean past;
    private final boolean keptUp;
    private final List<Evidence> done;
    private final List<Evidence> against;

    private Rules(Measure.Question question, List<Reading> readings, List<Trend.Point> path) {
        this.pledge = question.pledge();
        this.readings = readings;
        this.path = path;
        this.asOf = question.asOf();
        this.target = question.target();
        this.past = pledge.due()
                .map(due -> DueRule.isPast(due, pledge.details().toleranceDays(), asOf))
                .orElse(false);
        this.keptUp = pledge.kind() == Kind.STANDING || pledge.kind() == Kind.STATUS;
        this.done = usable(Direction.FOR);
        this.against = usable(Direction.AGAINST).stream()
                .filter(each ->
                        !past || keptUp || !lastDay(each).isBefore(pledge.due().orElseThrow()))
                .toList();
    }

    /// Applies the rules.
    static Decision decide(Measure.Question question, List<Reading> readings, List<Trend.Point> path) {
        Rules rules = new Rules(question, readings, path);
        return rules.notYetMade()
                .or(rules::disputed)
                .or(rules::standing)
                .or(rules::doneByEvidence)
                .or(rules::doneByFigures)
                .or(rules::missed)
                .or(rules::overdue)
                .or(rules::onTrack)
                .orElseGet(rules::cannotTell);
    }

    private List<Evidence> usable(Direction direction) {
        return pledge.evidence().stream()
                .filter(each -> each.accepted() && each.direction() == direction)
                .filter(each -> Span.of(each.date())
                        .map(span -> !span.last().isAfter(asOf))
                        .orElse(false))
                .sorted(Comparator.comparing(Rules::lastDay).thenComparing(Evidence::id))
                .toList();
    }

    private static LocalDate lastDay(Evidence evidence) {
        return Span.of(evidence.date()).orElseThrow().last();
    }

    private Optional<Decision> notYetMade() {
        boolean later =
                Span.of(pledge.signed()).map(span -> span.first().isAfter(asOf)).orElse(false);
        return later ? Optional.of(new Decision(8, State.CANNOT_TELL, 0, new Why.NotYetMade())) : Optional.empty();
    }

    private Optional<Decision> disputed() {
        return figuresDisputed().or(this::evidenceDisputed);
    }

    private Optional<Decision> figuresDisputed() {
        Optional<Reading> fulfils = settled(Verdict.FULFILS);
        Optional<Reading> fails = settled(Verdict.FAILS);
        boolean fixesNone = pledge.details().terms().decides().isEmpty();
        if (fixesNone && fulfils.isPresent() && fails.isPresent()) {
            Why why = new Why.OppositeDefinitions(fulfils.get(), fails.get());
            return Optional.of(new Decision(1, State.DISPUTED, 0, why));
        }
        Optional<Evidence> strong = against.stream().filter(Evidence::isStrong).findFirst();
        Optional<Reading> met = figuresFulfil();
        if (met.isPresent() && strong.isPresent()) {
            Why why = new Why.FiguresAgainstEvidence(met.get(), strong.get());
            return Optional.of(new Decision(1, State.DISPUTED, 0, why));
        }
        return Optional.empty();
    }

    /// A breach that nobody denies is not made good by a quarrel about another part: rule 5 has it.
    private Optional<Decision> evidenceDisputed() {
        if (undeniedBreach().isPresent()) {
            return Optional.empty();
        }
        List<Evidence> strong = against.stream().filter(Evidence::isStrong).toList();
        List<Evidence> contradicted = done.stream()
                .filter(each -> each.isStrong() && strong.stream().anyMatch(other -> samePoint(each, other)))
                .toList();
        return contradicted.isEmpty()
                ? Optional.empty()
                : Optional.of(new Decision(1, State.DISPUTED, 0, new Why.Contradiction(contradicted, strong)));
    }

    private Optional<Evidence> undeniedBreach() {
        return against.stream()
                .filter(each -> each.isStrong() && (keptUp || each.covers().isEmpty()))
                .filter(each -> done.stream().noneMatch(other -> other.isStrong() && samePoint(each, other)))
                .findFirst();
    }

    private static boolean samePoint(Evidence one, Evidence other) {
        return one.covers().isEmpty()
                || other.covers().isEmpty()
                || one.covers().equals(other.covers());
    }

    private Optional<Reading> settled(Verdict verdict) {
        return readings.stream()
                .filter(each -> each.settles() && each.measured().verdict() == verdict)
                .findFirst();
    }

    private boolean isValid() {
        return pledge.due().map(end -> !asOf.isAfter(end)).orElse(true);
    }

    private Optional<Decision> standing() {
        return keptUp && isValid() && against.isEmpty()
                ? Optional.of(new Decision(2, State.STANDING, 0, new Why.InForce()))
                : Optional.empty();
    }

    private Optional<Decision> doneByEvidence() {
        if ((keptUp && isValid()) || against.stream().anyMatch(Evidence::isStrong)) {
            return Optional.empty();
        }
        return done.stream()
                .filter(each -> each.fulfils() && each.kind() != EvidenceKind.STATEMENT)
                .findFirst()
                .map(each -> new Decision(
                        3, pledge.continuing() ? State.ON_TRACK : State.MET, late(each), new Why.Done(each)));
    }

    /// Days from the due date to the first day of the evidence, when that is after due date and tolerance.
    private int late(Evidence evidence) {
        LocalDate first = Span.of(evidence.date()).orElseThrow().first();
        return pledge.due()
                .filter(due -> DueRule.isPast(due, pledge.details().toleranceDays(), first))
                .map(due -> (int) ChronoUnit.DAYS.between(due, first))
                .orElse(0);
    }

    /// The reading that fulfils the target: the deciding one, or the first when all that settle do.
    private Optional<Reading> figuresFulfil() {
        String decides = pledge.details().terms().decides();
        List<Reading> settling = readings.stream().filter(Reading::settles).toList();
        List<Reading> asked = decides.isEmpty()
                ? settling
                : settling.stream()
                        .filter(each -> each.definition().equals(decides))
                        .toList();
        return asked.stream().allMatch(each -> each.measured().verdict() == Verdict.FULFILS)
                ? asked.stream().findFirst()
                : Optional.empty();
    }

    private Optional<Decision> doneByFigures() {
        return figuresFulfil()
                .map(each -> new Decision(
                        4, pledge.continuing() ? State.ON_TRACK : State.MET, 0, new Why.FiguresFulfil(each)));
    }

    private Optional<Decision> missed() {
        if (past || keptUp || pledge.due().isEmpty()) {
            Optional<Evidence> broken = undeniedBreach();
            if (broken.isPresent()) {
                return Optional.of(new Decision(5, State.MISSED, 0, new Why.NotDone(broken.get())));
            }
        }
        boolean allFail = past
                && !readings.isEmpty()
                && readings.stream()
                        .allMatch(each -> each.settles() && each.measured().verdict() == Verdict.FAILS);
        return allFail
                ? Optional.of(new Decision(5, State.MISSED, 0, new Why.FiguresFail(readings.getFirst())))
                : Optional.empty();
    }

    private Optional<Decision> overdue() {
        if (!past || keptUp) {
            return Optional.empty();
        }
        return figureMissing()
                .map(each -> new Decision(8, State.CANNOT_TELL, 0, new Why.FigureMissing(each)))
                .or(() -> Optional.of(new Decision(6, State.OVERDUE_NOT_EVIDENCED, 0, new Why.Overdue())));
    }

    /// A number is its own deed. Where the atlas does not hold the number of the due period yet, the promise cannot
    /// be called overdue: rule 6 is for deeds, and for numbers that are there.
    private Optional<Reading> figureMissing() {
        if (pledge.kind() != Kind.QUANTITATIVE || readings.isEmpty()) {
            return Optional.empty();
        }
        String decides = pledge.details().terms().decides();
        List<Reading> asked = readings.stream()
                .filter(each -> decides.isEmpty() || each.definition().equals(decides))
                .toList();
        boolean there = asked.stream().anyMatch(Reading::settles);
        return there ? Optional.empty() : Optional.of(asked.isEmpty() ? readings.getFirst() : asked.getFirst());
    }

    private Optional<Decision> onTrack() {
        if (keptUp || pledge.due().isEmpty() || !against.isEmpty()) {
            return Optional.empty();
        }
        if (!done.isEmpty()) {
            return Optional.of(new Decision(7, State.ON_TRACK, 0, new Why.Begun(done.getLast())));
        }
        OptionalDouble sign = Trend.sign(pledge.comparator());
        if (sign.isEmpty() || Double.isNaN(target)) {
            return Optional.empty();
        }
        return Trend.projection(path, pledge.due().get())
                .filter(range -> reaches(range, sign.getAsDouble()))
                .map(range -> new Decision(7, State.ON_TRACK, 0, new Why.Projected(range)));
    }

    private boolean reaches(Range range, double sign) {
        return sign > 0 ? range.low() >= target : range.high() <= target;
    }

    private Decision cannotTell() {
        Why why;
        if (!against.isEmpty()) {
            why = new Why.Doubt(against.getFirst());
        } else if (keptUp) {
            why = new Why.ValidityOver();
        } else if (pledge.due().isEmpty()) {
            why = new Why.NoDate();
        } else {
            why = new Why.NotDueYet();
        }
        return new Decision(8, State.CANNOT_TELL, 0, why);
    }
}
