package org.monazite.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.monazite.supply.Explained;

/// How methods order the same materials, and where they disagree most.
///
/// @param tau Kendall's tau-b between two methods over the materials that both tell, row and column by
/// method; NaN where fewer than three are told by both or one method has no order
/// @param spreads materials by the distance between their highest and lowest place, the widest first
public record RankTables(Map<Method, Map<Method, Double>> tau, List<Spread> spreads) {

    private static final int LEAST = 3;

    /// Copies the tables.
    public RankTables {
        tau = java.util.Collections.unmodifiableMap(new EnumMap<>(tau));
        spreads = List.copyOf(spreads);
    }

    /// Where methods place one material.
    ///
    /// @param productId product or series
    /// @param places place by method from 0 (most exposed) to 1 (least), among the materials that the
    /// method tells
    /// @param highest method that finds it most exposed
    /// @param lowest method that finds it least exposed
    /// @param spread distance of the two places, 0..1
    /// @param cause the input that parts them: with its median over all materials in its place they come
    /// closest
    public record Spread(
            String productId, Map<Method, Double> places, Method highest, Method lowest, double spread, Cause cause) {}

    /// An input that parts methods.
    public enum Cause {
        /// Concentration of world production.
        CONCENTRATION,
        /// Net import reliance.
        RELIANCE,
        /// Stability of the makers.
        GOVERNANCE,
        /// Where imports come from.
        IMPORTS
    }

    /// Compares the methods.
    public static RankTables of(List<MaterialMethods> rows) {
        Map<Method, Map<Method, Double>> tau = new EnumMap<>(Method.class);
        for (Method a : Method.values()) {
            Map<Method, Double> row = new EnumMap<>(Method.class);
            for (Method b : Method.values()) {
                row.put(b, tau(rows, a, b));
            }
            tau.put(a, row);
        }
        List<Spread> spreads = new ArrayList<>();
        for (MaterialMethods row : rows) {
            if (row.told().size() >= 2) {
                spreads.add(spread(rows, row));
            }
        }
        spreads.sort(
                Comparator.<Spread>comparingDouble(spread -> -spread.spread()).thenComparing(Spread::productId));
        return new RankTables(tau, spreads);
    }

    private static double tau(List<MaterialMethods> rows, Method a, Method b) {
        List<double[]> pairs = new ArrayList<>();
        for (MaterialMethods row : rows) {
            double x = value(row, a);
            double y = value(row, b);
            if (!Double.isNaN(x) && !Double.isNaN(y)) {
                pairs.add(new double[] {x, y});
            }
        }
        double[] x = pairs.stream().mapToDouble(pair -> pair[0]).toArray();
        double[] y = pairs.stream().mapToDouble(pair -> pair[1]).toArray();
        return x.length < LEAST ? Double.NaN : Ranks.kendall(x, y);
    }

    private static double value(MaterialMethods row, Method method) {
        Explained number = row.numbers().get(method);
        return number == null ? Double.NaN : number.value();
    }

    private static double place(List<MaterialMethods> rows, Method method, double value) {
        int told = 0;
        double above = 0;
        for (MaterialMethods row : rows) {
            double other = value(row, method);
            if (!Double.isNaN(other)) {
                told++;
                above += other > value ? 1 : other == value ? 0.5 : 0;
            }
        }
        return told == 0 ? Double.NaN : above / told;
    }

    private static Spread spread(List<MaterialMethods> rows, MaterialMethods row) {
        Map<Method, Double> places = new EnumMap<>(Method.class);
        Method highest = row.told().getFirst();
        Method lowest = highest;
        double most = Double.POSITIVE_INFINITY;
        double least = Double.NEGATIVE_INFINITY;
        for (Method method : row.told()) {
            double place = place(rows, method, value(row, method));
            places.put(method, place);
            highest = place < most ? method : highest;
            lowest = place > least ? method : lowest;
            most = Math.min(most, place);
            least = Math.max(least, place);
        }
        double spread = least - most;
        return new Spread(row.productId(), places, highest, lowest, spread, cause(rows, row, highest, lowest, spread));
    }

    /// Puts the median of each input in its place in turn; the input whose median brings the two methods
    /// closest parts them.
    private static Cause cause(
            List<MaterialMethods> rows, MaterialMethods row, Method highest, Method lowest, double spread) {
        Cause best = Cause.CONCENTRATION;
        double closest = Double.POSITIVE_INFINITY;
        for (Cause cause : Cause.values()) {
            MaterialMethods.Causes changed = with(rows, row.causes(), cause);
            double high = place(rows, highest, scaled(row, highest, changed));
            double low = place(rows, lowest, scaled(row, lowest, changed));
            double left = Math.abs(low - high);
            if (left < closest) {
                closest = left;
                best = cause;
            }
        }
        return closest <= spread ? best : Cause.CONCENTRATION;
    }

    private static MaterialMethods.Causes with(List<MaterialMethods> rows, MaterialMethods.Causes of, Cause cause) {
        double[] middle = new double[] {
            median(rows, Cause.CONCENTRATION), median(rows, Cause.RELIANCE), median(rows, Cause.GOVERNANCE)
        };
        return switch (cause) {
            case CONCENTRATION ->
                new MaterialMethods.Causes(
                        middle[0],
                        of.reliance(),
                        of.governance(),
                        of.foreign() * middle[0] / of.concentration(),
                        of.importRisk(),
                        of.largest());
            case RELIANCE ->
                new MaterialMethods.Causes(
                        of.concentration(), middle[1], of.governance(), of.foreign(), of.importRisk(), of.largest());
            case GOVERNANCE ->
                new MaterialMethods.Causes(
                        of.concentration(),
                        of.reliance(),
                        middle[2],
                        of.foreign() * middle[2] / of.governance(),
                        of.importRisk() * middle[2] / of.governance(),
                        of.largest());
            case IMPORTS ->
                new MaterialMethods.Causes(
                        of.concentration(),
                        of.reliance(),
                        of.governance(),
                        of.foreign(),
                        imports(rows, false),
                        imports(rows, true));
        };
    }

    private static double imports(List<MaterialMethods> rows, boolean largest) {
        return Ranks.median(rows.stream()
                .mapToDouble(
                        row -> largest ? row.causes().largest() : row.causes().importRisk())
                .toArray());
    }

    private static double median(List<MaterialMethods> rows, Cause cause) {
        return Ranks.median(rows.stream()
                .mapToDouble(row -> switch (cause) {
                    case CONCENTRATION -> row.causes().concentration();
                    case RELIANCE -> row.causes().reliance();
                    case GOVERNANCE -> row.causes().governance();
                    case IMPORTS -> row.causes().importRisk();
                })
                .toArray());
    }

    /// The method's number with other inputs, in proportion to its own.
    private static double scaled(MaterialMethods row, Method method, MaterialMethods.Causes changed) {
        double before = plain(method, row.causes());
        double after = plain(method, changed);
        double own = value(row, method);
        return before > 0 && Double.isFinite(before) ? own * after / before : after;
    }

    private static double plain(Method method, MaterialMethods.Causes of) {
        return switch (method) {
            case HHI -> of.concentration();
            case RELIANCE -> of.reliance();
            case GEOPOLRISK -> of.concentration() * of.reliance() * of.importRisk();
            case EU -> 10 * of.concentration() * of.governance();
            case USGS -> StrictMath.cbrt(of.foreign() * of.reliance());
            case LOST -> of.reliance() * of.largest();
        };
    }
}
