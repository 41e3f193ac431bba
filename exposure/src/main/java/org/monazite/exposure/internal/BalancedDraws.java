package org.monazite.exposure.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.monazite.supply.Covariance;
import org.monazite.supply.SupplyNetwork;

/// Draws of a whole network from the covariance of its balance: `x = x^ + L z`. Rows are arcs, outputs of nodes,
/// demands, unknown origins of cells.
///
/// Nothing may be negative. A draw that breaks this is drawn anew up to 20 times; one that still does is moved to
/// the nearest that does not: `min |d|^2` subject to `x^ + L (z + d) >= 0`, nearest in the metric of the covariance,
/// by coordinate ascent on the multipliers (Hildreth, A quadratic programming procedure, Naval Research
/// Logistics Quarterly 4, 1957); what that leaves is taken off by a step towards `x^`. Each draw is `x^` plus a
/// combination of columns of `L`, so each balances.
public final class BalancedDraws {

    private static final int REDRAWS = 20;
    private static final int SWEEPS = 500;
    private static final double CLOSE = 1e-9;

    private final double[] center;
    private final int factors;
    private final int[] first;
    private final int[] factor;
    private final double[] value;
    private final double[] square;
    private final int[] bounded;
    private final long seed;

    /// A draw.
    ///
    /// @param x all rows, none negative
    /// @param projected whether it had to be moved there
    record Draw(double[] x, boolean projected) {}

    /// Prepares draws.
    public BalancedDraws(SupplyNetwork network, Covariance covariance, long seed) {
        this(center(network), covariance, seed);
    }

    /// @param center balanced values, one for each row
    BalancedDraws(double[] center, Covariance covariance, long seed) {
        this.seed = seed;
        this.factors = covariance.factors();
        this.center = center;
        int rows = center.length;
        this.first = new int[rows + 1];
        for (int row = 0; row < rows; row++) {
            first[row + 1] = first[row] + covariance.entries(row);
        }
        this.factor = new int[first[rows]];
        this.value = new double[first[rows]];
        this.square = new double[rows];
        for (int row = 0; row < rows; row++) {
            covariance.copy(row, factor, value, first[row]);
            for (int k = first[row]; k < first[row + 1]; k++) {
                square[row] += value[k] * value[k];
            }
        }
        this.bounded = bounded();
    }

    private static double[] center(SupplyNetwork network) {
        int arcs = network.arcs().size();
        int nodes = network.nodes().size();
        int demands = network.demands().size();
        double[] center = new double[arcs + nodes + demands + network.cells().size()];
        for (int i = 0; i < arcs; i++) {
            center[i] = network.arcs().perYear(i);
        }
        for (int i = 0; i < nodes; i++) {
            center[arcs + i] = network.nodes().output(i);
        }
        for (int i = 0; i < demands; i++) {
            center[arcs + nodes + i] = network.demands().perYear(i);
        }
        for (int i = 0; i < network.cells().size(); i++) {
            center[arcs + nodes + demands + i] = network.cells().unknownOrigin(i);
        }
        return center;
    }

    /// Rows that vary, each of equal rows once: the flow into a works, its output and its one sale are one bound.
    private int[] bounded() {
        int[] kept = new int[center.length];
        int count = 0;
        for (int row = 0; row < center.length; row++) {
            boolean varies = square[row] > 0;
            for (int k = 0; varies && k < count; k++) {
                varies = !same(row, kept[k]);
            }
            if (varies) {
                kept[count++] = row;
            }
        }
        return IntStream.of(Arrays.copyOf(kept, count))
                .boxed()
                .sorted(Comparator.comparingDouble(row -> center[row] / Math.sqrt(square[row]))) // the likeliest first
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private boolean same(int a, int b) {
        return center[a] == center[b]
                && Arrays.equals(factor, first[a], first[a + 1], factor, first[b], first[b + 1])
                && Arrays.equals(value, first[a], first[a + 1], value, first[b], first[b + 1]);
    }

    /// A draw; the same for the same seed and number, on any thread.
    Draw draw(int draw) {
        double[] z = new double[factors];
        for (int turn = 0; turn <= REDRAWS; turn++) {
            for (int k = 0; k < factors; k++) {
                z[k] = Noise.normal(seed, draw, k, turn);
            }
            if (isWithin(z)) {
                return new Draw(at(z), false);
            }
        }
        project(z);
        return new Draw(at(z), true);
    }

    private boolean isWithin(double[] z) {
        for (int row : bounded) {
            if (value(row, z) < 0) {
                return false;
            }
        }
        return true;
    }

    private double value(int row, double[] z) {
        double sum = center[row];
        for (int k = first[row]; k < first[row + 1]; k++) {
            sum += value[k] * z[factor[k]];
        }
        return sum;
    }

    /// All rows; a rounding below 0 is 0.
    private double[] at(double[] z) {
        double[] x = new double[center.length];
        for (int row = 0; row < x.length; row++) {
            x[row] = Math.max(0, value(row, z));
        }
        return x;
    }

    /// Moves `z` to the nearest point at which nothing is negative.
    void project(double[] z) {
        double[] multiplier = new double[center.length];
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            double largest = 0;
            for (int row : bounded) {
                double step = Math.max(-multiplier[row], -value(row, z) / square[row]);
                if (step != 0) {
                    multiplier[row] += step;
                    for (int k = first[row]; k < first[row + 1]; k++) {
                        z[factor[k]] += step * value[k];
                    }
                    largest = Math.max(largest, Math.abs(step) * Math.sqrt(square[row]));
                }
            }
            if (largest < CLOSE) {
                break;
            }
        }
        double step = 1;
        for (int row : bounded) {
            double at = value(row, z);
            if (at < 0) {
                step = Math.min(step, center[row] / (center[row] - at));
            }
        }
        for (int k = 0; k < z.length; k++) {
            z[k] *= step;
        }
    }
}
