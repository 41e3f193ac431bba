package org.monazite.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.monazite.exposure.internal.MethodDraws;

/// How firmly each method orders the materials, when world production, import reliance, shares of imports and
/// political stability are drawn within their ranges.
///
/// A figure without a range is drawn with the standard deviation of the balance for its evidence: 5 %
/// reported, 15 % derived, 40 % estimated. A published share is drawn over its rounding, half a per cent up
/// and down; a bound over what it leaves open; political stability with its published standard error.
///
/// @param settings how many draws, from which seed
/// @param top the `k` of `P(in top k)`
/// @param methods by method
public record RankStability(DrawSettings settings, int top, Map<Method, Stability> methods) {

    /// Two neighbours whose order holds in fewer draws than this count as tied.
    public static final double TIED_BELOW = 0.75;

    /// Keeps the order of methods.
    public RankStability {
        methods = java.util.Collections.unmodifiableMap(new EnumMap<>(methods));
    }

    /// One method.
    ///
    /// @param items materials that the method tells, the most exposed first
    /// @param expectedTau mean Kendall tau between the orders of the draws and the central order
    public record Stability(List<Item> items, double expectedTau) {

        /// Copies the items.
        public Stability {
            items = List.copyOf(items);
        }
    }

    /// One material.
    ///
    /// @param productId product or series
    /// @param central value without draws
    /// @param percentiles of the draws
    /// @param inTop part of the draws in which it is among the first `k`
    /// @param beforeNext part of the draws in which it stands before the next; 1 for the last
    /// @param tiedWithNext whether that is too few to call an order
    /// @param aboveThreshold part of the draws in which it passes the threshold of the method
    public record Item(
            String productId,
            double central,
            Percentiles percentiles,
            double inTop,
            double beforeNext,
            boolean tiedWithNext,
            double aboveThreshold) {}

    /// Draws all methods of all materials.
    ///
    /// @param standardErrors of `g` by place; a place without one is drawn over its range
    public static RankStability of(
            List<MaterialInput> inputs,
            Importer importer,
            Map<String, Double> standardErrors,
            int top,
            DrawSettings settings) {
        MethodDraws draws = new MethodDraws(inputs, importer.members(), standardErrors, settings.seed());
        int methods = Method.values().length;
        double[][] values = new double[settings.draws()][];
        IntStream.range(0, settings.draws()).parallel().forEach(draw -> values[draw] = draws.values(draw));
        double[] central = draws.central();
        Map<Method, Stability> result = new EnumMap<>(Method.class);
        for (Method method : Method.values()) {
            List<Integer> order = new ArrayList<>();
            for (int item = 0; item < inputs.size(); item++) {
                MaterialMethods row = MaterialMethods.of(inputs.get(item), importer);
                if (row.told().contains(method)) {
                    order.add(item);
                }
            }
            int m = method.ordinal();
            order.sort(Comparator.<Integer>comparingDouble(item -> -central[item * methods + m])
                    .thenComparing(item -> inputs.get(item).productId()));
            result.put(method, stability(inputs, order, method, top, values, central));
        }
        return new RankStability(settings, top, result);
    }

    private static Stability stability(
            List<MaterialInput> inputs,
            List<Integer> order,
            Method method,
            int top,
            double[][] values,
            double[] central) {
        int methods = Method.values().length;
        int size = order.size();
        int[] inTop = new int[size];
        int[] before = new int[size];
        int[] above = new int[size];
        double tau = 0;
        double[] centre = new double[size];
        double[][] columns = new double[size][values.length];
        for (int i = 0; i < size; i++) {
            centre[i] = central[order.get(i) * methods + method.ordinal()];
        }
        for (int draw = 0; draw < values.length; draw++) {
            double[] x = new double[size];
            for (int i = 0; i < size; i++) {
                x[i] = values[draw][order.get(i) * methods + method.ordinal()];
                columns[i][draw] = x[i];
            }
            double[] ranks = Ranks.ranks(x);
            for (int i = 0; i < size; i++) {
                inTop[i] += ranks[i] > size - top ? 1 : 0;
                before[i] += i + 1 < size && x[i] > x[i + 1] ? 1 : 0;
                above[i] += x[i] >= method.threshold() ? 1 : 0;
            }
            double agree = Ranks.kendall(centre, x);
            tau += Double.isNaN(agree) ? 0 : agree;
        }
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            double first = i + 1 < size ? (double) before[i] / values.length : 1;
            items.add(new Item(
                    inputs.get(order.get(i)).productId(),
                    centre[i],
                    Percentiles.of(columns[i]),
                    (double) inTop[i] / values.length,
                    first,
                    first < TIED_BELOW,
                    (double) above[i] / values.length));
        }
        return new Stability(items, size < 2 ? Double.NaN : tau / values.length);
    }
}
