package org.monazite.shock.scale;

import java.util.ArrayList;
import java.util.List;
import org.monazite.shock.BrokenRunException;

/// Plays scenarios on a network of firms, day by day. The network is never changed. Results do not
/// depend on the number of threads, on how scenarios are put together, or on the size of blocks: every
/// bit is the same.
public final class FirmSimulation {

    /// Told how far a job is; from the thread that runs it.
    public interface Progress {
        /// @param daysDone scenario-batch days done
        /// @param days of the whole job
        void days(int daysDone, int days);
    }

    /// Shown every day of one scenario.
    public interface Watcher {
        /// @param day from 0
        /// @param view valid during the call
        void day(int day, FirmDay view);
    }

    /// A day of one scenario; firms are those of the network.
    public interface FirmDay {
        /// Output, as a share of normal times.
        double made(int firm);
    }

    private static final int BLOCK = 16;
    private static final int FEW = 3; // fewer scenarios than this are played one by one: cheaper than idle lanes

    private final FirmNetwork network;
    private final Layout layout;

    private FirmSimulation(FirmNetwork network) {
        this.network = network;
        this.layout = new Layout(network);
    }

    /// Lays a network out for simulation.
    public static FirmSimulation of(FirmNetwork network) {
        return new FirmSimulation(network);
    }

    /// Plays scenarios.
    ///
    /// @param days how long, at least 1
    /// @param threads at least 1
    /// @throws IllegalArgumentException if an event names a firm that the network does not have
    /// @throws BrokenRunException if a number becomes infinite or undefined on the way
    public List<FirmRun> run(List<FirmScenario> scenarios, FirmRules rules, int days, int threads, Progress progress) {
        requirePositive("days", days);
        requirePositive("threads", threads);
        scenarios.forEach(this::require);
        List<FirmRun> runs = new ArrayList<>();
        int width = width(scenarios.size());
        int batches = (scenarios.size() + width - 1) / width;
        try (Crew crew = new Crew(threads, width, BLOCK)) {
            for (int batch = 0; batch < batches; batch++) {
                int done = batch * days;
                List<FirmScenario> lanes =
                        scenarios.subList(batch * width, Math.min(scenarios.size(), (batch + 1) * width));
                runs.addAll(play(new Batch(network, layout, rules, lanes, width, crew), lanes, days, day -> {
                    progress.days(done + day, batches * days);
                }));
            }
        }
        return runs;
    }

    private interface DayDone {
        void done(int days);
    }

    private List<FirmRun> play(Batch batch, List<FirmScenario> lanes, int days, DayDone progress) {
        Ledger ledger = new Ledger(layout, lanes, days);
        for (int day = 0; day < days; day++) {
            batch.day(day);
            ledger.day(day, batch);
            progress.done(day + 1);
        }
        return ledger.runs();
    }

    /// Plays one scenario and shows every day.
    ///
    /// @throws IllegalArgumentException if an event names a firm that the network does not have
    /// @throws BrokenRunException if a number becomes infinite or undefined on the way
    public void watch(FirmScenario scenario, FirmRules rules, int days, int threads, Watcher watcher) {
        requirePositive("days", days);
        requirePositive("threads", threads);
        require(scenario);
        int[] place = new int[layout.firms];
        for (int firm = 0; firm < layout.firms; firm++) {
            place[layout.original[firm]] = firm;
        }
        try (Crew crew = new Crew(threads, 1, BLOCK)) {
            Batch batch = new Batch(network, layout, rules, List.of(scenario), 1, crew);
            FirmDay view = firm -> batch.state.made[batch.state.row(place[firm])];
            for (int day = 0; day < days; day++) {
                batch.day(day);
                watcher.day(day, view);
            }
        }
    }

    /// Lanes that are played side by side for so many scenarios.
    public static int width(int scenarios) {
        return scenarios <= FEW ? 1 : Gather.WIDE;
    }

    /// Bytes of the arrays for so many scenarios: the network as laid out, and one batch.
    public long bytes(int scenarios) {
        return layout.bytes() + State.bytes(layout, width(scenarios));
    }

    /// Number of cells: pairs of a firm and a sector that supplies it.
    public int cells() {
        return layout.cells;
    }

    private void require(FirmScenario scenario) {
        for (FirmEvent event : scenario.events()) {
            int bound = switch (event) {
                case FirmEvent.Outage outage -> outage.firms().bound();
                case FirmEvent.Ban ban -> Math.max(ban.from().bound(), ban.to().bound());
                case FirmEvent.Surge surge -> surge.firms().bound();
            };
            if (bound > network.firms()) {
                throw new IllegalArgumentException("Scenario '%s' names firm number %d; the network has %d, from 0."
                        .formatted(scenario.name(), bound - 1, network.firms()));
            }
        }
    }

    private static void requirePositive(String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("%s must be 1 or more, was %d.".formatted(what, value));
        }
    }
}
