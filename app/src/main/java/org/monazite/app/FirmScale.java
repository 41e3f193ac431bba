package org.monazite.app;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.shock.scale.EdgeList;
import org.monazite.shock.scale.FirmEvent;
import org.monazite.shock.scale.FirmNetwork;
import org.monazite.shock.scale.FirmRules;
import org.monazite.shock.scale.FirmRun;
import org.monazite.shock.scale.FirmScenario;
import org.monazite.shock.scale.FirmSimulation;
import org.monazite.shock.scale.FirmWorld;
import org.monazite.shock.scale.Firms;

/// A synthetic economy of firms, hit in many scenarios: what the engine does at scale, and how fast.
public final class FirmScale {

    private static final long BYTES_PER_LINK_TO_BUILD = 80;

    /// What is asked.
    ///
    /// @param sector number of the sector that is hit, or -1 for all
    /// @param share part of its firms that stop, drawn anew in each scenario
    /// @param from first day of the stop, from 1
    /// @param length days of the stop
    public record Question(
            FirmWorld world, int days, int scenarios, int sector, double share, int from, int length, int threads) {}

    /// What came out.
    ///
    /// @param cells pairs of a firm and a sector that supplies it
    /// @param arrayBytes arrays of the network and of one batch
    /// @param lanes scenarios side by side in a batch
    /// @param speed depends on the machine; nothing else does
    public record Answer(FirmNetwork network, List<FirmRun> runs, int cells, long arrayBytes, int lanes, Speed speed) {

        /// Loss of output by sector, mean over the scenarios, as a share of the sector's normal output of the period.
        public double lostShare(int sector) {
            double normal = 0;
            for (int firm = 0; firm < network.firms(); firm++) {
                normal += network.sectorOf(firm) == sector ? network.outputPerYear(firm) : 0;
            }
            double lost = 0;
            for (FirmRun run : runs) {
                lost += run.lostBySector().get(sector);
            }
            int days = runs.getFirst().output().size();
            return normal > 0 ? lost / runs.size() / (normal / 365 * days) : 0;
        }
    }

    /// Seconds on the clock.
    ///
    /// @param steps scenario days
    /// @param links links of the network
    public record Speed(double drawSeconds, double layoutSeconds, double playSeconds, long steps, int links) {

        /// Scenario days per second.
        public double stepsPerSecond() {
            return steps / playSeconds;
        }

        /// Links of all scenario days per second.
        public double linksPerSecond() {
            return stepsPerSecond() * links;
        }
    }

    private FirmScale() {}

    /// Draws the economy and plays the scenarios.
    ///
    /// @throws Problem if the memory of this process is too small
    public static Answer play(Question question, Progress progress) {
        FirmWorld world = question.world();
        requireMemory(BYTES_PER_LINK_TO_BUILD * world.links());
        long start = System.nanoTime();
        progress.step("progress.scale.draw");
        FirmNetwork network = world.network();
        long drawn = System.nanoTime();
        progress.step("progress.scale.layout");
        FirmSimulation simulation = FirmSimulation.of(network);
        requireMemory(simulation.bytes(question.scenarios()));
        long laid = System.nanoTime();
        progress.step("progress.scale.play", question.scenarios());
        List<FirmRun> runs = simulation.run(
                scenarios(question, network), FirmRules.DEFAULT, question.days(), question.threads(), progress::count);
        long played = System.nanoTime();
        Speed speed = new Speed(
                (drawn - start) * 1e-9,
                (laid - drawn) * 1e-9,
                (played - laid) * 1e-9,
                (long) question.scenarios() * question.days(),
                network.links());
        int lanes = Math.min(FirmSimulation.width(question.scenarios()), question.scenarios());
        return new Answer(network, runs, simulation.cells(), simulation.bytes(question.scenarios()), lanes, speed);
    }

    private static List<FirmScenario> scenarios(Question question, FirmNetwork network) {
        Firms hit = question.sector() < 0 ? Firms.all(network) : Firms.inSector(network, question.sector());
        List<FirmScenario> scenarios = new ArrayList<>();
        for (int i = 0; i < question.scenarios(); i++) {
            Firms stopped = hit.sample(question.share(), question.world().seed(), i);
            int start = question.from() - 1;
            FirmEvent stop = new FirmEvent.Outage(stopped, 1, start, start + question.length(), 0);
            scenarios.add(new FirmScenario(Integer.toString(i + 1), List.of(stop)));
        }
        return scenarios;
    }

    private static void requireMemory(long bytes) {
        Runtime runtime = Runtime.getRuntime();
        long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
        if (bytes > free) {
            throw Problem.of(ExitCode.USAGE, "problem.scale.memory", megabytes(bytes), megabytes(free));
        }
    }

    /// Millions of bytes.
    public static long megabytes(long bytes) {
        return bytes / 1_000_000;
    }

    /// The links as an edge list.
    public static byte[] edges(FirmNetwork network) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
            EdgeList.write(network, writer);
        }
        return bytes.toByteArray();
    }
}
