package org.monazite.shock.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// A fixed number of threads that play blocks of tiles, each block once, in any order.
final class Crew implements AutoCloseable {

    /// Plays a tile.
    interface Work {
        void tile(int tile, Desk desk);
    }

    private final ExecutorService pool;
    private final List<Desk> desks = new ArrayList<>();
    private final int block;

    /// @param width lanes of the desks
    /// @param block tiles that a thread takes at a time
    Crew(int threads, int width, int block) {
        this.pool = Executors.newFixedThreadPool(Math.max(1, threads - 1));
        this.block = block;
        for (int i = 0; i < threads; i++) {
            desks.add(new Desk(width));
        }
    }

    /// Plays all tiles and returns when they are done.
    void play(int tiles, Work work) {
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> others = new ArrayList<>();
        for (Desk desk : desks.subList(1, desks.size())) {
            others.add(pool.submit(() -> take(next, tiles, work, desk)));
        }
        take(next, tiles, work, desks.getFirst());
        try {
            for (Future<?> other : others) {
                other.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The run was stopped.");
        } catch (ExecutionException e) {
            throw new IllegalStateException("A thread of the run failed: " + e.getCause(), e);
        }
    }

    private void take(AtomicInteger next, int tiles, Work work, Desk desk) {
        for (int from = next.getAndAdd(block); from < tiles; from = next.getAndAdd(block)) {
            for (int tile = from; tile < Math.min(tiles, from + block); tile++) {
                work.tile(tile, desk);
            }
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
