package org.monazite.exposure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
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

    /// What goes into a good.
    ///
    /// @param good the good
    /// @param part another good, or a material whose content is known
    /// @param perUnit units of it in one unit of the good
    public record Part(String good, String part, Range perUnit) {}

    /// What one unit of each good holds of a material, its parts and their parts included. The ends take all parts at
    /// their least and at their most: `q` grows with each of them.
    ///
    /// @param parts what goes into each good
    /// @param raw content of a unit of what is no good itself
    /// @return by good, sorted; a good with a part whose content is not known is not there
    /// @throws IllegalArgumentException if a good goes into itself
    public static Map<String, Range> contents(List<Part> parts, Map<String, Range> raw) {
        TreeSet<String> goods = new TreeSet<>();
        TreeSet<String> all = new TreeSet<>(raw.keySet());
        for (Part each : parts) {
            goods.add(each.good());
            all.add(each.good());
            all.add(each.part());
        }
        List<String> order = List.copyOf(all);
        double[][] ends = new double[3][];
        for (int end = 0; end < 3; end++) {
            double[][] matrix = new double[order.size()][order.size()];
            for (Part each : parts) {
                matrix[order.indexOf(each.part())][order.indexOf(each.good())] += end(each.perUnit(), end);
            }
            double[] added = new double[order.size()];
            for (int j = 0; j < added.length; j++) {
                String name = order.get(j);
                boolean known = raw.containsKey(name) || goods.contains(name);
                added[j] = known ? end(raw.getOrDefault(name, Range.exactly(0)), end) : Double.NaN;
            }
            ends[end] = known(order, parts, matrix, added);
        }
        Map<String, Range> contents = new TreeMap<>();
        for (String good : goods) {
            int at = order.indexOf(good);
            if (!Double.isNaN(ends[0][at])) {
                contents.put(good, new Range(ends[0][at], ends[1][at], ends[2][at]));
            }
        }
        return contents;
    }

    private static double end(Range range, int end) {
        return end == 0 ? range.value() : end == 1 ? range.low() : range.high();
    }

    /// What is not known makes all that it goes into not known, and nothing else.
    private static double[] known(List<String> order, List<Part> parts, double[][] matrix, double[] added) {
        boolean[] open = new boolean[added.length];
        double[] zeroed = added.clone();
        for (int j = 0; j < added.length; j++) {
            open[j] = Double.isNaN(added[j]);
            zeroed[j] = open[j] ? 0 : added[j];
        }
        for (int round = 0; round < added.length; round++) {
            for (Part each : parts) {
                open[order.indexOf(each.good())] |= open[order.indexOf(each.part())];
            }
        }
        double[] content = content(matrix, zeroed);
        for (int j = 0; j < content.length; j++) {
            if (!(content[j] >= 0 && Double.isFinite(content[j]))) {
                throw new IllegalArgumentException(
                        "The good '%s' goes into itself. Maybe one of its parts is entered the wrong way round."
                                .formatted(order.get(j)));
            }
            content[j] = open[j] ? Double.NaN : content[j];
        }
        return content;
    }

    /// Embodied imports.
    ///
    /// @param byOrigin tonnes by place of shipment
    /// @param byGood tonnes by good
    /// @param total tonnes in all
    /// @param share part that the supplier ships
    /// @param withoutContent goods whose content is not known and that are not counted
    public record Imports(
            Map<String, Explained> byOrigin,
            Map<String, Explained> byGood,
            Explained total,
            Explained share,
            List<String> withoutContent) {

        /// Keeps the order of places and goods.
        public Imports {
            byOrigin = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byOrigin));
            byGood = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byGood));
            withoutContent = List.copyOf(withoutContent);
        }
    }

    /// Trade times content, by origin and by good; the range of the share lets the supplier's goods hold least and all
    /// others most, and the reverse.
    ///
    /// @param contents tonnes of the material per unit of each good
    public static Imports imports(List<Trade> trade, Map<String, Range> contents, String supplier) {
        return imports(trade, contents, supplier, "t embodied");
    }

    /// The same in another unit.
    ///
    /// @param contents content of a unit of each good, in the unit
    /// @param unit such as `USD`
    public static Imports imports(List<Trade> trade, Map<String, Range> contents, String supplier, String unit) {
        Map<String, Sum> byOrigin = new TreeMap<>();
        Map<String, Sum> byGood = new TreeMap<>();
        Sum own = new Sum();
        Sum rest = new Sum();
        Sum all = new Sum();
        TreeSet<String> unknown = new TreeSet<>();
        for (Trade each : trade) {
            Range content = contents.get(each.good());
            if (content == null) {
                unknown.add(each.good());
                continue;
            }
            Range amount = content.times(each.units());
            byOrigin.computeIfAbsent(each.origin(), _ -> new Sum()).add(each, amount, unit);
            byGood.computeIfAbsent(each.good(), _ -> new Sum()).add(each, amount, unit);
            (each.origin().equals(supplier) ? own : rest).add(each, amount, unit);
            all.add(each, amount, unit);
        }
        String measure = "share of embodied imports";
        double total = own.value + rest.value;
        Explained share = total > 0
                ? all.working.result(
                        measure,
                        own.value / total,
                        own.low == 0 ? 0 : own.low / (own.low + rest.high),
                        own.high == 0 ? 0 : own.high / (own.high + rest.low),
                        "share",
                        "sum of units x content shipped by the supplier / all; including embodied only")
                : all.working.missing(measure, "share", "no goods with a known content came in");
        return new Imports(told(byOrigin, unit), told(byGood, unit), all.told(unit), share, List.copyOf(unknown));
    }

    private static Map<String, Explained> told(Map<String, Sum> sums, String unit) {
        Map<String, Explained> told = new TreeMap<>();
        sums.forEach((key, sum) -> told.put(key, sum.told(unit)));
        return told;
    }

    /// A sum of trade times content. The content of a good is one number wherever it is from, so the ends add up.
    private static final class Sum {

        private final Working working = new Working();
        private double value;
        private double low;
        private double high;

        void add(Trade trade, Range amount, String unit) {
            value += amount.value();
            low += amount.low();
            high += amount.high();
            working.add(
                    trade.good() + " from " + trade.origin(), amount.value(), unit, trade.flag(), trade.citations());
        }

        Explained told(String unit) {
            return working.result(
                    "embodied imports", value, low, high, unit, "sum of units x content, q = (I - A)^-1 c");
        }
    }
}
