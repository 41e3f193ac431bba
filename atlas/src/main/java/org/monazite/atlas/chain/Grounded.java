package org.monazite.atlas.chain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.monazite.supply.Citation;
import org.monazite.supply.Flag;
import org.monazite.supply.Range;

/// A number with the ground it stands on.
///
/// @param range value with its range
/// @param sd standard deviation that the balance uses
/// @param flag how careful a reader must be
/// @param citations who says so
/// @param why how the standard deviation came about
/// @param group figures of one group share their error; empty for none
/// @param others what independent sources say about the same quantity
/// @param traded what imported trade says about it
record Grounded(
        Range range,
        double sd,
        Flag flag,
        List<Citation> citations,
        List<SdReason> why,
        Optional<String> group,
        List<Other> others,
        List<Traded> traded) {

    /// Width of a normal 90 % interval in standard deviations.
    static final double WIDTH_90 = 3.29;

    /// Another source on the same quantity.
    record Other(double value, double sd, Citation citation, List<SdReason> why) {

        Other {
            why = List.copyOf(why);
        }
    }

    /// What imported trade says about a flow.
    ///
    /// @param name what tells it from others on the same quantity
    /// @param sd whole standard deviation
    /// @param common the part of it that all flows under the same codes share
    /// @param group name of what they share
    record Traded(
            String name,
            double value,
            double sd,
            double common,
            String group,
            List<Citation> citations,
            List<SdReason> why) {

        Traded {
            citations = List.copyOf(citations);
            why = List.copyOf(why);
        }
    }

    Grounded {
        citations = List.copyOf(citations);
        why = List.copyOf(why);
        others = List.copyOf(others);
        traded = List.copyOf(traded);
    }

    /// A number of the pack.
    Grounded(
            Range range,
            double sd,
            Flag flag,
            List<Citation> citations,
            List<SdReason> why,
            Optional<String> group,
            List<Other> others) {
        this(range, sd, flag, citations, why, group, others, List.of());
    }

    /// A flow that nobody but imported trade knows.
    static Grounded traded(Flag flag, List<Traded> traded) {
        Traded first = traded.getFirst();
        double half = WIDTH_90 / 2 * first.sd();
        return new Grounded(
                new Range(first.value(), Math.max(0, first.value() - half), first.value() + half),
                first.sd(),
                flag.and(Flag.DERIVED),
                first.citations(),
                List.of(),
                Optional.empty(),
                List.of(),
                traded);
    }

    /// True if imported trade alone says it: then the number itself is no figure of its own.
    boolean isTradedAlone() {
        return !traded.isEmpty() && citations.equals(traded.getFirst().citations());
    }

    /// The same with imported trade beside it.
    ///
    /// @param newSd standard deviation of the number itself
    /// @param reasons why
    Grounded beside(double newSd, List<SdReason> reasons, List<Traded> more) {
        return new Grounded(range, newSd, flag, citations, reasons, group, others, more);
    }

    /// Who says so, imported trade included.
    List<Citation> everyone() {
        return traded.isEmpty()
                ? citations
                : Stream.concat(citations.stream(), traded.stream().flatMap(each -> each.citations().stream()))
                        .distinct()
                        .sorted()
                        .toList();
    }

    /// A number that follows from others by a formula.
    static Grounded derived(double value, double relativeSd, Flag flag, Stream<Citation> citations) {
        double half = WIDTH_90 / 2 * relativeSd * value;
        return new Grounded(
                new Range(value, Math.max(0, value - half), value + half),
                Math.max(relativeSd * value, 1e-9),
                flag.and(Flag.DERIVED),
                citations.distinct().sorted().toList(),
                List.of(new SdReason(SdReason.Kind.RULE, relativeSd)),
                Optional.empty(),
                List.of());
    }

    /// The sum of two independent numbers of one basis. What others say about one of them says nothing about the sum.
    Grounded plus(Grounded other) {
        Range sum = new Range(
                range.value() + other.range.value(),
                range.low() + other.range.low(),
                range.high() + other.range.high());
        double both = Math.hypot(sd, other.sd);
        return new Grounded(
                sum,
                both,
                flag.and(other.flag),
                Stream.concat(citations.stream(), other.citations.stream())
                        .distinct()
                        .sorted()
                        .toList(),
                List.of(new SdReason(SdReason.Kind.SUM, both / Math.max(sum.value(), 1))),
                Optional.empty(),
                List.of());
    }

    /// Less a part that is known.
    Grounded minus(double part) {
        return new Grounded(
                new Range(range.value() - part, Math.max(0, range.low() - part), Math.max(0, range.high() - part)),
                sd,
                flag.and(Flag.DERIVED),
                citations,
                why,
                group,
                others.stream()
                        .map(other -> new Other(other.value() - part, other.sd(), other.citation(), other.why()))
                        .toList());
    }

    /// The same in another unit.
    Grounded times(double factor) {
        return new Grounded(
                range.times(factor),
                sd * factor,
                flag.and(Flag.DERIVED),
                citations,
                why,
                group,
                others.stream()
                        .map(other ->
                                new Other(other.value() * factor, other.sd() * factor, other.citation(), other.why()))
                        .toList());
    }

    double value() {
        return range.value();
    }
}
