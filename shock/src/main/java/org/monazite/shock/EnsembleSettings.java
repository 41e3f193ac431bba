package org.monazite.shock;

/// How many runs, how long, from which seed.
///
/// @param weeks 1..520
/// @param members 6..100,000: each pair of order and rationing rule is played at least once
/// @param seed of all draws
/// @param threads 1 or more; the result does not depend on it
public record EnsembleSettings(int weeks, int members, long seed, int threads) {

    /// A year, five hundred members, the seed of the day the framework was signed.
    public static final EnsembleSettings DEFAULT =
            new EnsembleSettings(52, 500, 20251028L, Runtime.getRuntime().availableProcessors());

    /// Checks the ranges.
    public EnsembleSettings {
        check("weeks", weeks, 1, 520);
        check("members", members, 6, 100_000);
        check("threads", threads, 1, 1024);
    }

    private static void check(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(
                    "ensemble.%s must be from %d to %d, was %d.".formatted(name, low, high, value));
        }
    }
}
