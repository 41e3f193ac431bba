package org.monazite.exposure.internal;

/// Random numbers with an address: the same seed, draw and input give the same number in any order, on any
/// thread.
public final class Noise {

    private Noise() {}

    /// A number above 0 and below 1.
    public static double uniform(long seed, int draw, int input, int turn) {
        long key = mix(mix(mix(mix(seed) ^ draw) ^ input) ^ turn);
        return ((key >>> 12) + 0.5) * 0x1.0p-52;
    }

    /// A standard normal number (Box and Muller).
    public static double normal(long seed, int draw, int input, int turn) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(uniform(seed, draw, input, 2 * turn)));
        return radius * StrictMath.cos(2 * Math.PI * uniform(seed, draw, input, 2 * turn + 1));
    }

    /// A number from a triangle over low, value and high.
    public static double triangular(double low, double value, double high, double uniform) {
        double width = high - low;
        if (!(width > 0)) {
            return value;
        }
        double left = (value - low) / width;
        return uniform < left
                ? low + Math.sqrt(uniform * width * (value - low))
                : high - Math.sqrt((1 - uniform) * width * (high - value));
    }

    /// The finaliser of SplitMix64.
    private static long mix(long z) {
        z = (z + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
