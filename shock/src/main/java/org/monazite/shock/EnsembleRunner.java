package org.monazite.shock;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.monazite.shock.internal.Draws;
import org.monazite.shock.internal.Kernel;
import org.monazite.shock.internal.Names;
import org.monazite.shock.internal.Paths;
import org.monazite.shock.internal.WeeklyRecorder;
import org.monazite.shock.internal.Wiring;
import org.monazite.supply.SupplyNetwork;

/// Plays the members of an ensemble on threads of this machine. Each member's draws depend on seed and number
/// alone, and results are put together in member order: any number of threads gives the same bytes.
///
/// Members vary two order signals and three rationing rules in turn. [OrderSignal#REALISED], the rule of Inoue and
/// Todo, is left out: on the network of magnets it lets a rounding error of the undisturbed baseline grow to a full
/// stop
/// within 400 days, so its members would tell of the rule and not of the shock. A single run can still play it.
public final class EnsembleRunner {

    /// Combinations that are always varied: member m plays combination m mod 6.
    private static final RationingRule[] RATIONING = {
        RationingRule.PROPORTIONAL, RationingRule.PRIORITY_WATERFILL, RationingRule.FINAL_LAST
    };

    private static final OrderSignal[] ORDERS = {OrderSignal.SMOOTHED, OrderSignal.FIXED};
    private static final int STOCK_DRAW = 100;
    private static final int VALUE_DRAW = 101;

    private final EnsembleSettings settings;
    private final IntConsumer progress;

    /// A runner.
    ///
    /// @param progress told the number of members that are done, from any thread
    public EnsembleRunner(EnsembleSettings settings, IntConsumer progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /// Plays all members.
    ///
    /// @throws IllegalArgumentException if an action names a place, product or lane that the network does not have
    public Ensemble run(SupplyNetwork network, Scenario scenario) {
        Names.require(network, scenario.actions());
        Wiring wiring = new Wiring(network, scenario.assumptions().market(), scenario.actions());
        List<Paths> records = play(wiring, scenario);
        Run central = Simulation.run(wiring, scenario, settings.weeks(), Double.NaN);
        return new Summary(settings, wiring, records).of(central);
    }

    private List<Paths> play(Wiring wiring, Scenario scenario) {
        AtomicInteger done = new AtomicInteger();
        List<Paths> records = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(settings.threads())) {
            List<Future<Paths>> futures = new ArrayList<>();
            for (int member = 0; member < settings.members(); member++) {
                int number = member;
                futures.add(pool.submit(() -> {
                    Paths record = member(wiring, scenario, number);
                    progress.accept(done.incrementAndGet());
                    return record;
                }));
            }
            collect(futures, records, pool);
        }
        return records;
    }

    private static void collect(List<Future<Paths>> futures, List<Paths> records, ExecutorService pool) {
        try {
            for (Future<Paths> future : futures) {
                records.add(future.get());
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

    private Paths member(Wiring wiring, Scenario scenario, int member) {
        Draws draws = new Draws(settings.seed());
        Scenario drawn = scenario.branch(member).with(draw(scenario.assumptions(), draws, member));
        Kernel kernel = new Kernel(wiring, drawn.assumptions(), drawn.actions(), draws.uniform(member, STOCK_DRAW, 0));
        WeeklyRecorder recorder = new WeeklyRecorder(kernel, settings.weeks(), draws.uniform(member, VALUE_DRAW, 0));
        for (int day = 0; day < 7 * settings.weeks(); day++) {
            kernel.day(day);
            recorder.day(day);
        }
        return recorder.paths();
    }

    /// The scenario of one member: its assumptions drawn, its actions unchanged.
    ///
    /// @param seed with the member's number it decides all draws
    public static Scenario member(Scenario scenario, long seed, int member) {
        return scenario.with(draw(scenario.assumptions(), new Draws(seed), member));
    }

    /// The assumptions of a member: every parameter triangular over its range, rules in turn.
    static Assumptions draw(Assumptions defaults, Draws draws, int member) {
        Map<Parameter, Double> values = new EnumMap<>(Parameter.class);
        for (Parameter parameter : Parameter.values()) {
            double mode = defaults.get(parameter);
            values.put(
                    parameter,
                    Draws.triangular(
                            draws.uniform(member, parameter.ordinal(), 0),
                            Math.min(parameter.low(), mode),
                            mode,
                            Math.max(parameter.high(), mode)));
        }
        return defaults.with(values).with(RATIONING[member % 6 / 2], ORDERS[member % 2]);
    }
}
