package org.monazite.exposure;

import java.util.ArrayList;
import java.util.List;
import org.monazite.supply.Citation;
import org.monazite.supply.Explained;
import org.monazite.supply.Flag;

/// How a computed number is put together with its inputs: flag, unverified part and range follow from the
/// terms.
final class Working {

    private final List<Explained.Term> terms = new ArrayList<>();
    private double weight;
    private double unverified;
    private Flag flag = Flag.DERIVED;

    /// Adds an input that counts by its size.
    Working add(String name, double value, String unit, Flag of, List<Citation> citations) {
        terms.add(new Explained.Term(name, value, unit, of, citations));
        weight += Math.abs(value);
        unverified += of == Flag.UNVERIFIED ? Math.abs(value) : 0;
        flag = flag.and(of);
        return this;
    }

    /// Adds the inputs of another number.
    Working from(String name, Explained number) {
        List<Citation> citations = number.terms().stream()
                .flatMap(term -> term.citations().stream())
                .distinct()
                .sorted()
                .toList();
        return add(name, number.value(), number.unit(), number.flag(), citations);
    }

    /// The number; its range is widened to hold the value.
    Explained result(String measure, double value, double low, double high, String unit, String formula) {
        if (Double.isNaN(value)) {
            return missing(measure, unit, formula);
        }
        double part = weight > 0 ? Math.clamp(unverified / weight, 0, 1) : 0;
        return new Explained(
                measure, value, Math.min(low, value), Math.max(high, value), unit, formula, flag, part, terms);
    }

    /// The inputs collected so far and those of another number.
    List<Explained.Term> terms(Explained other) {
        List<Explained.Term> all = new ArrayList<>(terms);
        all.addAll(other.terms());
        return all;
    }

    /// No number; the formula says why.
    Explained missing(String measure, String unit, String why) {
        return new Explained(measure, Double.NaN, Double.NaN, Double.NaN, unit, why, flag, 0, terms);
    }
}
