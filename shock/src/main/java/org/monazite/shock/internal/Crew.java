package org.monazite.shock.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.monazite.shock.BrokenRunException;

/// Threads that share out numbered pieces of work. What they bring back is put together in the order of
/// the numbers:
/// how many there are changes nothing.
public final class Crew {

    private Crew() {}

    /// Does the pieces `0 .. count - 1` and returns what each gave, in that order.
    ///
    /// @param threads 1 or more
    /// @param progress told how many pieces are done, from any thread
    /// @throws BrokenRunException of the first piece that met one
    public static <T> List<T> play(int threads, int count, IntFunction<T> piece, IntConsumer progress) {
        AtomicInteger done = new AtomicInteger();
        List<T> results = new ArrayList<>(count);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<T>> futures = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                int number = i;
                futures.add(pool.submit(() -> {
                    T result = piece.apply(number);
                    progress.accept(done.incrementAndGet());
                    return result;
                }));
            }
            collect(futures, results, pool);
        }
        return results;
    }

    private static <T> void collect(List<Future<T>> futures, List<T> results, ExecutorService pool) {
        try {
            for (int i = 0; i < futures.size(); i++) {
                results.add(futures.get(i).get());
            }
        } catch (InterruptedException e) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
            throw new CancellationException("The ensemble was stopped.");
        } catch (ExecutionException e) {
            pool.shutdownNow();
            throw e.getCause() instanceof BrokenRunException broken
                    ? broken
                    : new IllegalStateException("A member of the ensemble failed: " + e.getCause(), e);
        }
    }
}
