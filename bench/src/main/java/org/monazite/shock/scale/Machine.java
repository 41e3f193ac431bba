package org.monazite.shock.scale;

import java.util.ArrayList;
import java.util.List;

/// What the memory of this machine gives, measured with as many threads as the engine uses: lines in
/// random order, and a stream.
final class Machine {

    private static final int LANES = 16;
    private static final int BEST_OF = 5;

    /// @param nanosPerLine time per 64-byte line read in random order, all threads together
    /// @param streamBytesPerNano bytes read and written per nanosecond, all threads together
    record Limits(double nanosPerLine, double streamBytesPerNano) {}

    private static volatile float sink;

    private Machine() {}

    /// Measures with arrays as large as those of a network.
    static Limits measure(int rows, int reads, int threads) {
        float[] lines = Gather.rows(rows, LANES);
        int[] order = new int[reads];
        for (int i = 0; i < reads; i++) {
            order[i] = (int) (Chance.uniform(1, 1, i) * rows);
        }
        double line = Double.MAX_VALUE;
        double stream = Double.MAX_VALUE;
        for (int i = 0; i < BEST_OF; i++) {
            line = Math.min(line, seconds(threads, part -> lines(lines, order, part, threads)));
            stream = Math.min(stream, seconds(threads, part -> stream(lines, part, threads)));
        }
        return new Limits(line * 1e9 / reads, lines.length * 8.0 / (stream * 1e9));
    }

    private interface Part {
        void play(int part);
    }

    private static double seconds(int threads, Part work) {
        List<Thread> others = new ArrayList<>();
        long start = System.nanoTime();
        for (int part = 0; part < threads; part++) {
            int number = part;
            others.add(Thread.ofPlatform().start(() -> work.play(number)));
        }
        try {
            for (Thread other : others) {
                other.join();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("Stopped.", e);
        }
        return (System.nanoTime() - start) * 1e-9;
    }

    private static void lines(float[] lines, int[] order, int part, int threads) {
        int from = (int) ((long) order.length * part / threads);
        int to = (int) ((long) order.length * (part + 1) / threads);
        float a = 0;
        float b = 0;
        for (int i = from; i + 1 < to; i += 2) {
            a += lines[Gather.OFFSET + order[i] * LANES];
            b += lines[Gather.OFFSET + order[i + 1] * LANES];
        }
        sink = a + b;
    }

    private static void stream(float[] values, int part, int threads) {
        int from = (int) ((long) values.length * part / threads);
        int to = (int) ((long) values.length * (part + 1) / threads);
        for (int i = from; i < to; i++) {
            values[i] = values[i] * 0.5f + 1f;
        }
    }
}
