package org.monazite.shock.ario;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/// A fixed number of threads that do numbered pieces of work, each piece once. What a piece does must not
/// depend on who
/// does it, or when.
final class Pool implements AutoCloseable {

    private final int threads;
    private final ExecutorService workers;

    Pool(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be 1 or more, was " + threads);
        }
        this.threads = threads;
        this.workers = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "ario");
            thread.setDaemon(true);
            return thread;
        });
    }

    /// Does pieces 0 to `pieces - 1` and returns when all are done.
    void each(int pieces, IntConsumer work) {
        if (threads == 1 || pieces == 1) {
            for (int piece = 0; piece < pieces; piece++) {
                work.accept(piece);
            }
            return;
        }
        List<Future<?>> open = new ArrayList<>(threads);
        for (int worker = 0; worker < threads; worker++) {
            int first = worker;
            open.add(workers.submit(() -> {
                for (int piece = first; piece < pieces; piece += threads) {
                    work.accept(piece);
                }
            }));
        }
        try {
            for (Future<?> each : open) {
                each.get();
            }
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
            throw new CancellationException("The run was stopped.");
        } catch (ExecutionException e) {
            throw new IllegalStateException("A part of the step failed: " + e.getCause(), e);
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
