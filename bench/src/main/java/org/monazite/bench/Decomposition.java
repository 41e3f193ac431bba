package org.monazite.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.monazite.plan.cases.TwoStage;
import org.monazite.plan.cases.TwoStageSolver;
import org.monazite.plan.equations.PlanModel;
import org.monazite.plan.lp.Highs;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lshaped.Decomposing;
import org.monazite.plan.lshaped.LShaped;
import org.monazite.plan.world.Episode;
import org.monazite.plan.world.Flows;
import org.monazite.plan.world.Standing;
import org.monazite.plan.world.World;

/// Plans of made-up worlds as one model and by decomposition, one after the other in the same run, with clock,
/// CPU and memory; then a stand-in for stormG2-1000 if its folder is given.
public final class Decomposition {

    private static final double GAP = 1e-4;
    private static final double CAP = 0.65;
    private static final long SEED = 1;

    /// A world of the ladder.
    private record Size(int places, int sources, int bans) {}

    private static final List<Size> LADDER = List.of(new Size(12, 4, 30), new Size(26, 8, 9), new Size(26, 8, 92));

    private final PrintStream out;
    private final int threads;
    private final double seconds;
    private final Highs highs = Highs.load();

    private Decomposition(PrintStream out, int threads, double seconds) {
        this.out = out;
        this.threads = threads;
        this.seconds = seconds;
    }

    /// @param args threads; limit of seconds for each solve; folder of stormG2-8 or nothing; most worlds, or nothing
    public static void main(String... args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Decomposition all = new Decomposition(out, Integer.parseInt(args[0]), Double.parseDouble(args[1]));
        all.worlds(args.length > 3 ? Integer.parseInt(args[3]) : LADDER.size());
        if (args.length > 2 && !args[2].isEmpty()) {
            all.storm(Path.of(args[2]));
        }
        out.println();
        out.println("Peak resident memory of the whole run: " + peak());
    }

    private void worlds(int most) {
        out.println("| world (places, bans) | nonzeros | integers | method | status | M USD a year | bound | rounds or"
                + " iterations | seconds | CPU seconds | of the whole model |");
        out.println("|---|---|---|---|---|---|---|---|---|---|---|");
        for (Size size : LADDER.subList(0, most)) {
            Model model = model(size);
            double whole = row(size, model, "one model", () -> highs.solve(model, limits()), 0);
            Decomposing apart = new Decomposing(
                    highs, PlanModel.structure(), Decomposing.Method.DECOMPOSED, threads, LShaped.Progress.NONE);
            row(size, model, "decomposed", () -> apart.solve(model, limits()), whole);
        }
    }

    private Limits limits() {
        return new Limits(seconds, GAP);
    }

    private static Model model(Size size) {
        World world = LargeWorlds.of(size.places, size.sources, size.bans, SEED);
        PlanModel still = PlanModel.calm(world, world.nothing(), List.of(1.0, 1.0), Optional.empty());
        Flows calm = still.flows(Highs.load().solve(still.model(), Limits.NONE)).getFirst();
        List<Episode> bans = new ArrayList<>();
        world.bans().forEach(ban -> bans.add(Episode.of(0, ban)));
        Standing nobodyLookedAtBans = new Standing(calm, new TreeMap<>()); // so no row keeps what anybody has
        return PlanModel.choosing(world, bans, nobodyLookedAtBans, List.of(CAP, CAP), 1)
                .model();
    }

    /// Prints a line. Returns the CPU seconds.
    private double row(Size size, Model model, String method, Supplier<Solution> solve, double whole) {
        long cpu = cpuNanos();
        long begun = System.nanoTime();
        Solution found = solve.get();
        double wall = (System.nanoTime() - begun) / 1e9;
        double used = (cpuNanos() - cpu) / 1e9;
        out.println(String.format(
                Locale.ROOT,
                "| %d, %d | %,d | %d | %s | %s | %.6g | %.6g | %,d | %.2f | %.2f | %s |",
                size.places,
                size.bans,
                model.nonzeros(),
                model.integers(),
                method,
                found.status(),
                found.objective(),
                found.bound(),
                found.iterations(),
                wall,
                used,
                whole > 0 ? String.format(Locale.ROOT, "%.2f of its CPU", used / whole) : ""));
        return used;
    }

    private void storm(Path folder) throws IOException {
        TwoStage program = StormLike.of(folder, 1000, 42);
        long cpu = cpuNanos();
        long begun = System.nanoTime();
        TwoStageSolver.Outcome found =
                TwoStageSolver.solve(program, TwoStageSolver.Method.LSHAPED, highs, threads, new Limits(seconds, 1e-6));
        double wall = (System.nanoTime() - begun) / 1e9;
        out.println();
        out.println(String.format(
                Locale.ROOT,
                "A stand-in for stormG2-1000 (1,000 scenarios drawn from those of stormG2-8; %,d nonzeros), L-shaped:"
                        + " %s, %.10g, bound %.10g, %d rounds, %,d cuts, %.2f s, %.2f CPU s.",
                found.nonzeros(),
                found.status(),
                found.objective(),
                found.bound(),
                found.iterations(),
                found.cuts(),
                wall,
                (cpuNanos() - cpu) / 1e9));
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static String peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.isReadable(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM"))
                        .map(line -> line.replaceAll("[^0-9]", ""))
                        .map(kb -> Long.parseLong(kb) / 1024 + " MB")
                        .findFirst()
                        .orElse("unknown")
                : "unknown";
    }
}
