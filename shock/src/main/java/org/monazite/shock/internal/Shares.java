package org.monazite.shock.internal;

import java.util.Arrays;

/// How a loss divides over paths: parts that sum to 1. Never changed once made.
record Shares(int[] paths, double[] parts) {

    /// Nobody knows.
    static final Shares SWINGS = of(PathBook.SWINGS);

    /// One path alone.
    static Shares of(int path) {
        return new Shares(new int[] {path}, new double[] {1});
    }

    /// Adds up weighted shares; what is too small to follow goes to the swings.
    static final class Sum {
        private static final double LEAST = 1e-5;

        private double[] of = new double[64];
        private int[] seen = new int[64];
        private int count;
        private double total;

        void add(Shares shares, double weight) {
            if (weight > 0) {
                for (int i = 0; i < shares.paths.length; i++) {
                    add(shares.paths[i], weight * shares.parts[i]);
                }
            }
        }

        void add(int path, double weight) {
            if (weight <= 0) {
                return;
            }
            if (path >= of.length) {
                of = Arrays.copyOf(of, Math.max(path + 1, 2 * of.length));
            }
            if (of[path] == 0) {
                if (count == seen.length) {
                    seen = Arrays.copyOf(seen, 2 * count);
                }
                seen[count++] = path;
            }
            of[path] += weight;
            total += weight;
        }

        /// The parts in the order of paths; swings alone if nothing was added.
        Shares divide() {
            if (!(total > 0)) {
                return SWINGS;
            }
            Arrays.sort(seen, 0, count);
            int[] paths = new int[count + 1];
            double[] parts = new double[count + 1];
            int n = 0;
            double small = 0;
            for (int i = 0; i < count; i++) {
                double part = of[seen[i]] / total;
                if (seen[i] == PathBook.SWINGS || part < LEAST) {
                    small += part;
                } else {
                    paths[n] = seen[i];
                    parts[n++] = part;
                }
            }
            if (small > 0) {
                paths[n] = PathBook.SWINGS;
                parts[n++] = small;
            }
            return new Shares(Arrays.copyOf(paths, n), Arrays.copyOf(parts, n));
        }
    }
}
