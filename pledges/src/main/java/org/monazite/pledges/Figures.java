package org.monazite.pledges;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.monazite.supply.Explained;
import org.monazite.supply.Explained.Term;
import org.monazite.supply.Flag;
import org.monazite.supply.Range;
import org.monazite.supply.Series;

/// Looks up published figures and builds numbers that can say where they come from.
final class Figures {

    static final String SHARE = "share";

    private Figures() {}

    /// Every point of a series, whatever its definition, in the order of the source.
    static List<Series.Point> points(PledgeFacts facts, String series) {
        List<Series.Point> points = new ArrayList<>();
        for (Series each : facts.series()) {
            if (each.id().equals(series)) {
                points.addAll(each.points());
            }
        }
        return points;
    }

    /// The point of a period.
    static Optional<Series.Point> find(PledgeFacts facts, String series, String period) {
        return points(facts, series).stream()
                .filter(point -> point.period().equals(period))
                .findFirst();
    }

    /// A point as an input of a number.
    static Term term(String name, Series.Point point, String unit) {
        return new Term(name, point.value().value(), unit, point.flag(), List.of(point.citation()));
    }

    /// A number that cannot be had; the formula says what is missing.
    static Explained missing(String measure, String unit, String formula, List<Term> terms) {
        return new Explained(measure, Double.NaN, Double.NaN, Double.NaN, unit, formula, weakest(terms), 0, terms);
    }

    /// A number computed from its terms: derived at best, and as weak as the weakest of them.
    static Explained computed(String measure, Range range, String unit, String formula, List<Term> terms) {
        return computed(measure, range, unit, formula, 0, terms);
    }

    /// The same, with the part that rests on unverified estimates.
    static Explained computed(
            String measure, Range range, String unit, String formula, double unverified, List<Term> terms) {
        Flag flag = unverified > 0 ? Flag.UNVERIFIED : weakest(terms);
        return new Explained(measure, range.value(), range.low(), range.high(), unit, formula, flag, unverified, terms);
    }

    private static Flag weakest(List<Term> terms) {
        Flag flag = Flag.DERIVED;
        for (Term term : terms) {
            flag = flag.and(term.flag());
        }
        return flag;
    }

    /// A published percent value as a share from 0 to 1, with the interval of its rounding: half a unit of the last
    /// digit; a whole number is taken as rounded to whole percent.
    static Range rounded(double percent) {
        String text = Double.toString(percent);
        int decimals = text.endsWith(".0") ? 0 : text.length() - text.indexOf('.') - 1;
        double half = 0.5;
        for (int i = 0; i < decimals; i++) {
            half /= 10;
        }
        return new Range(percent / 100, (percent - half) / 100, (percent + half) / 100);
    }

    /// `numerator / denominator` over the corners of both ranges.
    static Range ratio(Range numerator, Range denominator) {
        return new Range(
                numerator.value() / denominator.value(),
                numerator.low() / denominator.high(),
                numerator.high() / denominator.low());
    }
}
