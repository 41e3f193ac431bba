package org.monazite.exposure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.monazite.supply.Citation;
import org.monazite.supply.Explained;
import org.monazite.supply.Flag;
import org.monazite.supply.Range;

/// Material that comes in inside goods: motors, vehicles, drives. Never added to direct imports without
/// saying so.
public final class Embodied {

    private Embodied() {}

    /// What one unit of each good holds of a material, all its parts included: `q = (I - A)^-1 c`, read by
    /// columns.
    ///
    /// @param parts `A_ij`, units of good i that go into one unit of good j; no good may hold itself
    /// @param added `c_j`, tonnes of the material that making good j adds by itself
    /// @return tonnes per unit of each good
    public static double[] content(double[][] parts, double[] added) {
        double[] ones = new double[added.length];
        java.util.Arrays.fill(ones, 1);
        return Leontief.content(Leontief.inverse(parts, ones), added);
    }

    /// Goods that come in.
    ///
    /// @param good the good, such as `ev.motor`
    /// @param origin place code of the shipper
    /// @param units how many, or tonnes, as the content is stated
    /// @param flag how careful a reader must be
    /// @param citations who says so
    public record Trade(String good, String origin, double units, Flag flag, List<Citation> citations) {

        /// Checks the amount and copies the citations.
        public Trade {
            if (!(units >= 0)) {
                throw new IllegalArgumentException(
                        "Trade in %s from %s is zero or more units, was %s.".formatted(good, origin, units));
            }
            citations = List.copyOf(citations);
        }
    }

    /// Embodied imports.
    ///
    /// @param byOrigin tonnes by place of shipment
    /// @param share part that the supplier ships
    /// @param withoutContent goods whose content is not known and that are not counted
    public record Imports(Map<String, Range> byOrigin, Explained share, List<String> withoutContent) {

        /// Keeps the order of places.
        public Imports {
            byOrigin = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byOrigin));
            withoutContent = List.copyOf(withoutContent);
        }
    }

    /// Trade times content, by origin; the range of the share lets the supplier's goods hold least and all
    /// others most, and the reverse.
    ///
    /// @param contents tonnes of the material per unit of each good
    public static Imports imports(List<Trade> trade, Map<String, Range> contents, String supplier) {
        Map<String, Range> byOrigin = new TreeMap<>();
        TreeMap<String, Boolean> unknown = new TreeMap<>();
        Working working = new Working();
        for (Trade each : trade) {
            Range content = contents.get(each.good());
            if (content == null) {
                unknown.put(each.good(), true);
                continue;
            }
            Range tonnes = content.times(each.units());
            byOrigin.merge(each.origin(), tonnes, Embodied::plus);
            working.add(
                    each.good() + " from " + each.origin(),
                    tonnes.value(),
                    "t embodied",
                    each.flag(),
                    each.citations());
        }
        Range own = byOrigin.getOrDefault(supplier, Range.exactly(0));
        Range rest = Range.exactly(0);
        for (Map.Entry<String, Range> entry : byOrigin.entrySet()) {
            rest = entry.getKey().equals(supplier) ? rest : plus(rest, entry.getValue());
        }
        String measure = "share of embodied imports";
        double total = own.value() + rest.value();
        Explained share = total > 0
                ? working.result(
                        measure,
                        own.value() / total,
                        own.low() == 0 ? 0 : own.low() / (own.low() + rest.high()),
                        own.high() == 0 ? 0 : own.high() / (own.high() + rest.low()),
                        "share",
                        "sum of units x content shipped by the supplier / all; including embodied only")
                : working.missing(measure, "share", "no goods with a known content came in");
        return new Imports(byOrigin, share, List.copyOf(unknown.keySet()));
    }

    private static Range plus(Range a, Range b) {
        return new Range(a.value() + b.value(), a.low() + b.low(), a.high() + b.high());
    }
}
