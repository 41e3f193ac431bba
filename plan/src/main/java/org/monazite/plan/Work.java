package org.monazite.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

    /// Does several things.
    <B> List<B> all(List<Callable<B>> tasks) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<B> results = new ArrayList<>();
            for (Future<B> each : pool.invokeAll(tasks)) {
                results.add(each.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The plan was interrupted.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("A part of the plan failed: " + e.getCause(), e);
        } finally {
            pool.shutdownNow();
        }
    }
}
