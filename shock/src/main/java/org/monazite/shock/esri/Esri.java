package org.monazite.shock.esri;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Calculates the index of firms that fail alone, or of one scenario in which several firms are limited.
public final class Esri {

    /// The stop of the published programs: results are up to 0.1 below the limit.
    public static final double PUBLISHED_STOP = 1e-2;

    private static final int MOST_SWEEPS = 1_000_000;
    private static final int FEW_SWEEPS = 4;
    private static final double UNFINISHED = -1; // as stopping error
    private static final FirmRisk NOT_YET = new FirmRisk(Double.NaN, 0, Double.NaN, UNFINISHED);

    private final SalesNetwork network;
    private final Layout layout;

    private Esri(SalesNetwork network) {
        this.network = network;
        this.layout = new Layout(network);
    }

    /// Calculations on a network.
    public static Esri of(SalesNetwork network) {
        return new Esri(network);
    }

    /// How far to go.
    public enum Stop {
        /// As published: sweep until no firm changes by more than eps, and take that iterate.
        LARGEST_CHANGE,
        /// Until the estimated error is at most eps, with extrapolation.
        CONVERGED
    }

    /// Every firm fails alone, in the order of the network. Any number of threads gives the same bits.
    ///
    /// @param eps where a scenario stops, above 0
    /// @param threads 1 or more
    /// @param progress told the number of firms that are done, from any thread
    public List<FirmRisk> all(Stop stop, double eps, int threads, IntConsumer progress) {
        List<Integer> firms = new ArrayList<>();
        for (int firm = 0; firm < network.firms(); firm++) {
            firms.add(firm);
        }
        return each(firms, stop, eps, threads, progress);
    }

    /// Some firms fail, each alone.
    public List<FirmRisk> each(List<Integer> firms, Stop stop, double eps, int threads, IntConsumer progress) {
        positive(eps);
        List<FirmRisk> risks = new ArrayList<>(Collections.nCopies(firms.size(), NOT_YET));
        AtomicInteger done = new AtomicInteger();
        List<Integer> order = new ArrayList<>();
        for (int at = 0; at < firms.size(); at++) {
            order.add(at);
        }
        if (stop == Stop.LARGEST_CHANGE && firms.size() > 8 * Lanes.LANES) {
            pass(firms, order, risks, new Limits(stop, eps, FEW_SWEEPS), threads, done, progress);
            order.removeIf(at -> risks.get(at).stoppingError() != UNFINISHED);
            order.sort(Comparator.comparingDouble((Integer at) -> risks.get(at).lastChange())
                    .reversed()
                    .thenComparing(at -> at));
        }
        pass(firms, order, risks, new Limits(stop, eps, MOST_SWEEPS), threads, done, progress);
        return List.copyOf(risks);
    }

    /// Where a scenario stops.
    private record Limits(Stop stop, double eps, int sweeps) {}

    /// Eight firms after the other, in an order. A first pass of few sweeps finishes most firms at next
    /// to no cost,
    /// because early sweeps visit few rows; the others start again, with firms side by side that need as
    /// many sweeps.
    private void pass(
            List<Integer> firms,
            List<Integer> order,
            List<FirmRisk> risks,
            Limits limits,
            int threads,
            AtomicInteger done,
            IntConsumer progress) {
        AtomicInteger next = new AtomicInteger();
        int batches = (order.size() + Lanes.LANES - 1) / Lanes.LANES;
        if (batches == 0) {
            return;
        }
        onThreads(Math.max(1, Math.min(threads, batches)), () -> {
            Batch batch = new Batch(new Lanes(layout), limits);
            for (int each = next.getAndIncrement(); each < batches; each = next.getAndIncrement()) {
                int first = each * Lanes.LANES;
                int count = Math.min(Lanes.LANES, order.size() - first);
                batch.lanes.clear();
                for (int lane = 0; lane < count; lane++) {
                    batch.lanes.shock(lane, layout.rowOf[firms.get(order.get(first + lane))], 0);
                }
                int finished = batch.run(count);
                for (int lane = 0; lane < count; lane++) {
                    risks.set(order.get(first + lane), batch.risks[lane]);
                }
                progress.accept(done.addAndGet(finished));
                if (Thread.interrupted()) {
                    throw new CancellationException("The calculation was stopped.");
                }
            }
        });
    }

    private static void onThreads(int threads, Runnable work) {
        List<Future<?>> futures = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (int i = 0; i < threads; i++) {
                futures.add(pool.submit(work));
            }
            try {
                for (Future<?> each : futures) {
                    each.get();
                }
            } catch (InterruptedException e) {
                pool.shutdownNow();
                Thread.currentThread().interrupt();
                throw new CancellationException("The calculation was stopped.");
            } catch (ExecutionException e) {
                pool.shutdownNow();
                throw new IllegalStateException("A part of the calculation failed: " + e.getCause(), e);
            }
        }
    }

    /// Several firms are limited at once.
    ///
    /// @param psi by number of the firm, the part of its output it can still make, 0 to 1; other firms
    ///     are free
    /// @throws IllegalArgumentException if a number is no share or a firm is missing
    public Outcome scenario(Map<Integer, Double> psi, Stop stop, double eps) {
        positive(eps);
        psi.forEach((firm, part) -> {
            if (firm < 0 || firm >= network.firms() || !(part >= 0 && part <= 1)) {
                throw new IllegalArgumentException(
                        "A firm of the network keeps a share from 0 to 1, was %s at firm %d.".formatted(part, firm));
            }
        });
        Batch batch = new Batch(new Lanes(layout), new Limits(stop, eps, MOST_SWEEPS));
        batch.lanes.runs[0] = true;
        psi.forEach((firm, part) -> batch.lanes.shock(0, layout.rowOf[firm], part));
        batch.run(1);
        List<Double> down = new ArrayList<>();
        List<Double> up = new ArrayList<>();
        for (int firm = 0; firm < network.firms(); firm++) {
            down.add(1 - batch.lanes.down(0, layout.rowOf[firm]));
            up.add(1 - batch.lanes.up(0, layout.rowOf[firm]));
        }
        return new Outcome(batch.risks[0], down, up);
    }

    private static void positive(double eps) {
        if (!(eps > 0 && eps < 1)) {
            throw new IllegalArgumentException("eps must be above 0 and below 1, was " + eps);
        }
    }

    /// What a scenario leaves of each firm.
    ///
    /// @param risk its cost
    /// @param down what suppliers leave of a firm's output, by number of the firm
    /// @param up what clients leave of it
    public record Outcome(FirmRisk risk, List<Double> down, List<Double> up) {

        /// Copies its lists.
        public Outcome {
            down = List.copyOf(down);
            up = List.copyOf(up);
        }
    }

    /// Eight lanes, run until each has stopped.
    private static final class Batch {

        private final Lanes lanes;
        private final Limits limits;
        private final @Nullable Converged converged;
        private final FirmRisk[] risks = new FirmRisk[Lanes.LANES];
        private final double[] before = new double[Lanes.LANES];
        private final double[] losses = new double[Lanes.LANES];

        Batch(Lanes lanes, Limits limits) {
            this.lanes = lanes;
            this.limits = limits;
            this.converged = switch (limits.stop) {
                case LARGEST_CHANGE -> null;
                case CONVERGED -> new Converged(lanes, risks);
            };
        }

        /// Returns how many lanes have stopped; the others are marked.
        int run(int count) {
            if (converged != null) {
                converged.run(limits.eps, count);
                return count;
            }
            int running = count;
            for (int sweep = 1; running > 0 && sweep <= limits.sweeps; sweep++) {
                lanes.sweep(true, true);
                boolean summed = false;
                for (int lane = 0; lane < count; lane++) {
                    if (lanes.runs[lane] && lanes.change[lane] <= limits.eps) {
                        if (!summed) {
                            lanes.losses(losses);
                            summed = true;
                        }
                        risks[lane] = risk(lane, sweep);
                        lanes.runs[lane] = false;
                        running--;
                    }
                    before[lane] = lanes.change[lane];
                }
            }
            if (running > 0 && limits.sweeps == MOST_SWEEPS) {
                throw new IllegalStateException(
                        "After %d sweeps firms still change by more than %s.".formatted(MOST_SWEEPS, limits.eps));
            }
            for (int lane = 0; lane < count; lane++) {
                if (lanes.runs[lane]) {
                    risks[lane] = new FirmRisk(Double.NaN, limits.sweeps, lanes.change[lane], UNFINISHED);
                }
            }
            return count - running;
        }

        private FirmRisk risk(int lane, int sweep) {
            double change = lanes.change[lane];
            double ratio = sweep > 1 && before[lane] > 0 ? change / before[lane] : 0;
            double error = ratio < 1 ? change * ratio / (1 - ratio) : Double.POSITIVE_INFINITY;
            return new FirmRisk(losses[lane], sweep, change, error);
        }
    }
}
