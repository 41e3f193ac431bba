package org.monazite.shock.scale;

/// Random numbers by address: seed, stream, index. The mixing function is that of SplitMix64 (Steele,
/// Lea and Flood, OOPSLA 2014); a number depends on nothing but its address.
final class Chance {

    static final long SAMPLE = 1L << 32;

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Chance() {}

    /// A number in (0, 1).
    static double uniform(long seed, long stream, long index) {
        return ((mix(mix(seed + stream * GOLDEN) + index * GOLDEN) >>> 11) + 0.5) * 0x1.0p-53;
    }

    private static long mix(long value) {
        long z = value + GOLDEN;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
