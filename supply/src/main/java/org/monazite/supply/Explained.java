package org.monazite.supply;

import java.util.List;

/// A number that can say where it comes from. Screens, briefs and JSON show nothing less.
///
/// @param measure what it is, such as `import share`
/// @param value the number; NaN when it is not defined, and `formula` then says why
/// @param low lower end of its range; NaN where no range is known
/// @param high upper end
/// @param unit its unit: `share`, `t/yr`, `USD`, `days`
/// @param formula how it is computed, with its source
/// @param flag the weakest flag of what it rests on
/// @param unverifiedShare 0..1, the part of it that rests on unverified estimates
/// @param terms its inputs, the largest contribution first
public record Explained(
        String measure,
        double value,
        double low,
        double high,
        String unit,
        String formula,
        Flag flag,
        double unverifiedShare,
        List<Term> terms) {

    /// Copies the terms and checks the range.
    public Explained {
        if (value < low || value > high) {
            throw new IllegalArgumentException(
                    "%s: the range %s to %s does not hold %s.".formatted(measure, low, high, value));
        }
        if (!(unverifiedShare >= 0 && unverifiedShare <= 1)) {
            throw new IllegalArgumentException(
                    "%s: the unverified share must lie in 0..1, was %s.".formatted(measure, unverifiedShare));
        }
        terms = List.copyOf(terms);
    }

    /// One input of the number.
    ///
    /// @param name what it is called
    /// @param value what it was
    /// @param unit its unit
    /// @param flag how careful a reader must be
    /// @param citations who says so
    public record Term(String name, double value, String unit, Flag flag, List<Citation> citations) {

        /// Copies the citations.
        public Term {
            citations = List.copyOf(citations);
        }
    }

    /// Whether there is a number at all.
    public boolean isDefined() {
        return !Double.isNaN(value);
    }
}
