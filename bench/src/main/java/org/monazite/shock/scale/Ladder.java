package org.monazite.shock.scale;

import com.sun.management.OperatingSystemMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/// The same outage in economies of 60 to a million firms, one scenario and a full batch of sixteen:
/// seconds on the clock and of the processors, and what part of the machine's limits that is. Prints a
/// table in Markdown.
///
///     Ladder [most firms] [days] [threads]
final class Ladder {

    private static final int[] SIZES = {60, 10_000, 100_000, 1_000_000};
    private static final int LINKS_PER_FIRM = 5;
    private static final int WARM = 20;
    private static final int CACHED = 50_000;

    private final int days;
    private final int threads;
    private final PrintStream out;

    private Ladder(int days, int threads, PrintStream out) {
        this.days = days;
        this.threads = threads;
        this.out = out;
    }

    /// Runs the ladder.
    public static void main(String[] args) {
        int most = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int days = args.length > 1 ? Integer.parseInt(args[1]) : 365;
        int threads = args.length > 2
                ? Integer.parseInt(args[2])
                : Runtime.getRuntime().availableProcessors();
        Ladder ladder = new Ladder(days, threads, System.out);
        System.out.printf("%d threads, %d days. Best of the days: the median day stands beside it.%n%n", threads, days);
        System.out.println("| firms / links | scenarios | s, whole run | CPU s | ms a day, median | ms a day, best |"
                + " million links/s | MB of arrays | of the random-line limit | of both limits |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|");
        for (int firms : SIZES) {
            if (firms <= most) {
                ladder.step(firms, 1);
                ladder.step(firms, Gather.WIDE);
            }
        }
    }

    private void step(int firms, int scenarios) {
        int sectors = Math.min(80, firms / 6);
        int links = LINKS_PER_FIRM * firms;
        FirmNetwork network = new FirmWorld(firms, links, sectors, 1).network();
        Layout layout = new Layout(network);
        List<FirmScenario> lanes = new ArrayList<>();
        Firms sector = Firms.inSector(network, 0);
        for (int i = 0; i < scenarios; i++) {
            Firms hit = sector.sample(0.5, 1, i);
            lanes.add(new FirmScenario("s" + i, List.of(new FirmEvent.Outage(hit, 1, 10, 40, 0))));
        }
        int width = FirmSimulation.width(scenarios);
        double[] milliseconds = new double[days];
        long cpu;
        double wall;
        try (Crew crew = new Crew(threads, width, 16)) {
            warm(network, layout, lanes, width, crew);
            Batch batch = new Batch(network, layout, FirmRules.DEFAULT, lanes, width, crew);
            cpu = cpuNanos();
            long start = System.nanoTime();
            for (int day = 0; day < days; day++) {
                long before = System.nanoTime();
                batch.day(day);
                milliseconds[day] = (System.nanoTime() - before) * 1e-6;
            }
            wall = (System.nanoTime() - start) * 1e-9;
            cpu = cpuNanos() - cpu;
        }
        java.util.Arrays.sort(milliseconds);
        report(layout, width, scenarios, wall, cpu * 1e-9, milliseconds);
    }

    private static void warm(FirmNetwork network, Layout layout, List<FirmScenario> lanes, int width, Crew crew) {
        Batch batch = new Batch(network, layout, FirmRules.DEFAULT, lanes, width, crew);
        for (int day = 0; day < WARM; day++) {
            batch.day(day);
        }
    }

    private void report(Layout layout, int width, int scenarios, double wall, double cpu, double[] sorted) {
        Machine.Limits limits = Machine.measure(Math.max(layout.cells, 1), Math.max(layout.links, 1), threads);
        long lines = layout.links;
        for (int cell = 0; cell < layout.cells; cell++) {
            int suppliers = layout.firstIn[cell + 1] - layout.firstIn[cell];
            lines += suppliers == 1 ? 1 : 2L * suppliers;
        }
        double random = lines * limits.nanosPerLine() * 1e-6;
        double streamed = bytesADay(layout, width) / limits.streamBytesPerNano() * 1e-6;
        double median = sorted[sorted.length / 2];
        double linksPerSecond = (double) layout.links * scenarios * days / wall;
        out.printf(
                "| %,d / %,d | %d | %.2f | %.2f | %.3f | %.3f | %.0f | %d | %s | %s |%n",
                layout.firms,
                layout.links,
                scenarios,
                wall,
                cpu,
                median,
                sorted[0],
                linksPerSecond * 1e-6,
                (layout.bytes() + State.bytes(layout, width)) / 1_000_000,
                part(layout, random / median),
                part(layout, (random + streamed) / median));
    }

    /// Small networks lie in caches: limits of memory say nothing there.
    private static String part(Layout layout, double part) {
        return layout.firms < CACHED ? "-" : "%.0f %%".formatted(100 * part);
    }

    /// Bytes that a day must read and write in order: rows of cells and firms, the lists of links.
    private static double bytesADay(Layout layout, int width) {
        double cells = 4.0 * width * layout.cells * 4; // stock and ratio, read and written
        double firms = 4.0 * width * layout.firms * 18; // see Selling and Buying
        return cells + firms + 16.0 * layout.links + 8.0 * layout.cells;
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
