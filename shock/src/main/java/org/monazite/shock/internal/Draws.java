package org.monazite.shock.internal;

/// Random numbers that depend on nothing but their address: seed, member, parameter, draw. Philox4x32-10 after
/// Salmon et al., Parallel random numbers: as easy as 1, 2, 3, SC 2011.
public final class Draws {

    private static final int ROUNDS = 10;
    private static final long MULTIPLIER_0 = 0xD2511F53L;
    private static final long MULTIPLIER_1 = 0xCD9E8D57L;
    private static final int WEYL_0 = 0x9E3779B9;
    private static final int WEYL_1 = 0xBB67AE85;

    private final long seed;

    /// A source of numbers for a seed.
    public Draws(long seed) {
        this.seed = seed;
    }

    /// Four words for a counter of four words and a key of two.
    static int[] philox(int[] counter, int key0, int key1) {
        int[] c = counter.clone();
        int k0 = key0;
        int k1 = key1;
        for (int round = 0; round < ROUNDS; round++) {
            long product0 = MULTIPLIER_0 * (c[0] & 0xFFFFFFFFL);
            long product1 = MULTIPLIER_1 * (c[2] & 0xFFFFFFFFL);
            int c1 = c[1];
            int c3 = c[3];
            c[0] = (int) (product1 >>> 32) ^ c1 ^ k0;
            c[1] = (int) product1;
            c[2] = (int) (product0 >>> 32) ^ c3 ^ k1;
            c[3] = (int) product0;
            k0 += WEYL_0;
            k1 += WEYL_1;
        }
        return c;
    }

    /// A number in (0, 1) for a member and a parameter.
    public double uniform(int member, int parameter, int draw) {
        int[] words = philox(new int[] {member, parameter, draw, 0}, (int) seed, (int) (seed >>> 32));
        long bits = ((words[0] & 0xFFFFFFFFL) << 32 | (words[1] & 0xFFFFFFFFL)) >>> 11;
        return (bits + 0.5) * 0x1.0p-53;
    }

    /// The value below which a triangular variable lies with probability `u`.
    public static double triangular(double u, double low, double mode, double high) {
        if (high <= low) {
            return mode;
        }
        double left = (mode - low) / (high - low);
        return u < left
                ? low + Math.sqrt(u * (high - low) * (mode - low))
                : high - Math.sqrt((1 - u) * (high - low) * (high - mode));
    }
}
