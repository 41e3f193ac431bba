package org.monazite.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/// Independent pieces of work on some threads; results come in the order of the pieces, whatever the number
/// of threads.
final class Work {

    private final int threads;

    Work(int threads) {
        this.threads = threads;
    }

    /// Work that stays on the thread that asks for it.
    static Work alone() {
        return new Work(1);
    }

    int threads() {
        return threads;
    }

    /// Does the same with each piece.
    <A, B> List<B> inOrder(List<A> pieces, Function<A, B> what) {
        if (threads == 1) {
            return pieces.stream().map(what).toList();
        }
        List<Callable<B>> tasks = new ArrayList<>();
        pieces.forEach(piece -> tasks.add(() -> what.apply(piece)));
        return all(tasks);
    }

    /// Begins something on a thread of its own; with one thread only, it is done when it is asked for.
    <B> Begun<B> begin(Callable<B> task) {
        Begun<B> begun = new Begun<>(task);
        if (threads > 1) {
            Thread.ofPlatform().daemon().name("beside").start(begun.task);
        }
        return begun;
    }

    /// Something that was begun; whoever has no more use for it closes it.
    static final class Begun<B> implements AutoCloseable {

        private final FutureTask<B> task;

        private Begun(Callable<B> task) {
            this.task = new FutureTask<>(task);
        }

        /// What it gave; waits for it, or does it now if nobody has begun.
        B get() {
            task.run(); // of no effect if somebody runs it or has
            return result(task);
        }

        /// Stops it if it is not done.
        @Override
        public void close() {
            task.cancel(true);
        }
    }

    private static <B> B result(Future<B> of) {
        try {
            return of.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The plan was interrupted.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("A part of the plan failed: " + e.getCause(), e);
        }
    }

    /// Does several things.
    <B> List<B> all(List<Callable<B>> tasks) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<B> results = new ArrayList<>();
            for (Future<B> each : pool.invokeAll(tasks)) {
                results.add(result(each));
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The plan was interrupted.", e);
        } finally {
            pool.shutdownNow();
        }
    }
}
