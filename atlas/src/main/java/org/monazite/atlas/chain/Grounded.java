package org.monazite.atlas.chain;

import java.util.List;
import java.util.stream.Stream;
import org.monazite.atlas.pack.Row;
import org.monazite.supply.Citation;
import org.monazite.supply.Flag;
import org.monazite.supply.Range;

/// A number with the ground it stands on.
///
/// @param range value with its range
/// @param sd standard deviation that the balance uses
/// @param flag how careful a reader must be
/// @param citations who says so
record Grounded(Range range, double sd, Flag flag, List<Citation> citations) {

    /// Width of a normal 90 % interval in standard deviations.
    static final double WIDTH_90 = 3.29;

    Grounded {
        citations = List.copyOf(citations);
    }

    /// A figure of the pack. Without a range its relative standard deviation comes from how it was had.
    static Grounded of(Row row, String value, String low, String high) {
        Range range = row.range(value, low, high);
        double stated = (range.high() - range.low()) / WIDTH_90;
        double sd = stated > 0 ? stated : relativeSd(row) * Math.max(range.value(), 1);
        return new Grounded(range, Math.max(sd, 1e-9), row.flag(), List.of(row.citation(value)));
    }

    /// A number that follows from others by a formula.
    static Grounded derived(double value, double relativeSd, Flag flag, Stream<Citation> citations) {
        double half = WIDTH_90 / 2 * relativeSd * value;
        return new Grounded(
                new Range(value, Math.max(0, value - half), value + half),
                Math.max(relativeSd * value, 1e-9),
                flag.and(Flag.DERIVED),
                citations.distinct().sorted().toList());
    }

    /// The sum of two independent numbers of one basis.
    Grounded plus(Grounded other) {
        return new Grounded(
                new Range(
                        range.value() + other.range.value(),
                        range.low() + other.range.low(),
                        range.high() + other.range.high()),
                Math.hypot(sd, other.sd),
                flag.and(other.flag),
                Stream.concat(citations.stream(), other.citations.stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    /// Less a part that is known.
    Grounded minus(double part) {
        return new Grounded(
                new Range(range.value() - part, Math.max(0, range.low() - part), Math.max(0, range.high() - part)),
                sd,
                flag.and(Flag.DERIVED),
                citations);
    }

    double value() {
        return range.value();
    }

    /// Defaults of ours, written in docs/methods.md: they hold where a source gives no range.
    private static double relativeSd(Row row) {
        boolean primary = row.text("evidence").startsWith("primary");
        return switch (row.text("confidence")) {
            case "reported" -> primary ? 0.05 : 0.10;
            case "derived" -> 0.15;
            default -> 0.40;
        };
    }
}
