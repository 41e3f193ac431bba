package org.monazite.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.monazite.supply.Citation;
import org.monazite.supply.Explained;
import org.monazite.supply.Flag;

/// Amounts by place, and how concentrated they are. `ROW` is many places of which nobody says how they divide: as one
/// place it gives the upper end of an index, as very many the lower. A gap, the part of the total that no figure
/// covers,
/// is treated alike.
final class PlaceAmounts {

    private static final String REST = "ROW";

    private final String unit;
    private final double gap;
    private final Map<String, Part> parts = new TreeMap<>();

    private static final class Part {
        private double amount;
        private double unverified;
        private Flag flag = Flag.NONE;
        private final List<Citation> citations = new ArrayList<>();
    }

    /// Amounts in a unit.
    ///
    /// @param gap amount that belongs to the total and has no figure
    PlaceAmounts(String unit, double gap) {
        this.unit = unit;
        this.gap = gap;
    }

    void add(String place, double amount, Flag flag, List<Citation> citations) {
        Part part = parts.computeIfAbsent(place, _ -> new Part());
        part.amount += amount;
        part.unverified += flag == Flag.UNVERIFIED ? amount : 0;
        part.flag = part.flag.and(flag);
        part.citations.addAll(citations);
    }

    /// The total, the gap included.
    double total() {
        double total = gap;
        for (Part part : parts.values()) {
            total += part.amount;
        }
        return total;
    }

    private double unverified() {
        double sum = 0;
        for (Part part : parts.values()) {
            sum += part.unverified;
        }
        return total() > 0 ? Math.clamp(sum / total(), 0, 1) : 0;
    }

    private double rest() {
        Part rest = parts.get(REST);
        return rest == null ? 0 : rest.amount;
    }

    private List<Double> named() {
        List<Double> amounts = new ArrayList<>();
        parts.forEach((place, part) -> {
            if (!place.equals(REST)) {
                amounts.add(part.amount);
            }
        });
        amounts.sort(Comparator.reverseOrder());
        return amounts;
    }

    /// Sum of squared shares.
    Explained hhi(String measure) {
        double total = total();
        if (!(total > 0)) {
            return undefined(measure, "index", "sum of squared shares of places");
        }
        double least = 0;
        for (double amount : named()) {
            least += square(amount / total);
        }
        double value = least + square(rest() / total);
        double most = value + square(gap / total);
        return explained(
                measure,
                value,
                least,
                most,
                "index",
                "sum of squared shares of places; places not named as one or as many");
    }

    /// The number of equal places that would give the same index.
    Explained effective(String measure) {
        Explained hhi = hhi(measure);
        String formula = "1 / sum of squared shares of places";
        if (!hhi.isDefined()) {
            return undefined(measure, "places", formula);
        }
        double most = hhi.low() > 0 ? 1 / hhi.low() : Double.POSITIVE_INFINITY;
        return explained(measure, 1 / hhi.value(), 1 / hhi.high(), most, "places", formula);
    }

    /// Share of the largest `n` named places; the upper end gives the whole gap to one more place.
    Explained top(String measure, int n) {
        double total = total();
        String formula = n == 1 ? "largest share of a place" : "sum of the %d largest shares of places".formatted(n);
        if (!(total > 0)) {
            return undefined(measure, "share", formula);
        }
        List<Double> amounts = named();
        double value = sum(amounts, n) / total;
        amounts.add(gap);
        amounts.sort(Comparator.reverseOrder());
        double most = sum(amounts, n) / total;
        return explained(measure, value, value, Math.max(value, most), "share", formula);
    }

    private static double sum(List<Double> amounts, int n) {
        double sum = 0;
        for (double amount : amounts.subList(0, Math.min(n, amounts.size()))) {
            sum += amount;
        }
        return sum;
    }

    private static double square(double share) {
        return share * share;
    }

    private List<Explained.Term> terms() {
        return parts.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Part>>comparingDouble(entry -> -entry.getValue().amount)
                        .thenComparing(Map.Entry::getKey))
                .map(entry -> new Explained.Term(
                        entry.getKey(),
                        entry.getValue().amount,
                        unit,
                        entry.getValue().flag,
                        entry.getValue().citations.stream().distinct().sorted().toList()))
                .toList();
    }

    private Explained explained(
            String measure, double value, double low, double high, String valueUnit, String formula) {
        Flag flag = Flag.DERIVED;
        for (Part part : parts.values()) {
            flag = flag.and(part.flag);
        }
        return new Explained(
                measure,
                value,
                Math.min(low, value),
                Math.max(high, value),
                valueUnit,
                formula,
                flag,
                unverified(),
                terms());
    }

    private static Explained undefined(String measure, String valueUnit, String formula) {
        return new Explained(
                measure, Double.NaN, Double.NaN, Double.NaN, valueUnit, formula, Flag.DERIVED, 0, List.of());
    }
}
