package org.monazite.exposure;

/// How many draws, and from which seed. The result is the same on any number of threads.
///
/// @param draws 100 to 100,000
/// @param seed the seed
public record DrawSettings(int draws, long seed) {

    /// 2,000 draws.
    public static final DrawSettings DEFAULT = new DrawSettings(2_000, 20251028L);

    /// Checks the number of draws.
    public DrawSettings {
        if (draws < 100 || draws > 100_000) {
            throw new IllegalArgumentException("draws must be from 100 to 100000, was " + draws + ".");
        }
    }
}
